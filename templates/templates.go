// Package templates contains the support code of generated packages. Each
// subfolder is a Go package with tests. Its files are copied into the output;
// only the package clause, the import paths of the support packages and the
// header line change.
package templates

import (
	"embed"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed client/*.go server/*.go servertest/*.go exampletest/*.go exampletest/tolerance/*.go
var source embed.FS

// own is the import path of this folder, from which the support packages import
// each other.
const own = "github.com/mdwire/mdwire/templates"

// Set is the name of a support package.
type Set string

// The support packages.
const (
	Client      Set = "client"
	Server      Set = "server"
	ServerTest  Set = "servertest"
	ExampleTest Set = "exampletest"
	Tolerance   Set = "exampletest/tolerance"
)

// File is a file of a support package.
type File struct {
	Name   string
	Source string
	tree   *ast.File
}

// sets has the files of the support packages. Each is read on first use.
var sets = map[Set]func() ([]File, error){
	Client:      sync.OnceValues(func() ([]File, error) { return read(Client) }),
	Server:      sync.OnceValues(func() ([]File, error) { return read(Server) }),
	ServerTest:  sync.OnceValues(func() ([]File, error) { return read(ServerTest) }),
	ExampleTest: sync.OnceValues(func() ([]File, error) { return read(ExampleTest) }),
	Tolerance:   sync.OnceValues(func() ([]File, error) { return read(Tolerance) }),
}

// Files of a support package that are not copied: docFile describes the package in
// this repository, exportFile exports functions to the generator.
const (
	docFile    = "doc.go"
	exportFile = "export.go"
)

// Files returns the files of a set that are copied, sorted by name. The slice is
// shared: callers must not modify it.
func Files(set Set) ([]File, error) {
	files, ok := sets[set]
	if !ok {
		return nil, fmt.Errorf("no support package %q", set)
	}
	return files()
}

func read(set Set) ([]File, error) {
	entries, err := fs.ReadDir(source, string(set))
	if err != nil {
		return nil, err
	}
	var files []File
	for _, e := range entries {
		if e.Name() == docFile || e.Name() == exportFile || path.Ext(e.Name()) != ".go" || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		data, err := fs.ReadFile(source, path.Join(string(set), e.Name()))
		if err != nil {
			return nil, err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), e.Name(), data, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, fmt.Errorf("parsing a support file: %w", err)
		}
		files = append(files, File{Name: e.Name(), Source: string(data), tree: tree})
	}
	return files, nil
}

// Declared returns the package-level names that sets declare, sorted, methods as
// "Type.Method". Generated code must not declare them.
func Declared(sets ...Set) ([]string, error) {
	var names []string
	for _, set := range sets {
		files, err := Files(set)
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			names = append(names, Names(f.tree)...)
		}
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// Names returns the package-level names that a Go file declares, methods as
// "Type.Method".
func Names(tree *ast.File) []string {
	var names []string
	for _, decl := range tree.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			names = append(names, receiver(d)+d.Name.Name)
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				switch s := spec.(type) {
				case *ast.TypeSpec:
					names = append(names, s.Name.Name)
				case *ast.ValueSpec:
					for _, n := range s.Names {
						names = append(names, n.Name)
					}
				}
			}
		}
	}
	return names
}

// receiver returns "Type." for a method, "?." if the receiver is not a named type,
// and "" for a function.
func receiver(d *ast.FuncDecl) string {
	if d.Recv == nil || len(d.Recv.List) == 0 {
		return ""
	}
	t := d.Recv.List[0].Type
	if star, ok := t.(*ast.StarExpr); ok {
		t = star.X
	}
	if index, ok := t.(*ast.IndexExpr); ok {
		t = index.X
	}
	if id, ok := t.(*ast.Ident); ok {
		return id.Name + "."
	}
	return "?."
}

// Target describes the package that support files are copied to.
type Target struct {
	Package string         // name of the package
	Imports map[Set]string // import paths of the copies of the other sets
}

// Copy returns the file's source for the target, with header as its first line
// and another package clause and import paths.
func (f File) Copy(header string, to Target) []byte {
	src := f.Source
	clause := "package " + f.tree.Name.Name
	at := int(f.tree.Package) - 1 // positions in a file set with one file start at 1
	src = src[:at] + strings.Replace(src[at:], clause, "package "+to.Package, 1)
	for set, path := range to.Imports {
		src = strings.Replace(src, strconv.Quote(own+"/"+string(set)), strconv.Quote(path), 1)
	}
	return []byte(header + "\n\n" + src)
}
