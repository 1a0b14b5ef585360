package main

import (
	"fmt"
	"go/ast"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// mutant is one change of the code.
type mutant struct {
	suite      *suite
	kind       string
	file       string
	start, end int // of the replaced text
	new        string
	what       string // old and new, for the report
	// Mutants of one stage share runs, unless they are of one group and have a test in
	// common. tests are the tests that may notice the mutant. If other mutants share a
	// run with it, the report of a test must also match named, unless that is nil.
	stage, group string
	tests        map[string]bool
	named        *regexp.Regexp
	noticed      bool
}

func (m *mutant) String() string { return m.file + ": " + m.what }

// mutants returns all mutants.
func (s *suite) mutants() ([]*mutant, error) {
	var list []*mutant
	for _, path := range s.paths() {
		switch {
		case strings.HasSuffix(path, "_test.go"): // the tests themselves
		case filepath.Base(filepath.Dir(path)) == "server":
			list = append(list, s.serverMutants(path)...)
		case strings.HasSuffix(path, "_gen.go"):
			list = append(list, s.clientMutants(path)...)
		}
	}
	fields, err := s.fieldMutants()
	if err != nil {
		return nil, err
	}
	messages, err := s.messageMutants()
	return slices.Concat(list, s.optionMutants(), fields, messages), err
}

func (s *suite) paths() []string { return slices.Sorted(maps.Keys(s.files)) }

// ofOperation returns a mutant that the tests of an operation should notice, nil if
// the operation has no tests.
func (s *suite) ofOperation(kind, key string, node ast.Node, new string) []*mutant {
	tests := s.tested[key]
	if len(tests) == 0 {
		return nil
	}
	m := s.mutant(kind, node, new)
	m.stage, m.group, m.tests = "operations", key, tests
	return []*mutant{m}
}

func (s *suite) mutant(kind string, node ast.Node, new string) *mutant {
	from, to := s.fset.Position(node.Pos()), s.fset.Position(node.End())
	old := string(s.source[from.Filename][from.Offset:to.Offset])
	return &mutant{
		suite: s, kind: kind, file: from.Filename, start: from.Offset, end: to.Offset, new: new,
		what: fmt.Sprintf("line %d: %s becomes %s", from.Line, old, new),
	}
}

// clientMutants change the method, path and body of each call, and its description of
// the response.
func (s *suite) clientMutants(path string) []*mutant {
	var list []*mutant
	for _, decl := range s.files[path].Decls {
		switch d := decl.(type) {
		case *ast.GenDecl:
			ast.Inspect(d, func(n ast.Node) bool {
				if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == 1 {
					list = append(list, s.infoMutants(strings.TrimPrefix(spec.Names[0].Name, "Op"), spec.Values[0])...)
				}
				return true
			})
		case *ast.FuncDecl:
			if filepath.Base(path) == "places_gen.go" {
				list = append(list, s.placeMutants(d)...)
				continue
			}
			list = append(list, s.callMutants(d)...)
		}
	}
	return list
}

// infoMutants change the OperationInfo that client and server share.
func (s *suite) infoMutants(key string, value ast.Expr) []*mutant {
	info, ok := value.(*ast.CompositeLit)
	if !ok || name(info.Type) != "OperationInfo" {
		return nil
	}
	var list []*mutant
	for _, e := range info.Elts {
		kv := e.(*ast.KeyValueExpr)
		switch name(kv.Key) {
		case "Success":
			list = append(list, s.ofOperation("server: wrong status", key, kv.Value, otherStatus(kv.Value))...)
		case "Routes":
			for i, route := range kv.Value.(*ast.CompositeLit).Elts {
				if s.routes[key+" "+strconv.Itoa(i)] {
					list = append(list, s.routeMutants(key, route.(*ast.CompositeLit))...)
				}
			}
		}
	}
	return list
}

func otherStatus(e ast.Expr) string {
	if e.(*ast.BasicLit).Value == "202" {
		return "200"
	}
	return "202"
}

// routeMutants change the method and the path of a route. Client and server share it,
// so that only the documented request shows the difference.
func (s *suite) routeMutants(key string, route *ast.CompositeLit) []*mutant {
	method, template := route.Elts[0], route.Elts[1]
	path := text(template)
	list := s.ofOperation("wrong method", key, method, `"TRACE"`)
	add := func(kind, path string) {
		list = append(list, s.ofOperation(kind, key, template, strconv.Quote(path))...)
	}
	add("slash dropped or added", otherSlash(path))
	add("wrong base", "/v1.0"+path)
	for i, segment := range strings.Split(path, "/") {
		if segment != "" && !strings.ContainsAny(segment, "{") {
			add("wrong path segment", replaced(path, i))
		}
	}
	return list
}

// placeMutants change the arguments of a place, and its index among those of a method.
func (s *suite) placeMutants(fn *ast.FuncDecl) []*mutant {
	var list []*mutant
	add := func(kind string, tests map[string]bool, node ast.Node, new string) {
		if len(tests) > 0 {
			m := s.mutant(kind, node, new)
			m.stage, m.group, m.tests = "operations", fn.Name.Name, tests
			list = append(list, m)
		}
	}
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		value, ok := n.(*ast.CompositeLit)
		switch {
		case !ok:
		case name(value.Type) == "position" && s.sharing(fn.Name.Name) > 1:
			add("client: place of another route", s.callers(placeOf(fn)), value.Elts[0], value.Elts[0].(*ast.BasicLit).Value+"^1")
		case fn.Recv == nil:
			for _, arg := range value.Elts {
				add("client: wrong argument", s.callers(fn.Name.Name), arg, `"mutant"`)
				add("client: argument sent as its placeholder", s.callers(fn.Name.Name), arg, strconv.Quote("{"+name(arg)+"}"))
			}
		}
		return true
	})
	return list
}

