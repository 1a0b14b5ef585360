package plan

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// Name is the Go name of a method or a type. The next run passes it as
// [Options.Given], so that a collision with a new page does not change it.
type Name struct {
	Page string // of a method: the name of its operation, or its file if several have the name
	Part string // the part of the page that is a method of its own: "Value"
	Type string // of a type: its qualified name
	Body string // of a type for a body or an update: its name without additions
	// Place is the words of a place in lower case and the number of its arguments:
	// "atmemessages/1".
	Place string
	Go    string // "Message.Move", "FileAttachment", "AtMeMessages"
}

// givenNames are the names of an earlier run.
type givenNames struct {
	methods  map[[2]string]string // page and part → service and method
	services map[string]string    // name of a service without additions → its name
	types    map[string]string
	bodies   map[string]string // name without additions → name
	places   map[string]string
}

func newGivenNames(names []Name) givenNames {
	g := givenNames{map[[2]string]string{}, map[string]string{}, map[string]string{}, map[string]string{}, map[string]string{}}
	for _, n := range names {
		switch {
		case n.Type != "":
			g.types[n.Type] = n.Go
		case n.Body != "":
			g.bodies[n.Body] = n.Go
		case n.Place != "":
			g.places[n.Place] = n.Go
		default:
			g.methods[[2]string{n.Page, n.Part}] = n.Go
		}
	}
	return g
}

// operationKeys returns the key of each operation for [Name.Page].
func operationKeys(ops []*ir.Operation) []string {
	count := map[string]int{}
	for _, op := range ops {
		count[op.Name]++
	}
	keys := make([]string, len(ops))
	for i, op := range ops {
		keys[i] = op.Name
		if count[op.Name] > 1 {
			keys[i] = op.File
		}
	}
	return keys
}

// keep gives an operation its earlier name if it is one of the names that its page
// allows: the short one or one with words that distinguish it. Other names come from
// another page or configuration.
func (g givenNames) keep(n *namedOperation) {
	service, method, ok := strings.Cut(g.methods[[2]string{n.key, ""}], ".")
	if !ok || len(service) < len(n.service) || !strings.EqualFold(service[:len(n.service)], n.service) {
		return
	}
	short := service[:len(n.service)]
	if strings.ReplaceAll(service[len(short):], "Resource", "") != "" {
		return
	}
	for _, name := range n.longNames() {
		if isMarked(method, name) {
			n.service, n.method, n.kept = short, name, true
			g.services[short] = service
			return
		}
	}
}

// longNames returns the names that a method can have: without and with the words
// that distinguish it from others.
func (n *namedOperation) longNames() []string {
	names := []string{n.method}
	if n.extra != "" {
		names = append(names, n.method+suffix(n.extra))
	}
	return append(names, n.method+suffix(n.op.Name))
}

// isMarked reports whether a name is another name, or that name with the marks that
// addMethod appends.
func isMarked(name, base string) bool {
	marks, ok := strings.CutPrefix(name, base)
	return ok && strings.Trim(strings.TrimPrefix(marks, "Call"), "X") == ""
}

// method returns the earlier name of a method, "" if it does not apply.
func (g givenNames) method(m *preparedMethod) string {
	_, name, _ := strings.Cut(g.methods[[2]string{m.key, m.part}], ".")
	if m.kept && (isMarked(name, m.method) || m.spare != "" && isMarked(name, m.spare)) {
		return name
	}
	return ""
}

// applyGivenNames declares the earlier names of types that are still documented. It
// runs after applyUserNames and before any other name is declared.
func (t *types) applyGivenNames(given map[string]string) {
	var wires []string
	for wire := range given {
		_, isEnum := t.enums[wire]
		if (isEnum || t.resources[wire] != nil) && t.userNames[wire] == "" {
			wires = append(wires, wire)
		}
	}
	slices.Sort(wires)
	for _, wire := range wires {
		name, want := given[wire], t.goName(wire)
		if marks, ok := strings.CutPrefix(name, want); ok && isTypeMark(strings.TrimRight(marks, "X")) && !t.scope.has(name) {
			t.scope.add(name)
			t.userNames[wire] = name
			t.kept[wire] = true
		}
	}
}

