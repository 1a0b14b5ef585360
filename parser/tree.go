package parser

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parallel"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// maxPage limits the size of a page in bytes. The largest known page has 300
// KB.
const maxPage = 16 << 20

// tree is the docs tree: its files, and the included files read so far.
type tree struct {
	fsys  fs.FS
	files []string // the .md and .mdx files, sorted
	known map[string]bool
	diags []diag.Diagnostic
	visit func(Visit)
	cache Cache

	outside func(name string) (fs.File, error) // see Options
	below   string                             // see Options

	mu       sync.Mutex
	included map[string]*included
	beyond   map[string]error // why files outside the root cannot be read, nil for those that can
}

// included is a file read for the pages that include it.
type included struct {
	once  sync.Once
	page  *page.Page
	diags []diag.Diagnostic
	err   error
}

// listTree finds the pages. It never opens anything but regular files: a link
// may lead out of the tree, and a pipe would block.
func listTree(fsys fs.FS) (*tree, error) {
	t := &tree{fsys: fsys, known: map[string]bool{}, included: map[string]*included{}, beyond: map[string]error{}}
	err := fs.WalkDir(fsys, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			if p == "." {
				return err
			}
			t.unreadable(p, "the folder cannot be read: %v", err)
			return fs.SkipDir
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && p != "." {
			return fs.SkipDir
		}
		if d.IsDir() || !IsPage(p) {
			return nil
		}
		t.files = append(t.files, p)
		t.known[p] = d.Type().IsRegular()
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list pages: %w", err)
	}
	slices.Sort(t.files)
	return t, nil
}

// IsPage reports whether a file is a page by its name. Package source, which does not
// import the parser, has the same function.
func IsPage(name string) bool {
	ext := path.Ext(name)
	return strings.EqualFold(ext, ".md") || strings.EqualFold(ext, ".mdx")
}

func (t *tree) unreadable(p, format string, args ...any) {
	t.diags = append(t.diags, diag.Diagnostic{
		Code: diag.PageUnreadable, Severity: diag.Error, At: diag.Range{Path: p},
		Message: fmt.Sprintf(format, args...),
	})
}

// result is the result of one page. It has operations, resources, or other;
// nothing when the page was not selected.
type result struct {
	ops       []ir.Operation
	resources []ir.Resource
	other     *ir.Page
	diags     []diag.Diagnostic
}

// worker reads pages one after another and reuses its memory.
type worker struct {
	tree         *tree
	pages        page.Reader
	src          []byte
	path         []byte
	notes        map[*page.Note]*annotation
	roles        []vocab.Section
	owners       []int // the section of a page of a type that names the type of each section, 0 for the page's type
	heads        vocab.Heads
	breaks       []ir.LineBreak
	parts        []string
	dependencies []string // of the page being read: see Reading
}

// readAll reads the pages on all cores and returns the results in path order.
func (t *tree) readAll(sel selection) []result {
	results := make([]result, len(t.files))
	var next atomic.Int64
	work := func() {
		w := worker{tree: t, notes: map[*page.Note]*annotation{}}
		w.pages.Insert = w.insert
		for i := int(next.Add(1)) - 1; i < len(t.files); i = int(next.Add(1)) - 1 {
			results[i] = w.read(i, sel)
		}
	}
	workers := min(runtime.GOMAXPROCS(0), max(1, len(t.files)))
	parallel.Do(slices.Repeat([]func(){work}, workers)...)
	return results
}

func (w *worker) read(i int, sel selection) result {
	file := w.tree.files[i]
	if !sel.chooses(file) && !inResources(file) {
		return result{}
	}
	if res, ok := w.tree.cached(file); ok {
		return res
	}
	w.dependencies = w.dependencies[:0]
	res := w.readPage(i, file)
	w.store(file, res)
	return res
}

func (w *worker) readPage(i int, file string) result {
	t := w.tree
	src, err := t.source(file, w.src)
	w.src = src[:0]
	if err != nil {
		pg := ir.Page{File: file, Version: version(file), At: diag.Range{Path: file}}
		return result{other: &pg, diags: []diag.Diagnostic{{
			Code: diag.PageUnreadable, Severity: diag.Error, At: pg.At,
			Message: fmt.Sprintf("the page cannot be read: %v", err),
		}}}
	}
	if t.visit == nil && folder(file) == "includes" {
		return w.readHead(file, src)
	}
	pg, diags := w.pages.Parse(file, src)
	diags = append(diags, gluedHeadings(pg)...)
	clear(w.notes)
	r := reader{worker: w, page: pg, diags: diags, file: file, version: version(file)}
	if r.version == "" { // pages made from the published site state their source
		r.version = version(pg.Front.Get("source_path"))
	}
	res := r.read()
	if t.visit != nil {
		t.visit(Visit{Index: i, Page: pg, Operations: res.ops, Resources: res.resources, Other: res.other})
	}
	return res
}

// readHead reads only the title and front matter of an included file. There are
// two such files for each page, and the pages that include them read their
// content.
func (w *worker) readHead(file string, src []byte) result {
	pg, diags := w.pages.ParseHead(file, src)
	r := reader{worker: w, page: pg, diags: diags, file: file, version: version(file)}
	common := r.common()
	return result{other: &common, diags: r.diags}
}

// source returns the bytes of a file of the tree, in buf when it is large
// enough.
func (t *tree) source(file string, buf []byte) ([]byte, error) {
	f, err := t.open(file)
	if err != nil {
		return buf, err
	}
	defer f.Close()
	buf = buf[:0]
	for len(buf) <= maxPage {
		if len(buf) == cap(buf) {
			buf = slices.Grow(buf, max(32<<10, len(buf)))
		}
		n, err := f.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if err == io.EOF {
			return buf, nil
		}
		if err != nil {
			return buf, err
		}
	}
	return buf, fmt.Errorf("it is larger than %d bytes", maxPage)
}

func (t *tree) open(file string) (fs.File, error) {
	switch {
	case isOutside(file):
		return t.outside(file)
	case !t.known[file]:
		return nil, fmt.Errorf("%s is not a regular file", file)
	}
	return t.fsys.Open(file)
}

// sortDiags sorts diagnostics and removes duplicates: every page that includes
// a faulty file reports the same faults. The duplicate that names such a page
// is kept.
func sortDiags(ds []diag.Diagnostic) []diag.Diagnostic {
	slices.SortFunc(ds, diag.Compare)
	out := ds[:0]
	for _, d := range ds {
		last := len(out) - 1
		switch {
		case last < 0 || out[last].At != d.At || out[last].Code != d.Code || out[last].Message != d.Message:
			out = append(out, d)
		case out[last].Page == "":
			out[last].Page = d.Page
		}
	}
	return out
}
