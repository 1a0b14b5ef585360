package generator

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// printer writes values in a form of which equal ones have the same, to be
// hashed: all that the code of a group is made from. What a plan's parts point
// to beside is written as a name; that is what the code has of it, or it is
// part of what all groups share.
type printer struct {
	buf    []byte
	shared bool // leave out what only the code of a part's own group has
}

func (p *printer) sum() string {
	sum := sha256.Sum256(p.buf)
	return string(sum[:])
}

func (p *printer) text(s string) {
	p.buf = binary.AppendUvarint(p.buf, uint64(len(s)))
	p.buf = append(p.buf, s...)
}

// own are the fields that only the code of their own group has: prose, and what
// a page says of its own call.
var own = map[reflect.Type]string{
	reflect.TypeFor[plan.Service](): "Doc",
	reflect.TypeFor[plan.Body]():    "Doc",
	reflect.TypeFor[plan.Type]():    "Doc Source",
	reflect.TypeFor[plan.Field]():   "Doc",
	reflect.TypeFor[plan.Const]():   "Doc",
	reflect.TypeFor[ir.Page]():      "DocType Title Doc At",
	reflect.TypeFor[ir.Route]():     "At",
	reflect.TypeFor[ir.Operation](): "Namespace Permissions Params Body Responses Examples Links",
}

type fieldsKey struct {
	of     reflect.Type
	shared bool
}

var fieldsOf sync.Map // of fieldsKey to []int

// fields lists the fields of a struct that count.
func (p *printer) fields(t reflect.Type) []int {
	key := fieldsKey{t, p.shared}
	if list, ok := fieldsOf.Load(key); ok {
		return list.([]int)
	}
	var list []int
	for i := range t.NumField() {
		if !p.shared || !contains(own[t], t.Field(i).Name) {
			list = append(list, i)
		}
	}
	fieldsOf.Store(key, list)
	return list
}

func contains(names, name string) bool { return strings.Contains(" "+names+" ", " "+name+" ") }

func (p *printer) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		p.text(v.String())
	case reflect.Int, reflect.Int64:
		p.buf = binary.AppendVarint(p.buf, v.Int())
	case reflect.Bool:
		p.buf = append(p.buf, '0')
		if v.Bool() {
			p.buf[len(p.buf)-1] = '1'
		}
	case reflect.Struct:
		for _, i := range p.fields(v.Type()) {
			p.value(v.Field(i))
		}
	case reflect.Slice:
		p.slice(v)
	case reflect.Pointer:
		p.pointer(v)
	default:
		panic(fmt.Sprintf("no print of a %s", v.Type()))
	}
}

func (p *printer) slice(v reflect.Value) {
	// One more, so that nil is told from empty.
	n := uint64(v.Len()) + 1
	if v.IsNil() {
		n = 0
	}
	p.buf = binary.AppendUvarint(p.buf, n)
	if v.Type().Elem().Kind() == reflect.Uint8 {
		p.buf = append(p.buf, v.Bytes()...)
		return
	}
	for i := range v.Len() {
		p.value(v.Index(i))
	}
}

func (p *printer) pointer(v reflect.Value) {
	if v.IsNil() {
		p.buf = append(p.buf, 0)
		return
	}
	p.buf = append(p.buf, 1)
	switch to := v.Interface().(type) {
	case *plan.Type:
		p.text(to.Name)
	case *plan.Service:
		p.text(to.Name)
	default:
		p.value(v.Elem())
	}
}

// printOf is the print of all that a value holds.
func printOf(v any) string {
	var p printer
	p.value(reflect.ValueOf(v).Elem())
	return p.sum()
}

// inputPrint is the print of a version's pages.
func inputPrint(spec *ir.Spec, version string) string {
	ops := make([]string, len(spec.Operations))
	each(len(ops), func(i int) {
		if op := &spec.Operations[i]; op.Version == version {
			ops[i] = printOf(op)
		}
	})
	types := make([]string, len(spec.Resources))
	each(len(types), func(i int) {
		if r := &spec.Resources[i]; r.Version == version {
			types[i] = printOf(r)
		}
	})
	return printOf(&[]string{version, strings.Join(ops, ""), strings.Join(types, "")})
}

// sharedPrint is the print of what the code of any group may have of a plan:
// all types and calls, without what each says of itself alone.
func sharedPrint(pkg *plan.Package) string {
	parts := make([]any, 0, len(pkg.Services)+len(pkg.Types))
	for _, s := range pkg.Services {
		parts = append(parts, s)
	}
	for _, t := range pkg.Types {
		parts = append(parts, t)
	}
	sums := make([]string, len(parts))
	each(len(parts), func(i int) {
		p := printer{shared: true}
		p.value(reflect.ValueOf(parts[i]).Elem())
		sums[i] = p.sum()
	})
	return printOf(&[]string{pkg.Name, pkg.ImportPath, pkg.Version, pkg.Alias(), strings.Join(sums, "")})
}

// groupPrints are the prints of the groups of a plan, each of its services and
// types alone.
func groupPrints(pkg *plan.Package) map[string]string {
	parts := map[string][]any{}
	var names []string
	add := func(file string, part any) {
		name := plan.Group(file)
		if parts[name] == nil {
			names = append(names, name)
		}
		parts[name] = append(parts[name], part)
	}
	for _, s := range pkg.Services {
		add(s.File, s)
	}
	for _, t := range pkg.Types {
		add(t.File, t)
	}
	sums := make([]string, len(names))
	each(len(names), func(i int) {
		var p printer
		for _, part := range parts[names[i]] {
			p.value(reflect.ValueOf(part).Elem())
		}
		sums[i] = p.sum()
	})
	prints := map[string]string{}
	for i, name := range names {
		prints[name] = sums[i]
	}
	return prints
}
