package fingerprint

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"reflect"
	"slices"
	"sync"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// encoder encodes values in order to hash them: equal values have equal
// encodings, and different values different ones. It follows pointers, except
// that it encodes only a few properties of other types and services.
type encoder struct {
	buf        []byte
	shared     bool                     // omit the fields in groupOnly
	operations map[*ir.Operation]string // known fingerprints
	path       string                   // last path that was written
}

var buffers = sync.Pool{New: func() any { return new([]byte) }}

// sum returns the hash of the bytes that encode writes.
func (e encoder) sum(encode func(*encoder)) string {
	buf := buffers.Get().(*[]byte)
	defer buffers.Put(buf)
	e.buf = (*buf)[:0]
	encode(&e)
	*buf = e.buf
	sum := sha256.Sum256(e.buf)
	return hex.EncodeToString(sum[:])
}

func (e *encoder) text(s string) {
	e.buf = binary.AppendUvarint(e.buf, uint64(len(s)))
	e.buf = append(e.buf, s...)
}

func (e *encoder) flag(is bool) {
	if is {
		e.buf = append(e.buf, '1')
		return
	}
	e.buf = append(e.buf, '0')
}

// value encodes the value that v points to.
func (e *encoder) value(v any) {
	value := reflect.ValueOf(v).Elem()
	encodeFuncOf(value.Type(), e.shared)(e, value)
}

// groupOnly lists the fields that only the code of a value's own group depends
// on: prose, and the parts of a page that describe its own call. All other
// fields, and so all new ones, are in every fingerprint.
var groupOnly = []fieldSet{
	fields(func(s *plan.Service) []any { return []any{&s.Doc} }),
	fields(func(m *plan.Method) []any { return []any{&m.Contexts} }),
	fields(func(b *plan.Body) []any { return []any{&b.Doc} }),
	fields(func(t *plan.Type) []any { return []any{&t.Doc, &t.Source} }),
	fields(func(f *plan.Field) []any { return []any{&f.Doc} }),
	fields(func(c *plan.Const) []any { return []any{&c.Doc} }),
	fields(func(p *ir.Page) []any { return []any{&p.DocType, &p.Title, &p.Doc, &p.At} }),
	fields(func(r *ir.Route) []any { return []any{&r.At, &r.PathAt} }),
	fields(func(o *ir.Operation) []any {
		return []any{&o.Namespace, &o.Options, &o.Permissions, &o.Params, &o.Body, &o.Responses, &o.Examples, &o.Links}
	}),
}

// paths holds the field that is encoded by repeatedPath.
var paths = []fieldSet{fields(func(r *diag.Range) []any { return []any{&r.Path} })}

// fieldSet is some fields of a struct type.
type fieldSet struct {
	of     reflect.Type
	fields []int // indexes
}

// fields returns the fields whose addresses choose returns, so that the compiler
// checks their names. It panics if choose returns the address of something else.
func fields[T any](choose func(*T) []any) fieldSet {
	v := new(T)
	chosen := choose(v)
	set := fieldSet{of: reflect.TypeFor[T]()}
	for i := range set.of.NumField() {
		if set.of.Field(i).IsExported() && slices.Contains(chosen, reflect.ValueOf(v).Elem().Field(i).Addr().Interface()) {
			set.fields = append(set.fields, i)
		}
	}
	if len(set.fields) != len(chosen) {
		panic(fmt.Sprintf("fingerprint: some addresses are not those of fields of %s", set.of))
	}
	return set
}

func contains(sets []fieldSet, t reflect.Type, field int) bool {
	return slices.ContainsFunc(sets, func(s fieldSet) bool { return s.of == t && slices.Contains(s.fields, field) })
}

// encodeFunc encodes the values of one type.
type encodeFunc func(*encoder, reflect.Value)

type encodeKey struct {
	of     reflect.Type
	shared bool
}

var encodeFuncs sync.Map // from encodeKey to encodeFunc

func encodeFuncOf(t reflect.Type, shared bool) encodeFunc {
	key := encodeKey{t, shared}
	if f, ok := encodeFuncs.Load(key); ok {
		return f.(encodeFunc)
	}
	f := newEncodeFunc(t, shared)
	encodeFuncs.Store(key, f)
	return f
}

func newEncodeFunc(t reflect.Type, shared bool) encodeFunc {
	switch t.Kind() {
	case reflect.String:
		return func(e *encoder, v reflect.Value) { e.text(v.String()) }
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return func(e *encoder, v reflect.Value) { e.buf = binary.AppendVarint(e.buf, v.Int()) }
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return func(e *encoder, v reflect.Value) { e.buf = binary.AppendUvarint(e.buf, v.Uint()) }
	case reflect.Bool:
		return func(e *encoder, v reflect.Value) { e.flag(v.Bool()) }
	case reflect.Struct:
		return structFunc(t, shared)
	case reflect.Slice:
		return sliceFunc(t, shared)
	case reflect.Pointer:
		return (*encoder).pointer
	}
	panic(fmt.Sprintf("fingerprint: cannot encode a %s", t))
}

func structFunc(t reflect.Type, shared bool) encodeFunc {
	type field struct {
		index  int
		encode encodeFunc
	}
	var fields []field
	for i := range t.NumField() {
		switch {
		case shared && contains(groupOnly, t, i):
		case contains(paths, t, i):
			fields = append(fields, field{i, (*encoder).repeatedPath})
		default:
			fields = append(fields, field{i, encodeFuncOf(t.Field(i).Type, shared)})
		}
	}
	return func(e *encoder, v reflect.Value) {
		for _, f := range fields {
			f.encode(e, v.Field(f.index))
		}
	}
}

// repeatedPath encodes the path of a range. Most ranges are in the same page as
// the one before; then the path is not written again.
func (e *encoder) repeatedPath(v reflect.Value) {
	path := v.String()
	e.flag(path == e.path)
	if path != e.path {
		e.text(path)
		e.path = path
	}
}

func sliceFunc(t reflect.Type, shared bool) encodeFunc {
	var elem encodeFunc // nil for bytes
	if t.Elem().Kind() != reflect.Uint8 {
		elem = encodeFuncOf(t.Elem(), shared)
	}
	return func(e *encoder, v reflect.Value) {
		e.flag(!v.IsNil())
		e.buf = binary.AppendUvarint(e.buf, uint64(v.Len()))
		if elem == nil {
			e.buf = append(e.buf, v.Bytes()...)
			return
		}
		for i := range v.Len() {
			elem(e, v.Index(i))
		}
	}
}

func (e *encoder) pointer(v reflect.Value) {
	e.flag(!v.IsNil())
	if v.IsNil() {
		return
	}
	switch to := v.Interface().(type) {
	case *plan.Type:
		e.reference(to)
	case *plan.Service:
		e.text(to.Name)
	case *ir.Operation:
		if known := e.operations[to]; known != "" && !e.shared {
			e.text(known)
			return
		}
		e.value(to)
	default:
		e.value(to)
	}
}

// reference encodes the properties of a type that the code of a related type
// contains: of one that it extends, that extends it or that it updates.
func (e *encoder) reference(to *plan.Type) {
	for ; to != nil; to = to.Base {
		e.text(to.Name)
		e.text(to.Wire)
		e.flag(to.KeepsUndeclared)
		e.flag(to.Polymorphic)
	}
	e.text("")
}
