package plan

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
)

// CheckName reports what is wrong with a name that a user gives in
// [Options.Names]: "Message.Transfer" for the operation of a page, "Mail" for a type.
func CheckName(name string) error {
	service, method, isOperation := strings.Cut(name, ".")
	if goName.MatchString(service) && (!isOperation || goName.MatchString(method)) {
		return nil
	}
	return fmt.Errorf(`%q is no name that Go exports, such as "Mail" for a type or "Message.Transfer" for an operation`, name)
}

var goName = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)

// pinned returns the service and the method that the user chose for a page.
func (o Options) pinned(page string) (service, method string, ok bool) {
	return strings.Cut(o.Names[page], ".")
}

// pinTypes gives the user's names to types before any other name is given away.
func (t *types) pinTypes(given map[string]string) {
	var wires []string
	for wire, name := range given {
		_, isEnum := t.enums[wire]
		if !strings.Contains(name, ".") && (isEnum || t.resources[wire] != nil) {
			wires = append(wires, wire)
		}
	}
	slices.Sort(wires)
	for _, wire := range wires {
		if name, first := t.names.claim(given[wire]); first {
			t.pins[wire] = name
			continue
		}
		t.report(diag.NameCollision, diag.Warning, diag.Range{}, fmt.Sprintf("type %q cannot be named %s, as configured: the name is taken", wire, given[wire]))
	}
}

// pinnedFirst puts the operations first that the user named, so that their names
// are free, and keeps the order otherwise.
func pinnedFirst(ops []namedOp, opts Options) {
	rank := func(n namedOp) int {
		if _, _, ok := opts.pinned(n.op.Name); ok {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(ops, func(a, b namedOp) int { return rank(a) - rank(b) })
}
