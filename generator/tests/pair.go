package tests

import (
	"regexp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// pair is a documented request with its response, ready to become a test.
type pair struct {
	page    *ir.Operation // whose example it is
	method  *plan.Method  // that is called
	example *ir.Example
	route   plan.Route
	at      int      // its place in the method's routes
	args    []string // of the route, in its order
	query   []string // values of the required query arguments
	options []option
	status  int             // of the response
	url     string          // the documented URL, stand-ins in place of placeholders
	name    string          // of the subtest and the test data
	members plan.Undeclared // of the messages
	sent    []byte          // the request's JSON, with values in place of stand-ins
	answer  []byte          // the response's
}

// newPair prepares an example as a call of m, or says why it cannot be tested. url
// is the documented URL with values in place of its placeholders.
func (w *writer) newPair(m *plan.Method, ex *ir.Example, url string) (*pair, *reason) {
	p := &pair{page: m.Op, method: m, example: ex, url: url}
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

// placeholder is what pages leave in example URLs for the reader to fill in.
var placeholder = regexp.MustCompile(`\{([^{}]*)\}|<([^<>]*)>`)

// versionPlace is where a URL names the version.
var versionPlace = regexp.MustCompile(`^(https?://[^/]+/)\{[^{}/]*\}/`)

// standIns puts a plain word in the place of each placeholder, and the version
// in that of a version.
func standIns(version, url string) string {
	if version != "" {
		url = versionPlace.ReplaceAllString(url, "${1}"+version+"/")
	}
	return placeholder.ReplaceAllStringFunc(url, func(s string) string {
		return gocode.Word(s[1 : len(s)-1])
	})
}

func checkRequestMessage(p *pair) *reason { return checkMessage(p.example.Request.Message, "request") }

func checkResponseMessage(p *pair) *reason {
	return checkMessage(p.example.Response.Message, "response")
}

func checkMessage(m ir.Message, what string) *reason {
	if m.Kind == ir.JSONInvalid && m.JSON == nil {
		return because(diag.JSONInvalid, "the %s body is not JSON", what)
	}
	for _, h := range m.Headers {
		if !sendable(h.Name, h.Value) {
			return because(diag.HTTPHeaderMalformed, "header %q cannot be sent", h.Name)
		}
	}
	return nil
}

// sendable reports whether a header can stand in an HTTP message.
func sendable(name, value string) bool {
	for _, r := range name {
		if r <= ' ' || r >= 0x7f || strings.ContainsRune(`()<>@,;:\"/[]?={}`, r) {
			return false
		}
	}
	for _, r := range value {
		if r < ' ' && r != '\t' || r == 0x7f {
			return false
		}
	}
	return name != ""
}

func (w *writer) findRoute(p *pair) *reason {
	req := p.example.Request
	index, args, ok := p.method.Op.MatchRoute(req.Method, p.url)
	if !ok {
		return unmatched(p)
	}
	if at := p.method.RouteOf(index); len(p.method.Routes[at].Args) == len(args) {
		p.at, p.route, p.args = at, p.method.Routes[at], args
		return checkArgs(p)
	}
	return because(diag.ExampleURLNoTemplate, "%s matches no path that code is generated for", req.URL)
}

// checkArgs refuses arguments that the client would refuse.
func checkArgs(p *pair) *reason {
	for i, a := range p.args {
		kind := p.route.Args[i].Kind
		if kind != plan.Quoted && (a == "" || a == "." || a == "..") {
			return because(diag.ExampleURLMalformed, "the argument %q is empty", p.route.Args[i].Param)
		}
		if kind == plan.Segment && strings.Contains(a, "/") && !strings.Contains(p.example.Request.URL, "%2") {
			return because(diag.ExampleURLNoTemplate, "the argument %q holds a slash", a)
		}
	}
	return nil
}

// checkTypes refuses values that cannot be written as the arguments' types.
func checkTypes(p *pair) *reason {
	for i, text := range slices.Concat(p.args, p.query) {
		a := slices.Concat(p.route.Args, p.method.Query)[i]
		if !a.Type.Holds(text) {
			return because(diag.ExampleValueFormat, "the argument %q is %q, which is not of the documented type", a.Param, text)
		}
	}
	return nil
}

func checkStatus(p *pair) *reason {
	resp := p.example.Response
	p.status = resp.Status
	if p.status == 0 { // the page shows a body alone
		p.status = p.method.Result.Status
	}
	switch {
	case p.status < 200 || p.status > 599:
		return because(diag.StatusLineMalformed, "%d is no status that a server can answer with", p.status)
	case (p.status == 204 || p.status == 304) && resp.Kind != ir.NoBody:
		return because(diag.BodyOn204, "a %d response cannot have a body", p.status)
	case p.status == 302 != (p.method.Result.Kind == plan.Redirect) && p.status < 400:
		return because(diag.StatusProseMismatch, "the response is %d where %d is promised", p.status, p.method.Result.Status)
	}
	return nil
}

func (w *writer) checkRequest(p *pair) *reason {
	req, body := p.example.Request, p.method.Body
	switch {
	case body.Kind == plan.NoBody && req.Kind != ir.NoBody:
		if p.route.Method == "GET" || p.route.Method == "DELETE" {
			return because(diag.BodyOnGET, "a %s request has a body", p.route.Method)
		}
		return because(diag.RequestPropertyUndocumented, "the page documents no request body")
	case body.Kind == plan.JSONBody && req.JSON == nil && req.Kind != ir.NoBody:
		return because(diag.JSONInvalid, "the request body is not the documented JSON")
	case body.Kind == plan.JSONBody && req.JSON != nil:
		p.sent = w.sent.Fill(req.JSON, body.Type)
		members, m := w.sent.Check(p.sent, body.Type)
		if m != nil {
			return misfit(req.Message, m)
		}
		p.members = members
		return w.checkOwner(p)
	}
	return nil
}

// checkOwner refuses a request whose route has the handler of another page when
// that page's body is another.
func (w *writer) checkOwner(p *pair) *reason {
	owner := w.pkg.Owner(p.method, p.route)
	if owner == p.method || owner.Body.Kind != plan.JSONBody {
		return nil
	}
	if _, m := w.received.Check(p.sent, owner.Body.Type); m != nil {
		why := because(diag.OperationDocumentedTwice, "%s has a handler for the same route, where %s", owner.Op.File, m.Message)
		why.at = p.method.Op.Routes[p.route.Index].At
		return why
	}
	return nil
}

func (w *writer) checkResponse(p *pair) *reason {
	resp, result := p.example.Response, p.method.Result
	if p.status >= 400 || resp.Kind == ir.NoBody {
		return nil
	}
	switch result.Kind {
	case plan.Stream:
		return nil
	case plan.None, plan.Accepted, plan.Redirect:
		return because(diag.ResponseTypeMissing, "the response has a body of which the page does not say what it is")
	case plan.Scalar:
		if resp.JSON == nil {
			return nil
		}
	}
	if resp.JSON == nil {
		return because(diag.JSONInvalid, "the response body is not the documented JSON")
	}
	p.answer = w.received.FillResult(resp.JSON, result)
	members, m := w.received.CheckResult(p.answer, result)
	if m != nil {
		return misfit(resp.Message, m)
	}
	p.members.Beyond = append(p.members.Beyond, members.Beyond...)
	p.members.Kept = append(p.members.Kept, members.Kept...)
	return nil
}
