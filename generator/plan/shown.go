package plan

import (
	"bytes"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parallel"
	"github.com/mdwire/mdwire/validate"
)

// shownField describes the values of a field in the examples. null, placeholders and
// empty objects do not count.
type shownField struct {
	fits   bool          // the field holds at least one of the values
	others validate.Kind // the kinds of the values that it does not hold
	quoted bool          // one of these is a documented value in quotes: "true"
}

func (s *shownField) add(other shownField) {
	s.fits, s.quoted, s.others = s.fits || other.fits, s.quoted || other.quoted, s.others|other.others
}

// shownFields returns what the examples of all methods show of fields. Fields of
// updates count as those of their structs.
func (c *Checker) shownFields(pkg *Package, bodies map[*Method][]exampleBody) map[*Field]*shownField {
	found := make([]map[*Field]*shownField, len(pkg.Services))
	parallel.ForEach(len(found), func(i int) {
		r := shownReader{Checker: c.Clone(), fields: map[*Field]*shownField{}}
		for _, m := range pkg.Services[i].Methods {
			r.method(m, bodies[m])
		}
		found[i] = r.fields
	})
	all := map[*Field]*shownField{}
	for _, fields := range found {
		for f, s := range fields {
			if have := all[f]; have != nil {
				have.add(*s)
			} else {
				all[f] = s
			}
		}
	}
	return all
}

// shownReader reads examples by their planned types.
type shownReader struct {
	*Checker
	fields map[*Field]*shownField
	text   validate.JSON
	sent   bool // text is a request
}

func (r *shownReader) method(m *Method, bodies []exampleBody) {
	r.sent = true
	for _, b := range bodies {
		if m.Body.Kind == JSONBody {
			r.read(b.text, m.Body.Type, "")
		}
	}
	r.sent = false
	for i := range m.Op.Examples {
		reply := m.Op.Examples[i].Response
		switch {
		case reply == nil || reply.JSON == nil || reply.Status >= 400:
		case m.Result.Kind == Value:
			r.read(reply.JSON, m.Result.Type, "")
		case m.Result.IsList():
			list := m.Result.Type
			list.Slice = true
			r.read(reply.JSON, list, m.Result.Envelope.ListMember())
		}
	}
}

// read reads a JSON text, or a member of it.
func (r *shownReader) read(data []byte, typ gocode.Type, member string) {
	if !typ.Local {
		return
	}
	r.text, _ = validate.ParseValid(string(data))
	v := &r.text.Root
	if member != "" {
		v = v.Member(member)
	}
	if v != nil {
		r.value(v, typ)
	}
}

// value reads a value and returns what it shows of the field that has the type.
func (r *shownReader) value(v *validate.Value, typ gocode.Type) shownField {
	t := r.types[typ.Name]
	switch {
	case v.Kind == validate.Null:
		return shownField{}
	case typ.Slice || typ.Map:
		return r.elements(v, typ)
	case !typ.Local || t == nil || t.Kind == Enum:
		return r.primitive(v, typ)
	case v.Kind != validate.Object:
		return r.refuse(v)
	}
	for i := range v.Values {
		if f := shownAs(t, v.Values[i].Name); f != nil {
			r.member(&v.Values[i], f)
		}
	}
	return shownField{fits: true}
}

func (r *shownReader) member(v *validate.Value, f *Field) {
	s := r.fields[f]
	switch {
	case s == nil:
		s = &shownField{}
		r.fields[f] = s
	case s.fits && !f.Type.Local: // nothing more to learn
		return
	}
	if isRaw(f.Type) && v.Kind != validate.Null {
		s.add(r.refuse(v)) // the kind may be useful
		return
	}
	s.add(r.value(v, f.Type))
}

// shownAs returns the field of a member; for that of an update, the field of its struct.
func shownAs(t *Type, name string) *Field {
	if t.UpdateOf != nil && findField(t, name) != nil {
		t = t.UpdateOf
	}
	return findField(t, name)
}

func (r *shownReader) elements(v *validate.Value, typ gocode.Type) shownField {
	if typ.Slice != (v.Kind == validate.Array) || typ.Map != (v.Kind == validate.Object) {
		return r.refuse(v)
	}
	for i := range v.Values {
		if s := r.value(&v.Values[i], typ.Elem()); s.others != 0 {
			return shownField{others: v.Kind}
		}
	}
	return shownField{fits: true}
}

// primitive reads a value of a primitive type. A time without its zone is a slip of the
// page, and so is a value in wrong quotes in a request: callers send the documented
// type. Decoding a response with wrong quotes would fail.
func (r *shownReader) primitive(v *validate.Value, typ gocode.Type) shownField {
	p := primitiveOf(typ)
	if kinds := primitiveJSON[p]; kinds.Opaque || kinds.Format == nil && kinds.Kinds&v.Kind != 0 {
		return shownField{fits: true}
	}
	data := []byte(r.text.Raw(v))
	switch {
	case p.decodes(data):
		return shownField{fits: true}
	case isEmptyObject(data), string(data) != `""` && (r.sent || typ.Elem() == timeType) && !bytes.Equal(r.fillPrimitive(data, typ), data):
		return shownField{}
	}
	s := r.refuse(v)
	if v.Kind == validate.String {
		text := r.text.String(v)
		s.quoted = text != "" && p.decodes([]byte(text))
	}
	if s.quoted && p.goType.Elem() == numberType { // which decodes both forms
		return shownField{}
	}
	return s
}

// refuse returns that a field does not hold a value.
func (r *shownReader) refuse(v *validate.Value) shownField {
	if v.Kind == validate.String && ir.IsPlaceholder(r.text.String(v)) {
		return shownField{}
	}
	return shownField{others: v.Kind}
}
