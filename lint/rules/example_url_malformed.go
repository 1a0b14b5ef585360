package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

// What is wrong with the line as a whole is reported by the parser.
var exampleURLMalformed = &lint.Rule{
	Code:     diag.ExampleURLMalformed,
	Severity: diag.Error,
	Manual: `
The first line of an example's request cannot be sent as it stands.

A URL broken over several lines, a method in small letters or with a mark before
it, a missing space or URL, a slip in the host's name, no version behind the
host, white space that is not written ''%20'', a quote that is not closed: people
who copy the example have to mend it first.
`,
	Bad: `
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''

## Example

<!-- {
  "blockType": "request",
  "name": "get_user"
} -->
'''http
«get https://graph.microsoft.com/v1.0/users/1»
'''

'''http
GET https://«graph.microsft.com»/v1.0/users/1
'''

'''http
GET https://«graph.microsoft.com»/users/1
'''

'''http
GET https://graph.microsoft.com/v1.0/users/a« »b
'''

<!-- { "blockType": "response" } -->
'''http
HTTP/1.1 204 No Content
'''
`,
	Good: `
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''

## Example

<!-- {
  "blockType": "request",
  "name": "get_user"
} -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
'''

<!-- { "blockType": "response" } -->
'''http
HTTP/1.1 204 No Content
'''
`,
	Page: func(p *lint.Pass) {
		for _, e := range p.Examples() {
			if e.Request != nil {
				malformedURL(p, e.Request)
			}
		}
	},
}

// malformedURL reports the first thing that is wrong with a URL; what the
// parser found in the line before comes first.
func malformedURL(p *lint.Pass, r *ir.Request) {
	url := strings.TrimSpace(r.URL)
	host, version, path, _ := ir.SplitURL(url)
	plain := withoutHoles(url)
	at := func(text string) diag.Range { return p.InFirstLine(r.Message, text) }
	switch blank := strings.IndexAny(plain, " \t"); {
	case lint.IsGeneratorError(url):
	case !strings.EqualFold(host, lint.GraphHost) && diag.Nearest(strings.ToLower(host), []string{lint.GraphHost}) != "":
		p.ReportAt(at(host), "the host %q is a slip; did you mean %q?", host, lint.GraphHost)
	case strings.EqualFold(host, lint.GraphHost) && version == "" && !strings.HasPrefix(strings.TrimPrefix(path, "/"), "{"):
		p.ReportAt(at(host), "no version follows the host; want \"/v1.0\" or \"/beta\"")
	case blank >= 0:
		p.ReportAt(within(p, at(url), blank, 1), "the URL has white space in it, which is sent as \"%%20\"")
	case strings.Count(plain, "'")%2 == 1:
		quote := strings.LastIndexByte(plain, '\'')
		p.ReportAt(within(p, at(url), quote, 1), "a quote of the URL is not closed")
	}
}

// withoutHoles puts letters for the placeholders of a URL.
func withoutHoles(url string) string {
	if !strings.ContainsAny(url, "{<") {
		return url
	}
	return lint.URLPlaceholder.ReplaceAllStringFunc(url, func(hole string) string { return strings.Repeat("x", len(hole)) })
}

// within is the place of a few bytes of a range, the range where it does not
// lie in the page.
func within(p *lint.Pass, at diag.Range, offset, n int) diag.Range {
	s, here := p.SpanOf(at)
	if !here || s.Start+offset+n > s.End {
		return at
	}
	return p.Range(page.Span{Start: s.Start + offset, End: s.Start + offset + n})
}