// applyGivenBodies keeps the earlier names of the types for bodies and updates, and then
// the constants of enums that have their earlier names. It runs after applyGivenNames.
func (t *types) applyGivenBodies(given map[string]string) {
	t.bodies = map[string]string{}
	for _, want := range slices.Sorted(maps.Keys(given)) {
		if name := given[want]; strings.HasPrefix(name, want) && !t.scope.has(name) {
			t.scope.add(name)
			t.bodies[want] = name
		}
	}
	for _, wire := range slices.Sorted(maps.Keys(t.kept)) {
		if r := t.resources[wire]; r != nil && r.IsEnum() {
			t.declareConsts(wire, t.userNames[wire], r.Members)
		} else if e, ok := t.enums[wire]; ok && r == nil {
			t.declareConsts(wire, t.userNames[wire], e.Members)
		}
	}
}

// nameBody names the type of a body or an update: as in an earlier run, or with the
// first name that is free.
func (t *types) nameBody(typ *Type, want, spare string) {
	typ.want = want
	if typ.Name = t.bodies[want]; typ.Name == "" {
		typ.Name, _ = t.scope.declare(want, spare)
	}
	delete(t.bodies, want)
}

// isTypeMark reports whether text is what add appends to a type's name that is taken.
func isTypeMark(text string) bool { return text == "" || text == "Type" || text == "Resource" }

// names returns the names of a plan in the order of [Name]'s fields.
func (p *planner) names(pkg *Package) []Name {
	var names []Name
	for m, n := range p.declared {
		names = append(names, Name{Page: n.key, Part: n.part, Go: m.Service.Name + "." + m.Name})
	}
	for _, typ := range pkg.Types {
		if typ.Wire != "" {
			names = append(names, Name{Type: typ.Wire, Go: typ.Name})
		} else if typ.want != "" {
			names = append(names, Name{Body: typ.want, Go: typ.Name})
		}
	}
	for _, place := range pkg.Places {
		names = append(names, Name{Place: place.wire, Go: place.Name})
	}
	slices.SortFunc(names, func(a, b Name) int {
		return cmp.Or(cmp.Compare(a.Page, b.Page), cmp.Compare(a.Part, b.Part), cmp.Compare(a.Type, b.Type), cmp.Compare(a.Body, b.Body), cmp.Compare(a.Place, b.Place), cmp.Compare(a.Go, b.Go))
	})
	return names
}

// resolveCollisions gives each of several operations with the same name the words of
// its file name that distinguish it. One that has kept its name does not change.
func (p *planner) resolveCollisions(named []namedOperation) {
	wanted := map[string][]int{} // by the short name
	taken := map[string]bool{}
	for i := range named {
		n := &named[i]
		if n.byUser {
			continue
		}
		key := n.service + "." + n.short
		wanted[key] = append(wanted[key], i)
		if n.kept {
			taken[n.service+"."+n.method] = true
		}
	}
	for i := range named {
		if same := wanted[named[i].service+"."+named[i].short]; len(same) > 1 && same[0] == i {
			p.disambiguate(named, same, taken)
		}
	}
}

// disambiguate renames the operations at the given indexes, which have the same
// short name.
func (p *planner) disambiguate(named []namedOperation, same []int, taken map[string]bool) {
	distinct := map[string]bool{}
	for _, i := range same {
		distinct[named[i].extra] = true
	}
	for _, i := range same {
		n := &named[i]
		if !n.kept {
			word := n.extra
			if len(distinct) < len(same) || taken[n.service+"."+n.short+suffix(word)] {
				word = n.op.Name
			}
			n.method = n.short + suffix(word)
		}
		p.types.report(diag.NameCollision, diag.Info, n.op.At, fmt.Sprintf(
			"%d pages have the name %s.%s; this one is named %s", len(same), n.service, n.short, n.method))
	}
}
