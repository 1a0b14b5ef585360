package parser

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// Memory remembers what pages gave, from one load to the next. It is asked and
// told by several goroutines at a time, for different pages.
type Memory interface {
	// Recall returns what a page gave when it was last read, nil when it must
	// be read again: it has changed, or a file that it looked for has, has come
	// or has gone. What it returns is changed by linking.
	Recall(file string) *Reading
	// Keep is told what a page has given. It must not keep r itself.
	Keep(file string, r *Reading)
}

// Reading is what one page gives, before types are linked. At most one of the
// pointers is not nil.
type Reading struct {
	Operation *ir.Operation
	Resource  *ir.Resource
	Other     *ir.Page
	Findings  []diag.Diagnostic
	// Looked lists the other files that were looked for, there or not.
	Looked []string
}

// recall asks the memory for a page.
func (t *tree) recall(file string) (result, bool) {
	if t.memory == nil {
		return result{}, false
	}
	r := t.memory.Recall(file)
	if r == nil {
		return result{}, false
	}
	return result{op: r.Operation, res: r.Resource, other: r.Other, diags: r.Findings}, true
}

// keep tells the memory what a page has given.
func (w *worker) keep(file string, res result) {
	if w.tree.memory != nil {
		w.tree.memory.Keep(file, &Reading{res.op, res.res, res.other, res.diags, w.looked})
	}
}

// look notes that what a page gives depends on another file.
func (w *worker) look(file string) {
	if w.tree.memory != nil && file != "" {
		w.looked = append(w.looked, file)
	}
}

// lookPath notes the path that hasFile has found.
func (w *worker) lookPath() {
	if w.tree.memory != nil {
		w.looked = append(w.looked, string(w.path))
	}
}
