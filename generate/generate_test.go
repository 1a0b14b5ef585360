package generate

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/source"
)

// TestIsPage: packages source and parser, which do not import each other, agree on
// which files are pages.
func TestIsPage(t *testing.T) {
	for name, want := range map[string]bool{
		"a.md": true, "a.MD": true, "v1.0/a.mdx": true, "a.Mdx": true,
		"a.mdown": false, "a.md.txt": false, "md": false, "a.md/b": false, "": false,
	} {
		if inSource, inParser := source.IsPage(name), parser.IsPage(name); inSource != want || inParser != want {
			t.Errorf("%q is a page: source says %t, parser %t, want %t", name, inSource, inParser, want)
		}
	}
}

// TestUnchangedAtOnce: a run right after a run that wrote files has nothing to do,
// even if the files are so new that their times are not reliable.
func TestUnchangedAtOnce(t *testing.T) {
	root := t.TempDir()
	page := filepath.Join(root, "docs", "api-reference", "v1.0", "api", "book-get.md")
	put(t, filepath.Join(root, "go.mod"), "module example.com/m\n")
	opts := Options{
		Config: Config{Out: filepath.Join(root, "api")},
		Path:   filepath.Join(root, "docs"), Cache: filepath.Join(root, "cache"),
	}
	text := "# Get book\n\n## HTTP request\n\n```http\nGET /books/{id}\n```\n"
	for _, more := range []string{"", "\nMore.\n", "\n## Response\n\nNo content: `204 No Content`.\n"} {
		put(t, page, text+more)
		if _, err := Run(opts); err != nil {
			t.Fatal(err)
		}
		if !unchanged(t, opts) {
			t.Errorf("%q: the next run generates again", more)
		}
		t.Chdir(root)
		relative := opts
		relative.Out = "api"
		if !unchanged(t, relative) {
			t.Error("a relative path to the output folder is taken for another folder")
		}
	}
}

// unchanged reports whether a run has nothing to do.
func unchanged(t *testing.T, opts Options) bool {
	t.Helper()
	g, err := Prepare(opts)
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	return g.run.Unchanged() && g.generated == nil && g.Difference.Same()
}

func put(t *testing.T, name, text string) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(name), 0o777)
	if err == nil {
		err = os.WriteFile(name, []byte(text), 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestPreparedFilesAreNotWritten: without Apply the output folder does not change.
func TestPreparedFilesAreNotWritten(t *testing.T) {
	out := filepath.Join(t.TempDir(), "api")
	g, err := Prepare(Options{Config: Config{Out: out, Include: []string{"**/message-move"}}, NoCache: true})
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	if g.Files == 0 || len(g.Difference.New) != g.Files {
		t.Errorf("%d files, of which %d are new", g.Files, len(g.Difference.New))
	}
	if _, err := os.Stat(out); !os.IsNotExist(err) {
		t.Errorf("the output folder exists: %v", err)
	}
}
