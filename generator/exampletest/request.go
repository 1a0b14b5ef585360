package exampletest

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
	client "github.com/mdwire/mdwire/templates/client"
	"github.com/mdwire/mdwire/templates/exampletest/tolerance"
)

// checkSent predicts the request of the test and compares it with the documented
// one, as the test does. It sets the tolerances that the test needs.
func (w *writer) checkSent(p *pair) *reason {
	target, why := p.target()
	if why != nil {
		return why
	}
	req := p.example.Request
	res := tolerance.Target(req.URL, p.base, target, nil)
	p.need(res.Needed)
	if len(res.Differences) > 0 {
		return because(diag.ExampleURLNoTemplate, "the URL is not that of the call: %s", res.Differences[0])
	}
	documented := http.Header{}
	for _, h := range req.Headers {
		documented.Add(h.Name, strings.TrimSpace(h.Value))
	}
	head := tolerance.Header(documented, p.header(documented), req.Kind != ir.NoBody, nil)
	p.need(head.Needed)
	if len(head.Differences) > 0 {
		return because(diag.ContentTypeHeader, "the header is not that of the call: %s", head.Differences[0])
	}
	if p.method.Body.Kind != plan.JSONBody || req.JSON == nil {
		return nil
	}
	p.need(tolerance.Forms(p.sent))
	body := tolerance.Body(req.JSON, p.sent, nil)
	p.need(body.Needed)
	if len(p.members.Dropped) > 0 {
		p.need([]string{tolerance.Undeclared})
	}
	if len(body.Differences) > 0 {
		return because(diag.JSONInvalid, "the body is not that of the call: %s", body.Differences[0])
	}
	return nil
}

// need adds rules to the tolerances of the test.
func (p *pair) need(rules []string) {
	for _, r := range rules {
		if !slices.Contains(p.needs, r) {
			p.needs = append(p.needs, r)
		}
	}
}

// listed returns the rules that the test lists.
func (p *pair) listed() []string {
	return tolerance.Names(func(r *tolerance.Rule) bool { return r.Listed && slices.Contains(p.needs, r.Name) })
}

// target returns the path and query that the test's server will receive.
func (p *pair) target() (string, *reason) {
	path, err := client.Path(p.route.Template, p.args)
	if err != nil {
		return "", because(diag.ExampleURLMalformed, "a path parameter of %s cannot be sent", p.url)
	}
	var required [][2]string
	for _, f := range p.method.Fixed {
		required = append(required, [2]string{f.Name, f.Value})
	}
	for i, value := range p.query {
		required = append(required, [2]string{p.method.Query[i].Param, value})
	}
	var options []client.RequestOption
	for _, o := range p.options {
		options = append(options, o.sent)
	}
	u, err := url.Parse("http://host" + p.base + path + client.QueryText(required, options))
	if err != nil {
		return "", because(diag.ExampleURLMalformed, "%s cannot be sent", p.url)
	}
	return u.RequestURI(), nil
}

// header returns the headers that the client sends, other than those of net/http.
func (p *pair) header(documented http.Header) http.Header {
	h := http.Header{"Accept": {p.accept()}}
	switch b := p.method.Body; b.Kind {
	case plan.JSONBody:
		h.Set("Content-Type", p.jsonType())
	case plan.ContentBody:
		h.Set("Content-Type", cmp.Or(documented.Get("Content-Type"), b.ContentType, "application/octet-stream"))
	}
	for i, value := range p.headers {
		h.Set(p.method.Headers[i].Param, value)
	}
	for _, o := range p.options {
		o.sent.SetHeader(h)
	}
	return h
}

// jsonType returns the type with which the client sends a JSON body by default.
func (p *pair) jsonType() string { return cmp.Or(p.method.Body.ContentType, "application/json") }

// accept returns the Accept header that the client sends by default.
func (p *pair) accept() string {
	switch p.method.Result.Kind {
	case plan.Scalar:
		return client.AcceptScalar
	case plan.Stream, plan.Redirect:
		return client.AcceptAny
	}
	return client.AcceptJSON
}
