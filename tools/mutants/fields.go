package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
	pages "github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/specs"
)

// fieldMutants rename one JSON property of a type each. They cover the properties that
// examples contain; the tests of examples cannot notice others.
func (s *suite) fieldMutants() ([]*mutant, error) {
	shown, err := s.shownFields()
	if err != nil {
		return nil, err
	}
	var list []*mutant
	for _, path := range s.paths() {
		ast.Inspect(s.files[path], func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			if t, ok := spec.Type.(*ast.StructType); ok {
				list = append(list, s.tagMutants(spec.Name.Name, t, shown)...)
			}
			return false
		})
	}
	return list, nil
}

func (s *suite) tagMutants(typ string, t *ast.StructType, shown map[string]bool) []*mutant {
	var list []*mutant
	for _, f := range t.Fields.List {
		if f.Tag == nil {
			continue
		}
		tag := text(f.Tag)
		property, _, _ := strings.Cut(reflect.StructTag(tag).Get("json"), ",")
		if !shown[typ+"."+property] {
			continue
		}
		m := s.mutant("types: lost property", f.Tag, strconv.Quote(strings.Replace(tag, property, property+"Mutant", 1)))
		named := regexp.MustCompile(`\b` + regexp.QuoteMeta(property) + `\b`)
		m.stage, m.group = "fields", property
		m.by = func(r run) bool { return named.MatchString(r.output) }
		m.what = fmt.Sprintf("%s loses %s", typ, property)
		list = append(list, m)
	}
	return list
}

// shownFields returns the "Type.property" pairs that occur in examples.
func (s *suite) shownFields() (map[string]bool, error) {
	read, err := pages.Load(specs.FS, pages.Options{})
	if err != nil {
		return nil, err
	}
	w := walker{types: map[string]*plan.Type{}, shown: map[string]bool{}}
	for _, version := range read.Spec.Versions() {
		if !strings.HasPrefix(s.dir, "golden/"+strings.TrimSuffix(version, ".0")) {
			continue
		}
		pkg := plan.New(read.Spec, plan.Options{Name: "graph", ImportPath: "example.com/graph", Version: version}).Package
		for _, t := range pkg.Types {
			w.types[t.Name] = t
		}
		for _, service := range pkg.Services {
			for _, m := range service.Methods {
				if s.tested[m.Key] != nil {
					w.method(m)
				}
			}
		}
	}
	return w.shown, nil
}

// walker collects the properties of planned types that occur in JSON.
type walker struct {
	types map[string]*plan.Type
	shown map[string]bool
}

func (w walker) method(m *plan.Method) {
	for _, ex := range m.Op.Examples {
		if ex.Request != nil && ex.Response != nil {
			w.value(ex.Request.JSON, m.Body.Type)
			if m.Result.Kind == plan.Collection || m.Result.Kind == plan.Scalar {
				var wrapped struct{ Value json.RawMessage }
				if json.Unmarshal(ex.Response.JSON, &wrapped) == nil {
					w.value(wrapped.Value, m.Result.Type)
				}
				continue
			}
			w.value(ex.Response.JSON, m.Result.Type)
		}
	}
}

func (w walker) value(data []byte, typ gocode.Type) {
	var list []json.RawMessage
	if json.Unmarshal(data, &list) == nil {
		for _, item := range list {
			w.value(item, typ)
		}
	}
	var members map[string]json.RawMessage
	if json.Unmarshal(data, &members) != nil {
		return
	}
	for t := w.types[typ.Name]; t != nil; t = t.Base {
		for _, f := range t.Fields {
			if value, ok := members[f.JSON]; ok && string(value) != "null" && string(value) != `""` {
				w.shown[t.Name+"."+f.JSON] = true
				w.value(value, f.Type)
			}
		}
	}
}
