// Package templates holds the support code of generated packages: real Go
// packages that compile and have tests of their own, in the folders beside
// this file. They are copied whole into the output; only the package clause,
// the import paths of one another and the header line change.
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

//go:embed client/*.go server/*.go servertest/*.go exampletest/*.go
var source embed.FS

// own is the import path of this folder, which stands in the imports of the
// support packages.
const own = "github.com/mdwire/mdwire/templates"

// Set is one of the support packages.
type Set string

// The support packages.
const (
	Client      Set = "client"
	Server      Set = "server"
	ServerTest  Set = "servertest"
	ExampleTest Set = "exampletest"
)

// File is a support file: its name and source as it stands in this folder.
type File struct {
	Name   string
	Source string
	tree   *ast.File
}

// sets are the support packages, each read when it is first asked for.
var sets = map[Set]func() ([]File, error){
	Client:      sync.OnceValues(func() ([]File, error) { return read(Client) }),
	Server:      sync.OnceValues(func() ([]File, error) { return read(Server) }),
	ServerTest:  sync.OnceValues(func() ([]File, error) { return read(ServerTest) }),
	ExampleTest: sync.OnceValues(func() ([]File, error) { return read(ExampleTest) }),
}

// Files returns the support files of a set, by name; tests are not among them.
// The slice is shared: it must not be changed.
func Files(set Set) ([]File, error) {
	files, ok := sets[set]
	if !ok {
		return nil, fmt.Errorf("there is no support package %q", set)
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
		if strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		data, err := fs.ReadFile(source, path.Join(string(set), e.Name()))
		if err != nil {
			return nil, err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), e.Name(), data, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, fmt.Errorf("support file: %w", err)
		}
		files = append(files, File{Name: e.Name(), Source: string(data), tree: tree})
	}
	return files, nil
}

// Declared returns the package-level names that sets declare, methods as
// "Type.Method". Generated code keeps clear of them.
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

// receiver returns "Type." for a method, "?." for one of what is no named type,
// "" for a function.
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

// Target says where a copy of the support code will stand.
type Target struct {
	Package string         // name of the package that it becomes part of
	Imports map[Set]string // import paths of the copies of the other sets
}

// Copy returns the file as it stands in the target: header on top, its package
// clause and the paths of the other support packages replaced.
func (f File) Copy(header string, to Target) []byte {
	src := f.Source
	clause := "package " + f.tree.Name.Name
	at := int(f.tree.Package) - 1 // positions count from 1 in a file set of one file
	src = src[:at] + strings.Replace(src[at:], clause, "package "+to.Package, 1)
	for set, path := range to.Imports {
		src = strings.Replace(src, strconv.Quote(own+"/"+string(set)), strconv.Quote(path), 1)
	}
	return []byte(header + "\n\n" + src)
}
