package golden

import (
	"cmp"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/generator/exampletest"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/rules"
	"github.com/mdwire/mdwire/output"
	"github.com/mdwire/mdwire/parser"
)

var corpus = flag.String("corpus", "", "folder with a documentation tree, instead of MDWIRE_CORPUS")

// TestCorpus generates a module for each API version of a real documentation tree
// and runs its tests. It takes minutes.
func TestCorpus(t *testing.T) {
	dir := cmp.Or(*corpus, os.Getenv("MDWIRE_CORPUS")) // os.Getenv makes the test cache depend on the variable
	if dir == "" {
		t.Skip("no documentation tree: set -corpus DIR or MDWIRE_CORPUS")
	}
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("cannot read the documentation tree: %v", err)
	}
	read, err := parser.Load(os.DirFS(dir), parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	findings := lintAll(t, dir)
	for _, version := range read.Spec.Versions() {
		t.Run(version, func(t *testing.T) { testVersion(t, read.Spec, version, findings) })
	}
}

// lintAll gives what lint finds in the tree, by page, with no host allowed.
func lintAll(t *testing.T, dir string) map[string][]diag.Diagnostic {
	t.Helper()
	settings := *lint.DefaultSettings()
	settings.AllowedHosts = nil
	res, err := lint.Run(os.DirFS(dir), lint.Options{Rules: rules.All, Config: &lint.Config{Settings: settings}})
	if err != nil {
		t.Fatal(err)
	}
	findings := map[string][]diag.Diagnostic{}
	for _, d := range res.Diagnostics {
		findings[d.At.Path] = append(findings[d.At.Path], d)
	}
	return findings
}

// most is the maximum share of documented pairs without a test.
const most = 0.05

func testVersion(t *testing.T, spec *ir.Spec, version string, findings map[string][]diag.Diagnostic) {
	res, err := generator.Generate(spec, generator.Options{
		Package: "graph", ImportPath: "example.com/graph",
		Selected: func(op *ir.Operation) bool { return op.Version == version },
	})
	if err != nil {
		t.Fatal(err)
	}
	a := res.Account
	if a.Pages == 0 {
		t.Skip("no pages of operations for this version")
	}
	share := float64(a.ExamplesExplained) / float64(max(1, a.Examples))
	t.Logf("%d pages: %d operations, %d explained", a.Pages, a.Operations, a.Explained)
	t.Logf("%d pairs documented: %d tested, %d explained (%.2f%%)", a.Examples, a.Tested, a.ExamplesExplained, 100*share)
	if a.Operations+a.Explained != a.Pages || a.Tested+a.ExamplesExplained != a.Examples || len(res.Untested) != a.ExamplesExplained {
		t.Errorf("the numbers of pages or examples do not add up: %+v", a)
	}
	if share > most {
		t.Errorf("more than %.0f%% of the pairs are not tested", 100*most)
	}
	checkExplained(t, res.Untested, findings)
	runAll(t, res)
}

// checkExplained checks that lint reports the reasons why pairs are not tested at
// the same places.
func checkExplained(t *testing.T, untested []exampletest.Untested, findings map[string][]diag.Diagnostic) {
	t.Helper()
	rules, reported := map[string]int{}, 0
	for _, u := range untested {
		rules[string(u.Code)]++
		if slices.ContainsFunc(findings[u.At.Path], func(d diag.Diagnostic) bool {
			return d.Code == u.Code && (meets(d.At, u.At) || meets(d.At, u.Pair))
		}) {
			reported++
		} else {
			t.Logf("not reported by lint: %s:%d: %s: %s", u.At.Path, u.At.Start.Line, u.Code, u.Message)
		}
	}
	t.Logf("explained by rule: %v; lint reports %d of %d at the same place", rules, reported, len(untested))
	if reported*100 < len(untested)*95 {
		t.Error("lint reports fewer than 95% of the reasons")
	}
}

func meets(a, b diag.Range) bool {
	return a.Start.Line <= b.End.Line && b.Start.Line <= a.End.Line
}

// runAll writes the generated files to a module and runs go vet and go test.
func runAll(t *testing.T, res *generator.Result) {
	t.Helper()
	dir := newModule(t, "example.com/graph")
	if err := output.Write(dir, generator.Header, outputFiles(res.Files), output.Origin{Tool: "test"}); err != nil {
		t.Fatal(err)
	}
	vetAndTest(t, dir)
}

// newModule returns the folder of a module with the Go version that generate writes.
func newModule(t *testing.T, path string) string {
	t.Helper()
	dir := t.TempDir()
	writeFile(t, filepath.Join(dir, "go.mod"), []byte("module "+path+"\n\ngo "+generator.GoVersion+"\n"))
	return dir
}

// vetAndTest runs go vet and go test for all packages of a module.
func vetAndTest(t *testing.T, module string) {
	t.Helper()
	for _, command := range []string{"vet", "test"} {
		cmd := exec.Command("go", command, "./...")
		cmd.Dir = module
		cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("go %s: %v\n%s", command, err, out)
		}
	}
}
