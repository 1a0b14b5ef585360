package rules

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// BenchmarkRun checks the tree that MDWIRE_CORPUS names with the default
// configuration, as "mdwire lint" does, and parses the same pages with goldmark
// only. It reports the ratio of the two CPU times as x-goldmark.
func BenchmarkRun(b *testing.B) {
	tree := inMemory(corpus(b))
	config := lint.DefaultConfig()
	config.Level = diag.Warning
	var alone, whole time.Duration
	for b.Loop() {
		alone += cpuOf(func() { goldmarkAll(tree.MapFS) })
		whole += cpuOf(func() {
			defer debug.SetGCPercent(debug.SetGCPercent(lint.GCPercent))
			res, err := lint.Run(tree, lint.Options{Rules: All, Config: config})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(len(res.Diagnostics)), "findings")
		})
	}
	b.ReportMetric(float64(whole)/float64(alone), "x-goldmark")
}

// cpuOf returns the CPU time of a call on all threads. It collects garbage first,
// so that earlier allocations do not count.
func cpuOf(call func()) time.Duration {
	runtime.GC()
	start := cpuTime()
	call()
	return cpuTime() - start
}

// goldmarkAll parses every file with as many threads as Run uses. Threads that
// share a core slow each other down, which would otherwise affect only Run.
func goldmarkAll(tree fstest.MapFS) {
	md := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
	files := slices.Collect(maps.Values(tree))
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := next.Add(1) - 1; int(i) < len(files); i = next.Add(1) - 1 {
				md.Parse(text.NewReader(files[i].Data))
			}
		})
	}
	wg.Wait()
}

// memory is a tree in memory with an index of its folders, because fstest.MapFS
// searches all files for each folder.
type memory struct {
	fstest.MapFS
	dirs map[string][]fs.DirEntry
}

func (m memory) ReadDir(name string) ([]fs.DirEntry, error) { return m.dirs[name], nil }

func inMemory(tree fstest.MapFS) memory {
	m := memory{tree, map[string][]fs.DirEntry{}}
	_ = fs.WalkDir(tree, ".", func(file string, d fs.DirEntry, _ error) error {
		if file != "." {
			m.dirs[path.Dir(file)] = append(m.dirs[path.Dir(file)], d)
		}
		return nil
	})
	return m
}

// corpus reads the pages of the tree that MDWIRE_CORPUS names.
func corpus(t testing.TB) fstest.MapFS {
	dir := os.Getenv("MDWIRE_CORPUS")
	if dir == "" {
		t.Skip("MDWIRE_CORPUS names no docs tree")
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
