package main

import (
	"path/filepath"
	"testing"

	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/output"
)

// TestUnchangedAtOnce: a run right after one that wrote files finds that there is
// nothing to do, however fresh the files are.
func TestUnchangedAtOnce(t *testing.T) {
	r := newReplay(t)
	page := filepath.Join(r.docs, "api-reference", "v1.0", "api", "book-get.md")
	text := "# Get book\n\n## HTTP request\n\n```http\nGET /books/{id}\n```\n"
	for _, more := range []string{"", "\nMore.\n", "\n## Response\n\nNo content: `204 No Content`.\n"} {
		r.put(page, text+more)
		r.generate("next")
		out := filepath.Join(r.root, "next", "api")
		if !r.recall(out).unchanged() {
			t.Errorf("%q: something is to be done again", more)
		}
		t.Chdir(r.root)
		if !r.recall(filepath.Join("next", "api")).unchanged() {
			t.Error("a relative path to the output is another output")
		}
	}
}

// recall returns what the next run to a folder would know.
func (r *replay) recall(out string) *memory {
	r.t.Helper()
	var f generateFlags
	f.Out = out
	g, err := newGeneration(newGenerate(), []string{r.docs}, &f)
	if err != nil {
		r.t.Fatal(err)
	}
	folder, err := output.Open(out, generator.Header)
	if err != nil {
		r.t.Fatal(err)
	}
	defer folder.Close()
	d, origin, err := g.openDocs(folder)
	if err != nil {
		r.t.Fatal(err)
	}
	place, err := g.locate()
	if err != nil {
		r.t.Fatal(err)
	}
	return g.recall(d, place, origin)
}
