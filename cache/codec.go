package cache

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"reflect"
	"sync"
)

// The codec writes plain data (structs of strings, numbers, flags, bytes, slices and
// pointers) in the order of their fields, without names, because only the same build
// of mdwire reads it. Pages repeat strings (each range has its path), so a record
// contains each string once, and later its number. encoding/gob takes more time and
// 1.5 times the space, and does not distinguish nil from empty slices.

// encoder writes one record.
type encoder struct {
	buf     []byte
	strings map[string]uint64
}

// decoder reads one record. Decoded strings share the memory of src.
type decoder struct {
	src     string
	strings []string
	err     error
}

// coder writes and reads the values of one type.
type coder struct {
	write func(*encoder, reflect.Value)
	read  func(*decoder, reflect.Value)
}

var errDamaged = errors.New("the cache is damaged")

// encode returns *v as a record.
func encode[T any](v *T) []byte { return encodeValue(reflect.ValueOf(v).Elem()) }

func encodeValue(v reflect.Value) []byte {
	e := encoders.Get().(*encoder)
	coderOf(v.Type()).write(e, v)
	record := bytes.Clone(e.buf)
	e.buf = e.buf[:0]
	clear(e.strings)
	encoders.Put(e)
	return record
}

// encoders are reused, because there are as many records as pages.
var encoders = sync.Pool{New: func() any { return &encoder{strings: map[string]uint64{}} }}

// decode reads a record.
func decode[T any](src string, v *T) error {
	return decodeAll(src, reflect.ValueOf(v).Elem())
}

func decodeAll(src string, v reflect.Value) error {
	rest, err := decodeSome(src, v)
	if err == nil && rest != "" {
		err = errDamaged
	}
	return err
}

// decodeSome reads a record and returns the rest of src.
func decodeSome(src string, v reflect.Value) (rest string, err error) {
	known := knownStrings.Get().(*[]string)
	d := decoder{src: src, strings: (*known)[:0]}
	coderOf(v.Type()).read(&d, v)
	clear(d.strings) // release their sources
	*known = d.strings
	knownStrings.Put(known)
	return d.src, d.err
}

// knownStrings are string lists of decoders, for reuse.
var knownStrings = sync.Pool{New: func() any { return new([]string) }}

func (e *encoder) number(n uint64) { e.buf = binary.AppendUvarint(e.buf, n) }

func (e *encoder) text(s string) {
	if at, ok := e.strings[s]; ok {
		e.number(at + 1)
		return
	}
	e.strings[s] = uint64(len(e.strings))
	e.number(0)
	e.number(uint64(len(s)))
	e.buf = append(e.buf, s...)
}

func (d *decoder) number() uint64 {
	var n uint64
	for i := 0; i < len(d.src) && i < binary.MaxVarintLen64; i++ {
		b := d.src[i]
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			d.src = d.src[i+1:]
			return n
		}
	}
	d.fail()
	return 0
}

// within checks the number of elements that follow. Each takes at least one byte.
func (d *decoder) within(n uint64) int {
	if n > uint64(len(d.src)) {
		d.fail()
		return 0
	}
	return int(n)
}

func (d *decoder) fail() {
	d.err = errDamaged
	d.src = ""
}

func (d *decoder) text() string {
	if at := d.number(); at > 0 {
		if at > uint64(len(d.strings)) {
			d.fail()
			return ""
		}
		return d.strings[at-1]
	}
	s := d.bytes()
	d.strings = append(d.strings, s)
	return s
}

func (d *decoder) bytes() string {
	n := d.within(d.number())
	s := d.src[:n]
	d.src = d.src[n:]
	return s
}

var coders sync.Map // of reflect.Type to *coder

// coderOf returns the coder of a type. Cached types are not recursive.
func coderOf(t reflect.Type) *coder {
	if c, ok := coders.Load(t); ok {
		return c.(*coder)
	}
	c := newCoder(t)
	coders.Store(t, c)
	return c
}

func newCoder(t reflect.Type) *coder {
	switch t.Kind() {
	case reflect.String:
		return &coder{
			func(e *encoder, v reflect.Value) { e.text(v.String()) },
			func(d *decoder, v reflect.Value) { v.SetString(d.text()) },
		}
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return &coder{
			func(e *encoder, v reflect.Value) { e.number(uint64(v.Int()<<1) ^ uint64(v.Int()>>63)) },
			func(d *decoder, v reflect.Value) { n := d.number(); v.SetInt(int64(n>>1) ^ -int64(n&1)) },
		}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return &coder{
			func(e *encoder, v reflect.Value) { e.number(v.Uint()) },
			func(d *decoder, v reflect.Value) { v.SetUint(d.number()) },
		}
	case reflect.Bool:
		return &coder{
			func(e *encoder, v reflect.Value) {
				n := uint64(0)
				if v.Bool() {
					n = 1
				}
				e.number(n)
			},
			func(d *decoder, v reflect.Value) { v.SetBool(d.number() == 1) },
		}
	case reflect.Struct:
		return structCoder(t)
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return bytesCoder
		}
		return sliceCoder(t)
	case reflect.Pointer:
		return pointerCoder(t)
	}
	panic(fmt.Sprintf("the cache cannot hold a %s", t))
}

func structCoder(t reflect.Type) *coder {
	var fields []*coder
	for i := range t.NumField() {
		if f := t.Field(i); !f.IsExported() {
			panic(fmt.Sprintf("the cache cannot hold %s.%s, which is not exported", t, f.Name))
		}
		fields = append(fields, coderOf(t.Field(i).Type))
	}
	return &coder{
		func(e *encoder, v reflect.Value) {
			for i, f := range fields {
				f.write(e, v.Field(i))
			}
		},
		func(d *decoder, v reflect.Value) {
			for i, f := range fields {
				f.read(d, v.Field(i))
			}
		},
	}
}

// Lengths are written plus one; 0 is nil.

func sliceCoder(t reflect.Type) *coder {
	elem := coderOf(t.Elem())
	return &coder{
		func(e *encoder, v reflect.Value) {
			if v.IsNil() {
				e.number(0)
				return
			}
			e.number(uint64(v.Len()) + 1)
			for i := range v.Len() {
				elem.write(e, v.Index(i))
			}
		},
		func(d *decoder, v reflect.Value) {
			more := d.number()
			if more == 0 {
				return
			}
			n := d.within(more - 1)
			v.Set(reflect.MakeSlice(t, n, n))
			for i := range n {
				elem.read(d, v.Index(i))
			}
		},
	}
}

var bytesCoder = &coder{
	func(e *encoder, v reflect.Value) {
		if v.IsNil() {
			e.number(0)
			return
		}
		e.number(1)
		e.number(uint64(v.Len()))
		e.buf = append(e.buf, v.Bytes()...)
	},
	func(d *decoder, v reflect.Value) {
		if d.number() != 0 {
			v.SetBytes([]byte(d.bytes()))
		}
	},
}

func pointerCoder(t reflect.Type) *coder {
	elem := coderOf(t.Elem())
	return &coder{
		func(e *encoder, v reflect.Value) {
			if v.IsNil() {
				e.number(0)
				return
			}
			e.number(1)
			elem.write(e, v.Elem())
		},
		func(d *decoder, v reflect.Value) {
			if d.number() != 0 {
				p := reflect.New(t.Elem())
				elem.read(d, p.Elem())
				v.Set(p)
			}
		},
	}
}
