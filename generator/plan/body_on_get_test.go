package plan_test

import (
	"testing"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// A GET or DELETE has a body if the page documents and shows one.
func TestBodyOnGet(t *testing.T) {
	get, del := operation("x-find", "Find", "GET /x"), operation("x-end", "End", "DELETE /x")
	size := sends("", "", property("size Edm.Int32"))
	for name, tt := range map[string]struct {
		op      ir.Operation
		want    string
		leftOut bool
	}{
		"documented and shown":              {with(get, answers(200, "m.user"), size, shows(`{"size": 1}`, 200, "")), "json XFindBody body: Size *int32", false},
		"documented and shown for a DELETE": {with(del, size, shows(`{"size": 1}`, 204, "")), "json XEndBody body: Size *int32", false},
		"documented only":                   {with(get, answers(200, "m.user"), size), "json XFindBody body: Size *int32", false},
		"shown only":                        {with(get, answers(200, "m.user"), shows(`{"size": 1}`, 200, "")), "no", false},
		"not shown":                         {with(get, answers(200, "m.user"), size, shows("", 200, "")), "no", true},
		"an argument":                       {with(operation("x-find", "Find", "GET /x/find(size={size})"), answers(200, "m.user"), size), "no", false},
		"a query parameter":                 {with(get, answers(200, "m.user"), size, asks("https://example.com/x?$size=1")), "no", false},
	} {
		t.Run(name, func(t *testing.T) {
			out := newPlan(append([]any{tt.op}, pagesOfTypes...)...)
			if got := bodyOf(out); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if got := len(out.Diagnostics) == 1 && out.Diagnostics[0].Code == diag.BodyOnGET; got != tt.leftOut {
				t.Errorf("found %v", out.Diagnostics)
			}
		})
	}
}

// asks adds an example with the URL of its request.
func asks(url string) func(*ir.Operation) {
	return func(op *ir.Operation) {
		op.Examples = append(op.Examples, ir.Example{Request: &ir.Request{Method: op.Routes[0].Method, URL: url, Message: message("")}, Response: &ir.Reply{Status: 200}})
	}
}
