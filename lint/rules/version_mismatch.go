package rules

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var versionMismatch = &lint.Rule{
	Code:     diag.VersionMismatch,
	Severity: diag.Error,
	Manual: `
A page of one API version contains a URL of another version.

An example that calls ''/beta'' on a ''v1.0'' page shows results that v1.0 does
not return. The rule checks the URLs of example requests and the OData links and
contexts in bodies. A placeholder host is the host of the API. The folder of the
page decides its version. Correct the URL.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

'''http
GET /users/{id}
'''

## Example

'''http
GET https://graph.microsoft.com/«beta»/users/1
'''

'''http
GET https://{host}/api/«v2.0»/users/1
'''

'''http
HTTP/1.1 200 OK
Content-type: application/json

{
  "@odata.context": "https://graph.microsoft.com/«beta»/$metadata#users/$entity"
}
'''
`,
	Good: `
-- api-reference/beta/api/user-get.md --
# Get user

## HTTP request

'''http
GET /users/{id}
'''

## Example

'''http
GET https://graph.microsoft.com/beta/users/1
'''

'''http
HTTP/1.1 200 OK
Content-type: application/json

{
  "@odata.context": "https://graph.microsoft.com/beta/$metadata#users/$entity"
}
'''
`,
	Page: func(p *lint.Pass) {
		for _, e := range p.Examples() {
			if r := e.Request; r != nil {
				urlVersion(p, r)
				bodyVersions(p, r.Message)
			}
			if e.Response != nil {
				bodyVersions(p, e.Response.Message)
			}
		}
	},
}

// otherVersion reports whether a version is v1.0 or beta and not the page's.
// Other versions, such as v2.0, belong to other services.
func otherVersion(p *lint.Pass, v string) bool {
	return p.Meta.Version != "" && v != p.Meta.Version && (v == "beta" || v == "v1.0")
}

func urlVersion(p *lint.Pass, r *ir.Request) {
	host, version, path, _ := ir.SplitURL(r.URL)
	if ir.HasPlaceholder(host) {
		versionBelowPlaceholder(p, r, "/"+version+path)
		return
	}
	if host != "" && !strings.EqualFold(host, ir.GraphHost) || !otherVersion(p, version) {
		return
	}
	reportVersion(p, r, version)
}

func reportVersion(p *lint.Pass, r *ir.Request, version string) {
	i := strings.Index(r.URL, "/"+version+"/")
	if at, ok := r.URLPart(i, i+len(version)+2); ok {
		if s, here := p.SpanOf(at); here {
			wrongVersion(p, page.Span{Start: s.Start + 1, End: s.End - 1}, "the example calls the version")
			return
		}
	}
	p.ReportAt(r.At, "the page belongs to %s, but the example calls %s", p.Meta.Version, version)
}

// versionBelowPlaceholder checks the version in the URL of the documented service at a
// placeholder host. It may be after other segments: https://{host}/api/v1.0/users.
func versionBelowPlaceholder(p *lint.Pass, r *ir.Request, path string) {
	for _, segment := range strings.SplitN(path, "/", 6) {
		if !ir.IsVersion(segment) {
			continue
		}
		if p.Meta.Version != "" && !strings.EqualFold(segment, p.Meta.Version) {
			reportVersion(p, r, segment)
		}
		return
	}
}

// odataURL matches the version in the OData links of a body. Other hosts have
// other versions: api.onedrive.com/v1.0.
var odataURL = regexp.MustCompile(
	`"[^"]*@odata\.(?:context|nextLink|deltaLink|id)"\s*:\s*"https?://graph\.microsoft\.com/(beta|v1\.0)/`)

// bodyVersions checks the OData links of a body.
func bodyVersions(p *lint.Pass, m ir.Message) {
	if m.Kind != ir.JSON && m.Kind != ir.JSONInvalid || !bytes.Contains(m.Body, []byte(ir.GraphHost+"/")) {
		return
	}
	s, here := p.SpanOf(m.BodyAt)
	if !here {
		return
	}
	raw := p.Raw(s)
	if !otherVersionIn(p, raw) {
		return // avoid the slow search
	}
	for _, f := range odataURL.FindAllStringSubmatchIndex(raw, -1) {
		if otherVersion(p, raw[f[2]:f[3]]) {
			wrongVersion(p, page.Span{Start: s.Start + f[2], End: s.Start + f[3]}, "an OData link of the example contains the version")
		}
	}
}

func wrongVersion(p *lint.Pass, at page.Span, what string) {
	p.Report(at, "%s %s; expected %s, the version of the page", what, p.Raw(at), p.Meta.Version).Fixes = []diag.Fix{{
		Title: "change the version to " + p.Meta.Version, Safe: true, Edits: p.Replace(at, p.Meta.Version),
	}}
}

func otherVersionIn(p *lint.Pass, text string) bool {
	return p.Meta.Version != "beta" && strings.Contains(text, "/beta/") || p.Meta.Version != "v1.0" && strings.Contains(text, "/v1.0/")
}
