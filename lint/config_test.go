package lint_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/rules"
)

func parseConfig(src string) (*lint.Config, error) {
	return lint.ParseConfig([]byte(src), rules.All, func(name string) ([]string, error) {
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
	want := &lint.Config{
		Level: diag.Info,
		Rules: map[diag.Code]diag.Severity{"link-dead": lint.Off, "link-form": diag.Error},
		Profiles: []lint.Profile{
			{Name: "drafts", Paths: []string{"drafts/**"}, Rules: map[diag.Code]diag.Severity{"link-dead": diag.Warning}},
		},
		Settings: lint.Settings{
			RequiredKeys: [][]string{{"title"}, {"ms.prod", "ms.subservice"}},
			AllowedHosts: append(lint.DefaultSettings().AllowedHosts, "*.example.net"),
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
		{"rules: {link-dead: eror}", `unknown level "eror": want error, warning, info or off; did you mean "error"?`},
		{"rules: {link-dead: {severty: off}}", `unknown key "severty"; did you mean "severity"?`},
		{"rules: [link-dead]", "1:8: expected keys and values"},
		{"rules: {link-dead: off, link-dead: error}", `duplicate rule "link-dead"`},
		{"level: off", `unknown level "off": want error, warning or info`},
		{"profiles: {x: off}", "only a built-in one can be off"},
		{"profiles: {x: {rules: {}}}", `profile "x" has no paths`},
		{"profiles: {x: {paths: ['[']}}", "is not a valid glob"},
		{"required-keys: title", "expected a list"},
		{"required-keys: [[]]", "expected a key or a list"},
		{"allowed-hosts: [{}]", "expected a text that is not empty"},
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
		if diff := cmp.Diff(lint.DefaultConfig(), c); err != nil || diff != "" {
			t.Errorf("%q: %v\n%s", src, err, diff)
		}
	}
}
