package generator

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// printer writes values in a form of which equal ones have the same, to be
// hashed: all that code is made from. What a plan's parts point to beside is
// written as what the code has of it by that way alone.
type printer struct {
	buf    []byte
	shared bool                     // leave out what only the code of a part's own group has
	pages  map[*ir.Operation]string // prints of calls that are known
	path   string                   // that was written last
}

// buffers are what printers have written into, to be used again.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// sum runs a printer and returns the hash of what it has written.
func (p printer) sum(write func(*printer)) string {
	buf := buffers.Get().(*[]byte)
	defer buffers.Put(buf)
	p.buf = (*buf)[:0]
	write(&p)
	*buf = p.buf
	sum := sha256.Sum256(p.buf)
	return string(sum[:])
}

func (p *printer) text(s string) {
	p.buf = binary.AppendUvarint(p.buf, uint64(len(s)))
	p.buf = append(p.buf, s...)
}

func (p *printer) flag(is bool) {
	if is {
		p.buf = append(p.buf, '1')
		return
	}
	p.buf = append(p.buf, '0')
}

// print writes what v points to.
func (p *printer) print(v any) {
	value := reflect.ValueOf(v).Elem()
	printOf(value.Type(), p.shared)(p, value)
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
	reflect.TypeFor[ir.Operation](): "Namespace Options Permissions Params Body Responses Examples Links",
}

// print writes the values of one type.
type print func(*printer, reflect.Value)

type printKey struct {
	of     reflect.Type
	shared bool
}

var prints sync.Map // of printKey to print

func printOf(t reflect.Type, shared bool) print {
	key := printKey{t, shared}
	if f, ok := prints.Load(key); ok {
		return f.(print)
	}
	f := newPrint(t, shared)
	prints.Store(key, f)
	return f
}

func newPrint(t reflect.Type, shared bool) print {
	switch t.Kind() {
	case reflect.String:
		return func(p *printer, v reflect.Value) { p.text(v.String()) }
	case reflect.Int, reflect.Int64:
		return func(p *printer, v reflect.Value) { p.buf = binary.AppendVarint(p.buf, v.Int()) }
	case reflect.Bool:
		return func(p *printer, v reflect.Value) { p.flag(v.Bool()) }
	case reflect.Struct:
		return structPrint(t, shared)
	case reflect.Slice:
		return slicePrint(t, shared)
	case reflect.Pointer:
		return (*printer).pointer
	}
	panic(fmt.Sprintf("no print of a %s", t))
}

func structPrint(t reflect.Type, shared bool) print {
	type field struct {
		at    int
		print print
	}
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		switch {
		case shared && slices.Contains(strings.Fields(own[t]), f.Name):
		case t == reflect.TypeFor[diag.Range]() && f.Name == "Path":
			fields = append(fields, field{i, (*printer).pathAgain})
		default:
			fields = append(fields, field{i, printOf(f.Type, shared)})
		}
	}
	return func(p *printer, v reflect.Value) {
		for _, f := range fields {
			f.print(p, v.Field(f.at))
		}
	}
}

// pathAgain writes the path of a place: most places are in the page of the last.
func (p *printer) pathAgain(v reflect.Value) {
	path := v.String()
	p.flag(path == p.path)
	if path != p.path {
		p.text(path)
		p.path = path
	}
}

func slicePrint(t reflect.Type, shared bool) print {
	var elem print
	if t.Elem().Kind() != reflect.Uint8 {
		elem = printOf(t.Elem(), shared)
	}
	return func(p *printer, v reflect.Value) {
		p.flag(!v.IsNil())
		p.buf = binary.AppendUvarint(p.buf, uint64(v.Len()))
		if elem == nil {
			p.buf = append(p.buf, v.Bytes()...)
			return
		}
		for i := range v.Len() {
			elem(p, v.Index(i))
		}
	}
}

func (p *printer) pointer(v reflect.Value) {
	p.flag(!v.IsNil())
	if v.IsNil() {
		return
	}
	switch to := v.Interface().(type) {
	case *plan.Type:
		p.reference(to)
	case *plan.Service:
		p.text(to.Name)
	case *ir.Operation:
		if known := p.pages[to]; known != "" && !p.shared {
			p.text(known)
			return
		}
		p.print(to)
	default:
		p.print(to)
	}
}

// reference writes what the code of a type has of another that it extends, is
// extended by or is the update of.
func (p *printer) reference(to *plan.Type) {
	for ; to != nil; to = to.Base {
		p.text(to.Name)
		p.text(to.Wire)
		p.flag(to.Keeps)
		p.flag(to.Polymorphic)
	}
	p.text("")
}
