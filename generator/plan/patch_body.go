package plan

import (
	"regexp"
	"slices"
	"strings"
)

// addUpdate plans the PATCH body of a struct. names are the properties that the
// operation documents or shows in its body.
func (t *types) addUpdate(of *Type, names []string) *Type {
	key := "update of " + of.Wire
	t.updated[key] = append(t.updated[key], names...)
	if typ := t.planned[key]; typ != nil {
		return typ
	}
	typ := &Type{Kind: Update, Source: of.Source, UpdateOf: of, File: of.File}
	t.nameBody(typ, of.Name+"Update", of.Name+"UpdateBody")
	t.planned[key] = typ
	t.order = append(t.order, typ)
	t.updates = append(t.updates, func() { t.planUpdate(typ, t.updated[key]) })
	return typ
}

// planUpdate copies the fields of a struct and its bases. In an update, a field can
// be unset, null or set. It leaves out relationships and read-only properties, unless
// an operation documents that it changes them: services refuse them, and each type
// of field costs the compiler a copy of Opt's methods.
func (t *types) planUpdate(typ *Type, updated []string) {
	fields := newFieldScope()
	var chain []*Type
	for b := typ.UpdateOf; b != nil; b = b.Base {
		chain = append(chain, b)
	}
	for _, b := range slices.Backward(chain) {
		readOnly := t.readOnlyNames(b)
		for _, f := range b.Fields {
			if fields.json[f.JSON] || readOnly[f.JSON] && !slices.Contains(updated, f.JSON) {
				continue
			}
			fields.json[f.JSON] = true
			f.Name, _ = fields.declare(f.Name, f.Name+"Value")
			f.Type.Ptr, f.Type.Opt, f.Type.Related, f.Doc = f.Type.Ptr && f.Type.Local, true, false, "" // the struct has the doc
			typ.Fields = append(typ.Fields, f)
		}
	}
}

// readOnly matches "Read-only", "Non-editable" or "Not updatable" as a sentence of a
// property's description.
var readOnly = regexp.MustCompile(`(?i)(^|[.;,(]\s*)(read-?\s?only|no[nt][-\s]?editable|not (updatable|writable)( after creation)?)\b\s*([.)]|$)`)

// isReadOnly reports whether a description says that a property is read-only. It
// looks for the words first, because few texts have them and the expression is slow.
func isReadOnly(doc string) bool {
	doc = strings.ToLower(doc)
	return (strings.Contains(doc, "only") || strings.Contains(doc, "able")) && readOnly.MatchString(doc)
}

// readOnlyNames returns the names of a type's own fields that an update usually
// cannot change.
func (t *types) readOnlyNames(typ *Type) map[string]bool {
	names := map[string]bool{}
	for _, f := range typ.Fields {
		names[f.JSON] = isReadOnly(f.Doc)
	}
	if r := t.resources[typ.Wire]; r != nil {
		for _, p := range r.Relationships {
			names[p.Name] = true
		}
	}
	return names
}
