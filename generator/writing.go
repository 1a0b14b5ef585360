package generator

import (
	"fmt"
	"maps"
	"path"
	"slices"

	"github.com/mdwire/mdwire/generator/client"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/generator/server"
	"github.com/mdwire/mdwire/generator/tests"
	"github.com/mdwire/mdwire/templates"
)

// folders are where the packages of a version stand. Each is its support code,
// copied whole, and what the writers add to it.
var folders = map[templates.Set]string{
	templates.Client: "", templates.Server: "server", templates.ServerTest: "server/servertest", templates.ExampleTest: "exampletest",
}

// writing is the writing of a version's packages. Its methods may be called at
// the same time.
type writing struct {
	dir      string
	pkg      *plan.Package
	suite    *tests.Suite
	standing func(path string) (Standing, bool) // see Options
}

// written is what was written of a group, or of what all groups share.
type written struct {
	files    []File
	declared map[templates.Set][]string
	tests    *tests.Part // of a group
	err      error
}

// group writes what a group has in each package.
func (w *writing) group(g *plan.Group) *written {
	part := w.suite.Group(g)
	out := &written{tests: part}
	w.render(out, templates.Client, client.Group(w.pkg, g))
	w.render(out, templates.Server, server.Group(w.pkg, g))
	w.render(out, templates.ExampleTest, part.Files)
	for _, f := range part.Data {
		out.files = append(out.files, File{Path: path.Join(w.folder(templates.ExampleTest), f.Path), Data: f.Bytes})
	}
	return out
}

// common writes what all groups share, the support code with it.
func (w *writing) common() *written {
	out := &written{}
	w.render(out, templates.Client, client.Common(w.pkg))
	w.render(out, templates.Server, server.Common(w.pkg))
	w.render(out, templates.ExampleTest, w.suite.Common())
	for _, set := range slices.Sorted(maps.Keys(folders)) {
		w.support(out, set)
	}
	return out
}

func (w *writing) folder(set templates.Set) string { return path.Join(w.dir, folders[set]) }

// render adds planned files of a package.
func (w *writing) render(out *written, set templates.Set, planned []*gocode.File) {
	for _, f := range planned {
		file, err := renderFile(w.folder(set), f, w.standing)
		if err != nil {
			out.fail(fmt.Errorf("generated code is not what was planned (a fault of mdwire): %w", err))
		}
		out.files = append(out.files, file)
		out.declare(set, f.Declared())
	}
}

// docFile is the support packages' own package comment, which says what they
// are here, not what the copies are.
const docFile = "doc.go"

// support adds the code that is copied whole into a package.
func (w *writing) support(out *written, set templates.Set) {
	to := templates.Target{
		Package: w.pkg.Name,
		Imports: map[templates.Set]string{templates.Client: w.pkg.ImportPath, templates.Server: w.pkg.ImportPath + "/server"},
	}
	if folder := folders[set]; folder != "" {
		to.Package = path.Base(folder)
	}
	sources, err := templates.Files(set)
	out.fail(err)
	for _, src := range sources {
		if src.Name != docFile {
			out.files = append(out.files, File{Path: path.Join(w.folder(set), src.Name), Data: src.Copy(gocode.Header, to)})
		}
	}
	names, err := templates.Declared(set)
	out.fail(err)
	out.declare(set, names)
}

func (w *written) declare(set templates.Set, names []string) {
	if w.declared == nil {
		w.declared = map[templates.Set][]string{}
	}
	w.declared[set] = append(w.declared[set], names...)
}

// fail keeps the first error.
func (w *written) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}

// check returns the first error of the writing. That a name is declared twice in
// a package is a fault of the planner, and better told than compiled.
func check(all []*written) error {
	declared := map[templates.Set][]string{}
	for _, w := range all {
		if w.err != nil {
			return w.err
		}
		for set, names := range w.declared {
			declared[set] = append(declared[set], names...)
		}
	}
	for _, set := range slices.Sorted(maps.Keys(folders)) {
		if name := repeated(declared[set]); name != "" {
			return fmt.Errorf("generated code would declare %s twice (a fault of mdwire)", name)
		}
	}
	return nil
}

// repeated returns the first name that stands in a list twice.
func repeated(names []string) string {
	slices.Sort(names)
	for i := 1; i < len(names); i++ {
		if names[i] == names[i-1] && names[i] != "_" {
			return names[i]
		}
	}
	return ""
}
