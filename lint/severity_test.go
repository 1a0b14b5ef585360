package lint

import (
	"testing"

	"github.com/mdwire/mdwire/diag"
)

func TestSeverities(t *testing.T) {
	warn := &Rule{Code: "w", Severity: diag.Warning}
	for _, tt := range []struct {
		name  string
		c     Config
		file  string
		found diag.Severity
		want  diag.Severity
	}{
		{"as they come", Config{}, "a.md", diag.Warning, diag.Warning},
		{"level", Config{Level: diag.Error}, "a.md", diag.Warning, Off},
		{"raised", Config{Rules: map[diag.Code]diag.Severity{"w": diag.Error}, Level: diag.Error}, "a.md", diag.Warning, diag.Error},
		{"a milder finding stays mild", Config{Rules: map[diag.Code]diag.Severity{"w": diag.Error}}, "a.md", diag.Info, diag.Info},
		{"off", Config{Rules: map[diag.Code]diag.Severity{"w": Off}}, "a.md", diag.Warning, Off},
		{"profile", Config{Profiles: []Profile{{Paths: []string{"x/**"}, Rules: map[diag.Code]diag.Severity{"w": Off}}}}, "docs/x/a.md", diag.Warning, Off},
		{"other page", Config{Profiles: []Profile{{Paths: []string{"x/**"}, Rules: map[diag.Code]diag.Severity{"w": Off}}}}, "y/a.md", diag.Warning, diag.Warning},
	} {
		if got := tt.c.severity(warn, tt.found, tt.file); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}
