package lint

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
)

func parseConfig(src string) (*Config, error) {
	return ParseConfig([]byte(src), All, func(name string) ([]string, error) {
		if name != "list.txt" {
			return nil, errors.New("no such file")
		}
		return []string{"# all", "User.Read.All # one", "", "Group.Read.All"}, nil
	})
}

func TestParseConfig(t *testing.T) {
	c, err := parseConfig(`
level: info
rules:
  link-dead: off
  link-form: {severity: error}
profiles:
  intune: off
  drafts: {paths: ["drafts/**"], rules: {link-dead: warning}}
required-keys: [title, [ms.prod, ms.subservice]]
allowed-hosts: ["*.example.net"]
permissions-file: list.txt
`)
	if err != nil {
		t.Fatal(err)
	}
	want := &Config{
		Level: diag.Info,
		Rules: map[diag.Code]diag.Severity{"link-dead": Off, "link-form": diag.Error},
		Profiles: []Profile{
			{Name: "drafts", Paths: []string{"drafts/**"}, Rules: map[diag.Code]diag.Severity{"link-dead": diag.Warning}},
		},
		Settings: Settings{
			RequiredKeys: [][]string{{"title"}, {"ms.prod", "ms.subservice"}},
			AllowedHosts: append(DefaultSettings().AllowedHosts, "*.example.net"),
			Permissions:  map[string]bool{"User.Read.All": true, "Group.Read.All": true},
		},
	}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestParseConfigRefuses(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{"ruels: {}", `1:1: unknown key "ruels"; did you mean "rules"?`},
		{"rules: {link-ded: off}", `unknown rule "link-ded"; did you mean "link-dead"?`},
		{"rules: {link-dead: eror}", `unknown severity "eror": want error, warning, info or off; did you mean "error"?`},
		{"rules: {link-dead: {severty: off}}", `unknown key "severty"; did you mean "severity"?`},
		{"rules: [link-dead]", "1:8: expected keys and values"},
		{"rules: {link-dead: off, link-dead: error}", `rule "link-dead" stands twice`},
		{"level: off", "the level is error, warning or info"},
		{"profiles: {x: off}", "only a built-in one can be off"},
		{"profiles: {x: {rules: {}}}", `profile "x" names no paths`},
		{"profiles: {x: {paths: ['[']}}", "is no glob"},
		{"required-keys: title", "expected a list"},
		{"required-keys: [[]]", "expected a key or a list"},
		{"allowed-hosts: [{}]", "expected a word"},
		{"permissions-file: gone.txt", "no such file"},
		{"a: [", "1: did not find expected node content"},
		{"- a", "expected keys and values"},
	} {
		if _, err := parseConfig(tt.src); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: error %v, want %q", tt.src, err, tt.want)
		}
	}
}

func TestEmptyConfigIsTheDefault(t *testing.T) {
	for _, src := range []string{"", "# nothing\n", "---\n", "rules:\n"} {
		c, err := parseConfig(src)
		if src == "rules:\n" {
			if err == nil {
				t.Error("rules without any are accepted")
			}
			continue
		}
		if diff := cmp.Diff(DefaultConfig(), c); err != nil || diff != "" {
			t.Errorf("%q: %v\n%s", src, err, diff)
		}
	}
}

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

func TestIgnores(t *testing.T) {
	const link = "[x](gone.md)\n"
	for name, tt := range map[string]struct {
		src  string
		want []string
	}{
		"next block":      {"# A\n\n<!-- mdwire-ignore link-dead: later -->\n" + link + "\nSee [y](gone2.md)\n", []string{"link-dead"}},
		"page":            {"<!-- mdwire-ignore link-dead: later -->\n\n# A\n\n" + link + "\nSee [y](gone2.md)\n", nil},
		"two rules":       {"# A\n\n<!-- mdwire-ignore link-dead, link-form: later -->\n[x](gone.md) [y](https://docs.microsoft.com/graph/x)\n", nil},
		"unused":          {"# A\n\n<!-- mdwire-ignore link-dead: later -->\nNothing.\n", []string{"ignore-unused"}},
		"another block":   {"# A\n\n<!-- mdwire-ignore link-dead: later -->\nNothing.\n\n" + link, []string{"ignore-unused", "link-dead"}},
		"several lines":   {"# A\n\n<!--\nmdwire-ignore link-dead:\n  comes\n  later\n-->\n" + link, nil},
		"no reason":       {"# A\n\n<!-- mdwire-ignore link-dead -->\n" + link, []string{"ignore-unused"}},
		"unknown":         {"# A\n\n<!-- mdwire-ignore link-ded: x -->\nNothing.\n", []string{"ignore-unused"}},
		"the rule is off": {"# A\n\n<!-- mdwire-ignore section-missing: x -->\nNothing.\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			res, err := Run(fstest.MapFS{"overview.md": {Data: []byte(tt.src)}}, Options{Rules: All, Only: []diag.Code{diag.LinkDead, diag.LinkForm, diag.IgnoreUnused}})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, rulesOf(res.Findings)); diff != "" {
				t.Errorf("-want +got\n%s\n%v", diff, res.Findings)
			}
		})
	}
}
