package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

func TestStepsToRoot(t *testing.T) {
	for _, tt := range []struct {
		path  string
		isDir bool
		want  int
	}{
		{"/docs", true, 0},
		{"/docs/x.md", false, 1},
		{"/docs/api-reference", true, 1},
		{"/docs/api-reference/beta/api/x.md", false, 4},
		{"/docs/api-reference/v1.0", true, 2},
		{"/api-reference/docs/api-reference/v1.0", true, 2},
		{"/docs/api", true, 1},
		{"/docs/api/x.md", false, 2},
		{"/docs/v1.0/api/x.md", false, 3},
		{"/docs/v1.0/resources", true, 2},
		{"/docs/v1.0", true, 1},
		{"/docs/beta", true, 1},
		// A folder named api further up does not belong to the docs.
		{"/home/api/docs/pages", true, 0},
	} {
		if got := stepsToRoot(tt.path, tt.isDir); got != tt.want {
			t.Errorf("stepsToRoot(%s) = %d, want %d", tt.path, got, tt.want)
		}
	}
}

func TestShowReturnsPathsThatOpen(t *testing.T) {
	root := t.TempDir()
	page := filepath.Join(root, "api-reference", "v1.0", "api", "x.md")
	if err := os.MkdirAll(filepath.Dir(page), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(page, []byte("# X\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ cwd, given, shown string }{
		{"", ".", "api-reference/v1.0/api/x.md"},
		{"", "api-reference/v1.0/api/x.md", "api-reference/v1.0/api/x.md"},
		{"api-reference/v1.0", ".", "api/x.md"},
		{"api-reference/v1.0/api", "x.md", "x.md"},
		{"api-reference/v1.0/api", "..", "x.md"},
		{"api-reference", root, filepath.ToSlash(page)},
	} {
		t.Run(tt.cwd+" "+tt.given, func(t *testing.T) {
			t.Chdir(filepath.Join(root, tt.cwd))
			trees, err := OpenTrees([]string{tt.given})
			if err != nil {
				t.Fatal(err)
			}
			const file = "api-reference/v1.0/api/x.md"
			if d := trees[0]; len(trees) != 1 || d.Show(file) != tt.shown || !d.Selects(file) {
				t.Errorf("root %q shows %q, want %q; selects %v", d.Root, d.Show(file), tt.shown, d.Selects(file))
			}
		})
	}
}

// TestReadOpensNoPipe: printing a diagnostic reads its file, and reading a pipe
// would block forever.
func TestReadOpensNoPipe(t *testing.T) {
	d := OpenFS("docs", fstest.MapFS{
		"page.md": {Data: []byte("text")},
		"pipe.md": {Data: []byte("text"), Mode: fs.ModeNamedPipe},
	})
	if got := d.Read("page.md"); string(got) != "text" {
		t.Errorf("Read of a page: %q", got)
	}
	if got := d.Read("pipe.md"); got != nil {
		t.Errorf("Read of a pipe: %q", got)
	}
}
