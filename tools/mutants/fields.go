package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/token"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// fieldMutants change how a type holds a JSON property: they rename the property,
// make the field one that callers cannot set, read a list as one value, or drop the
// properties that the type does not declare. They cover the properties that examples
// contain; the tests of examples cannot notice others.
func (s *suite) fieldMutants() ([]*mutant, error) {
	shown, err := s.shownFields()
	if err != nil {
		return nil, err
	}
	var list []*mutant
	for _, path := range s.paths() {
		ast.Inspect(s.files[path], func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.TypeSpec:
				if t, ok := n.Type.(*ast.StructType); ok {
					list = append(list, s.structMutants(n.Name.Name, t, shown)...)
				}
				return false
			case *ast.FuncDecl:
				list = append(list, s.keepMutants(n, shown)...)
			}
			return true
		})
	}
	return list, nil
}

func (s *suite) structMutants(typ string, t *ast.StructType, shown testsBy) []*mutant {
	var list []*mutant
	for _, f := range t.Fields.List {
		property := propertyOf(f)
		tests := shown[typ+"."+property]
		if property == "" || len(tests) == 0 {
			continue
		}
		add := func(kind string, node ast.Node, new string) {
			m := s.mutant("types: "+kind, node, new)
			m.stage, m.group, m.tests = "fields", property, tests
			m.named = regexp.MustCompile(`\b` + regexp.QuoteMeta(property) + `\b`)
			m.what = fmt.Sprintf("%s.%s: %s", typ, property, m.what)
			list = append(list, m)
		}
		add("lost property", f.Tag, strconv.Quote(strings.Replace(text(f.Tag), property, property+"Mutant", 1)))
		add("field that cannot be set", f.Names[0], "mutant"+f.Names[0].Name)
		if at := listOf(f.Type); at != nil {
			add("list read as one value", at, "")
		}
	}
	return list
}

// brackets is the "[]" of a type.
type brackets struct{ ast.Node }

func (b brackets) End() token.Pos { return b.Pos() + 2 }

// listOf returns the brackets of a list type, nil for other types and for bytes.
func listOf(e ast.Expr) ast.Node {
	switch e := e.(type) {
	case *ast.ArrayType:
		if name(e.Elt) != "byte" {
			return brackets{e}
		}
	case *ast.IndexExpr: // Opt[[]T]
		return listOf(e.Index)
	}
	return nil
}

// keepMutants drop the undeclared properties of a type that examples contain.
func (s *suite) keepMutants(fn *ast.FuncDecl, shown testsBy) []*mutant {
	if fn.Recv == nil || fn.Name.Name != "MarshalJSON" {
		return nil
	}
	typ := name(fn.Recv.List[0].Type)
	tests := shown[typ+"."]
	call, ok := fn.Body.List[len(fn.Body.List)-1].(*ast.ReturnStmt).Results[0].(*ast.CallExpr)
	if !ok || name(call.Fun) != "encodeKeeping" || len(tests) == 0 {
		return nil
	}
	m := s.mutant("types: lost undeclared properties", call.Args[1], "nil")
	m.what = typ + ": " + m.what
	m.stage, m.group, m.tests = "fields", "", tests
	return []*mutant{m}
}

// propertyOf returns the JSON property of a field, "" if it has none.
func propertyOf(f *ast.Field) string {
	if f.Tag == nil || len(f.Names) != 1 {
		return ""
	}
	property, _, _ := strings.Cut(reflect.StructTag(text(f.Tag)).Get("json"), ",")
	return strings.TrimPrefix(property, "-")
}

// shownFields returns the tests whose messages contain a property, by "Type.property",
// and those whose messages contain undeclared properties of a type, by "Type.". It reads
// the messages of all tests with the types of the calls.
func (s *suite) shownFields() (testsBy, error) {
	w := walker{structs: map[string]*ast.StructType{}, shown: testsBy{}}
	for _, path := range s.paths() {
		ast.Inspect(s.files[path], func(n ast.Node) bool {
			if spec, ok := n.(*ast.TypeSpec); ok {
				if t, ok := spec.Type.(*ast.StructType); ok {
					w.structs[spec.Name.Name] = t
				}
			}
			return true
		})
	}
	for _, data := range slices.Sorted(maps.Keys(s.tests)) {
		for kind, typ := range map[string]ast.Expr{"request": s.bodies[data], "response": s.results[s.keys[data]]} {
			m, err := s.message(data, kind)
			if err != nil {
				return nil, err
			}
			if _, body, ok := bytes.Cut(m.text, []byte("\n\n")); ok && typ != nil {
				w.test = s.tests[data]
				w.value(body, typ)
			}
		}
	}
	return w.shown, nil
}

// walker collects the properties of types that occur in JSON.
type walker struct {
	structs map[string]*ast.StructType
	shown   testsBy
	test    string
}

func (w walker) value(data []byte, typ ast.Expr) {
	var list []json.RawMessage
	if json.Unmarshal(data, &list) == nil {
		for _, item := range list {
			w.value(item, typ)
		}
		return
	}
	var members map[string]json.RawMessage
	if json.Unmarshal(data, &members) != nil {
		return
	}
	if index, ok := typ.(*ast.IndexExpr); ok && name(index.X) == "Page" {
		w.value(members["value"], index.Index)
		return
	}
	typeName := elementName(typ)
	declared := map[string]bool{}
	w.members(typeName, members, declared)
	for property := range members {
		if !declared[property] && !strings.Contains(property, "@") {
			w.shown.add(typeName+".", w.test)
		}
	}
}

// members collects the properties that a type and its embedded types declare.
func (w walker) members(typeName string, members map[string]json.RawMessage, declared map[string]bool) {
	t := w.structs[typeName]
	if t == nil {
		return
	}
	for _, f := range t.Fields.List {
		if len(f.Names) == 0 {
			w.members(elementName(f.Type), members, declared)
			continue
		}
		property := propertyOf(f)
		value, ok := members[property]
		if property == "" || !ok {
			continue
		}
		declared[property] = true
		if string(value) != "null" && string(value) != `""` {
			w.shown.add(typeName+"."+property, w.test)
			w.value(value, f.Type)
		}
	}
}

// elementName returns the name of a type without pointers, lists, Opt and Related.
func elementName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return elementName(e.X)
	case *ast.ArrayType:
		return elementName(e.Elt)
	case *ast.IndexExpr:
		return elementName(e.Index)
	}
	return name(e)
}
