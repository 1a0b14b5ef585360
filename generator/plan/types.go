package plan

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/cores"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// types plans the Go types that the operations reach. Types follow from
// properties, not from relationships: those would pull in nearly all types of
// the service.
type types struct {
	version   string
	resources map[string]*ir.Resource // by qualified name
	enums     map[string]ir.Enum      // listed beside a type, by qualified name
	spelled   map[string]string       // last part of a name in lower case → as spelled
	derived   map[string][]string     // base → types that extend it
	namespace string                  // what all qualified names begin with
	names     *names
	planned   map[string]*Type
	changed   map[string][]string // update → properties that operations change
	order     []*Type
	pins      map[string]string          // type → the name that the user chose
	pending   []func() []diag.Diagnostic // fields are filled in when all names are known
	updates   []func()                   // and then those that are copied
	diags     *[]diag.Diagnostic
}

func newTypes(spec *ir.Spec, version string, names *names, diags *[]diag.Diagnostic) *types {
	t := &types{
		version: version, names: names, diags: diags,
		resources: map[string]*ir.Resource{}, enums: map[string]ir.Enum{}, spelled: map[string]string{},
		derived: map[string][]string{}, planned: map[string]*Type{}, changed: map[string][]string{}, pins: map[string]string{},
	}
	index := ir.NewIndex(spec)
	for i := range spec.Resources {
		r := &spec.Resources[i]
		if r.Version != version {
			continue
		}
		if r.Name != "" {
			r = index.Resource(version, r.Name) // with what all of its pages say
		}
		for _, e := range r.Enums {
			if e.Name != "" && !isPrimitive(e.Name) {
				t.enums[e.Name] = e
			}
		}
		if r.Name == "" || isPrimitive(r.Name) || t.resources[r.Name] != nil {
			continue
		}
		t.resources[r.Name] = r
		t.spelled[strings.ToLower(lastPart(r.Name))] = lastPart(r.Name)
		if r.BaseType != "" && r.BaseType != r.Name {
			t.derived[r.BaseType] = append(t.derived[r.BaseType], r.Name)
		}
	}
	t.namespace = commonNamespace(t.resources)
	return t
}

// commonNamespace returns the shortest namespace in or below which most types
// lie: it says nothing and is left out of Go names. A page that names its type
// without a namespace, or in another, does not change it.
func commonNamespace(resources map[string]*ir.Resource) string {
	within, own := map[string]int{}, map[string]bool{}
	for name := range resources {
		for i := range len(name) {
			if name[i] == '.' {
				within[name[:i]]++
			}
		}
		own[name[:max(strings.LastIndexByte(name, '.'), 0)]] = true
	}
	shortest := ""
	for ns, n := range within {
		if own[ns] && 2*n > len(resources) && (shortest == "" || len(ns) < len(shortest)) {
			shortest = ns
		}
	}
	return shortest
}

// spell returns a type's name as its page spells it, "" for none of that name.
func (t *types) spell(lower string) string { return t.spelled[lower] }

// goName names a type after its qualified name; a namespace below the common
// one becomes part of the name: callRecords.session is CallRecordsSession.
func (t *types) goName(wire string) string {
	short := strings.TrimPrefix(wire, t.namespace+".")
	cut := max(strings.LastIndexByte(short, '.'), 0)
	return exported(within(strings.ReplaceAll(short[:cut], ".", "-"), strings.TrimPrefix(short[cut:], ".")))
}

// reach plans a type by its qualified name, with what it is made of; nil when
// no page documents it. asValue tells that values of the type are sent or
// received, so that they may be of a derived type.
func (t *types) reach(wire string, asValue bool) *Type {
	if typ := t.planned[wire]; typ != nil {
		if asValue {
			t.reachDerived(wire, typ)
		}
		return typ
	}
	if r := t.resources[wire]; r != nil {
		if r.IsEnum() {
			return t.addEnum(wire, r.Doc, r.File, r.Members)
		}
		return t.addStruct(wire, r, asValue)
	}
	if e, ok := t.enums[wire]; ok {
		return t.addEnum(wire, "", e.At.Path, e.Members)
	}
	return nil
}

