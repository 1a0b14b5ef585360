package exampletest

import (
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
	options []option
	status  int             // of the response
	base    string          // path of the base URL in the documented URL
	url     string          // documented URL, with placeholders replaced
	name    string          // of the subtest and the test data
	members plan.Undeclared // of both messages
	sent    []byte          // JSON of the request, with placeholders replaced
	answer  []byte          // JSON of the response, with placeholders replaced
	needs   []string        // names of the tolerances that the test needs
}

// newPair returns the pair of an example as a call of m, or the reason why it cannot
// be tested. url is the documented URL with placeholders replaced.
func (w *writer) newPair(m *plan.Method, ex *ir.Example, url string) (*pair, *reason) {
	p := &pair{page: m.Op, method: m, example: ex, base: basePath(m.Op), url: url}
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

// basePath returns the path of the base URL of an operation.
func basePath(op *ir.Operation) string { return versionPath(op.Version) }

func versionPath(version string) string {
	if version == "" {
		return ""
	}
	return "/" + version
}
