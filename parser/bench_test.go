package parser

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// memory is a tree in memory with its folders listed, so that the benchmarks
// measure reading pages. fstest.MapFS searches all files for each folder.
type memory struct {
	fstest.MapFS
	dirs map[string][]fs.DirEntry
}

func (m memory) ReadDir(name string) ([]fs.DirEntry, error) { return m.dirs[name], nil }

// memoryTree reads the pages of a tree into memory.
func memoryTree(b *testing.B) memory {
	b.Helper()
	root := os.DirFS(corpusDir(b))
	m := memory{fstest.MapFS{}, map[string][]fs.DirEntry{}}
	err := fs.WalkDir(root, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() && !IsPage(p) {
			return err
		}
		if p != "." {
			m.dirs[path.Dir(p)] = append(m.dirs[path.Dir(p)], d)
		}
		if d.IsDir() {
			return nil
		}
		src, err := fs.ReadFile(root, p)
		m.MapFS[p] = &fstest.MapFile{Data: src}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return m
}

// BenchmarkGoldmark parses the pages of the corpus with goldmark alone.
func BenchmarkGoldmark(b *testing.B) {
	m := memoryTree(b)
	b.ResetTimer()
	start := cpuTime()
	for b.Loop() {
		goldmarkAll(m)
	}
	b.ReportMetric(float64(cpuTime()-start)/float64(b.N)/1e6, "cpu-ms/op")
}

// goldmarkAll parses every file on as many cores as Load uses. Two threads of
// one core slow each other down, which would count against Load alone.
func goldmarkAll(m memory) {
	md := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
	files := slices.Collect(maps.Values(m.MapFS))
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

// BenchmarkLoad loads the same pages.
func BenchmarkLoad(b *testing.B) {
	m := memoryTree(b)
	b.ResetTimer()
	start := cpuTime()
	for b.Loop() {
		if _, err := Load(m, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(cpuTime()-start)/float64(b.N)/1e6, "cpu-ms/op")
}

// BenchmarkRatio runs both in turn. It reports the CPU time of Load relative to
// goldmark alone, and the memory that the result keeps.
func BenchmarkRatio(b *testing.B) {
	m := memoryTree(b)
	var alone, whole time.Duration
	var kept uint64
	for b.Loop() {
		runtime.GC()
		t := cpuTime()
		goldmarkAll(m)
		alone += cpuTime() - t
		runtime.GC()
		before := heap()
		t = cpuTime()
		res, err := Load(m, Options{})
		if err != nil {
			b.Fatal(err)
		}
		whole += cpuTime() - t
		debug.FreeOSMemory()
		kept = heap() - before
		runtime.KeepAlive(res)
	}
	b.ReportMetric(float64(whole)/float64(alone), "x-goldmark")
	b.ReportMetric(float64(kept)/(1<<20), "MB-kept")
}

func heap() uint64 {
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	return s.HeapAlloc
}
