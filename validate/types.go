package validate

import (
	"sync"

	"github.com/mdwire/mdwire/ir"
)

// Types knows the documented types of a Spec as the check sees them. Its methods
// may be called at the same time.
type Types struct {
	index *ir.Index

	mu    sync.Mutex
	types map[typeKey]*Type
}

type typeKey struct{ version, name string }

// New returns the documented types of an index.
func New(index *ir.Index) *Types {
	return &Types{index: index, types: map[typeKey]*Type{}}
}

// Type returns a type of an API version by its qualified name, a primitive one
// by its own. The type of an unknown name accepts any value, except that an
// object may name a documented type in its "@odata.type".
func (t *Types) Type(version, name string) *Type {
	if p := primitives[name]; p != nil {
		return p
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	key := typeKey{version, name}
	typ := t.types[key]
	if typ == nil {
		res := t.index.Resource(version, name)
		if res == nil { // of any name: those in JSON are not limited
			key.name = ""
			if typ = t.types[key]; typ != nil {
				return typ
			}
		}
		typ = t.newType(version, res)
		t.types[key] = typ
	}
	return typ
}

// Documented returns the documented properties of a type, nil for a type that is
// no object or that no page documents.
func (t *Types) Documented(version, name string) *Documented {
	d, _ := t.Type(version, name).Properties.(*Documented)
	return d
}

// Check compares a JSON text with a documented type.
func (t *Types) Check(text JSON, version string, ref ir.TypeRef, opts Options) Result {
	return Check(text, t.ref(version, ref), ref.Collection, opts)
}

// ref is Type for a reference; it returns nil for none.
func (t *Types) ref(version string, ref ir.TypeRef) *Type {
	if ref.Name == "" {
		return nil
	}
	return t.Type(version, ref.Name)
}

// property is the documented property of a row of a table.
func (t *Types) property(version string, row *ir.Property) Property {
	typ := t.ref(version, row.Type)
	return Property{Name: row.Name, Type: typ, Collection: typ != nil && row.Type.Collection, Map: row.Type.Map}
}

// newType makes the type of a resource, or of an unknown name for nil.
func (t *Types) newType(version string, res *ir.Resource) *Type {
	typ := &Type{Derived: func(name string) *Type { return t.Type(version, name) }}
	switch {
	case res == nil:
	case res.IsEnum():
		return enum(res)
	default:
		typ.Name, typ.Properties = res.Name, newDocumented(t, res)
		if len(res.Properties) > 0 { // else the page may describe something that is no object
			typ.Kinds, typ.Want = Object, "an object of "+res.Name
		}
	}
	return typ
}
