package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mdwire/mdwire/specs"
)

// BenchmarkGenerate measures a run without a cache, a run after no change, and a run
// after one page has changed. Set -replay-to to a real tree; it is copied.
func BenchmarkGenerate(b *testing.B) {
	root := b.TempDir()
	for _, name := range []string{"XDG_CACHE_HOME", "HOME", "LocalAppData"} {
		b.Setenv(name, filepath.Join(root, "cache"))
	}
	var tree fs.FS = specs.FS
	if *replayTo != "" {
		tree = os.DirFS(*replayTo)
	}
	docs := filepath.Join(root, "docs")
	if err := os.CopyFS(docs, tree); err != nil {
		b.Fatal(err)
	}
	page := filepath.Join(docs, "api-reference", "v1.0", "api", "message-move.md")
	text, err := os.ReadFile(page)
	if err != nil {
		b.Fatal(err)
	}
	generate := func(flags ...string) {
		var stdout, stderr strings.Builder
		args := append([]string{"generate", docs, "--out", filepath.Join(root, "api")}, flags...)
		if status := run(args, strings.NewReader(""), &stdout, &stderr); status != exitOK {
			b.Fatal(stderr.String())
		}
	}
	generate()
	b.Run("uncached", func(b *testing.B) {
		for b.Loop() {
			generate("--no-cache")
		}
	})
	b.Run("unchanged", func(b *testing.B) {
		for b.Loop() {
			generate()
		}
	})
	b.Run("changed", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			changed := strings.Replace(string(text), "\n\n", "\n\n"+strings.Repeat("Text. ", i%7+1), 1)
			if err := os.WriteFile(page, []byte(changed), 0o666); err != nil {
				b.Fatal(err)
			}
			generate()
		}
	})
}
