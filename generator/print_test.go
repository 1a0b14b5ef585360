package generator

import (
	"testing"

	"github.com/mdwire/mdwire/diag"
)

// TestPrintOfPlaces: a path that is left out after its like is still part of the
// print.
func TestPrintOfPlaces(t *testing.T) {
	at := func(path string, line int) diag.Range {
		return diag.Range{Path: path, Start: diag.Pos{Line: line}}
	}
	seen := map[string]int{}
	for i, places := range [][]diag.Range{
		{at("a", 1), at("a", 2)},
		{at("a", 1), at("b", 2)},
		{at("b", 1), at("a", 2)},
		{at("b", 1), at("b", 2)},
		{at("a", 1)},
		{at("", 1), at("a", 2)},
		{at("a", 1), at("", 2)},
		{at("", 1), at("", 2)},
		{at("a", 2), at("a", 1)},
	} {
		sum := sumOf(&places)
		if twin, ok := seen[sum]; ok {
			t.Errorf("list %d has the print of list %d", i, twin)
		}
		seen[sum] = i
		if sumOf(&places) != sum {
			t.Errorf("list %d has two prints", i)
		}
	}
}
