package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// suite is the packages of one API version with their tests.
type suite struct {
	dir    string // "golden/v1"
	fset   *token.FileSet
	files  map[string]*ast.File // by path
	source map[string][]byte
	tested testsBy             // the tests that call an operation, by its key
	routes map[string]bool     // "Key 0": the routes that tests use
	data   map[string][]string // the messages of an operation's tests: "user-get/get_user"
	tests  map[string]string   // test names by message
	keys   map[string]string   // operations by message
	bodies map[string]ast.Expr // the types of bodies that tests send, by message
	called testsBy             // the tests that call a function, see callers
	// results has the types that handlers return, by operation.
	results map[string]ast.Expr
}

// testsBy has sets of tests by what they reach.
type testsBy map[string]map[string]bool

func (t testsBy) add(key, test string) {
	if t[key] == nil {
		t[key] = map[string]bool{}
	}
	t[key][test] = true
}

// newSuite reads the generated packages in a folder.
func newSuite(dir string) (*suite, error) {
	s := &suite{
		dir: dir, fset: token.NewFileSet(), files: map[string]*ast.File{}, source: map[string][]byte{},
		tested: testsBy{}, routes: map[string]bool{}, data: map[string][]string{}, tests: map[string]string{},
		keys: map[string]string{}, bodies: map[string]ast.Expr{}, results: map[string]ast.Expr{},
	}
	for _, pattern := range []string{"*.go", "server/*.go", "exampletest/*_gen_test.go"} {
		paths, err := filepath.Glob(filepath.Join(s.dir, pattern))
		if err != nil || len(paths) == 0 {
			return nil, fmt.Errorf("no files %s in %s", pattern, s.dir)
		}
		for _, path := range paths {
			if err := s.read(path); err != nil {
				return nil, err
			}
		}
	}
	for path, file := range s.files {
		if strings.HasSuffix(path, "_test.go") {
			s.findTests(file)
		}
	}
	return s, nil
}

func (s *suite) read(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	s.source[path] = data
	s.files[path], err = parser.ParseFile(s.fset, path, data, parser.SkipObjectResolution)
	return err
}

// findTests records the arguments of open in the subtests of a file: open(t,
// "user-get/get", &v1.OpUserGet, 0).
func (s *suite) findTests(file *ast.File) {
	for _, decl := range file.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if ok && fn.Recv != nil {
			s.results[fn.Name.Name] = newOf(fn)
		}
		if !ok || !strings.HasPrefix(fn.Name.Name, "Test") {
			continue
		}
		last := "" // the message of the test
		ast.Inspect(fn, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if ok && name(call.Fun) == "body" {
				s.bodies[last] = newOf(call)
			}
			if !ok || name(call.Fun) != "open" || len(call.Args) != 4 {
				return true
			}
			data, route := text(call.Args[1]), call.Args[3].(*ast.BasicLit).Value
			key := strings.TrimPrefix(name(call.Args[2]), "Op")
			s.tested.add(key, fn.Name.Name)
			s.routes[key+" "+route] = true
			s.data[key] = append(s.data[key], data)
			s.keys[data], last = key, data
			s.tests[data] = fn.Name.Name + "/" + data[strings.LastIndexByte(data, '/')+1:]
			return true
		})
	}
}

// newOf returns the type of the first call of new in a node, nil if there is none.
func newOf(n ast.Node) (typ ast.Expr) {
	ast.Inspect(n, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && typ == nil && name(call.Fun) == "new" {
			typ = call.Args[0]
		}
		return typ == nil
	})
	return typ
}

// sends reports whether the tests of an operation send a body.
func (s *suite) sends(key string) bool {
	for _, data := range s.data[key] {
		m, err := s.message(data, "request")
		_, body, _ := bytes.Cut(m.text, []byte("\n\n"))
		if err == nil && len(bytes.TrimSpace(body)) > len("{}") {
			return true
		}
	}
	return false
}

// message is a documented message with its position in an archive.
type message struct {
	file  string
	start int
	text  []byte
}

// message finds a message of test data, such as "message/message-move/example", in the
// archive of its resource.
func (s *suite) message(data, kind string) (message, error) {
	resource, name, _ := strings.Cut(data, "/")
	m := message{file: filepath.Join(s.dir, "exampletest", "testdata", resource+".txtar")}
	archive, ok := s.source[m.file]
	if !ok {
		var err error
		if archive, err = os.ReadFile(m.file); err != nil {
			return m, err
		}
		s.source[m.file] = archive
	}
	head := bytes.Index(archive, []byte("\n-- "+name+"."+kind+" "))
	if head < 0 {
		return m, fmt.Errorf("%s has no %s.%s", m.file, name, kind)
	}
	m.start = head + 1 + bytes.IndexByte(archive[head+1:], '\n') + 1
	m.text, _, _ = bytes.Cut(archive[m.start:], []byte("\n-- "))
	return m, nil
}

// name returns the last name of an expression: OpUserGet of &v1.OpUserGet.
func name(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.UnaryExpr:
		return name(e.X)
	case *ast.StarExpr:
		return name(e.X)
	}
	return ""
}

// text returns the value of a string literal, "" for other expressions.
func text(e ast.Expr) string {
	if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
		if s, err := strconv.Unquote(lit.Value); err == nil {
			return s
		}
	}
	return ""
}
