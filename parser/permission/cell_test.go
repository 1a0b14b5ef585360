package permission

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// text prints the permissions of a cell: "A+B | C", with the label of each list.
func (c cellScopes) text() string {
	if c.left != "" {
		return "refused"
	}
	var cases []string
	for _, list := range c.cases {
		var groups []string
		for _, g := range list.groups {
			groups = append(groups, strings.Join(g, "+"))
		}
		text := strings.Join(groups, " | ")
		if list.label != "" {
			text = list.label + ": " + text
		}
		cases = append(cases, text)
	}
	return strings.Join(cases, "; ")
}

func TestCells(t *testing.T) {
	for cell, want := range map[string]string{
		"Book.Read":                                                      "Book.Read",
		"Book.Read, Map.Read":                                            "Book.Read | Map.Read",
		"Book.Read; Map.Read,":                                           "Book.Read | Map.Read",
		"Book.Read\nMap.Read":                                            "Book.Read | Map.Read",
		"Book.Read Map.Read":                                             "Book.Read | Map.Read",
		"Book.Read or Map.Read, or Shelf.Read":                           "Book.Read | Map.Read | Shelf.Read",
		"Either Book.Read or Map.Read":                                   "Book.Read | Map.Read",
		"Any one of Book.Read, Map.Read":                                 "Book.Read | Map.Read",
		"Book.Read and Map.Read":                                         "Book.Read+Map.Read",
		"Book.Read & Map.Read":                                           "Book.Read+Map.Read",
		"Book.Read ^and Map.Read":                                        "Book.Read+Map.Read",
		"Book.Read and Map.Read, Shelf.Read":                             "Book.Read+Map.Read | Shelf.Read",
		"Book.Read and Map.Read, Book.Read and Shelf.Read":               "Book.Read+Map.Read | Book.Read+Shelf.Read",
		"Book.Read, Map.Read and Shelf.Read":                             "Book.Read+Map.Read+Shelf.Read",
		"Book.Read, Map.Read, and Shelf.Read":                            "Book.Read+Map.Read+Shelf.Read",
		"Book.Read,\nand Map.Read":                                       "Book.Read+Map.Read",
		"Book.Read, Map.Read plus Shelf.Read":                            "Book.Read+Shelf.Read | Map.Read+Shelf.Read",
		"One from Book.Read, Map.Read plus Shelf.Read":                   "Book.Read+Shelf.Read | Map.Read+Shelf.Read",
		"One of Book.Read, Map.Read plus either Shelf.Read or Room.Read": "Book.Read+Shelf.Read | Book.Read+Room.Read | Map.Read+Shelf.Read | Map.Read+Room.Read",
		"Book.Read together with Map.Read":                               "Book.Read+Map.Read",
		"Book.Read along with Map.Read":                                  "Book.Read+Map.Read",
		"Book.Read, as well as Map.Read":                                 "Book.Read+Map.Read",
		"Book.Read in combination with Map.Read":                         "Book.Read+Map.Read",
		"Book.Read + Map.Read":                                           "Book.Read+Map.Read",
		"Book.Read requires Map.Read":                                    "Book.Read+Map.Read",
		"Book.Read (requires Map.Read), Shelf.Read":                      "Book.Read+Map.Read | Shelf.Read",
		"Shelf.Read, Book.Read (and Map.Read)":                           "Shelf.Read | Book.Read+Map.Read",
		"Book.Read (or Map.Read)":                                        "Book.Read | Map.Read",
		"Book.Read and (Map.Read or Shelf.Read)":                         "Book.Read+Map.Read | Book.Read+Shelf.Read",
		"(Book.Read and Map.Read) or Shelf.Read":                         "Book.Read+Map.Read | Shelf.Read",
		"Book.Read and either Map.Read or Shelf.Read":                    "Book.Read+Map.Read | Book.Read+Shelf.Read",
		"Room.Read, Book.Read and (Map.Read or Shelf.Read)":              "Room.Read+Book.Read+Map.Read | Room.Read+Book.Read+Shelf.Read",
		"Both Book.Read and Map.Read":                                    "Book.Read+Map.Read",
		"All of: Book.Read, Map.Read":                                    "Book.Read+Map.Read",
		"Book.Read, Map.Read (both are required)":                        "Book.Read+Map.Read",
		"Book.Read, Map.Read (all are needed)":                           "Book.Read+Map.Read",
		"Book.Read (preview)":                                            "Book.Read",
		"For readers:\nBook.Read, Map.Read\nFor rooms: Room.Read":        "For readers: Book.Read | Map.Read; For rooms: Room.Read",
		"Book.Read (for readers), Room.Read (for rooms)":                 "for readers: Book.Read; for rooms: Room.Read",
		"Book.Read for a reader.\nRoom.Read for a room.":                 "for a reader.: Book.Read; for a room.: Room.Read",
		"For readers: Not supported.\nFor rooms: Room.Read":              "For readers: ; For rooms: Room.Read",
	} {
		if d := cmp.Diff(want, readScopes(cell, false).text()); d != "" {
			t.Errorf("%q (-want +got):\n%s", cell, d)
		}
	}
}

