package ir

import (
	"strings"
	"testing"

	"github.com/mdwire/mdwire/diag"
)

func TestPlace(t *testing.T) {
	src := []byte("x\n| ü | name |" + strings.Repeat(" ", 70_000) + "| far |\n| next |\n")
	row := diag.Range{Path: "x.md", Start: diag.Pos{Offset: 2, Line: 2, Column: 1}, End: diag.Pos{Offset: 20, Line: 2, Column: 19}}
	offset := func(text string) int { return strings.Index(string(src), text) }

	got, ok := PlaceIn(src, row, offset("name")).In(row, "name")
	want := diag.Range{Path: "x.md", Start: diag.Pos{Offset: 9, Line: 2, Column: 7}, End: diag.Pos{Offset: 13, Line: 2, Column: 11}}
	if !ok || got != want {
		t.Errorf("name is at %v, %v, want %v", got, ok, want)
	}
	if got, ok := PlaceIn(src, row, row.Start.Offset).In(row, "|"); !ok || got.Start != row.Start {
		t.Errorf("the start of the row is at %v, %v", got, ok)
	}
	for _, text := range []string{"x", "far", "next"} { // before the row, too far, on the next line
		if got, ok := PlaceIn(src, row, offset(text)).In(row, text); ok || got != row {
			t.Errorf("%s is at %v, %v", text, got, ok)
		}
	}
}
