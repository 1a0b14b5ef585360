package exampletest

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/validate"
)

// reason explains why an example has no test.
type reason struct {
	code    diag.Code // of the lint rule that reports at
	message string
	at      diag.Range
}

// isRoute reports whether the reason is that no route matches the request.
func (r *reason) isRoute() bool {
	return r.code == diag.ExampleURLNoTemplate || r.code == diag.ExampleMethodNoTemplate
}

// because returns a reason whose range newPair sets.
func because(code diag.Code, format string, args ...any) *reason {
	return &reason{code: code, message: fmt.Sprintf(format, args...)}
}

// unmatched explains why no route of the method matches the request.
func unmatched(p *pair) *reason {
	req := p.example.Request
	if req.IsBatch() {
		return because(diag.ExampleURLNoTemplate, "the request is a batch of calls, which is no call of the page")
	}
	for _, other := range []string{"GET", "POST", "PUT", "PATCH", "DELETE"} {
		if _, _, found := p.method.Op.MatchRoute(other, p.below); found {
			return because(diag.ExampleMethodNoTemplate, "the method %s is not documented for %s", req.Method, req.URL)
		}
	}
	if req.IsForeign() {
		return because(diag.ExampleHost, "the host of %s is not the documented API", req.URL)
	}
	return because(diag.ExampleURLNoTemplate, "%s matches no documented path", req.URL)
}

// mismatch explains a body that does not have the documented type. If the page's
// JSON is invalid, lint reports that instead of the mismatch.
func mismatch(of ir.Message, m *validate.Mismatch) *reason {
	if of.Kind == ir.JSONInvalid {
		return because(diag.JSONInvalid, "even after the JSON was repaired, %s", m.Message)
	}
	return because(m.Code, "%s", m.Message)
}

// whole returns the range of a message. Some pages show its body in a separate
// block.
func whole(m ir.Message) diag.Range {
	at := m.At
	if m.BodyAt.End.Offset > at.End.Offset {
		at.End = m.BodyAt.End
	}
	return at
}

func checkRequestMessage(p *pair) *reason { return checkMessage(p.example.Request.Message, "request") }

func checkResponseMessage(p *pair) *reason {
	return checkMessage(p.example.Response.Message, "response")
}

func checkMessage(m ir.Message, what string) *reason {
	if (m.Kind == ir.JSONInvalid || m.Kind == ir.Multipart) && len(m.Body) == 0 {
		return because(diag.HTTPHeaderMalformed, "the page does not show the %s body", what)
	}
	if m.Kind == ir.JSONInvalid && m.JSON == nil {
		return because(diag.JSONInvalid, "the %s body is not JSON", what)
	}
	for _, h := range m.Headers {
		if !sendable(h.Name, h.Value) {
			return because(diag.HTTPHeaderMalformed, "the header %q cannot be sent", h.Name)
		}
	}
	return nil
}

// sendable reports whether a header is valid in an HTTP message.
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
	index, args, ok := p.method.Op.MatchRoute(req.Method, p.below)
	if !ok {
		return unmatched(p)
	}
	for _, o := range p.method.Overlaps {
		if &p.method.Op.Examples[o.Example] == p.example {
			return because(diag.OperationDocumentedTwice, "servers take %s for a call of %s, which is documented in %s", req.URL, o.Template, o.File)
		}
	}
	if at := p.method.RouteOf(index); len(p.method.Routes[at].Args) == len(args) {
		p.at, p.route, p.args = at, p.method.Routes[at], sentArgs(p.method.Routes[at], args)
		return checkArgs(p)
	}
	return because(diag.ExampleURLNoTemplate, "%s matches no path that code is generated for", req.URL)
}

// sentArgs returns the values of a route's parameters as the call sends them: the value of
// one that repeats another is that of the other.
func sentArgs(r plan.Route, values []string) []string {
	values = slices.Clone(values)
	for i, a := range r.Args {
		if a.Repeats {
			values[i] = values[slices.IndexFunc(r.Args, func(other plan.Arg) bool { return other.Name == a.Name })]
		}
	}
	return values
}

// checkArgs checks for arguments that the client would refuse.
func checkArgs(p *pair) *reason {
	for i, a := range p.args {
		kind := p.route.Args[i].Kind
		if kind != plan.Quoted && (a == "" || a == "." || a == "..") {
			return because(diag.ExampleURLMalformed, "the path parameter %q is empty", p.route.Args[i].Param)
		}
		if kind == plan.Segment && strings.Contains(a, "/") && !strings.Contains(p.example.Request.URL, "%2") {
			return because(diag.ExampleURLNoTemplate, "the path segment %q contains a slash", a)
		}
	}
	return nil
}

// checkTypes checks that all arguments are values of their types.
func checkTypes(p *pair) *reason {
	for i, text := range slices.Concat(p.args, p.query) {
		a := slices.Concat(p.route.Args, p.method.Query)[i]
		if !a.Type.Holds(text) {
			return because(diag.ExampleValueFormat, "the value %q of parameter %q does not have the documented type", text, a.Param)
		}
	}
	return nil
}

func checkStatus(p *pair) *reason {
	resp := p.example.Response
	p.status = resp.Status
	if p.status == 0 { // the page shows only a body
		p.status = p.method.Result.Status
	}
	switch {
	case p.status < 200 || p.status > 599:
		return because(diag.StatusLineMalformed, "%d is not a status that a server can send", p.status)
	case (p.status == 204 || p.status == 304) && resp.Kind != ir.NoBody:
		return because(diag.BodyOn204, "a %d response cannot have a body", p.status)
	case plan.IsRedirect(p.status) != (p.method.Result.Kind == plan.Redirect) && p.status < 400:
		return because(diag.StatusProseMismatch, "the response has status %d, but %d is documented", p.status, p.method.Result.Status)
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
		return because(diag.JSONInvalid, "the request body does not match the documented type")
	case body.Kind == plan.JSONBody && req.JSON != nil:
		p.sent = w.sent.Fill(req.JSON, body.Type)
		members, m := w.sent.Check(p.sent, body.Type)
		if m != nil {
			return mismatch(req.Message, m)
		}
		p.members = members
		return w.checkOwner(p)
	}
	return nil
}

// checkOwner checks that the request's body fits the handler of its route, which may
// belong to another page.
func (w *writer) checkOwner(p *pair) *reason {
	owner := w.pkg.Owner(p.method, p.route)
	if owner == p.method || owner.Body.Kind != plan.JSONBody {
		return nil
	}
	if _, m := w.received.Check(p.sent, owner.Body.Type); m != nil {
		why := because(diag.OperationDocumentedTwice, "the handler of %s serves the same route, and there %s", owner.Op.File, m.Message)
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
	switch {
	case result.Kind == plan.Stream && !p.isLater():
		return nil
	case result.Kind == plan.None, result.Kind == plan.Accepted, result.Kind == plan.Redirect, p.isLater():
		return because(diag.ResponseTypeMissing, "the response has a body, but the page does not document its type")
	case result.Kind == plan.Scalar && resp.JSON == nil:
		return nil
	}
	if resp.JSON == nil {
		return because(diag.JSONInvalid, "the response body does not match the documented type")
	}
	p.answer = w.received.FillResult(resp.JSON, result)
	members, m := w.received.CheckResult(p.answer, result)
	if m != nil {
		return mismatch(resp.Message, m)
	}
	p.members.Dropped = append(p.members.Dropped, members.Dropped...)
	p.members.Kept = append(p.members.Kept, members.Kept...)
	return nil
}
