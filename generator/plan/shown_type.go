package plan

import (
	"fmt"
	"slices"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/validate"
)

// fitFields changes the types of fields that hold none of the values in the examples,
// so that callers can send and read what the pages show, and of fields without a
// documented type. It reports them, and fields whose type no page documents.
func (t *types) fitFields(pkg *Package, bodies map[*Method][]exampleBody) {
	c := NewChecker(pkg, false)
	shown := c.shownFields(pkg, bodies)
	changed := map[*Field]bool{}
	for _, typ := range pkg.Types {
		if typ.UpdateOf != nil {
			continue
		}
		for i := range typ.Fields {
			f := &typ.Fields[i]
			s := shown[f]
			if s == nil {
				s = &shownField{}
			}
			switch {
			case f.Type.Elem() == rawJSON:
				changed[f] = t.fitRaw(typ, f, s)
			case !s.fits && s.others != 0:
				changed[f] = t.fitField(c, typ, f, s)
			}
		}
	}
	for _, typ := range pkg.Types {
		for i := range typ.Fields {
			if f := &typ.Fields[i]; typ.UpdateOf != nil && len(changed) > 0 && changed[shownAs(typ, f.JSON)] {
				f.Type = shownAs(typ, f.JSON).Type
				f.Type.Ptr, f.Type.Opt = false, true
			}
		}
	}
}

// fitField changes the type of a field so that it holds the values in the examples. It
// reports whether it has done so.
func (t *types) fitField(c *Checker, typ *Type, f *Field, s *shownField) bool {
	row := t.row(typ, f.JSON)
	if row == nil {
		return false
	}
	holds, name := rawJSON, "raw JSON"
	if s.others == validate.String && !s.quoted && c.jsonType(f.Type).Kinds != validate.Object {
		holds, name = textType, "a string"
	}
	holds.Opt = f.Type.Opt
	holds.Slice = f.Type.Slice && s.others == validate.Array
	holds.Map = f.Type.Map && s.others == validate.Object
	documented := documentedJSON(c, f.Type)
	t.assumeType(row, diag.Warning, "%q is documented as %s, but all examples show %s; assumed to be %s",
		f.JSON, documented.Want, kindNames(s.others, documented.Kinds), name)
	f.Type = holds
	return true
}

// fitRaw gives a field without a documented type the primitive type of the values in
// the examples. It reports whether it has done so.
func (t *types) fitRaw(typ *Type, f *Field, s *shownField) bool {
	row := t.row(typ, f.JSON)
	switch {
	case row == nil:
		return false
	case !row.NoType:
		if name := row.Type.Name; name != "" && name != untyped && !t.isDocumented(name) {
			t.assumeType(row, diag.Info, "no page documents the type %q of %q; assumed to be raw JSON", name, f.JSON)
		}
		return false
	}
	holds := rawJSON
	switch s.others {
	case validate.String:
		holds = textType
	case validate.Bool:
		holds = boolType
		holds.Ptr = !f.Type.Opt
	case validate.Number:
		holds = numberType
	case 0:
		t.assumeType(row, diag.Info, "the table has no type of %q, and no example shows a value; assumed to be raw JSON", f.JSON)
		return false
	default:
		t.assumeType(row, diag.Info, "the table has no type of %q, and the examples show %s; assumed to be raw JSON", f.JSON, kindNames(s.others, 0))
		return false
	}
	holds.Opt = f.Type.Opt
	f.Type = holds
	t.assumeType(row, diag.Info, "the table has no type of %q; assumed to be %s, as in the examples", f.JSON, kindNames(s.others, 0))
	return true
}

// untyped is the documented type of values of any type.
const untyped = "Edm.Untyped"

func (t *types) assumeType(row *ir.Property, severity diag.Severity, format string, args ...any) {
	t.report(diag.AssumedType, severity, row.At, fmt.Sprintf(format, args...))
}

// isRaw reports whether a field has any JSON value.
func isRaw(typ gocode.Type) bool { return typ.Elem() == rawJSON && !typ.Slice && !typ.Map }

// documentedJSON describes the JSON of a field.
func documentedJSON(c *Checker, typ gocode.Type) *validate.Type {
	switch {
	case typ.Slice:
		return &validate.Type{Kinds: validate.Array, Want: "an array"}
	case typ.Map:
		return &validate.Type{Kinds: validate.Object, Want: "an object"}
	}
	return c.jsonType(typ)
}

// row returns the documentation of a field, nil if its type has it without one.
func (t *types) row(typ *Type, name string) *ir.Property {
	lists := [][]ir.Property{t.bodyRows[typ]}
	if r := t.resources[typ.Wire]; r != nil {
		lists = [][]ir.Property{r.Properties, r.Relationships}
	}
	for _, list := range lists {
		if i := slices.IndexFunc(list, func(p ir.Property) bool { return p.Name == name }); i >= 0 {
			return &list[i]
		}
	}
	return nil
}

// kindNames describes the kinds of JSON of the values that are not the documented ones.
func kindNames(kinds, documented validate.Kind) string {
	names := map[validate.Kind]string{
		validate.Bool: "a boolean", validate.Number: "a number", validate.String: "a string", validate.Array: "an array", validate.Object: "an object",
	}
	switch name := names[kinds]; {
	case name == "":
		return "several kinds of values"
	case kinds == documented && kinds == validate.String:
		return "another string"
	case kinds == documented:
		return name + " of other values"
	default:
		return name
	}
}
