// Package client writes the client package from a plan: operation descriptors,
// services with a method per operation, and types. The plan has decided every
// name; here it only becomes Go.
package client

import (
	"github.com/dave/jennifer/jen"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
)

// ending of the files written here.
const ending = "_gen.go"

// writer holds the files being written, by name and in order of creation.
type writer struct {
	pkg    *plan.Package
	byName map[string]*gocode.File
	files  []*gocode.File
}

// Common writes what the package has beside its resources: its comment.
func Common(pkg *plan.Package) []*gocode.File {
	w := &writer{pkg: pkg}
	w.doc()
	return w.files
}

// Group writes what a resource has in the client package: a file that holds its
// service and its types.
func Group(pkg *plan.Package, g *plan.Group) []*gocode.File {
	w := &writer{pkg: pkg, byName: map[string]*gocode.File{}}
	for _, s := range g.Services {
		w.service(s)
	}
	for _, t := range g.Types {
		w.typ(t)
	}
	return w.files
}

// doc writes the package comment: how to begin.
func (w *writer) doc() {
	f := gocode.NewFile("doc_of_client_gen.go", w.pkg.ImportPath, w.pkg.Name)
	f.PackageDoc(
		"Package "+w.pkg.Name+" is a client of the API that its reference pages document.",
		"",
		"[NewClient] makes a [Client]; a method of it names a resource, a method of that",
		"makes a documented call. A call that pages document for several paths takes a",
		"route, which constructors named after the call make. Lists are read page by",
		"page while a loop asks for more: see [Collection]. Relationships, of type [Related],",
		"come when they are asked for, with [Expand]; [Expanded] reads them, [Relate] makes",
		"one to send. The types of PATCH bodies tell properties that are not sent from those",
		"that are set, with [Set], or cleared, with [Null]. [As] reads a value as a type that",
		"extends its own; the methods of that type named As… are the way back.",
		"Errors of the service are an [*Error].",
	)
	w.files = append(w.files, f)
}

func (w *writer) file(base string) *gocode.File {
	name := gocode.FileName(base, ending)
	if f := w.byName[name]; f != nil {
		return f
	}
	f := gocode.NewFile(name, w.pkg.ImportPath, w.pkg.Name)
	w.byName[name] = f
	w.files = append(w.files, f)
	return f
}

// code returns a type expression within the client package.
func (w *writer) code(t gocode.Type) *jen.Statement { return t.Code(w.pkg.ImportPath) }
