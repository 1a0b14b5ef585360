package parser

import (
	"flag"
	"os"
	"testing"
	"time"

	"github.com/mdwire/mdwire/ir"
)

var corpus = flag.String("corpus", os.Getenv("MDWIRE_CORPUS"), "folder with an unpacked documentation tree")

func corpusDir(t testing.TB) string {
	t.Helper()
	if *corpus == "" {
		t.Skip("no corpus: give -corpus DIR or MDWIRE_CORPUS")
	}
	if _, err := os.Stat(*corpus); err != nil {
		t.Skipf("the corpus is not there: %v", err)
	}
	return *corpus
}

// TestCorpus reads a whole tree and prints its totals.
func TestCorpus(t *testing.T) {
	start := time.Now()
	res, err := Load(os.DirFS(corpusDir(t)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("read in %v", time.Since(start))
	var routes, perms, examples, pairs, requests, props, rels, members, enums int
	for i := range res.Spec.Operations {
		op := &res.Spec.Operations[i]
		routes += len(op.Routes)
		perms += len(op.Permissions)
		examples += len(op.Examples)
		for _, e := range op.Examples {
			if e.Request != nil {
				requests++
				if e.Response != nil {
					pairs++
				}
			}
		}
	}
	for i := range res.Spec.Resources {
		r := &res.Spec.Resources[i]
		props += len(r.Properties)
		rels += len(r.Relationships)
		members += len(r.Members)
		enums += len(r.Enums)
	}
	t.Logf("operations %d, resources %d, others %d", len(res.Spec.Operations), len(res.Spec.Resources), len(res.Spec.Others))
	t.Logf("routes %d, permissions %d, examples %d, requests %d, pairs %d", routes, perms, examples, requests, pairs)
	t.Logf("properties %d, relationships %d, members %d, enums %d", props, rels, members, enums)
	counts := map[string]int{}
	for _, d := range res.Diagnostics {
		counts[d.Rule]++
	}
	for r, n := range counts {
		t.Logf("%6d %s", n, r)
	}
	_ = ir.Spec{}
}
