package parser

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/specs"
)

// rewritten returns the bundled pages as rw writes them, and for each page the
// original lines of its lines.
func (rw *rewriting) rewritten(t *testing.T) (fstest.MapFS, map[string][]int) {
	m, from := fstest.MapFS{}, map[string][]int{}
	err := fs.WalkDir(specs.FS, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !IsPage(p) {
			return err
		}
		src, err := fs.ReadFile(specs.FS, p)
		if err == nil {
			m[p] = &fstest.MapFile{Data: rw.page(m, from, p, src)}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m, from
}

func (rw *rewriting) page(m fstest.MapFS, from map[string][]int, file string, src []byte) []byte {
	switch {
	case rw.bytes != nil:
		return rw.bytes(src)
	case rw.lines == nil, folder(file) == "includes":
		return src
	}
	lines := rw.lines(m, file, sourceLines(string(src)))
	texts, was := make([]string, len(lines)), make([]int, len(lines)+1)
	for i, l := range lines {
		texts[i], was[i+1] = l.text, l.from
	}
	from[file] = was
	return []byte(strings.Join(texts, "\n"))
}

// inspected returns the output of inspect for each page of a tree, with the
// original lines, without the fields named in drop.
func inspected(t *testing.T, res *Result, from map[string][]int, drop []string) map[string]any {
	t.Helper()
	var b strings.Builder
	if err := ir.WriteInspect(&b, res.Spec, diag.Counts{}); err != nil {
		t.Fatal(err)
	}
	pages := map[string]any{}
	for line := range strings.Lines(b.String()) {
		var v map[string]any
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatal(err)
		}
		if file, ok := v["file"].(string); ok && folder(file) != "includes" {
			pages[file] = restore(v, "", from[file], drop)
		}
	}
	return pages
}

func restore(v any, name string, from []int, drop []string) any {
	switch v := v.(type) {
	case []any:
		for i := range v {
			v[i] = restore(v[i], name, from, drop)
		}
	case map[string]any:
		if file, ok := v["file"].(string); ok && folder(file) == "includes" {
			from = nil // rows of an include are not moved
		}
		maps.DeleteFunc(v, func(key string, _ any) bool { return slices.Contains(drop, key) || slices.Contains(drop, name+"."+key) })
		for key := range v {
			v[key] = restore(v[key], key, from, drop)
		}
	case float64:
		if name == "line" && from != nil {
			return float64(from[int(v)])
		}
	}
	return v
}

// places returns the findings with their original positions, except those that
// rw moves.
func (rw *rewriting) places(ds []diag.Diagnostic, from map[string][]int) []string {
	var out []string
	for _, d := range ds {
		if d.Code == rw.but || d.Code == diag.LinkDead || strings.HasPrefix(string(d.Code), "frontmatter") {
			continue
		}
		file, line, column := d.At.Path, d.At.Start.Line, d.At.Start.Column
		if was := from[file]; was != nil {
			line = was[line]
		}
		if rw.columns {
			column = 0
		}
		if rw.moves {
			file, line = cmp.Or(d.Page, file), 0
		}
		out = append(out, fmt.Sprintf("%s:%d:%d %s", file, line, column, d.Code))
	}
	slices.Sort(out)
	return out
}

// TestRewritten reads the bundled pages in all the ways in which pages are
// written. Results and positions must stay the same.
func TestRewritten(t *testing.T) {
	plain := &rewriting{}
	for i := range rewritings {
		rw := &rewritings[i]
		t.Run(rw.name, func(t *testing.T) {
			m, _ := plain.rewritten(t)
			want := loadFS(t, m)
			m, from := rw.rewritten(t)
			got := loadFS(t, m)
			if d := gocmp.Diff(inspected(t, want, nil, rw.drop), inspected(t, got, from, rw.drop)); d != "" {
				t.Errorf("read (-plain +rewritten):\n%s", d)
			}
			if d := gocmp.Diff(rw.places(want.Diagnostics, nil), rw.places(got.Diagnostics, from)); d != "" {
				t.Errorf("findings (-plain +rewritten):\n%s", d)
			}
		})
	}
}

func loadFS(t *testing.T, m fs.FS) *Result {
	t.Helper()
	res, err := Load(m, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return res
}
