package lint

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

var exampleURLNoTemplate = &Rule{
	Code:     diag.ExampleURLNoTemplate,
	Severity: diag.Error,
	Manual: `
An example that calls what no template documents.

The path of the example's URL fits no line of the HTTP request section: a
segment is missing or misspelled in one of the two. Keys, function arguments and
paths within the path are compared as what they are, ''/me'' may stand for
''/users/{id}'', and ''$count'', ''$value'', ''$ref'' or a cast may follow. Calls
of other hosts, and calls that another page of the same version documents, are
no finding.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

'''http
GET /users/{id}/manager
'''

## Example

'''http
GET «https://graph.microsoft.com/v1.0/users/1/managers»
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

'''http
GET /users/{id}/manager
'''

## Example

'''http
GET https://graph.microsoft.com/v1.0/me/manager?$select=id
'''
`,
	Tree: func(p *TreePass) {
		p.unfit(noPath, func(op *ir.Operation, r *ir.Request) {
			_, _, path, _ := ir.SplitURL(r.URL)
			d := p.report(urlPlace(r), "no template of the page fits the path of the example, %s", path)
			for _, route := range op.Routes[:min(len(op.Routes), 3)] {
				d.Related = append(d.Related, diag.Related{At: route.At, Message: "documented is " + route.Path.String()})
			}
		})
	},
}

// unfit calls report for the examples that fit the templates of their page
// only so far, and none of another page of the same version: pages show steps
// that come before or after their own.
func (p *TreePass) unfit(so fitness, report func(*ir.Operation, *ir.Request)) {
	for _, u := range p.facts.unfitting(p.Spec) {
		if u.so == so {
			report(u.op, u.request)
		}
	}
}

// unfitRequest is an example that fits its page's templates only so far.
type unfitRequest struct {
	op      *ir.Operation
	request *ir.Request
	so      fitness
}

// unfitting compares all examples with templates, once for the two rules that
// ask.
func (f *facts) unfitting(spec *ir.Spec) []unfitRequest {
	if f.compared {
		return f.unfits
	}
	f.compared = true
	var odd []unfitRequest
	wanted := routeIndex{}
	for i := range spec.Operations {
		op := &spec.Operations[i]
		for _, e := range op.Examples {
			r := e.Request
			if r == nil {
				continue
			}
			so := f.fit(op, r)
			if so == pathOnly || so == noPath {
				odd = append(odd, unfitRequest{op, r, so})
				wanted.want(op.Version, r)
			}
		}
	}
	wanted.fill(spec)
	for _, u := range odd {
		if fit(wanted.near(u.op.Version, u.request), u.request) != fits {
			f.unfits = append(f.unfits, u)
		}
	}
	return f.unfits
}

// fitness tells how an example fits the templates of its page.
type fitness int

const (
	unknown  fitness = iota // cannot be told: another host, no templates
	fits                    // method and path
	pathOnly                // the path, but with another method
	noPath
)

// fit compares an example with the templates of its page, once.
func (f *facts) fit(op *ir.Operation, r *ir.Request) fitness {
	so, ok := f.fitness[r]
	if !ok {
		so = fit(op.Routes, r)
		if f.fitness == nil {
			f.fitness = map[*ir.Request]fitness{}
		}
		f.fitness[r] = so
	}
	return so
}

// fit compares a request with templates.
func fit(routes []ir.Route, r *ir.Request) fitness {
	host, version, path, _ := ir.SplitURL(r.URL)
	if len(routes) == 0 || foreign(host, version) || path == "" || strings.HasPrefix(strings.ToLower(path), "/$batch") {
		return unknown
	}
	best := noPath
	for _, route := range routes {
		if !matches(route.Path, path) {
			continue
		}
		if strings.EqualFold(route.Method, r.Method) {
			return fits
		}
		best = pathOnly
	}
	return best
}

// foreign tells calls of other services, as an app's own callback: their URLs
// name a host and no version of the API.
func foreign(host, version string) bool {
	return host != "" && version == "" && !strings.EqualFold(host, graphHost)
}

// matches compares a path with a template, also without the segments that
// OData lets follow any path.
func matches(t ir.PathTemplate, path string) bool {
	for {
		if _, ok := t.MatchLoose(path); ok {
			return true
		}
		i := strings.LastIndexByte(strings.TrimSuffix(path, "/"), '/')
		if i <= 0 || !isODataTail(strings.TrimSuffix(path, "/")[i+1:]) {
			return false
		}
		path = path[:i]
	}
}

func isODataTail(segment string) bool {
	switch segment {
	case "$count", "$value", "$ref":
		return true
	}
	return strings.HasPrefix(strings.ToLower(segment), "microsoft.graph.")
}

// urlPlace is the place of a request's URL: the first line, behind the method.
func urlPlace(r *ir.Request) diag.Range { return partOf(r, len(r.Method)+1, r.URL) }

// methodPlace is the place of a request's method.
func methodPlace(r *ir.Request) diag.Range { return partOf(r, 0, r.Method) }

// partOf is the place of a text so many bytes into a request; the request's own
// place where it is too short, as when the URL is wrapped or marked up.
func partOf(r *ir.Request, skip int, text string) diag.Range {
	at := r.At
	at.Start.Offset += skip
	at.Start.Column += skip
	at.End = at.Start
	at.End.Offset += len(text)
	at.End.Column += len([]rune(text))
	if at.End.Offset > r.At.End.Offset {
		return r.At
	}
	return at
}
