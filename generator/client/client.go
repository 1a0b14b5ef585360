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

// Files writes the client package: one file a resource, holding its service
// and its types, so that a changed page changes few files.
func Files(pkg *plan.Package) []*gocode.File {
	w := &writer{pkg: pkg, byName: map[string]*gocode.File{}}
	for _, s := range pkg.Services {
		w.service(s)
	}
	for _, t := range pkg.Types {
		w.typ(t)
	}
	return w.files
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

// typ returns a type expression within the client package.
func (w *writer) code(t gocode.Type) *jen.Statement { return t.Code(w.pkg.ImportPath) }