func (t *types) add(wire string, typ *Type) *Type {
	want := typ.Name
	if pin := t.pins[wire]; pin != "" {
		typ.Name = pin
	} else if typ.Name, _ = t.names.claim(want, want+"Type", want+"Resource"); typ.Name != want {
		t.report("name-collision", diag.Info, diag.Range{Path: typ.Source},
			fmt.Sprintf("type %q is named %s: %s is taken", wire, typ.Name, want))
	}
	typ.Wire, typ.File = wire, strings.ToLower(typ.Name)
	t.planned[wire] = typ
	t.order = append(t.order, typ)
	return typ
}

func (t *types) addEnum(wire, doc, source string, members []ir.Member) *Type {
	typ := t.add(wire, &Type{Name: t.goName(wire), Kind: Enum, Doc: doc, Source: source})
	seen := map[string]bool{}
	for _, m := range members {
		if m.Name == "" || seen[m.Name] {
			continue
		}
		seen[m.Name] = true
		name, _ := t.names.claim(typ.Name+exported(m.Name), typ.Name+"Value"+exported(m.Name))
		typ.Consts = append(typ.Consts, Const{Name: name, Value: m.Name, Doc: m.Doc})
	}
	return typ
}

func (t *types) addStruct(wire string, r *ir.Resource, asValue bool) *Type {
	typ := t.add(wire, &Type{Name: t.goName(wire), Kind: Struct, Doc: r.Doc, Source: r.File, Open: r.OpenType, Keeps: r.OpenType})
	if r.BaseType != "" && !t.extends(r.BaseType, wire) {
		if base := t.reach(r.BaseType, false); base != nil && base.Kind == Struct {
			typ.Base = base
		}
	}
	for _, p := range r.Properties {
		t.reach(p.Type.Name, true)
	}
	if asValue {
		t.reachDerived(wire, typ)
	}
	t.pending = append(t.pending, func() []diag.Diagnostic { return t.fill(typ, r) })
	return typ
}

// maxBases bounds a line of types that extend each other: no service's comes near.
const maxBases = 32

// extends reports whether the type wire extends base, directly or not, also
// when pages name each other in a circle.
func (t *types) extends(wire, base string) bool {
	for n := 0; wire != "" && n < maxBases; n++ {
		if wire == base {
			return true
		}
		r := t.resources[wire]
		if r == nil {
			return false
		}
		wire = r.BaseType
	}
	return wire != ""
}

// reachDerived plans the types that extend one whose values are seen: such a
// value may be of any of them.
func (t *types) reachDerived(wire string, typ *Type) {
	if typ.Kind != Struct || !t.polymorphic(wire) || typ.Polymorphic {
		return
	}
	typ.Keeps, typ.Polymorphic = true, true
	for _, d := range t.derived[wire] {
		t.reach(d, true)
	}
}

// everything is the last part of the name of the type that all entities
// extend. To follow it to the derived ones would be to plan all types.
const everything = "entity"

// polymorphic reports whether a value of the type may be of a derived one.
func (t *types) polymorphic(wire string) bool {
	return len(t.derived[wire]) > 0 && lastPart(wire) != everything
}

// namesItsType reports whether the type has the field for "@odata.type": the
// root of a hierarchy has it for all.
func (t *types) namesItsType(typ *Type) bool {
	if !t.polymorphic(typ.Wire) {
		return false
	}
	for b := typ.Base; b != nil; b = b.Base {
		if t.polymorphic(b.Wire) {
			return false
		}
	}
	return true
}

// finish fills in the fields of all types reached, of many side by side: each
// only looks at what the pages say of the others.
func (t *types) finish() []*Type {
	found := make([][]diag.Diagnostic, len(t.pending))
	cores.Each(len(found), func(i int) { found[i] = t.pending[i]() })
	*t.diags = append(*t.diags, slices.Concat(found...)...)
	cores.Each(len(t.updates), func(i int) { t.updates[i]() })
	slices.SortFunc(t.order, func(a, b *Type) int { return cmp.Compare(a.Name, b.Name) })
	for _, typ := range t.order {
		for b := typ.Base; b != nil; b = b.Base {
			b.Derived = append(b.Derived, typ)
		}
	}
	return t.order
}

// memberNames are the methods and the field that a struct may get beside the
// fields of its properties.
var memberNames = []string{"MarshalJSON", "UnmarshalJSON", "AdditionalProperties"}

