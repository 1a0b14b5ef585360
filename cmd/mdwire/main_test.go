package main

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestGuard(t *testing.T) {
	for _, tt := range []struct {
		name    string
		command func() error
		status  int
		stderr  string
	}{
		{"fine", func() error { return nil }, exitOK, ""},
		{"findings", func() error { return fmt.Errorf("lint: %w", errDiagnostics) }, exitDiagnostics, ""},
		{"failed", func() error { return errors.New("no such file") }, exitFailed, "mdwire: no such file\n"},
		{"fault", func() error { panic("index out of range") }, exitInternal, "mdwire: internal error: index out of range"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var stderr strings.Builder
			if got := guard(&stderr, tt.command); got != tt.status {
				t.Errorf("status %d, want %d", got, tt.status)
			}
			if got := stderr.String(); !strings.HasPrefix(got, tt.stderr) || tt.stderr == "" && got != "" {
				t.Errorf("stderr %q, want %q", got, tt.stderr)
			}
		})
	}
}

func TestGuardAsksForReport(t *testing.T) {
	var stderr strings.Builder
	guard(&stderr, func() error { panic("x") })
	for _, want := range []string{"mdwire version", "report", "guard"} {
		if !strings.Contains(stderr.String(), want) {
			t.Errorf("%q is missing in\n%s", want, stderr.String())
		}
	}
}
