package config_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/config"
)

// file is a configuration with each kind of value.
type file struct {
	word  string
	words []string
	globs []string
	inner string
}

func (f *file) keys() []config.Key {
	inner := []config.Key{{
		Name: "inner", Schema: config.WordSchema("A word."),
		Read: func(n *config.Node) (err error) {
			f.inner, err = config.Word(n, "a text that is not empty")
			return err
		},
		Value: func() any { return f.inner },
	}}
	return []config.Key{
		{
			Name: "word", Schema: config.WordSchema("A word."),
			Read:  func(n *config.Node) (err error) { f.word, err = config.Word(n, "a text that is not empty"); return err },
			Value: func() any { return f.word },
		},
		{
			Name: "words", Schema: config.WordsSchema("Words."),
			Read:  func(n *config.Node) (err error) { f.words, err = config.Words(n); return err },
			Value: func() any { return f.words },
		},
		{
			Name: "globs", Schema: config.WordsSchema("Globs."),
			Read:  func(n *config.Node) (err error) { f.globs, err = config.Globs(n); return err },
			Value: func() any { return f.globs },
		},
		{
			Name: "object", Schema: config.ObjectSchema("An object.", inner),
			Read:  func(n *config.Node) error { return config.Object(n, inner) },
			Value: func() any { return config.Values(inner) },
		},
	}
}

// TestPrint checks that the printed form parses to the same values.
func TestPrint(t *testing.T) {
	var f, again file
	src := "word: 'no'\nwords: [a, \"*b\"]\nglobs: [\"**/x\"]\nobject: {inner: 'a: b'}\n"
	if err := config.Parse([]byte(src), f.keys()); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := config.Print(&b, f.keys()); err != nil {
		t.Fatal(err)
	}
	if err := config.Parse([]byte(b.String()), again.keys()); err != nil {
		t.Fatalf("%v in\n%s", err, b.String())
	}
	if d := cmp.Diff(f, again, cmp.AllowUnexported(file{})); d != "" || f.word != "no" || f.inner != "a: b" {
		t.Errorf("%+v: %s", f, d)
	}
	b.Reset()
	if err := config.Print(&b, (&file{}).keys()); err != nil || b.Len() > 0 {
		t.Errorf("printed without values: %q, %v", b.String(), err)
	}
}

func TestParseRefuses(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{"wrod: a", `1:1: unknown key "wrod"; did you mean "word"?`},
		{"word: a\nwords: [b]\nword: c", `3:1: duplicate key "word"`},
		{"object:\n  iner: x", `2:3: unknown key "iner"; did you mean "inner"?`},
		{"object: x", "1:9: expected keys and values"},
		{"word: [x]", "1:7: expected a text that is not empty"},
		{"word:", "1:6: expected a text that is not empty"},
		{"words: x", "1:8: expected a list"},
		{"words: [[x]]", "1:9: expected a text that is not empty"},
		{"globs: ['a', '[']", `"[" is not a valid glob`},
		{"- x", "expected keys and values"},
		{"word: &a *a", ""},
		{"a: [", "1: did not find expected node content"},
	} {
		if err := config.Parse([]byte(tt.src), (&file{}).keys()); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%q: error %v, want %q", tt.src, err, tt.want)
		}
	}
	for _, src := range []string{"", "# nothing\n", "---\n"} {
		if err := config.Parse([]byte(src), nil); err != nil {
			t.Errorf("%q: %v", src, err)
		}
	}
}

func TestSchema(t *testing.T) {
	schema, err := config.Schema((&file{}).keys(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Properties map[string]any
	}
	if err := json.Unmarshal(schema, &got); err != nil || len(got.Properties) != 4 {
		t.Errorf("%v: %s", err, schema)
	}
}

// TestFind: files above a folder are found, but not outside the repository.
func TestFind(t *testing.T) {
	root := t.TempDir()
	for _, dir := range []string{"repo/.git", "repo/a/b", "repo/sub/.git", "repo/sub/c"} {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(root, "repo", config.File)
	for _, name := range []string{file, filepath.Join(root, config.File)} {
		if err := os.WriteFile(name, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for dir, want := range map[string]string{"repo": file, "repo/a/b": file, "repo/sub": "", "repo/sub/c": ""} {
		if got := config.Find(filepath.Join(root, dir)); got != want {
			t.Errorf("%s: %q, want %q", dir, got, want)
		}
	}
}
