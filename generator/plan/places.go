package plan

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"strings"
)

// DeclaredPlace is a place of a package, with its methods.
type DeclaredPlace struct {
	*Place
	// Indexes are the methods that return the index of the place, by name.
	Indexes []PlaceIndex
}

// PlaceIndex is a method of a place that returns the index of the place among those of
// a [Method]; see [Method.PlaceMethod].
type PlaceIndex struct {
	Method string
	Index  int
}

// declarePlaces gives the routes with the same place one Place, and returns all places
// by name. given are the names of an earlier run by the key of the place. Of several
// spellings, the given one applies, or else the one with the most capitals.
func declarePlaces(services []*Service, scope *scope, given map[string]string) []DeclaredPlace {
	places := map[string]*Place{}
	eachPlace(services, func(own *Place) *Place {
		own.wire = own.key()
		if other := places[own.wire]; other == nil || own.spelling(other) < 0 {
			places[own.wire] = own
		}
		return own
	})
	taken := newScope()
	for _, key := range placeOrder(places, given) {
		own := *places[key]
		name := own.Name
		if kept := given[key]; strings.EqualFold(kept, name) || strings.EqualFold(kept, name+byArguments(own.Args)) {
			name = kept
		}
		own.Name, _ = taken.declare(name, name+byArguments(own.Args))
		scope.add(own.Name, own.TypeName())
		places[key] = &own
	}
	eachPlace(services, func(own *Place) *Place { return places[own.wire] })
	list := slices.SortedFunc(maps.Values(places), func(a, b *Place) int { return cmp.Compare(a.Name, b.Name) })
	return withIndexes(list, services)
}

// spelling compares two spellings of a place; it is negative if p is better.
func (p *Place) spelling(other *Place) int {
	return cmp.Or(capitals(other.Name)-capitals(p.Name), cmp.Compare(p.Name, other.Name), cmp.Compare(p.Path, other.Path))
}

// placeOrder returns the keys of places in the order in which they get their names:
// those with a given name first, then those with more arguments.
func placeOrder(places map[string]*Place, given map[string]string) []string {
	rank := func(key string) (isNew, args int) {
		return 1 - min(len(given[key]), 1), -len(places[key].Args)
	}
	return slices.SortedFunc(maps.Keys(places), func(a, b string) int {
		aNew, aArgs := rank(a)
		bNew, bArgs := rank(b)
		return cmp.Or(aNew-bNew, aArgs-bArgs, cmp.Compare(a, b))
	})
}

// eachPlace replaces the place of each route.
func eachPlace(services []*Service, replace func(*Place) *Place) {
	for _, s := range services {
		for _, m := range s.Methods {
			for i := range m.Routes {
				if p := m.Routes[i].Place; p != nil {
					m.Routes[i].Place = replace(p)
				}
			}
		}
	}
}

// byArguments names a place after its arguments, next to one with the same words:
// /a/{id}/b/{id} and /a/b/{id}.
func byArguments(args []Arg) string {
	var name string
	for _, a := range args {
		name += "By" + a.Field
	}
	return name
}

// withIndexes adds to places the methods that return their indexes. The names of these
// depend on the places alone, unless two lists have the same hash.
func withIndexes(places []*Place, services []*Service) []DeclaredPlace {
	lists := map[string]string{} // by the name of the method
	indexes := map[*Place][]PlaceIndex{}
	for _, s := range services {
		for _, m := range s.Methods {
			if !m.HasPlace() {
				continue
			}
			var list string
			for _, p := range m.Places() {
				list += p.wire + "\n"
			}
			h := fnv.New32a()
			_, _ = h.Write([]byte(list))
			m.PlaceMethod = fmt.Sprintf("placeOf%08x", h.Sum32())
			for lists[m.PlaceMethod] != "" && lists[m.PlaceMethod] != list {
				m.PlaceMethod += "x"
			}
			if lists[m.PlaceMethod] == "" {
				lists[m.PlaceMethod] = list
				for i, p := range m.Places() {
					indexes[p] = append(indexes[p], PlaceIndex{m.PlaceMethod, i})
				}
			}
		}
	}
	declared := make([]DeclaredPlace, len(places))
	for i, p := range places {
		slices.SortFunc(indexes[p], func(a, b PlaceIndex) int { return cmp.Compare(a.Method, b.Method) })
		declared[i] = DeclaredPlace{p, indexes[p]}
	}
	return declared
}
