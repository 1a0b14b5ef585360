package plan

import (
	"regexp"
	"slices"
	"strings"
)

// addUpdate plans the PATCH body of a struct. The names are those that the
// operation documents or shows in its body.
func (t *types) addUpdate(of *Type, names []string) *Type {
	key := "update of " + of.Wire
	t.changed[key] = append(t.changed[key], names...)
	if typ := t.planned[key]; typ != nil {
		return typ
	}
	typ := &Type{Kind: Update, Source: of.Source, UpdateOf: of, File: of.File}
	typ.Name, _ = t.names.claim(of.Name+"Update", of.Name+"UpdateBody")
	t.planned[key] = typ
	t.order = append(t.order, typ)
	t.updates = append(t.updates, func() { t.fillUpdate(typ, t.changed[key]) })
	return typ
}

// fillUpdate copies the fields of a struct and its bases, each able to be
// unset, null or set. Relationships and what the docs call read-only are left
// out, unless an operation documents that it changes them: services refuse them,
// and each type of field costs the compiler a copy of Opt's methods.
func (t *types) fillUpdate(typ *Type, changed []string) {
	fields := newNames(memberNames)
	var chain []*Type
	for b := typ.UpdateOf; b != nil; b = b.Base {
		chain = append(chain, b)
	}
	for _, b := range slices.Backward(chain) {
		fixed := t.fixed(b)
		for _, f := range b.Fields {
			if fields.taken[f.JSON] || fixed[f.JSON] && !slices.Contains(changed, f.JSON) {
				continue
			}
			fields.taken[f.JSON] = true
			f.Name, _ = fields.claim(f.Name, f.Name+"Value")
			f.Type.Ptr, f.Type.Opt, f.Type.Related, f.Doc = f.Type.Ptr && f.Type.Local, true, false, "" // see the struct's own
			typ.Fields = append(typ.Fields, f)
		}
	}
}

// readOnly matches the sentence that says so in a property's description.
var readOnly = regexp.MustCompile(`(?i)(^|[.;,(]\s*)read-?\s?only\b\s*([.)]|$)`)

// isReadOnly looks for the word first: few texts have it, and the expression is
// slow to tell.
func isReadOnly(doc string) bool {
	return strings.Contains(strings.ToLower(doc), "only") && readOnly.MatchString(doc)
}

// fixed returns the names of a type's own fields that an update usually cannot change.
func (t *types) fixed(typ *Type) map[string]bool {
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