// sharing returns how many places of the same package have a method.
func (s *suite) sharing(method string) int {
	n := 0
	for path, file := range s.files {
		if filepath.Base(path) != "places_gen.go" {
			continue
		}
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Name.Name == method {
				n++
			}
		}
	}
	return n
}

// placeOf returns the function that makes the values of a method's receiver.
func placeOf(fn *ast.FuncDecl) string {
	of := name(fn.Recv.List[0].Type)
	return strings.ToUpper(of[:1]) + of[1:]
}

// callMutants change the arguments and the body of a call.
func (s *suite) callMutants(fn *ast.FuncDecl) []*mutant {
	key := s.keyOf(fn)
	if key == "" {
		return nil
	}
	var list []*mutant
	add := func(kind string, node ast.Node, new string) {
		list = append(list, s.ofOperation(kind, key, node, new)...)
	}
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if name(n.Fun) == "with" { // the arguments of a function
				for _, arg := range n.Args {
					add("client: wrong argument", arg, `"mutant"`)
				}
			}
		case *ast.KeyValueExpr:
			if name(n.Key) == "body" && s.sends(key) {
				add("client: lost body", n.Value, "nil")
			}
			if args, ok := n.Value.(*ast.CompositeLit); ok && name(n.Key) == "args" {
				for _, arg := range args.Elts {
					add("client: wrong argument", arg, `"mutant"`)
				}
			}
			if name(n.Key) == "query" {
				add("client: dropped query value", n.Value, "nil")
			}
		}
		return true
	})
	return list
}

// otherSlash drops the slash at the end of a path, or adds one.
func otherSlash(line string) string {
	if short, ok := strings.CutSuffix(line, "/"); ok {
		return short
	}
	return line + "/"
}

// replaced returns a path with another segment i.
func replaced(path string, i int) string {
	segments := strings.Split(path, "/")
	segments[i] += "Mutant"
	return strings.Join(segments, "/")
}

