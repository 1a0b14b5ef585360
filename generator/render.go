package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"path"
	"slices"

	"github.com/mdwire/mdwire/generator/client"
	"github.com/mdwire/mdwire/generator/exampletest"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/generator/server"
	"github.com/mdwire/mdwire/templates"
)

// folders maps each package of a version to its folder. A package consists of its
// support code, copied whole, and of the rendered files.
var folders = map[templates.Set]string{
	templates.Client: "", templates.Server: "server", templates.ServerTest: "server/servertest",
	templates.ExampleTest: "exampletest", templates.Tolerance: "exampletest/tolerance",
}

// renderer renders the packages of a version. Its methods are safe for concurrent
// use.
type renderer struct {
	dir      string
	pkg      *plan.Package
	suite    *exampletest.Suite
	previous *previous
}

// rendered is the output for one group, or the common output of all groups.
type rendered struct {
	files    []file
	declared map[templates.Set][]string
	tests    *exampletest.Part // nil for the common output
	err      error
}

// file is a rendered file. Its data is nil if the file is on disk already.
type file struct {
	FileState
	data []byte
}

// group renders a group's files in each package.
func (r *renderer) group(g *plan.Group) *rendered {
	part := r.suite.Group(g)
	out := &rendered{tests: part}
	r.render(out, templates.Client, client.Group(r.pkg, g))
	r.render(out, templates.Server, server.Group(r.pkg, g))
	r.render(out, templates.ExampleTest, part.Files)
	for _, f := range part.Data {
		out.add(path.Join(r.folder(templates.ExampleTest), f.Path), f.Bytes)
	}
	return out
}

// common renders the files that belong to no group, and copies the support code.
func (r *renderer) common() *rendered {
	out := &rendered{}
	r.render(out, templates.Client, client.Common(r.pkg))
	r.render(out, templates.Server, server.Common(r.pkg))
	r.render(out, templates.ExampleTest, r.suite.Common())
	for _, set := range slices.Sorted(maps.Keys(folders)) {
		r.support(out, set)
	}
	return out
}

func (r *renderer) folder(set templates.Set) string { return path.Join(r.dir, folders[set]) }

// render adds planned files of a package.
func (r *renderer) render(out *rendered, set templates.Set, planned []*gocode.File) {
	for _, f := range planned {
		rendered, err := r.file(r.folder(set), f)
		if err != nil {
			out.fail(fmt.Errorf("generated code differs from its plan (a bug in mdwire): %w", err))
		}
		out.files = append(out.files, rendered)
		out.declare(set, f.Declared())
	}
}

// file renders a file. It skips the formatting if the file on disk was formatted
// from the same code.
func (r *renderer) file(dir string, planned *gocode.File) (file, error) {
	out := file{FileState: FileState{Path: path.Join(dir, planned.Name())}}
	raw, err := planned.Source()
	if err != nil {
		return out, err
	}
	if r.previous != nil {
		out.Source = hash(raw)
		if old, ok := r.previous.file(out.Path); ok && old.Source == out.Source {
			return file{FileState: old}, nil
		}
	}
	out.data, err = planned.Format(raw)
	return out, err
}

// identify computes the hashes of files, and drops the data of those that are on
// disk already.
func (r *renderer) identify(files []file) {
	for i := range files {
		f := &files[i]
		if f.data == nil {
			continue
		}
		f.SHA256 = hash(f.data)
		if old, ok := r.previous.file(f.Path); ok && old.SHA256 == f.SHA256 {
			f.data = nil
		}
	}
}

// support adds the support code of a package.
func (r *renderer) support(out *rendered, set templates.Set) {
	to := templates.Target{
		Package: r.pkg.Name,
		Imports: map[templates.Set]string{
			templates.Client: r.pkg.ImportPath, templates.Server: r.pkg.ServerPath(),
			templates.Tolerance: r.pkg.ImportPath + "/" + folders[templates.Tolerance],
		},
	}
	if folder := folders[set]; folder != "" {
		to.Package = path.Base(folder)
	}
	sources, err := templates.Files(set)
	out.fail(err)
	for _, src := range sources {
		out.add(path.Join(r.folder(set), src.Name), src.Copy(gocode.Header, to))
	}
	names, err := templates.Declared(set)
	out.fail(err)
	out.declare(set, names)
}

// add adds a file that is not formatted.
func (out *rendered) add(path string, data []byte) {
	out.files = append(out.files, file{FileState: FileState{Path: path}, data: data})
}

func (out *rendered) declare(set templates.Set, names []string) {
	if out.declared == nil {
		out.declared = map[templates.Set][]string{}
	}
	out.declared[set] = append(out.declared[set], names...)
}

// fail records the first error.
func (out *rendered) fail(err error) {
	if out.err == nil {
		out.err = err
	}
}

// check returns the first error of the rendering. It also checks that no package
// declares a name twice, which would be a bug in the planner.
func check(all []*rendered) error {
	declared := map[templates.Set][]string{}
	for _, out := range all {
		if out.err != nil {
			return out.err
		}
		for set, names := range out.declared {
			declared[set] = append(declared[set], names...)
		}
	}
	for _, set := range slices.Sorted(maps.Keys(folders)) {
		if name := repeated(declared[set]); name != "" {
			return fmt.Errorf("generated code would declare %s twice (a bug in mdwire)", name)
		}
	}
	return nil
}

// repeated returns the first name that is in the list twice, and "" if there is
// none. The blank identifier may be repeated.
func repeated(names []string) string {
	slices.Sort(names)
	for i := 1; i < len(names); i++ {
		if names[i] == names[i-1] && names[i] != "_" {
			return names[i]
		}
	}
	return ""
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
