package plan_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// TestSpellingOfBody checks the names of a body whose table and example differ in letter
// case.
func TestSpellingOfBody(t *testing.T) {
	for _, tt := range []struct {
		table   []string
		example string
		want    []string
	}{
		{[]string{"hullnumber1", "hullnumber2", "port", "flag"}, `{"HullNumber1": 1, "Port": 2}`, []string{"HullNumber1", "HullNumber2", "Port", "flag"}},
		{[]string{"hullNumber", "port"}, `{"hullnumber": 1, "Port": 2}`, []string{"hullNumber", "port"}},
		{[]string{"hullnumber"}, `{"hullnumber": 1, "hullNumber": 2}`, []string{"hullnumber"}},
	} {
		var props []ir.Property
		for _, name := range tt.table {
			props = append(props, ir.Property{Name: name, Type: ref("Edm.Int32")})
		}
		out := newPlan(with(operation("ship-add", "Add ship", "POST /ships"), sends("", "", props...), shows(tt.example, 204, "")))
		var got []string
		for _, f := range out.Package.Types[0].Fields {
			got = append(got, f.JSON)
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s: %s", tt.example, d)
		}
		changed := !slices.Equal(tt.want, tt.table)
		if reported := slices.ContainsFunc(out.Diagnostics, func(d diag.Diagnostic) bool { return d.Code == diag.AssumedName }); reported != changed {
			t.Errorf("%s: reported: %v", tt.example, reported)
		}
	}
}