func TestRefusedCells(t *testing.T) {
	for _, cell := range []string{
		"Any permission except Book.Read", "Not Book.Read", "except Book.Read", "Book.Read not supported", "Not supported. Book.Read",
		"Book.Read and Map.Read or Shelf.Read", "One of Book.Read, Map.Read and Shelf.Read", "Book.Read and", "and Book.Read", "Book.Read and, Map.Read",
		"Book.Read unless Map.Read", "Book.Read with consent of Map.Read", "Book.Read (see below)", "Book.Read (if Map.Read)", "Book.Read (if it rains)",
		"If it rains: Book.Read", "Everyone but guests: Book.Read", "Book.Read (Map.Read)", "Book.Read (for novels", "Book.Read/Map.Read", "~~Book.Read~~ Map.Read",
		"A role or Book.Read (see below).", "Book.Read\nAnd:\nFor rooms: Room.Read", "((((((Book.Read))))))",
		"Room.Read, one of Book.Read, Map.Read", "(Book.Read or Map.Read) Room.Read",
	} {
		if c := readScopes(cell, false); c.text() != "refused" || len(c.cases) > 0 {
			t.Errorf("%q grants %q", cell, c.text())
		}
	}
	c := readScopes("Book.Read unless Map.Read", false)
	if d := cmp.Diff([]string{"Book.Read", "Map.Read"}, c.names); d != "" {
		t.Errorf("names of a refused cell (-want +got):\n%s", d)
	}
}

func TestAllNeeded(t *testing.T) {
	for cell, want := range map[string]string{
		"Book.Read, Map.Read, Shelf.Read*": "Book.Read+Map.Read+Shelf.Read", "Book.Read": "Book.Read", "Book.Read or Map.Read*": "refused",
	} {
		if d := cmp.Diff(want, readScopes(cell, true).text()); d != "" {
			t.Errorf("%q (-want +got):\n%s", cell, d)
		}
	}
}

func TestManyAlternatives(t *testing.T) {
	var sb strings.Builder
	sb.WriteString("One from A0.Read, B0.Read")
	for i := range 40 {
		fmt.Fprintf(&sb, " plus either A%d.Read or B%d.Read", i+1, i+1)
	}
	for _, cell := range []string{
		sb.String(), strings.Repeat("(", 50_000) + "A.B", strings.Repeat("A.B and ", 50_000) + "C.D", strings.Repeat("A.B (", 50_000),
		strings.Repeat("For x: A.B\n", 20_000), strings.Repeat("A.B for x ", 20_000), strings.Repeat(" plus either ", 20_000),
	} {
		start := time.Now()
		c := readScopes(cell, false)
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%.40q takes %v", cell, took)
		}
		if cell == sb.String() && (!c.tooMany || len(c.cases) > 0 || len(c.names) != 82) {
			t.Errorf("%.40q grants %d lists and has %d names", cell, len(c.cases), len(c.names))
		}
	}
}

// demandTree is a demand of permissions: a name, or some or all of other demands.
type demandTree struct {
	name string
	all  bool
	of   []demandTree
}

func randomDemand(r *rand.Rand, depth int) demandTree {
	if depth == 0 || r.IntN(3) == 0 {
		return demandTree{name: string(rune('A'+r.IntN(6))) + ".Read"}
	}
	d := demandTree{all: r.IntN(2) == 0}
	for range 2 + r.IntN(2) {
		d.of = append(d.of, randomDemand(r, depth-1))
	}
	return d
}

func (d demandTree) satisfied(held map[string]bool) bool {
	if d.name != "" {
		return held[d.name]
	}
	for _, part := range d.of {
		if part.satisfied(held) != d.all {
			return !d.all
		}
	}
	return d.all
}

// words writes the demand in one of the ways in which pages write it.
func (d demandTree) words(r *rand.Rand) string {
	if d.name != "" {
		return d.name
	}
	var parts []string
	plain := true
	for _, part := range d.of {
		text := part.words(r)
		if part.name == "" {
			text, plain = "("+text+")", false
		}
		parts = append(parts, text)
	}
	last := len(parts) - 1
	forms := []string{strings.Join(parts, " or "), strings.Join(parts, ", ")}
	if d.all {
		forms = []string{strings.Join(parts, " and "), strings.Join(parts, " plus "), strings.Join(parts, " together with ")}
	}
	switch {
	case d.all && plain:
		forms = append(forms, "both "+strings.Join(parts, " and "), "all of "+strings.Join(parts, ", "),
			strings.Join(parts[:last], ", ")+" and "+parts[last], strings.Join(parts[:last], ", ")+", and "+parts[last], strings.Join(parts, ", ")+" (all are required)")
	case plain:
		forms = append(forms, "one of "+strings.Join(parts, ", "), "either "+strings.Join(parts, " or "))
	}
	return forms[r.IntN(len(forms))]
}

// TestNeverLooser writes random demands in words and checks that a set of
// permissions that a cell accepts satisfies the demand.
func TestNeverLooser(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	read := 0
	for range 20_000 {
		d := randomDemand(r, 3)
		cell := d.words(r)
		c := readScopes(cell, false)
		if c.left == "" {
			read++
		}
		for set := range 1 << 6 {
			held := map[string]bool{}
			for i := range 6 {
				held[string(rune('A'+i))+".Read"] = set>>i&1 == 1
			}
			if accepts(c.only().groups, held) && !d.satisfied(held) {
				t.Fatalf("%q is read as %q", cell, c.text())
			}
		}
	}
	if read < 15_000 {
		t.Errorf("only %d of 20000 cells are read", read)
	}
}

func accepts(groups [][]string, held map[string]bool) bool {
	for _, g := range groups {
		all := true
		for _, name := range g {
			all = all && held[name]
		}
		if all {
			return true
		}
	}
	return false
}
