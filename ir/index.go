package ir

import (
	"path"
	"slices"
	"strings"
	"sync"
)

// Index finds the types and routes of a Spec. Several pages may document one
// type, or state one route; the Spec keeps every page as it is, and the Index
// knows them as one.
type Index struct {
	spec   *Spec
	types  map[typeKey]*Resource
	once   sync.Once // finds the routes, for those who ask
	routes map[RouteKey][]int

	onceDerived sync.Once
	derived     map[typeKey][]*Resource
}

type typeKey struct{ version, name string }

// RouteKey is what makes two documented routes one: the version, the method
// and the shape of the path.
type RouteKey struct{ Version, Method, Shape string }

// NewIndex indexes a Spec, which must not be changed after.
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

// Resource returns the type of a version by its qualified name, with what all
// of its pages say; nil when no page documents it.
func (x *Index) Resource(version, name string) *Resource { return x.types[typeKey{version, name}] }

// maxBases limits a chain of base types, which pages may close to a circle.
const maxBases = 20

// Derived returns the pages of the types of a version that have a type as their
// base, directly or through other types, in page order.
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

// Operations returns the operations that state a route, as indexes into the
// Spec's Operations.
func (x *Index) Operations(key RouteKey) []int {
	x.once.Do(x.findRoutes)
	return x.routes[key]
}

// ownPage reports whether a page is named after its type: other pages say what
// an area of the service adds to it.
func ownPage(r *Resource) bool {
	name := r.Name[strings.LastIndexByte(r.Name, '.')+1:]
	return strings.EqualFold(strings.TrimSuffix(path.Base(r.File), ".md"), name)
}

// mergeResources joins two pages of one type. The first page's word counts
// where both speak; neither page is changed.
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
