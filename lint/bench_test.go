package lint

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// BenchmarkRun checks the tree that MDWIRE_LINT_CORPUS names with the default
// configuration. BenchmarkGoldmark in the parser's package is what to hold it
// against.
func BenchmarkRun(b *testing.B) {
	dir := os.Getenv("MDWIRE_LINT_CORPUS")
	if dir == "" {
		b.Skip("MDWIRE_LINT_CORPUS names no docs tree")
	}
	config := DefaultConfig()
	config.Level = 2
	for b.Loop() {
		res, err := Run(os.DirFS(dir), Options{Config: config})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(res.Findings)), "findings")
	}
}

// corpus reads the pages of the tree that MDWIRE_LINT_CORPUS names.
func corpus(t *testing.T) fstest.MapFS {
	dir := os.Getenv("MDWIRE_LINT_CORPUS")
	if dir == "" {
		t.Skip("MDWIRE_LINT_CORPUS names no docs tree")
	}
	tree := fstest.MapFS{}
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(file, ".md") {
			return err
		}
		src, err := fs.ReadFile(root, file)
		tree[file] = &fstest.MapFile{Data: src}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tree
}
