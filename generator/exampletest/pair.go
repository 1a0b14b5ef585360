package exampletest

import (
	"net/http"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// pair is a documented request with its response, prepared for a test.
type pair struct {
	page    *ir.Operation // the page that shows the example
	method  *plan.Method  // the method to call
	example *ir.Example
	route   plan.Route
	at      int      // index in the method's routes
	args    []string // values of the route's arguments, in order
	query   []string // values of the required query arguments
	headers []string // values of the required header arguments
	options []option
	status  int // of the response
	address
	name    string          // of the subtest and the test data
	members plan.Undeclared // of both messages
	sent    []byte          // JSON of the request, with placeholders replaced
	answer  []byte          // JSON of the response, with placeholders replaced
	needs   []string        // names of the tolerances that the test needs
}

// isLater reports whether the response is a 202 in place of a value.
func (p *pair) isLater() bool { return p.method.Result.OrAccepted && p.status == http.StatusAccepted }

// newPair returns the pair of an example as a call of m, or the reason why it cannot
// be tested.
func (w *writer) newPair(m *plan.Method, ex *ir.Example) (*pair, *reason) {
	p := &pair{page: m.Op, method: m, example: ex, address: addressOf(m.Op, ex.Request.URL)}
	for _, step := range []struct {
		check func(*pair) *reason
		of    ir.Message
	}{
		{checkRequestMessage, ex.Request.Message},
		{checkResponseMessage, ex.Response.Message},
		{w.findRoute, ex.Request.Message},
		{checkStatus, ex.Response.Message},
		{findOptions, ex.Request.Message},
		{checkTypes, ex.Request.Message},
		{w.checkRequest, ex.Request.Message},
		{w.checkSent, ex.Request.Message},
		{w.checkResponse, ex.Response.Message},
	} {
		if why := step.check(p); why != nil {
			if why.at == (diag.Range{}) {
				why.at = whole(step.of)
			}
			return nil, why
		}
	}
	return p, nil
}
