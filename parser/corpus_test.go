package parser

import (
	"cmp"
	"flag"
	"io/fs"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

var corpus = flag.String("corpus", "", "folder with an unpacked documentation tree; else MDWIRE_CORPUS names it")

func corpusDir(t testing.TB) string {
	t.Helper()
	dir := cmp.Or(*corpus, os.Getenv("MDWIRE_CORPUS"))
	if dir == "" {
		t.Skip("no corpus: set -corpus DIR or MDWIRE_CORPUS")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("the corpus does not exist: %v", err)
	}
	return dir
}

// totals are the counts of a tree.
type totals struct{ templates, permissions, requests, pairs, properties, relationships, members int }

func count(s *ir.Spec) totals {
	var n totals
	for i := range s.Operations {
		op := &s.Operations[i]
		n.templates += len(op.Routes)
		n.permissions += len(op.Permissions)
		for _, e := range op.Examples {
			if e.Request != nil {
				n.requests++
				if e.Response != nil {
					n.pairs++
				}
			}
		}
	}
	for i := range s.Resources {
		r := &s.Resources[i]
		n.properties += len(r.Properties)
		n.relationships += len(r.Relationships)
		n.members += len(r.Members)
	}
	return n
}

// independent are the totals of the same trees as another program counts them.
var independent = map[string]totals{
	"graph-docs-2021-03": {templates: 12344, permissions: 21375, requests: 7464},
	"graph-docs-2020-05": {templates: 10281, permissions: 17805, requests: 6041},
}

// TestCorpus reads a whole tree: every page once, with the totals of another
// program, and with every position correct.
func TestCorpus(t *testing.T) {
	dir := corpusDir(t)
	root := os.DirFS(dir)
	res, err := Load(root, Options{})
	if err != nil {
		t.Fatal(err)
	}
	checkEveryPage(t, root, res)
	n := count(res.Spec)
	t.Logf("operations %d, resources %d, others %d: %+v", len(res.Spec.Operations), len(res.Spec.Resources), len(res.Spec.Others), n)
	for name, want := range independent {
		if strings.Contains(dir, name) {
			near(t, "templates", n.templates, want.templates)
			near(t, "permission rows", n.permissions, want.permissions)
			near(t, "examples", n.requests, want.requests)
		}
	}
	rules := map[string]int{}
	for _, d := range res.Diagnostics {
		rules[string(d.Code)]++
	}
	t.Logf("findings: %v", rules)
	checkPlaces(t, root, res)
}

func near(t *testing.T, what string, got, want int) {
	t.Helper()
	if math.Abs(float64(got-want)) > 0.005*float64(want) {
		t.Errorf("%d %s; want %d", got, what, want)
	}
}

func checkEveryPage(t *testing.T, root fs.FS, res *Result) {
	t.Helper()
	seen := kinds(res)
	err := fs.WalkDir(root, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !IsPage(p) {
			return err
		}
		if k := seen[p]; k != "operation" && k != "resource" && k != "other" {
			t.Errorf("%s appears as %q", p, k)
		}
		delete(seen, p)
		return nil
	})
	if err != nil || len(seen) > 0 {
		t.Errorf("pages without a file: %v, %v", seen, err)
	}
}

// checkPlaces checks the text at the positions of the parts of operations.
func checkPlaces(t *testing.T, root fs.FS, res *Result) {
	t.Helper()
	for i := range res.Spec.Operations {
		op := &res.Spec.Operations[i]
		src, err := fs.ReadFile(root, op.File)
		if err != nil {
			t.Fatal(err)
		}
		look := func(what string, r diag.Range, starts string) {
			text := string(src[r.Start.Offset:r.End.Offset])
			line := 1 + strings.Count(string(src[:r.Start.Offset]), "\n")
			if !strings.HasPrefix(strings.TrimLeft(text, "+ "), starts) || line != r.Start.Line {
				t.Errorf("%s: the position of the %s has %.40q", r, what, text)
			}
		}
		for _, r := range op.Routes {
			look("route", r.At, r.Method)
		}
		for _, e := range op.Examples {
			if e.Request != nil {
				look("request", e.Request.At, e.Request.Method)
			}
			if r := e.Response; r != nil && r.Status > 0 && src[r.At.Start.Offset] == 'H' {
				look("response", r.At, "HTTP")
			} else if r != nil && r.Status > 0 {
				look("response", r.At, strconv.Itoa(r.Status))
			}
		}
		for _, p := range op.Permissions {
			if p.At.Path == op.File && len(p.AnyOf) > 0 && !strings.Contains(string(src[p.At.Start.Offset:p.At.End.Offset]), p.AnyOf[0][0]) {
				t.Errorf("%s: the permission %s is at another position", p.At, p.AnyOf[0][0])
			}
		}
	}
}
