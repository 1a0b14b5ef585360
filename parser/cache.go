package parser

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// Cache remembers what pages gave, from one load to the next. It is asked and
// told by several goroutines at a time, for different pages.
type Cache interface {
	// Get returns what a page gave when it was last read, nil when it must
	// be read again: it has changed, or a file that it looked for has, has come
	// or has gone. What it returns is changed by linking.
	Get(file string) *PageResult
	// Put is told what a page has given. It must not keep r itself.
	Put(file string, r *PageResult)
}

// PageResult is what one page gives, before types are linked. At most one of the
// pointers is not nil.
type PageResult struct {
	Operation   *ir.Operation
	Resource    *ir.Resource
	Other       *ir.Page
	Diagnostics []diag.Diagnostic
	// Dependencies lists the other files that were looked for, there or not.
	Dependencies []string
}

// cached asks the memory for a page.
func (t *tree) cached(file string) (result, bool) {
	if t.cache == nil {
		return result{}, false
	}
	r := t.cache.Get(file)
	if r == nil {
		return result{}, false
	}
	return result{op: r.Operation, res: r.Resource, other: r.Other, diags: r.Diagnostics}, true
}

// store tells the memory what a page has given.
func (w *worker) store(file string, res result) {
	if w.tree.cache != nil {
		w.tree.cache.Put(file, &PageResult{res.op, res.res, res.other, res.diags, w.dependencies})
	}
}

// dependsOn notes that what a page gives depends on another file.
func (w *worker) dependsOn(file string) {
	if w.tree.cache != nil && file != "" {
		w.dependencies = append(w.dependencies, file)
	}
}

// dependsOnPath notes the path that hasFile has found.
func (w *worker) dependsOnPath() {
	if w.tree.cache != nil {
		w.dependencies = append(w.dependencies, string(w.path))
	}
}
