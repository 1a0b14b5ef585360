package main

import (
	"path/filepath"
	"testing"

	"github.com/mdwire/mdwire/generator"
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
		if !r.recall("next").unchanged() {
			t.Errorf("%q: something is to be done again", more)
		}
	}
}

// recall returns what the next run would know.
func (r *replay) recall(run string) *memory {
	r.t.Helper()
	var f generateFlags
	f.Out = filepath.Join(r.root, run, "api")
	g, err := newGeneration(newGenerate(), []string{r.docs}, &f)
	if err != nil {
		r.t.Fatal(err)
	}
	out, err := generator.OpenOutput(f.Out)
	if err != nil {
		r.t.Fatal(err)
	}
	defer out.Close()
	d, lock, err := g.openDocs(out)
	if err != nil {
		r.t.Fatal(err)
	}
	place, err := g.locate()
	if err != nil {
		r.t.Fatal(err)
	}
	return g.recall(d, place, lock)
}
