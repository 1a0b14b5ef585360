package rules

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

func rulesOf(ds []diag.Diagnostic) []string {
	var names []string
	for _, d := range ds {
		names = append(names, string(d.Code))
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// TestNothingIsReportedTwice checks faults that both the parser and a rule could
// report.
func TestNothingIsReportedTwice(t *testing.T) {
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
|TODO: describe|4|
`
	seen := map[string]int{}
	for _, d := range lintPage(t, src) {
		seen[string(d.Code)]++
	}
	want := map[string]int{"placeholder-todo": 3, "link-dead": 2, "table-column-count": 1}
	for rule, n := range want {
		if seen[rule] != n {
			t.Errorf("%s: %d findings, want %d", rule, seen[rule], n)
		}
	}
}

// TestRunIsDeterministic checks that the order of findings does not depend on the
// concurrent checks of pages.
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
		res, err := lint.Run(tree, lint.Options{Rules: All})
		if err != nil {
			t.Fatal(err)
		}
		got := fmt.Sprint(res.Diagnostics)
		if first == "" {
			first = got
		}
		if got != first {
			t.Fatal(cmp.Diff(first, got))
		}
	}
}

// TestQuietPages checks that pages other than reference pages have no findings.
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
			res, err := lint.Run(fstest.MapFS{"overview.md": {Data: []byte(src)}}, lint.Options{Rules: All})
			if err != nil {
				t.Fatal(err)
			}
			if got := rulesOf(res.Diagnostics); len(got) > 0 {
				t.Errorf("findings %v, want none", res.Diagnostics)
			}
		})
	}
}
