package lint_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/rules"
)

func rulesOf(ds []diag.Diagnostic) []string {
	var names []string
	for _, d := range ds {
		names = append(names, string(d.Code))
	}
	slices.Sort(names)
	return slices.Compact(names)
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
			res, err := lint.Run(fstest.MapFS{"overview.md": {Data: []byte(tt.src)}}, lint.Options{Rules: rules.All, Only: []diag.Code{diag.LinkDead, diag.LinkForm, diag.IgnoreUnused}})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, rulesOf(res.Diagnostics)); diff != "" {
				t.Errorf("-want +got\n%s\n%v", diff, res.Diagnostics)
			}
		})
	}
}
