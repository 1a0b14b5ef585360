package lint

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// shape is what JSON of a documented type may hold, that of its bases
// included.
type shape struct {
	props      map[string]*ir.Property // nil for names that only the JSON shows
	folds      map[string]string       // names by lower case
	open       bool                    // takes properties that no page lists
	incomplete bool                    // a base type is documented nowhere
}

type typeKey struct{ version, name string }

// maxBases bounds a chain of base types, which pages may close to a circle.
const maxBases = 20

// shape returns the shape of a type, nil when no page documents it.
func (p *TreePass) shape(version, name string) *shape {
	key := typeKey{version, name}
	if s, ok := p.shapes[key]; ok {
		return s
	}
	if p.shapes == nil {
		p.shapes = map[typeKey]*shape{}
	}
	s := p.newShape(version, name)
	p.shapes[key] = s
	return s
}

func (p *TreePass) newShape(version, name string) *shape {
	res := p.types(p.Spec).Resource(version, name)
	if res == nil || res.IsEnum() {
		return nil
	}
	s := &shape{props: map[string]*ir.Property{}, folds: map[string]string{}}
	for range maxBases {
		s.add(res)
		if res.BaseType == "" {
			break
		}
		base := p.types(p.Spec).Resource(version, res.BaseType)
		if base == nil { // what it brings along is not known, but for the key
			if !strings.HasSuffix(res.BaseType, ".entity") {
				s.open, s.incomplete = true, true
			}
			s.name("id", nil)
			break
		}
		res = base
	}
	if len(s.props) == 0 {
		s.open = true // a page without a table lists nothing to hold against
	}
	return s
}

func (s *shape) add(res *ir.Resource) {
	s.open = s.open || res.OpenType
	for _, list := range [][]ir.Property{res.Properties, res.Relationships} {
		for i := range list {
			s.name(list[i].Name, &list[i])
		}
	}
	if res.JSON == nil {
		return
	}
	if b, ok := readBody(res.JSON); ok {
		for _, k := range b.root.kids {
			s.name(k.key, nil)
		}
	}
}

// name adds a property; what a derived type's page says of it counts.
func (s *shape) name(name string, prop *ir.Property) {
	if have, ok := s.props[name]; ok && (have != nil || prop == nil) {
		return
	}
	s.props[name] = prop
	if low := strings.ToLower(name); s.folds[low] == "" {
		s.folds[low] = name
	}
}

// derivedTypes returns the types that name another as their base, at any
// distance.
func (p *TreePass) derivedTypes(version, name string) []*ir.Resource {
	if p.derived == nil {
		p.derived = map[typeKey][]*ir.Resource{}
		for i := range p.Spec.Resources {
			r := &p.Spec.Resources[i]
			p.addDerived(r)
		}
	}
	return p.derived[typeKey{version, name}]
}

func (p *TreePass) addDerived(r *ir.Resource) {
	base := r.BaseType
	for range maxBases {
		if base == "" {
			return
		}
		key := typeKey{r.Version, base}
		p.derived[key] = append(p.derived[key], r)
		next := p.types(p.Spec).Resource(r.Version, base)
		if next == nil {
			return
		}
		base = next.BaseType
	}
}

// inDerived reports whether a type that derives from another has a property:
// examples often show one of those without saying so.
func (p *TreePass) inDerived(version, name, prop string) bool {
	for _, r := range p.derivedTypes(version, name) {
		if s := p.shape(version, r.Name); s != nil {
			if _, ok := s.props[prop]; ok {
				return true
			}
		}
	}
	return false
}

// spelling returns the documented name that differs from another by case
// alone, "" for none. An open type may have both, unless a table has the one.
func (s *shape) spelling(name string) string {
	have := s.folds[strings.ToLower(name)]
	if s.open && s.props[have] == nil {
		return ""
	}
	return have
}
