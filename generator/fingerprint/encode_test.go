package fingerprint

import (
	"reflect"
	"testing"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// TestEncodes checks that every type in a spec and in a plan can be encoded.
func TestEncodes(t *testing.T) {
	for _, shared := range []bool{false, true} {
		seen := map[reflect.Type]bool{}
		var visit func(reflect.Type)
		visit = func(typ reflect.Type) {
			if seen[typ] {
				return
			}
			seen[typ] = true
			switch typ.Kind() {
			case reflect.Pointer, reflect.Slice:
				visit(typ.Elem())
			case reflect.Struct:
				for i := range typ.NumField() {
					visit(typ.Field(i).Type)
				}
			}
			encodeFuncOf(typ, shared)
		}
		visit(reflect.TypeFor[ir.Operation]())
		visit(reflect.TypeFor[ir.Resource]())
		visit(reflect.TypeFor[plan.Method]())
		visit(reflect.TypeFor[plan.Type]())
	}
}

// TestRepeatedPath checks that a path that is not written again is still part of
// the fingerprint.
func TestRepeatedPath(t *testing.T) {
	at := func(path string, line int) diag.Range {
		return diag.Range{Path: path, Start: diag.Pos{Line: line}}
	}
	seen := map[string]int{}
	for i, ranges := range [][]diag.Range{
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
		sum := of(&ranges)
		if other, ok := seen[sum]; ok {
			t.Errorf("list %d has the fingerprint of list %d", i, other)
		}
		seen[sum] = i
		if of(&ranges) != sum {
			t.Errorf("list %d has two fingerprints", i)
		}
	}
}

func TestFields(t *testing.T) {
	type pair struct{ A, B, C string }
	got := fields(func(p *pair) []any { return []any{&p.C, &p.A} })
	if want := (fieldSet{of: reflect.TypeFor[pair](), fields: []int{0, 2}}); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	defer func() {
		if recover() == nil {
			t.Error("the address of something other than a field was accepted")
		}
	}()
	fields(func(p *pair) []any { return []any{new(string)} })
}