// keyOf returns the operation of a call, "" if a function makes none.
func (s *suite) keyOf(fn *ast.FuncDecl) string {
	key := ""
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		if kv, ok := n.(*ast.KeyValueExpr); ok && name(kv.Key) == "op" {
			key = strings.TrimPrefix(name(kv.Value), "Op")
		}
		return true
	})
	return key
}

// callers returns the tests that call a function of the client package.
func (s *suite) callers(fn string) map[string]bool {
	if s.called == nil {
		s.called = testsBy{}
		for path, file := range s.files {
			if strings.HasSuffix(path, "_test.go") {
				s.findCalls(file)
			}
		}
	}
	return s.called[fn]
}

func (s *suite) findCalls(file *ast.File) {
	for _, decl := range file.Decls {
		test, ok := decl.(*ast.FuncDecl)
		if !ok || test.Recv != nil {
			continue
		}
		ast.Inspect(test, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				s.called.add(name(call.Fun), test.Name.Name)
			}
			return true
		})
	}
}

// serverMutants change how the server reads a request.
func (s *suite) serverMutants(path string) []*mutant {
	var list []*mutant
	ast.Inspect(s.files[path], func(n ast.Node) bool {
		route, ok := n.(*ast.CompositeLit)
		if !ok || len(route.Elts) != 3 || !strings.HasPrefix(name(route.Elts[0]), "Op") {
			return true
		}
		key := strings.TrimPrefix(name(route.Elts[0]), "Op")
		list = append(list, s.bindingMutants(key, route.Elts[1], route.Elts[2])...)
		list = append(list, s.handlerMutants(key, route.Elts[2])...)
		return false
	})
	return list
}

// bindingMutants change which argument gets a path parameter: the parameter's place
// in the routes that tests use, or the argument of a field if there is one route.
func (s *suite) bindingMutants(key string, places, serve ast.Expr) []*mutant {
	var list []*mutant
	if table, ok := places.(*ast.CompositeLit); ok {
		for i, route := range table.Elts {
			places, served := route.(*ast.CompositeLit) // nil if another handler serves the route
			if !served || !s.routes[key+" "+strconv.Itoa(i)] {
				continue
			}
			for _, place := range places.Elts {
				list = append(list, s.ofOperation("server: wrong path binding", key, place, "9")...)
			}
		}
		return list
	}
	ast.Inspect(serve, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && name(call.Fun) == "arg" {
			list = append(list, s.ofOperation("server: wrong path binding", key, call.Args[0], "9")...)
		}
		return true
	})
	return list
}

func (s *suite) handlerMutants(key string, serve ast.Expr) []*mutant {
	var list []*mutant
	ast.Inspect(serve, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		switch name(call.Fun) {
		case "queryArg":
			list = append(list, s.ofOperation("server: wrong query value", key, call.Args[0], `"mutant"`)...)
		case "readJSON", "readContent":
			if s.sends(key) {
				list = append(list, s.ofOperation("server: lost body", key, call, "error(nil)")...)
			}
		}
		return true
	})
	return list
}

// optionMutants change the request options of the support code.
func (s *suite) optionMutants() []*mutant {
	var list []*mutant
	for _, decl := range s.files[filepath.Join(s.dir, "requestoption.go")].Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Recv != nil || fn.Type.Results == nil || name(fn.Type.Results.List[0].Type) != "RequestOption" || len(s.callers(fn.Name.Name)) == 0 {
			continue
		}
		value := fn.Body.List[len(fn.Body.List)-1].(*ast.ReturnStmt).Results[0]
		kind := "client: dropped query value"
		if k := name(value.(*ast.CompositeLit).Elts[0]); strings.HasSuffix(k, "Header") {
			kind = "client: dropped header"
		}
		m := s.mutant(kind, value, "RequestOption{}")
		m.what = fmt.Sprintf("line %d: %s does nothing", s.fset.Position(fn.Pos()).Line, fn.Name.Name)
		m.stage, m.tests = "support", s.callers(fn.Name.Name)
		list = append(list, m)
	}
	return list
}
