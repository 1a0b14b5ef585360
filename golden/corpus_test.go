package golden

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser"
)

var corpus = flag.String("corpus", os.Getenv("MDWIRE_CORPUS"), "folder with a documentation tree")

// TestCorpus generates from every page of a real documentation tree, each API
// version to a module of its own, and runs what came out. It takes minutes.
func TestCorpus(t *testing.T) {
	if *corpus == "" {
		t.Skip("no documentation tree: give -corpus DIR or set MDWIRE_CORPUS")
	}
	if _, err := os.Stat(*corpus); err != nil {
		t.Skipf("the documentation tree is not there: %v", err)
	}
	read, err := parser.Load(os.DirFS(*corpus), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, version := range read.Spec.Versions() {
		t.Run(version, func(t *testing.T) { testVersion(t, read.Spec, version) })
	}
}

func testVersion(t *testing.T, spec *ir.Spec, version string) {
	res, err := generator.Generate(spec, generator.Options{
		Package: "graph", ImportPath: "example.com/graph",
		Selected: func(op *ir.Operation) bool { return op.Version == version },
	})
	if err != nil {
		t.Fatal(err)
	}
	a := res.Account
	if a.Pages == 0 {
		t.Skip("no page of a call has this version")
	}
	explained := map[string]int{}
	for _, d := range res.Diagnostics {
		explained[d.Rule]++
	}
	t.Logf("%d pages: %d operations, %d explained", a.Pages, a.Operations, a.Explained)
	t.Logf("%d pairs documented: %d tested, %d explained (%.1f%%)", a.Examples, a.Tested, a.ExamplesExplained,
		100*float64(a.ExamplesExplained)/float64(max(1, a.Examples)))
	t.Logf("findings: %v", explained)
	if a.Operations+a.Explained != a.Pages || a.Tested+a.ExamplesExplained != a.Examples {
		t.Errorf("the account does not add up: %+v", a)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module example.com/graph\n\ngo 1.24\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := generator.Write(dir, res.Files, "test"); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"vet", "./..."}, {"test", "./..."}} {
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("go %v: %v\n%s", args, err, out)
		}
	}
}
