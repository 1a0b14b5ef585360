package validate

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// Check compares a JSON text with a type, or with a collection of it. A nil type
// accepts any JSON that has no duplicate names.
func Check(text JSON, typ *Type, collection bool, opts Options) Result {
	c := &checker{Options: opts, text: text}
	c.value(&c.text.Root, typ, collection)
	return c.result
}

// checker is the check of one text.
type checker struct {
	Options
	text   JSON
	path   []*Value // from the root, which is not included, to the current value
	result Result
}

func (c *checker) value(v *Value, typ *Type, collection bool) {
	switch {
	case !collection:
		c.single(v, typ, !c.NoNull || v.isMember())
	case v.Kind == Array:
		c.elements(v, typ)
	case v.Kind == Null && (v.isMember() || !c.NoNull):
	default:
		c.wrongKind(v, "an array")
	}
}

// elements checks the elements of an array, or the members of a map.
func (c *checker) elements(v *Value, typ *Type) {
	for i := range v.Values {
		c.path = append(c.path, &v.Values[i])
		c.single(&v.Values[i], typ, !c.NoNull)
		c.path = c.path[:len(c.path)-1]
	}
}

// single checks a value that is no collection. null is set if it may be null.
func (c *checker) single(v *Value, typ *Type, null bool) {
	switch {
	case typ == nil:
		c.untyped(v)
	case typ.Opaque:
	case v.Kind == Null:
		if !null && typ.Kinds != 0 {
			c.wrongKind(v, typ.Want)
		}
	case typ.Kinds != 0 && typ.Kinds&v.Kind == 0:
		c.wrongKind(v, typ.Want)
	case v.Kind == Object:
		c.object(v, typ)
	case v.Kind == Array:
		c.untyped(v)
	default:
		c.format(v, typ)
	}
}

func (c *checker) format(v *Value, typ *Type) {
	if typ.Format == nil || c.Placeholders && v.Kind == String && isPlaceholder(c.text.String(v)) {
		return
	}
	want := typ.Format(c.text.Raw(v))
	switch {
	case want == "":
	case v.Kind == String:
		c.mismatch(v, diag.ExampleValueFormat, want)
	default:
		c.mismatch(v, diag.ExampleTypeMismatch, want)
	}
}

func isPlaceholder(text string) bool { return text == "" || ir.IsPlaceholder(text) }

func (c *checker) object(v *Value, typ *Type) {
	c.duplicates(v)
	if m := v.Member("@odata.type"); m != nil && m.Kind == String && typ.Derived != nil {
		typ = typ.Derived(strings.TrimPrefix(c.text.String(m), "#"))
	}
	for i := range v.Values {
		m := &v.Values[i]
		c.path = append(c.path, m)
		if typ == nil || typ.Properties == nil {
			c.untyped(m)
		} else {
			c.member(m, typ)
		}
		c.path = c.path[:len(c.path)-1]
	}
}

func (c *checker) member(m *Value, typ *Type) {
	p := typ.Properties.Property(m.Name)
	exact := p.Name == m.Name && p.Name != ""
	annotation := !exact && IsAnnotation(m.Name)
	switch {
	case exact:
		c.property(m, p)
		return
	case annotation:
	case p.Name != "":
		c.letterCase(m, p.Name)
		c.property(m, p)
		return
	case p.Open:
	default:
		code := diag.ExamplePropertyUndocumented
		if c.Sent {
			code = diag.RequestPropertyUndocumented
		}
		c.report(Mismatch{
			Code: code, Start: m.NameStart, End: m.NameEnd,
			Message: fmt.Sprintf("%q is not a documented property of %s", c.pathName(), typ.Name),
		})
	}
	if c.Undeclared {
		c.result.Undeclared = append(c.result.Undeclared, Undeclared{
			Path: c.pathName(), Name: m.Name, Value: c.text.Raw(m), Start: m.NameStart, End: m.NameEnd,
			In: typ, Open: p.Open, Annotation: annotation,
		})
	}
	c.untyped(m)
}

