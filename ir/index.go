package ir

import (
	"path"
	"slices"
	"strings"
	"sync"
)

// Index finds the types and routes of a Spec. Several pages may document the
// same type or state the same route. The Spec keeps them separate; the Index
// merges them.
type Index struct {
	spec   *Spec
	types  map[typeKey]*Resource
	once   sync.Once // finds the routes when they are first needed
	routes map[RouteKey][]int

	onceDerived sync.Once
	derived     map[typeKey][]*Resource
}

type typeKey struct{ version, name string }

// RouteKey identifies a route: the version, the method and the shape of the
// path.
type RouteKey struct{ Version, Method, Shape string }

// NewIndex indexes a Spec. The Spec must not change afterwards.
func NewIndex(s *Spec) *Index {
	x := &Index{spec: s, types: make(map[typeKey]*Resource, len(s.Resources))}
	for i := range s.Resources {
		r := &s.Resources[i]
		if r.Name == "" {
			continue
		}
		key := typeKey{r.Version, r.Name}
		if have := x.types[key]; have != nil {
			if ownPage(r) && !ownPage(have) {
				r, have = have, r
			}
			r = mergeResources(have, r)
		}
		x.types[key] = r
	}
	return x
}

func (x *Index) findRoutes() {
	x.routes = map[RouteKey][]int{}
	for i := range x.spec.Operations {
		op := &x.spec.Operations[i]
		for _, r := range op.Routes {
			key := RouteKey{op.Version, r.Method, r.Path.Shape()}
			if ops := x.routes[key]; len(ops) == 0 || ops[len(ops)-1] != i {
				x.routes[key] = append(ops, i)
			}
		}
	}
}

// Resource returns the type of a version by its qualified name, merged from all
// of its pages; nil when no page documents it.
func (x *Index) Resource(version, name string) *Resource { return x.types[typeKey{version, name}] }

// maxBases limits a chain of base types, which may be a cycle.
const maxBases = 20

// Derived returns the pages of the types of a version that are derived from a
// type, directly or through other types, in page order.
func (x *Index) Derived(version, name string) []*Resource {
	x.onceDerived.Do(func() {
		x.derived = map[typeKey][]*Resource{}
		for i := range x.spec.Resources {
			x.addDerived(&x.spec.Resources[i])
		}
	})
	return x.derived[typeKey{version, name}]
}

func (x *Index) addDerived(r *Resource) {
	base := r.BaseType
	for n := 0; base != "" && n < maxBases; n++ {
		key := typeKey{r.Version, base}
		x.derived[key] = append(x.derived[key], r)
		next := x.types[key]
		if next == nil {
			return
		}
		base = next.BaseType
	}
}

// Operations returns the operations with a route, as indexes into the
// Operations of the Spec.
func (x *Index) Operations(key RouteKey) []int {
	x.once.Do(x.findRoutes)
	return x.routes[key]
}

// ownPage reports whether a page is named after its type. Other pages of the
// type document additions by one area of the service.
func ownPage(r *Resource) bool {
	name := r.Name[strings.LastIndexByte(r.Name, '.')+1:]
	return strings.EqualFold(strings.TrimSuffix(path.Base(r.File), path.Ext(r.File)), name)
}

// mergeResources merges two pages of one type into a new resource. The first
// page is preferred where both have a value.
func mergeResources(a, b *Resource) *Resource {
	m := *a
	if m.BaseType == "" {
		m.BaseType = b.BaseType
	}
	if m.KeyProperty == "" {
		m.KeyProperty = b.KeyProperty
	}
	if m.JSON == nil {
		m.JSON = b.JSON
	}
	m.OpenType = a.OpenType || b.OpenType
	m.Abstract = a.Abstract || b.Abstract
	m.Properties = mergeProperties(a.Properties, b.Properties)
	m.Relationships = mergeProperties(a.Relationships, b.Relationships)
	m.Members = mergeNamed(a.Members, b.Members, func(m *Member) string { return m.Name })
	m.Enums = mergeNamed(a.Enums, b.Enums, func(e *Enum) string { return e.Name })
	return &m
}

func mergeProperties(a, b []Property) []Property {
	return mergeNamed(a, b, func(p *Property) string { return p.Name })
}

func mergeNamed[T any](a, b []T, name func(*T) string) []T {
	have := make(map[string]bool, len(a))
	for i := range a {
		have[name(&a[i])] = true
	}
	out := slices.Clip(a)
	for i := range b {
		if !have[name(&b[i])] {
			out = append(out, b[i])
		}
	}
	return out
}
