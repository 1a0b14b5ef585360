// Package parser reads a tree of reference pages into an [ir.Spec]: operations,
// resources and findings. Each documented section has its own file. The parser
// knows the structure of API reference pages; it does not know Go.
package parser

import (
	"io/fs"
	"slices"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// Options select the pages to read and how.
type Options struct {
	// Include and Exclude are globs (doublestar) that select pages. A glob is
	// matched against the page's path below the root and against every suffix
	// of its folders, with or without ".md", so that "v1.0/api/user-*" works at
	// any depth. Without Include every page is selected. Pages of types are
	// read even when they are not selected, because other pages refer to their
	// types.
	Include, Exclude []string
	// Base are words that pages write in place of the base URL, in addition to those
	// that their paths and examples show.
	Base []string
	// Outside opens a regular file outside the root that pages include, by its path
	// relative to the root: "../includes/note.md". Nil means that it is not known
	// whether there are any.
	Outside func(name string) (fs.File, error)
	// Below is the path of the root in its repository, "" if it is the root of the
	// repository or in none. Pages include files of the repository as "~/note.md".
	Below string
	// Visit is called once for each page while it is in memory, from several
	// goroutines at once. Types are not linked yet.
	Visit func(Visit)
	// Cache avoids reading unchanged pages. It is not used together with Visit,
	// which needs the pages themselves.
	Cache Cache
}

// Visit is a page with its result: operations, resources, or Other. The callee
// must not change or keep it.
type Visit struct {
	Index      int // of the page in path order
	Page       *page.Page
	Operations []ir.Operation
	Resources  []ir.Resource
	Other      *ir.Page
}

// Result is the result of [Load].
type Result struct {
	Spec        *ir.Spec
	Diagnostics []diag.Diagnostic // in the order of diag.Compare

	selection selection
}

// Selected reports whether Options selected the page with that path.
func (r *Result) Selected(file string) bool { return r.selection.chooses(file) }

// Unmatched returns the indexes of the globs in Options.Include that select no page.
func (r *Result) Unmatched() []int {
	var unmatched []int
	for i, glob := range r.selection.include {
		if !r.matches(glob) {
			unmatched = append(unmatched, i)
		}
	}
	return unmatched
}

// matches reports whether a glob matches a page.
func (r *Result) matches(glob string) bool {
	return slices.ContainsFunc(r.Spec.Operations, func(op ir.Operation) bool { return matchTail(glob, op.File) }) ||
		slices.ContainsFunc(r.Spec.Resources, func(res ir.Resource) bool { return matchTail(glob, res.File) }) ||
		slices.ContainsFunc(r.Spec.Others, func(page ir.Page) bool { return matchTail(glob, page.File) })
}

// Load reads the pages below the root of fsys. It returns an error only when
// the tree cannot be read; defects of pages are in the Diagnostics of the
// Result.
func Load(fsys fs.FS, opts Options) (*Result, error) {
	sel, err := newSelection(opts.Include, opts.Exclude)
	if err != nil {
		return nil, err
	}
	t, err := listTree(fsys)
	if err != nil {
		return nil, err
	}
	t.visit, t.outside, t.below = opts.Visit, opts.Outside, opts.Below
	if opts.Visit == nil {
		t.cache = opts.Cache
	}
	results := t.readAll(sel)
	spec, diags := assemble(results, opts.Base)
	keepOutside(diags)
	return &Result{Spec: spec, Diagnostics: sortDiags(append(diags, t.diags...)), selection: sel}, nil
}

// keepOutside removes the fixes of files outside the root, which are only read.
func keepOutside(diags []diag.Diagnostic) {
	for i := range diags {
		if isOutside(diags[i].At.Path) {
			diags[i].Fixes = nil
		}
	}
}