// property checks the value of a documented property.
func (c *checker) property(v *Value, p Property) {
	switch {
	case !p.Map:
		c.value(v, p.Type, p.Collection)
	case v.Kind == Object:
		c.duplicates(v)
		c.elements(v, p.Type)
	case v.Kind != Null:
		c.wrongKind(v, "an object")
	}
}

func (c *checker) letterCase(m *Value, documented string) {
	c.report(Mismatch{
		Code: diag.ExamplePropertyCase, Start: m.NameStart, End: m.NameEnd,
		Message:    fmt.Sprintf("%q is documented as %q", c.pathName(), documented),
		Documented: documented, Certain: !c.Sent,
	})
}

// untyped checks a value of an unknown type: only names that occur twice are
// wrong in it.
func (c *checker) untyped(v *Value) {
	if v.Kind == Object {
		c.duplicates(v)
	}
	for i := range v.Values {
		if len(v.Values[i].Values) > 0 {
			c.path = append(c.path, &v.Values[i])
			c.untyped(&v.Values[i])
			c.path = c.path[:len(c.path)-1]
		}
	}
}

// duplicates reports the names that occur twice in an object, in any letter
// case: readers of JSON keep one of the two values, and not all the same one.
func (c *checker) duplicates(v *Value) {
	occurs := occursAmong
	if len(v.Values) > fewNames {
		occurs = newNameSet()
	}
	for i := range v.Values {
		m := &v.Values[i]
		if !occurs(m.Name, v.Values[:i]) {
			continue
		}
		c.path = append(c.path, m)
		c.report(Mismatch{
			Code: diag.JSONInvalid, Start: m.NameStart, End: m.NameEnd,
			Message: fmt.Sprintf("%q occurs twice in one object", c.pathName()),
		})
		c.path = c.path[:len(c.path)-1]
	}
}

// fewNames is a number of names that are searched one by one faster than a map
// is filled.
const fewNames = 40

func occursAmong(name string, before []Value) bool {
	for i := range before {
		if len(before[i].Name) == len(name) && strings.EqualFold(before[i].Name, name) {
			return true
		}
	}
	return false
}

// newNameSet returns an occursAmong for many names: a function that remembers
// the names that it is called with.
func newNameSet() func(name string, _ []Value) bool {
	seen := map[string]bool{}
	return func(name string, _ []Value) bool {
		low := strings.ToLower(name)
		occurs := seen[low]
		seen[low] = true
		return occurs
	}
}

// wrongKind reports a value of a wrong kind. Inside it only duplicates are checked.
func (c *checker) wrongKind(v *Value, want string) {
	c.mismatch(v, diag.ExampleTypeMismatch, want)
	c.untyped(v)
}

func (c *checker) mismatch(v *Value, code diag.Code, want string) {
	place := "the body"
	if len(c.path) > 0 {
		place = strconv.Quote(c.pathName())
	}
	c.report(Mismatch{
		Code: code, Start: v.Start, End: v.End,
		Message: fmt.Sprintf("%s is %s where %s is documented", place, shorten(c.text.Raw(v)), want),
	})
}

// report adds a mismatch at the current path.
func (c *checker) report(m Mismatch) {
	m.Path = c.pathName()
	c.result.Mismatches = append(c.result.Mismatches, m)
}

// pathName writes the current path, as in "value[].name".
func (c *checker) pathName() string {
	if len(c.path) == 1 && c.path[0].isMember() {
		return c.path[0].Name
	}
	var b strings.Builder
	for _, v := range c.path {
		switch {
		case !v.isMember():
			b.WriteString("[]")
		case b.Len() > 0:
			b.WriteString("." + v.Name)
		default:
			b.WriteString(v.Name)
		}
	}
	return b.String()
}

// maxShown is the length, in characters, of the text that a message shows of a
// value.
const maxShown = 40

// shorten writes the text of a value on one line, cut to maxShown.
func shorten(s string) string {
	cut := len(s) > 20*maxShown
	if cut {
		s = s[:20*maxShown]
	}
	r := []rune(strings.Join(strings.Fields(s), " "))
	if len(r) > maxShown {
		cut, r = true, r[:maxShown]
	}
	if !cut {
		return string(r)
	}
	return strings.TrimRight(string(r), "\ufffd") + "…"
}
