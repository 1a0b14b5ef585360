// Package parser reads a tree of reference pages into an [ir.Spec]. Pages come
// in as Markdown; what they say goes out as operations, resources and
// findings. It knows the words and habits of API reference pages, in one file
// for each documented section, and nothing of Go.
package parser

import (
	"io/fs"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// Options say what to read.
type Options struct {
	// Include and Exclude are globs (doublestar) that choose pages. A glob is
	// matched against the page's path below the root and against every tail
	// of it, with or without ".md", so that "v1.0/api/user-*" works whatever
	// stands above. Without Include every page is chosen. Pages of types are
	// read even when they are not chosen, for others name their types.
	Include, Exclude []string
	// Visit sees every page that is read, while it is in memory. It is
	// called once for each page, at the same time from several goroutines;
	// Index is the page's place in path order. Types are not linked yet.
	Visit func(Visit)
	// Cache spares the reading of pages that have not changed. It is not asked
	// when there is a Visit, which wants the page itself.
	Cache Cache
}

// Visit is a page with what was read from it; at most one of the pointers is
// not nil. What it points to must not be changed or kept.
type Visit struct {
	Index     int
	Page      *page.Page
	Operation *ir.Operation
	Resource  *ir.Resource
	Other     *ir.Page
}

// Result is what was read.
type Result struct {
	Spec        *ir.Spec
	Diagnostics []diag.Diagnostic // in the order of diag.Compare

	selection selection
}

// Selected reports whether Options chose the page of that path.
func (r *Result) Selected(file string) bool { return r.selection.chooses(file) }

// Load reads the pages below the root of fsys. The error is for a tree that
// cannot be read; what is wrong with pages is in the Result's Diagnostics.
func Load(fsys fs.FS, opts Options) (*Result, error) {
	sel, err := newSelection(opts.Include, opts.Exclude)
	if err != nil {
		return nil, err
	}
	t, err := listTree(fsys)
	if err != nil {
		return nil, err
	}
	t.visit = opts.Visit
	if opts.Visit == nil {
		t.cache = opts.Cache
	}
	results := t.readAll(sel)
	spec, diags := assemble(results)
	return &Result{Spec: spec, Diagnostics: sortDiags(append(diags, t.diags...)), selection: sel}, nil
}
