package lint

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
)

func rulesOf(ds []diag.Diagnostic) []string {
	var names []string
	for _, d := range ds {
		names = append(names, string(d.Code))
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// TestNothingIsToldTwice: what both the parser and a rule notice is reported
// once, in the rule's words.
func TestNothingIsToldTwice(t *testing.T) {
	const src = `---
title: "**TODO: title**"
---

# user: refresh

[!INCLUDE [a](../includes/gone.md)]
[!INCLUDE [b](../includes/gone.md)]

**TODO: Add Description**

|a|b|
|-|-|
|1|2|3|
`
	seen := map[string]int{}
	for _, d := range lintPage(t, src) {
		seen[string(d.Code)]++
	}
	want := map[string]int{"placeholder-todo": 2, "link-dead": 2, "table-column-count": 1}
	for rule, n := range want {
		if seen[rule] != n {
			t.Errorf("%s: %d findings, want %d", rule, seen[rule], n)
		}
	}
}

func TestSelect(t *testing.T) {
	tree := fstest.MapFS{
		"api/a.md":       {Data: []byte("# A\n\n[x](gone.md)\n")},
		"api/b.md":       {Data: []byte("# B\n\n[x](gone.md)\n")},
		"resources/c.md": {Data: []byte("# C\n\n[x](gone.md)\n")},
	}
	for _, tt := range []struct {
		name string
		opts Options
		want []string
	}{
		{"all", Options{}, []string{"api/a.md", "api/b.md", "resources/c.md"}},
		{"include", Options{Include: []string{"api/*"}}, []string{"api/a.md", "api/b.md"}},
		{"exclude", Options{Exclude: []string{"api/b*"}}, []string{"api/a.md", "resources/c.md"}},
		{"select", Options{Select: func(f string) bool { return f == "api/b.md" }}, []string{"api/b.md"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tt.opts.Rules = Catalog{linkDead}
			res, err := Run(tree, tt.opts)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range res.Findings {
				got = append(got, d.At.Path)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" || res.Pages != len(tt.want) {
				t.Errorf("%d pages, -want +got\n%s", res.Pages, diff)
			}
		})
	}
}

// TestRunIsDeterministic: pages are checked at the same time, and the report
// must not show it.
func TestRunIsDeterministic(t *testing.T) {
	tree := fstest.MapFS{}
	for _, r := range All {
		files, _ := exampleTree(t, r.BadText())
		for name, f := range files {
			tree[strings.Replace(name, "/api/", "/api/"+string(r.Code)+"-", 1)] = f
		}
	}
	var first string
	for range 5 {
		res, err := Run(tree, Options{Rules: All})
		if err != nil {
			t.Fatal(err)
		}
		got := fmt.Sprint(res.Findings)
		if first == "" {
			first = got
		}
		if got != first {
			t.Fatal(cmp.Diff(first, got))
		}
	}
}

func TestFaultOfARuleNamesThePage(t *testing.T) {
	defer func() {
		if fault := fmt.Sprint(recover()); !strings.Contains(fault, "boom, while checking api/a.md") {
			t.Errorf("panic %q", fault)
		}
	}()
	faulty := &Rule{Code: "faulty", Page: func(*Pass) { panic("boom") }}
	_, err := Run(fstest.MapFS{"api/a.md": {Data: []byte("# A\n")}}, Options{Rules: Catalog{faulty}})
	t.Errorf("no panic, error %v", err)
}

// TestQuietPages: pages that are no reference pages have little to be blamed
// for.
func TestQuietPages(t *testing.T) {
	for name, src := range map[string]string{
		"empty":    "",
		"heading":  "# Overview\n",
		"concept":  "---\ntitle: Overview\ndescription: d\nauthor: a\nms.prod: p\ndoc_type: conceptualPageType\n---\n\n# Overview\n\nSee [x](/graph/x).\n",
		"comments": "# Overview\n\n<!-- TODO: [x](gone.md) -->\n",
		"code":     "# Overview\n\n```\nTODO [x](gone.md\n```\n\nAnd `TODO [x](y` too.\n",
		"to do":    "# Overview\n\nThings to do in Microsoft To Do: a to-do list.\n",
		"escaped":  "# Overview\n\nAn array\\[0\\](here\n",
	} {
		t.Run(name, func(t *testing.T) {
			res, err := Run(fstest.MapFS{"overview.md": {Data: []byte(src)}}, Options{Rules: All})
			if err != nil {
				t.Fatal(err)
			}
			if got := rulesOf(res.Findings); len(got) > 0 {
				t.Errorf("findings %v", res.Findings)
			}
		})
	}
}
