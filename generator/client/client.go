// Package client renders the client package from a plan: operation descriptors,
// services with a method per operation, and types. It decides no names.
package client

import (
	"github.com/dave/jennifer/jen"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
)

// ending is the end of the names of all rendered files.
const ending = "_gen.go"

// writer holds the files that are being rendered.
type writer struct {
	pkg    *plan.Package
	byName map[string]*gocode.File
	files  []*gocode.File // in order of creation
}

// Common renders the files that belong to no resource: the package comment and the
// places.
func Common(pkg *plan.Package) []*gocode.File {
	w := &writer{pkg: pkg}
	w.doc()
	w.places()
	return w.files
}

// Group renders the files of a group: its services and its types.
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

// doc renders the package comment, which explains how to use the package.
func (w *writer) doc() {
	f := gocode.NewFile("doc_of_client_gen.go", w.pkg.ImportPath, w.pkg.Name)
	f.PackageDoc("Package "+w.pkg.Name+" is a client for an API, made from its reference pages.", "")
	if w.pkg.BaseURL != "" {
		f.PackageDoc("The pages have the base URL "+w.pkg.BaseURL+". Pass it, or that of", "your environment, to [NewClient].", "")
	}
	f.PackageDoc(
		"[NewClient] returns a [Client]. A Client has a method for each resource, which",
		"returns a service; a service has a method for each documented call. A method takes",
		"the place that it is about, made by a function named after its path:",
		"/users/{id}/messages/{id} is AtUsersMessages(userID, messageID). Lists are read page",
		"by page as a loop needs them: see [Collection]. Other calls are made at once.",
		"",
		"Relationships have the type [Related]. The service sends them only if they are",
		"requested with [Expand]; [Expanded] reads them, and [Relate] makes one to send. In",
		"the types of PATCH bodies a property is set with [Set], cleared with [Null], or not",
		"sent. [As] converts a value to a type that extends its own; the methods of that",
		"type named As… convert it back. An error of the service is an [*Error];",
		"[WithResponse] gives the headers of a response. [Client.Do] makes a call that has",
		"no method.",
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
