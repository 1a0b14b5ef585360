package change

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Action is the kind of a change.
type Action string

// The actions.
const (
	Added   Action = "added"
	Removed Action = "removed"
	Changed Action = "changed"
)

// Change is an item that differs. Old is the previous Text of a changed item.
type Change struct {
	Item
	Action Action
	Old    string
}

// Compare returns the changes from one API to another, sorted by whether they break
// callers, then by package, kind and name. It omits the fields, methods and constants
// of types that are added or removed.
func Compare(old, now API) []Change {
	old, now = old.withPlaces(), now.withPlaces()
	var changes []Change
	for key, was := range old {
		is, ok := now[key]
		switch {
		case !ok && !partOf(was, now, old):
			changes = append(changes, Change{Item: was, Action: Removed})
		case ok && is.Text != was.Text:
			changes = append(changes, Change{Item: is, Action: Changed, Old: was.Text})
		}
	}
	for key, is := range now {
		if _, ok := old[key]; !ok && !partOf(is, old, now) {
			changes = append(changes, Change{Item: is, Action: Added})
		}
	}
	slices.SortFunc(changes, func(a, b Change) int {
		return cmp.Or(order(b.Breaks(), a.Breaks()), cmp.Compare(a.Package, b.Package),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Action, b.Action))
	})
	return changes
}

// partOf reports whether an item belongs to a type that only one API has.
func partOf(i Item, lacking, having API) bool {
	owner, _, ok := strings.Cut(i.Name, ".")
	switch {
	case i.Kind == Const:
		owner = typeOf(i.Text)
	case !ok || i.Kind == Operation:
		return false
	}
	key := i.Package + "\x00" + string(Type) + "\x00" + owner
	_, lacks := lacking[key]
	_, has := having[key]
	return has && !lacks
}

func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// Breaks reports whether code that uses the item may no longer compile or may call
// something else. Changes of a constant's value or an operation's permissions come
// from the service; code that uses them still works.
func (c Change) Breaks() bool {
	switch {
	case c.Action == Added:
		return false
	case c.Action == Removed:
		return true
	case c.Kind == Const:
		return typeOf(c.Old) != typeOf(c.Text)
	}
	return c.Kind != Operation
}

// typeOf returns the type of a constant from its text.
func typeOf(text string) string {
	before, _, _ := strings.Cut(text, " = ")
	return before
}

// String returns the change on one line.
func (c Change) String() string {
	name := fmt.Sprintf("%s %s %s", c.Kind, c.Name, c.Action)
	if c.Package != "" {
		name = c.Package + ": " + name
	}
	switch {
	case c.Action != Changed:
		return name
	case c.Kind == Operation:
		return name + ": " + difference(c.Old, c.Text)
	}
	return fmt.Sprintf("%s from %s to %s", name, c.Old, c.Text)
}

// difference returns the names of an operation's properties that differ.
func difference(was, is string) string {
	old, now := strings.Split(was, "; "), strings.Split(is, "; ")
	var names []string
	for _, facts := range [][2][]string{{old, now}, {now, old}} {
		for _, fact := range facts[0] {
			if name, _, _ := strings.Cut(fact, " "); !slices.Contains(facts[1], fact) && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return strings.Join(names, ", ")
}

// Breaking counts the changes that break callers.
func Breaking(changes []Change) int {
	n := 0
	for _, c := range changes {
		if c.Breaks() {
			n++
		}
	}
	return n
}
