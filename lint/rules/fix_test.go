package rules

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser"
)

// fixTree applies fixes until none remain, as --fix does.
func fixTree(t *testing.T, tree fstest.MapFS, unsafe bool) fstest.MapFS {
	t.Helper()
	for range 5 {
		next, fixed := fixOnce(t, tree, unsafe)
		if fixed == 0 {
			return next
		}
		tree = next
	}
	again, _ := fixOnce(t, tree, unsafe)
	t.Errorf("fixes remain after 5 rounds, -before +after the next:\n%s", cmp.Diff(texts(tree), texts(again)))
	return tree
}

func texts(tree fstest.MapFS) map[string]string {
	out := map[string]string{}
	for name, f := range tree {
		out[name] = string(f.Data)
	}
	return out
}

func fixOnce(t *testing.T, tree fstest.MapFS, unsafe bool) (fstest.MapFS, int) {
	t.Helper()
	res, err := lint.Run(tree, lint.Options{Rules: All})
	if err != nil {
		t.Fatal(err)
	}
	byFile := map[string][]diag.Diagnostic{}
	for _, d := range res.Diagnostics {
		byFile[d.At.Path] = append(byFile[d.At.Path], d)
	}
	next, total := fstest.MapFS{}, 0
	for name, f := range tree {
		src, n := diag.Apply(f.Data, name, byFile[name], unsafe)
		next[name] = &fstest.MapFile{Data: src}
		total += n
	}
	return next, total
}

// safeFixed lists the rules with a safe fix for each finding of their bad example.
var safeFixed = []string{
	"frontmatter-unknown-doc-type", "section-heading-case", "permission-duplicate", "permission-cell-style",
	"template-form", "template-duplicate", "template-block-annotation", "authorization-header-missing",
	"authorization-value-malformed", "annotation-invalid-json", "annotation-block-type-mismatch", "version-mismatch",
	"json-invalid", "body-without-content-type", "content-length-wrong", "example-property-case",
	"response-collection-undeclared", "interactive-block-not-get", "base-type-empty", "link-case-mismatch", "link-form",
	"code-fence-language", "invisible-characters",
}

func TestSafeFixesFixTheirRule(t *testing.T) {
	for _, name := range safeFixed {
		t.Run(name, func(t *testing.T) {
			r := All.Find(diag.Code(name))
			for end, make := range lineEnds {
				tree, _ := exampleTree(t, r.BadText())
				for file, f := range tree {
					tree[file] = &fstest.MapFile{Data: []byte(make(string(f.Data)))}
				}
				fixed := fixTree(t, tree, false)
				if _, left := found(t, r, fixed); len(left) > 0 {
					t.Errorf("%s: findings after the fixes: %v", end, left)
				}
				for file, f := range fixed {
					if end == "CRLF" && strings.Count(string(f.Data), "\n") != strings.Count(string(f.Data), "\r\n") {
						t.Errorf("%s has mixed line ends:\n%q", file, f.Data)
					}
				}
			}
		})
	}
}

var lineEnds = map[string]func(string) string{
	"LF":   func(s string) string { return s },
	"CRLF": func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
	"BOM":  func(s string) string { return "\ufeff" + s },
}

// TestSafeFixesKeepTheMeaning fixes a corpus in memory and parses it again. The
// IR must have as many routes, permissions and examples as before.
func TestSafeFixesKeepTheMeaning(t *testing.T) {
	tree := corpus(t)
	before, after := outlineOf(t, tree), outlineOf(t, fixTree(t, tree, false))
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("-before +after\n%s", diff)
	}
}

// outlineOf returns a summary of each operation that no fix may change: the
// numbers of its routes, permissions, parameters, responses and examples.
func outlineOf(t *testing.T, tree fstest.MapFS) map[string]string {
	t.Helper()
	res, err := parser.Load(tree, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for i := range res.Spec.Operations {
		op := &res.Spec.Operations[i]
		out[op.File] = fmt.Sprintf("%d routes, %d permissions, %d parameters, %d responses, %d examples, %d pairs",
			distinct(op.Routes), len(op.Permissions), len(op.Params), len(op.Responses), len(op.Examples), pairs(op))
	}
	return out
}

// distinct counts routes without duplicates.
func distinct(routes []ir.Route) int {
	seen := map[string]bool{}
	for _, r := range routes {
		seen[r.Method+" "+r.Path.Shape()+"?"+r.Query] = true
	}
	return len(seen)
}

func pairs(op *ir.Operation) int {
	n := 0
	for _, e := range op.Examples {
		if e.Request != nil && e.Response != nil {
			n++
		}
	}
	return n
}