// fill plans the fields of a struct: its properties, and its relationships,
// whose type is raw JSON unless a property reaches it too.
func (t *types) fill(typ *Type, r *ir.Resource) []diag.Diagnostic {
	inherited := newNames()
	for b := typ.Base; b != nil; b = b.Base {
		inherited.taken[b.Name] = true
		for _, f := range t.ownFields(b) {
			inherited.taken["json "+f] = true
		}
	}
	fields := newNames(memberNames)
	if typ.Base != nil {
		fields.taken[typ.Base.Name] = true
	}
	for _, b := range typ.Upcasts() {
		fields.taken["As"+b.Name] = true // methods
	}
	if t.namesItsType(typ) {
		typ.Fields = append(typ.Fields, Field{
			Name: "ODataType", JSON: "@odata.type", Type: gocode.Type{Name: "string"},
			Doc: "The type of the value, where it is a derived one: \"#microsoft.graph.…\".",
		})
		fields.taken["ODataType"] = true
		fields.taken["json @odata.type"] = true
	}
	own := func(props []ir.Property) []ir.Property {
		return slices.DeleteFunc(slices.Clone(props), func(p ir.Property) bool { return inherited.taken["json "+p.Name] })
	}
	found := t.addFields(typ, fields, own(r.Properties))
	return append(found, t.addRelationships(typ, fields, own(r.Relationships))...)
}

// addRelationships is addFields for relationships, whose types are those that
// decode when they are asked for.
func (t *types) addRelationships(typ *Type, fields *names, props []ir.Property) []diag.Diagnostic {
	before := len(typ.Fields)
	found := t.addFields(typ, fields, t.typed(props))
	for i := range typ.Fields[before:] {
		of := &typ.Fields[before+i].Type
		of.Related = of.Local
	}
	return found
}

// typed returns relationships with the types that their fields can have: one
// that is planned as a base alone would lose what its derived types declare,
// so that such a field is raw JSON.
func (t *types) typed(relationships []ir.Property) []ir.Property {
	list := slices.Clone(relationships)
	for i, p := range list {
		if typ := t.planned[p.Type.Name]; typ != nil && t.polymorphic(p.Type.Name) && !typ.Polymorphic {
			list[i].Type.Name = ""
		}
	}
	return list
}

// ownFields returns the wire names that a resource declares itself.
func (t *types) ownFields(typ *Type) []string {
	r := t.resources[typ.Wire]
	if r == nil {
		return nil
	}
	var list []string
	for _, p := range slices.Concat(r.Properties, r.Relationships) {
		list = append(list, p.Name)
	}
	if t.namesItsType(typ) {
		list = append(list, "@odata.type")
	}
	return list
}

// addFields plans a field for each property, and reports those that cannot have one.
func (t *types) addFields(typ *Type, fields *names, props []ir.Property) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, p := range props {
		switch {
		case p.Name == "" || fields.taken["json "+p.Name]:
		case !gocode.TagSafe(p.Name):
			found = append(found, diag.Diagnostic{
				Rule: "property-row-defect", Severity: diag.Warning, At: p.At,
				Message: fmt.Sprintf("property %q has a name that JSON in Go cannot take; it is left out", p.Name),
			})
		default:
			fields.taken["json "+p.Name] = true
			name, _ := fields.claim(exported(p.Name), exported(p.Name)+"Value")
			typ.Fields = append(typ.Fields, Field{Name: name, JSON: p.Name, Doc: p.Doc, Type: t.fieldType(p.Type)})
		}
	}
	return found
}

// addBody plans the struct of an operation's body parameters. In a PATCH each
// can be unset, null or set.
func (t *types) addBody(name, source, file string, props []ir.Property, patch bool) *Type {
	typ := &Type{Kind: Struct, Source: source, File: file}
	typ.Name, _ = t.names.claim(name, name+"Parameters")
	fields := newNames(memberNames)
	for _, p := range props {
		t.reach(p.Type.Name, true)
	}
	t.order = append(t.order, typ)
	t.pending = append(t.pending, func() []diag.Diagnostic {
		found := t.addFields(typ, fields, props)
		for i := range typ.Fields {
			if f := &typ.Fields[i]; patch {
				f.Type.Ptr, f.Type.Opt = f.Type.Ptr && f.Type.Local, true
			}
		}
		return found
	})
	return typ
}

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

func (t *types) report(rule string, severity diag.Severity, at diag.Range, message string) {
	*t.diags = append(*t.diags, diag.Diagnostic{Rule: rule, Severity: severity, At: at, Message: message})
}
