package link

import (
	"testing"

	"github.com/mdwire/mdwire/ir"
)

func TestLastSegment(t *testing.T) {
	for _, tt := range []struct {
		examples []string
		want     string
	}{
		{[]string{"GET /plots/<plot-id>"}, "/plots/{plot-id}"},
		{[]string{"GET /plots/{plot-id}", "GET /plots/{plot-id}?n=1"}, "/plots/{plot-id}"},
		{[]string{"GET /plots/{plot-id}", "GET /plots"}, "/plots"},
		{[]string{"GET /plots/{other-id}"}, "/plots"},
		{[]string{"GET /plots/7"}, "/plots"},
		{[]string{"GET /beds/{plot-id}"}, "/plots"},
		{[]string{"PUT /plots/{plot-id}"}, "/plots"},
		{nil, "/plots"},
	} {
		op := apiPage("", []string{"GET /plots"}, tt.examples)
		op.Params = []ir.Param{{Name: "size", In: ir.InQuery}, {Name: "plot-id", In: ir.InQuery, Required: true}}
		found := addLastSegment(&op)
		if got := op.Routes[0].Path.String(); got != tt.want || len(found) != 0 != (got != "/plots") {
			t.Errorf("%v: %s with %d findings; want %s", tt.examples, got, len(found), tt.want)
		}
		if in := op.Params[1].In; (in == ir.InPath) != (tt.want != "/plots") {
			t.Errorf("%v: the parameter is in the %v", tt.examples, in)
		}
	}
}
