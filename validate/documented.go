package validate

import (
	"cmp"
	"regexp"
	"strings"
	"sync"

	"github.com/mdwire/mdwire/ir"
)

// Documented is the properties that the pages of a type and of its base types
// document. It implements [Properties].
type Documented struct {
	types         *Types
	version, name string
	open          bool
	incomplete    bool                    // a base type is documented nowhere
	rows          map[string]*ir.Property // of the tables; nil for a name without a type

	// Nearly all names are in the tables. The pages' JSON is read only for the
	// others.
	json   []*ir.Message
	read   sync.Once
	shown  map[string]bool // names that only the JSON has
	folded sync.Once
	folds  map[string]string // all names by their lower case
}

// maxBases limits a chain of base types, which pages may close to a circle.
const maxBases = 20

func newDocumented(t *Types, res *ir.Resource) *Documented {
	d := &Documented{
		types: t, version: res.Version, name: res.Name,
		rows: make(map[string]*ir.Property, len(res.Properties)+len(res.Relationships)),
	}
	for range maxBases {
		d.add(res)
		if res.BaseType == "" {
			break
		}
		base := t.index.Resource(d.version, res.BaseType)
		if base == nil { // only the key of an entity is known
			d.incomplete = !strings.HasSuffix(res.BaseType, ".entity")
			d.open = d.open || d.incomplete
			if _, ok := d.rows["id"]; !ok {
				d.rows["id"] = nil
			}
			break
		}
		res = base
	}
	if len(d.rows) == 0 && len(d.names()) == 0 {
		d.open = true // the page has no list that could be incomplete
	}
	return d
}

// add adds a page's properties; those of a derived type take precedence.
func (d *Documented) add(res *ir.Resource) {
	d.open = d.open || isOpen(res)
	for _, list := range [][]ir.Property{res.Properties, res.Relationships} {
		for i := range list {
			if d.rows[list[i].Name] == nil {
				d.rows[list[i].Name] = &list[i]
			}
		}
	}
	if res.JSON != nil {
		d.json = append(d.json, res.JSON)
	}
}

// openType is how pages say in prose that a type accepts further properties.
var openType = regexp.MustCompile(`(?i)\bis an? (?:\w+ )?_?open ?type\b`)

func isOpen(res *ir.Resource) bool {
	return res.OpenType || strings.Contains(strings.ToLower(res.Title), "(open extension") || openType.MatchString(res.Doc)
}

// Complete reports whether all base types are documented, too.
func (d *Documented) Complete() bool { return !d.incomplete }

// Row returns the table row of a property by its documented spelling, nil if no
// table has it.
func (d *Documented) Row(name string) *ir.Property { return d.rows[name] }

// RowInAnyCase returns the table row of a property whose name may differ by
// letter case, nil if no table has it.
func (d *Documented) RowInAnyCase(name string) *ir.Property { return d.rows[d.fold(name)] }

// Property implements [Properties]. It finds the rows of the tables, the names
// in the JSON of the pages, and the properties of derived types.
func (d *Documented) Property(name string) Property {
	if row, ok := d.rows[name]; ok {
		return d.property(name, row)
	}
	if IsAnnotation(name) {
		return Property{}
	}
	if d.names()[name] {
		return Property{Name: name}
	}
	if found, ok := d.derived(name); ok {
		return found
	}
	if spelling := d.spelling(name); spelling != "" {
		return d.property(spelling, d.rows[spelling])
	}
	return Property{Open: d.open}
}

// property is the documented property of a row, nil for one without a type.
func (d *Documented) property(name string, row *ir.Property) Property {
	if row == nil {
		return Property{Name: name}
	}
	return d.types.property(d.version, row)
}

// names returns the names that only the JSON of the pages has.
func (d *Documented) names() map[string]bool {
	d.read.Do(func() {
		d.shown = map[string]bool{}
		for _, m := range d.json {
			if j, ok := ParseValid(string(m.JSON)); ok && j.Root.Kind == Object {
				for i := range j.Root.Values {
					d.show(j.Root.Values[i].Name)
				}
			}
		}
	})
	return d.shown
}

func (d *Documented) show(name string) {
	if _, ok := d.rows[name]; !ok {
		d.shown[name] = true
	}
}

// fold returns the documented name that differs from another by letter case at
// most, "" for none.
func (d *Documented) fold(name string) string {
	d.folded.Do(func() {
		d.folds = make(map[string]string, len(d.rows)+len(d.names()))
		for name := range d.rows {
			d.foldName(name)
		}
		for name := range d.names() {
			d.foldName(name)
		}
	})
	return d.folds[strings.ToLower(name)]
}

// foldName enters a name under its lower case. A name that a table types takes
// precedence over one that has no type, then the alphabetically first.
func (d *Documented) foldName(name string) {
	low := strings.ToLower(name)
	if old, ok := d.folds[low]; ok {
		typed, oldTyped := d.rows[name] != nil, d.rows[old] != nil
		if oldTyped && !typed || typed == oldTyped && cmp.Compare(old, name) < 0 {
			return
		}
	}
	d.folds[low] = name
}

// spelling returns the documented name that differs from another by letter case
// alone, "" for none. An open type may have both, unless a table types it.
func (d *Documented) spelling(name string) string {
	have := d.fold(name)
	if d.open && d.rows[have] == nil {
		return ""
	}
	return have
}

// derived returns a property that the types derived from this one have: examples
// often show a value of a derived type without its "@odata.type". Where they
// differ in the property's type, any value is accepted.
func (d *Documented) derived(name string) (found Property, ok bool) {
	var row *ir.Property
	differ := false
	for _, res := range d.types.index.Derived(d.version, d.name) {
		of := d.types.Documented(d.version, res.Name)
		if of == nil {
			continue
		}
		r, has := of.rows[name]
		ok = ok || has || of.names()[name]
		if r != nil {
			differ = differ || row != nil && row.Type != r.Type
			row = r
		}
	}
	if differ {
		row = nil
	}
	return d.property(name, row), ok
}
