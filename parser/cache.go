package parser

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// Cache keeps the results of pages from one load to the next. Several
// goroutines use it at once, for different pages.
type Cache interface {
	// Get returns the result of a page, nil when the page must be read again:
	// because it or a dependency has changed, appeared or disappeared. Linking
	// changes the result.
	Get(file string) *PageResult
	// Put stores the result of a page. It must not keep r itself.
	Put(file string, r *PageResult)
}

// PageResult is the result of one page, before types are linked: operations,
// resources, or Other.
type PageResult struct {
	Operations  []ir.Operation
	Resources   []ir.Resource
	Other       *ir.Page
	Diagnostics []diag.Diagnostic
	// Dependencies are the other files that the page refers to, whether they
	// exist or not.
	Dependencies []string
}

// cached returns the cached result of a page.
func (t *tree) cached(file string) (result, bool) {
	if t.cache == nil {
		return result{}, false
	}
	r := t.cache.Get(file)
	if r == nil {
		return result{}, false
	}
	return result{ops: r.Operations, resources: r.Resources, other: r.Other, diags: r.Diagnostics}, true
}

// store stores the result of a page in the cache.
func (w *worker) store(file string, res result) {
	if w.tree.cache != nil {
		w.tree.cache.Put(file, &PageResult{res.ops, res.resources, res.other, res.diags, w.dependencies})
	}
}

// dependsOn records that the result of the current page depends on another
// file.
func (w *worker) dependsOn(file string) {
	if w.tree.cache != nil && file != "" {
		w.dependencies = append(w.dependencies, file)
	}
}

// dependsOnPath records the path that hasFile has found.
func (w *worker) dependsOnPath() {
	if w.tree.cache != nil {
		w.dependencies = append(w.dependencies, string(w.path))
	}
}
