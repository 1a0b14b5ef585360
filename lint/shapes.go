package lint

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// Shape is what JSON of a documented type may hold, that of its bases
// included.
type Shape struct {
	Props      map[string]*ir.Property // nil for names that only the JSON shows
	shown      []*ir.Message           // JSON that was not looked into yet: nearly all names stand in tables
	folds      map[string]string       // names by lower case; made when one is looked for
	open       bool                    // takes properties that no page lists
	Incomplete bool                    // a base type is documented nowhere
}

type typeKey struct{ version, name string }

// maxBases bounds a chain of base types, which pages may close to a circle.
const maxBases = 20

// Shape returns the shape of a type, nil when no page documents it.
func (p *TreePass) Shape(version, name string) *Shape {
	key := typeKey{version, name}
	if s, ok := p.shapes[key]; ok {
		return s
	}
	if p.shapes == nil {
		p.shapes = map[typeKey]*Shape{}
	}
	s := p.newShape(version, name)
	p.shapes[key] = s
	return s
}

func (p *TreePass) newShape(version, name string) *Shape {
	res := p.types(p.Spec).Resource(version, name)
	if res == nil || res.IsEnum() {
		return nil
	}
	s := &Shape{Props: make(map[string]*ir.Property, len(res.Properties)+len(res.Relationships))}
	for range maxBases {
		s.add(res)
		if res.BaseType == "" {
			break
		}
		base := p.types(p.Spec).Resource(version, res.BaseType)
		if base == nil { // what it brings along is not known, but for the key
			if !strings.HasSuffix(res.BaseType, ".entity") {
				s.open, s.Incomplete = true, true
			}
			s.name("id", nil)
			break
		}
		res = base
	}
	if len(s.Props) == 0 && !s.lookInto() {
		s.open = true // a page without a table lists nothing to hold against
	}
	return s
}

func (s *Shape) add(res *ir.Resource) {
	s.open = s.open || isOpen(res)
	for _, list := range [][]ir.Property{res.Properties, res.Relationships} {
		for i := range list {
			s.name(list[i].Name, &list[i])
		}
	}
	if res.JSON != nil {
		s.shown = append(s.shown, res.JSON)
	}
}

// prop returns a property by its name; ok is false where neither a table nor
// JSON has it.
func (s *Shape) prop(name string) (prop *ir.Property, ok bool) {
	if prop, ok = s.Props[name]; !ok && s.lookInto() {
		prop, ok = s.Props[name]
	}
	return prop, ok
}

// lookInto adds the names that the JSON shows, and reports whether there are
// any.
func (s *Shape) lookInto() bool {
	for _, m := range s.shown {
		if b, ok := ReadBody(m); ok {
			for _, k := range b.Root.Kids {
				s.name(k.Key, nil)
			}
		}
	}
	s.shown = nil
	return len(s.Props) > 0
}

// openType is how pages say in prose that a type takes further properties.
var openType = regexp.MustCompile(`(?i)\bis an? (?:\w+ )?_?open ?type\b`)

func isOpen(res *ir.Resource) bool {
	return res.OpenType || strings.Contains(strings.ToLower(res.Title), "(open extension") || openType.MatchString(res.Doc)
}

// name adds a property; what a derived type's page says of it counts.
func (s *Shape) name(name string, prop *ir.Property) {
	if have, ok := s.Props[name]; ok && (have != nil || prop == nil) {
		return
	}
	s.Props[name] = prop
}

// Folded returns the name that differs from another by case at most, "" for
// none. Of two such names the tables' own counts.
func (s *Shape) Folded(name string) string {
	if s.folds == nil {
		s.lookInto()
		s.folds = make(map[string]string, len(s.Props))
		for have, prop := range s.Props {
			low := strings.ToLower(have)
			if old, ok := s.folds[low]; !ok || cmp.Or(compareKnown(prop, s.Props[old]), cmp.Compare(have, old)) < 0 {
				s.folds[low] = have
			}
		}
	}
	return s.folds[strings.ToLower(name)]
}

// compareKnown puts what a table has before what only JSON shows.
func compareKnown(a, b *ir.Property) int {
	switch {
	case a != nil && b == nil:
		return -1
	case a == nil && b != nil:
		return 1
	}
	return 0
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

// derivedProp returns a property that types derived from another have: examples
// often show one of those without saying so. It is nil where they differ in its
// type, ok tells whether there is any.
func (p *TreePass) derivedProp(version, name, key string) (prop *ir.Property, ok bool) {
	differ := false
	for _, r := range p.derivedTypes(version, name) {
		s := p.Shape(version, r.Name)
		if s == nil {
			continue
		}
		found, has := s.prop(key)
		ok = ok || has
		if found != nil {
			differ = differ || prop != nil && prop.Type != found.Type
			prop = found
		}
	}
	if differ {
		return nil, ok
	}
	return prop, ok
}

// spelling returns the documented name that differs from another by case
// alone, "" for none. An open type may have both, unless a table has the one.
func (s *Shape) spelling(name string) string {
	have := s.Folded(name)
	if s.open && s.Props[have] == nil {
		return ""
	}
	return have
}
