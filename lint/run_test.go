package lint_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/rules"
)

func TestSelect(t *testing.T) {
	tree := fstest.MapFS{
		"api/a.md":       {Data: []byte("# A\n\n[x](gone.md)\n")},
		"api/b.md":       {Data: []byte("# B\n\n[x](gone.md)\n")},
		"resources/c.md": {Data: []byte("# C\n\n[x](gone.md)\n")},
	}
	for _, tt := range []struct {
		name string
		opts lint.Options
		want []string
	}{
		{"all", lint.Options{}, []string{"api/a.md", "api/b.md", "resources/c.md"}},
		{"include", lint.Options{Include: []string{"api/*"}}, []string{"api/a.md", "api/b.md"}},
		{"exclude", lint.Options{Exclude: []string{"api/b*"}}, []string{"api/a.md", "resources/c.md"}},
		{"select", lint.Options{Select: func(f string) bool { return f == "api/b.md" }}, []string{"api/b.md"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.opts.Rules, tt.opts.Only = rules.All, []diag.Code{diag.LinkDead}
			res, err := lint.Run(tree, tt.opts)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range res.Diagnostics {
				got = append(got, d.At.Path)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" || res.Pages != len(tt.want) {
				t.Errorf("%d pages, -want +got\n%s", res.Pages, diff)
			}
		})
	}
}

func TestFaultOfARuleNamesThePage(t *testing.T) {
	defer func() {
		if fault := fmt.Sprint(recover()); !strings.Contains(fault, "boom, while checking api/a.md") {
			t.Errorf("panic %q", fault)
		}
	}()
	faulty := &lint.Rule{Code: "faulty", Page: func(*lint.Pass) { panic("boom") }}
	_, err := lint.Run(fstest.MapFS{"api/a.md": {Data: []byte("# A\n")}}, lint.Options{Rules: lint.Catalog{faulty}})
	t.Errorf("no panic, error %v", err)
}
