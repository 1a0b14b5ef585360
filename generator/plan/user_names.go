package plan

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
)

// CheckName returns an error for a value of [Options.UserNames] that is neither
// the name of a type, such as "Mail", nor that of an operation, such as
// "Message.Transfer".
func CheckName(name string) error {
	service, method, isOperation := strings.Cut(name, ".")
	if exportedName.MatchString(service) && (!isOperation || exportedName.MatchString(method)) {
		return nil
	}
	return fmt.Errorf(`%q is not an exported Go name, such as "Mail" for a type or "Message.Transfer" for an operation`, name)
}

var exportedName = regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)

// userName returns the service and the method that the user chose for a page.
func (o Options) userName(page string) (service, method string, ok bool) {
	return strings.Cut(o.UserNames[page], ".")
}

// applyUserNames declares the names that the user chose for types. It runs before
// any other name is declared.
func (t *types) applyUserNames(names map[string]string) {
	var wires []string
	for wire, name := range names {
		_, isEnum := t.enums[wire]
		if !strings.Contains(name, ".") && (isEnum || t.resources[wire] != nil) {
			wires = append(wires, wire)
		}
	}
	slices.Sort(wires)
	for _, wire := range wires {
		if name, first := t.scope.declare(names[wire]); first {
			t.userNames[wire] = name
			continue
		}
		t.report(diag.NameCollision, diag.Warning, diag.Range{}, fmt.Sprintf(
			"type %q cannot have the configured name %s: the name is already taken", wire, names[wire]))
	}
}

// namedFirst moves the operations that the user or an earlier run named to the
// front, so that their names are free. It keeps the order otherwise.
func namedFirst(ops []namedOperation) {
	slices.SortStableFunc(ops, func(a, b namedOperation) int { return a.rank() - b.rank() })
}

// rank orders operations by how they got their names.
func (n *namedOperation) rank() int {
	switch {
	case n.byUser:
		return 0
	case n.kept:
		return 1
	}
	return 2
}

// inNamingOrder returns methods in the order in which they are named: those that can
// have another name come after all others of their rank.
func inNamingOrder(prepared [][]preparedMethod) []*preparedMethod {
	var list []*preparedMethod
	for _, of := range prepared {
		for i := range of {
			list = append(list, &of[i])
		}
	}
	order := func(m *preparedMethod) int {
		if m.spare != "" {
			return 2*m.rank() + 1
		}
		return 2 * m.rank()
	}
	slices.SortStableFunc(list, func(a, b *preparedMethod) int { return order(a) - order(b) })
	return list
}
