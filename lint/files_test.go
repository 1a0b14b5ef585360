package lint

import (
	"io/fs"
	"testing"
	"testing/fstest"
)

// TestPipesAreNotOpened: reading one would never end. A page may link to it, and
// it may be named like a table of contents.
func TestPipesAreNotOpened(t *testing.T) {
	f := newFiles(fstest.MapFS{
		"pipe.md": {Data: []byte("# a"), Mode: fs.ModeNamedPipe},
		"toc.md":  {Data: []byte("page.md"), Mode: fs.ModeNamedPipe},
	})
	if src, err := f.ReadFile("pipe.md"); err == nil {
		t.Errorf("a pipe was read: %q", src)
	}
	f.MarkFromTOC()
	if len(f.reached) > 0 {
		t.Errorf("a pipe was read as a table of contents: %v", f.reached)
	}
}
