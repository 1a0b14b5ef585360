package change

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// What tells how an item differs.
type What string

// The ways to differ.
const (
	Added   What = "added"
	Removed What = "removed"
	Changed What = "changed"
)

// Change is an item that differs. Of one that changed, Was is what it was.
type Change struct {
	Item
	What What
	Was  string
}

// Compare returns the changes from one API to another: those that break callers
// first, then by package, kind and name. What belongs to a type that is new or
// gone as a whole is not told one by one.
func Compare(old, now API) []Change {
	var changes []Change
	for key, was := range old {
		is, ok := now[key]
		switch {
		case !ok && !partOf(was, now, old):
			changes = append(changes, Change{Item: was, What: Removed})
		case ok && is.Text != was.Text:
			changes = append(changes, Change{Item: is, What: Changed, Was: was.Text})
		}
	}
	for key, is := range now {
		if _, ok := old[key]; !ok && !partOf(is, old, now) {
			changes = append(changes, Change{Item: is, What: Added})
		}
	}
	slices.SortFunc(changes, func(a, b Change) int {
		return cmp.Or(order(b.Breaks(), a.Breaks()), cmp.Compare(a.Package, b.Package),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Name, b.Name), cmp.Compare(a.What, b.What))
	})
	return changes
}

// partOf reports whether an item belongs to a type that its own API has and the
// other lacks.
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

// Breaks reports whether code that used the item may no longer compile, or call
// what it called. A constant's value and a call's permissions are facts about
// the service; code that uses them goes on to work.
func (c Change) Breaks() bool {
	switch {
	case c.What == Added:
		return false
	case c.What == Removed:
		return true
	case c.Kind == Const:
		return typeOf(c.Was) != typeOf(c.Text)
	}
	return c.Kind != Operation
}

// typeOf is the part of a constant's text before its value.
func typeOf(text string) string {
	before, _, _ := strings.Cut(text, " = ")
	return before
}

// String is the change in one line.
func (c Change) String() string {
	name := fmt.Sprintf("%s %s %s", c.Kind, c.Name, c.What)
	if c.Package != "" {
		name = c.Package + ": " + name
	}
	switch {
	case c.What != Changed:
		return name
	case c.Kind == Operation:
		return name + ": " + difference(c.Was, c.Text)
	}
	return fmt.Sprintf("%s from %s to %s", name, c.Was, c.Text)
}

// difference names the facts of a call that differ.
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
