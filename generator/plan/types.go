package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parallel"
)

// types plans the Go types that operations reach through properties. It does not
// follow relationships, which reach nearly all types of the service, except to types
// that have none: see reachRelated.
type types struct {
	resources map[string]*ir.Resource // by qualified name
	enums     map[string]ir.Enum      // documented on the page of a type, by qualified name
	derived   map[string][]string     // base → types that extend it
	opts      *Options
	scope     *scope
	planned   map[string]*Type
	updated   map[string][]string // update → properties that operations change
	order     []*Type
	userNames map[string]string          // type → the name that the user or an earlier run chose
	kept      map[string]bool            // types with the name of an earlier run
	bodies    map[string]string          // names of bodies and updates in an earlier run, by the name without additions
	consts    map[string][]Const         // of enums
	pending   []func() []diag.Diagnostic // plan fields, when all names are known
	updates   []func()                   // copy fields, when pending is done
	bodyRows  map[*Type][]ir.Property    // of the bodies without a documented type
	byNumber  map[string][]string        // types by their name in the singular, see pathTypes
	diags     *[]diag.Diagnostic
}

func newTypes(spec *ir.Spec, opts *Options, names *scope, diags *[]diag.Diagnostic) *types {
	version := opts.Version
	t := &types{
		opts: opts, scope: names, diags: diags,
		resources: map[string]*ir.Resource{}, enums: map[string]ir.Enum{}, derived: map[string][]string{}, planned: map[string]*Type{}, updated: map[string][]string{}, userNames: map[string]string{}, kept: map[string]bool{}, consts: map[string][]Const{}, bodyRows: map[*Type][]ir.Property{},
	}
	index := ir.NewIndex(spec)
	for i := range spec.Resources {
		r := &spec.Resources[i]
		if r.Version != version {
			continue
		}
		if r.Name != "" {
			r = index.Resource(version, r.Name) // merged from all of its pages
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
		if r.BaseType != "" && r.BaseType != r.Name {
			t.derived[r.BaseType] = append(t.derived[r.BaseType], r.Name)
		}
	}
	return t
}

// goName names a type after its qualified name. A namespace below the root becomes
// part of the name: callRecords.session is CallRecordsSession.
func (t *types) goName(wire string) string {
	namespace := wire[:max(strings.LastIndexByte(wire, '.'), 0)]
	return exported(qualify(strings.ReplaceAll(t.opts.belowRoot(namespace), ".", "-"), lastPart(wire)))
}

// reach plans a type and the types of its properties. It returns nil if no page
// documents the type. asValue is set if values of the type are sent or received;
// they may have a derived type.
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
	if typ.Name = t.userNames[wire]; typ.Name == "" {
		typ.Name, _ = t.scope.declare(want, want+"Type", want+"Resource")
	}
	if typ.Name != want && (t.userNames[wire] == "" || t.kept[wire] && t.scope.has(want)) {
		t.report(diag.NameCollision, diag.Info, diag.Range{Path: typ.Source},
			fmt.Sprintf("type %q is named %s: %s is already taken", wire, typ.Name, want))
	}
	typ.Wire, typ.File = wire, strings.ToLower(typ.Name)
	t.planned[wire] = typ
	t.order = append(t.order, typ)
	return typ
}

func (t *types) addEnum(wire, doc, source string, members []ir.Member) *Type {
	typ := t.add(wire, &Type{Name: t.goName(wire), Kind: Enum, Doc: doc, Source: source})
	if _, ok := t.consts[wire]; !ok {
		t.declareConsts(wire, typ.Name, members)
	}
	typ.Consts = t.consts[wire]
	return typ
}

// declareConsts names the constants of an enum.
func (t *types) declareConsts(wire, typ string, members []ir.Member) {
	var list []Const
	seen := map[string]bool{}
	for _, m := range members {
		if m.Name == "" || seen[m.Name] {
			continue
		}
		seen[m.Name] = true
		name, _ := t.scope.declare(typ+exported(m.Name), typ+"Value"+exported(m.Name))
		list = append(list, Const{Name: name, Value: m.Name, Doc: m.Doc})
	}
	t.consts[wire] = list
}

func (t *types) addStruct(wire string, r *ir.Resource, asValue bool) *Type {
	typ := t.add(wire, &Type{Name: t.goName(wire), Kind: Struct, Doc: r.Doc, Source: r.File, Open: r.OpenType, KeepsUndeclared: r.OpenType})
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
	t.pending = append(t.pending, func() []diag.Diagnostic { return t.planFields(typ, r) })
	return typ
}

// maxBases bounds the number of bases of a type. No real service comes near it.
const maxBases = 32

// extends reports whether the type wire is base or extends it, directly or
// indirectly. It also reports true for a circle of types.
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

// reachDerived plans the types that extend a type whose values are sent or
// received.
func (t *types) reachDerived(wire string, typ *Type) {
	if typ.Kind != Struct || !t.polymorphic(wire) || typ.Polymorphic {
		return
	}
	typ.KeepsUndeclared, typ.Polymorphic = true, true
	for _, d := range t.derived[wire] {
		t.reach(d, true)
	}
}

// entityType is the last part of the name of the type that all entities extend.
// Its derived types are not planned: they are nearly all types of the service.
const entityType = "entity"

// polymorphic reports whether a value of the type may have a derived type.
func (t *types) polymorphic(wire string) bool {
	return len(t.derived[wire]) > 0 && lastPart(wire) != entityType
}

// hasTypeField reports whether the type has the field for "@odata.type". The root
// of a hierarchy has it for all types below.
func (t *types) hasTypeField(typ *Type) bool {
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

// reachRelated plans the types of relationships that have no base, except entity, and
// no relationships themselves, so that they lead to few further types.
func (t *types) reachRelated() {
	for _, typ := range slices.Clone(t.order) {
		r := t.resources[typ.Wire]
		if r == nil {
			continue
		}
		for _, p := range r.Relationships {
			of := t.resources[p.Type.Name]
			if of != nil && (of.BaseType == "" || lastPart(of.BaseType) == entityType) && len(of.Relationships) == 0 && !t.polymorphic(of.Name) {
				t.reach(of.Name, true)
			}
		}
	}
}

// finish plans the fields of all reached types in parallel, and returns the types
// by name.
func (t *types) finish() []*Type {
	t.reachRelated()
	found := make([][]diag.Diagnostic, len(t.pending))
	parallel.ForEach(len(found), func(i int) { found[i] = t.pending[i]() })
	*t.diags = append(*t.diags, slices.Concat(found...)...)
	parallel.ForEach(len(t.updates), func(i int) { t.updates[i]() })
	slices.SortFunc(t.order, func(a, b *Type) int { return cmp.Compare(a.Name, b.Name) })
	for _, typ := range t.order {
		for b := typ.Base; b != nil; b = b.Base {
			b.Derived = append(b.Derived, typ)
		}
	}
	return t.order
}

func (t *types) report(rule diag.Code, severity diag.Severity, at diag.Range, message string) {
	*t.diags = append(*t.diags, diag.Diagnostic{Code: rule, Severity: severity, At: at, Message: message})
}
