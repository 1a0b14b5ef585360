package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

// The parser reports faults of the line as a whole.
var exampleURLMalformed = &lint.Rule{
	Code:     diag.ExampleURLMalformed,
	Severity: diag.Error,
	Manual: `
The first line of an example request cannot be sent as written.

Readers have to correct the line before they can use it. Frequent mistakes are a
URL broken over several lines, a method in lower case or after another
character, a missing space or URL, a misspelled host, a host without a version
after it, white space that is not written as ''%20'', typographic quotes and a
quote that is not closed.
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

'''http
GET https://graph.microsoft.com/v1.0/users?$filter=city%20eq%20«‘»Rome’
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

// malformedURL reports the first fault of a URL.
func malformedURL(p *lint.Pass, r *ir.Request) {
	host, version, path, _ := ir.SplitURL(r.URL)
	plain := withoutPlaceholders(r.URL)
	switch blank := strings.IndexAny(plain, " \t"); {
	case lint.IsGeneratorError(r.URL):
	case !strings.EqualFold(host, ir.GraphHost) && diag.Nearest(strings.ToLower(host), []string{ir.GraphHost}) != "":
		p.ReportAt(p.InURL(r, host), "the host %q is misspelled; did you mean %q?", host, ir.GraphHost)
	case strings.EqualFold(host, ir.GraphHost) && version == "" && !strings.HasPrefix(strings.TrimPrefix(path, "/"), "{"):
		p.ReportAt(p.InURL(r, host), "the URL has no version after the host; expected \"/v1.0\" or \"/beta\"")
	case blank >= 0 && r.URLAt.IsZero(): // over several lines, which the parser reports
	case blank >= 0:
		p.ReportAt(p.URLPart(r, blank, blank+1), "the URL contains white space; write it as \"%%20\"")
	case strings.ContainsAny(plain, curlyQuotes):
		quote := strings.IndexAny(plain, curlyQuotes)
		_, n := utf8.DecodeRuneInString(plain[quote:])
		d := p.ReportAt(p.URLPart(r, quote, quote+n), "the URL contains the typographic quotation mark %s; services accept only '", plain[quote:quote+n])
		if !r.URLAt.IsZero() {
			d.AddFix(true, "write straight quotation marks", diag.Edit{At: p.URLPart(r, 0, len(r.URL)), New: straightQuotes.Replace(r.URL)})
		}
	case strings.Count(plain, "'")%2 == 1:
		quote := strings.LastIndexByte(plain, '\'')
		p.ReportAt(p.URLPart(r, quote, quote+1), "a quotation mark (') in the URL is not closed")
	}
}

const curlyQuotes = "‘’‚“”„"

var straightQuotes = strings.NewReplacer("‘", "'", "’", "'", "‚", "'", "“", "\"", "”", "\"", "„", "\"")

// withoutPlaceholders replaces the placeholders of a URL with letters. The length stays
// the same.
func withoutPlaceholders(url string) string {
	if !strings.ContainsAny(url, "{<") {
		return url
	}
	return lint.URLPlaceholder.ReplaceAllStringFunc(url, func(placeholder string) string { return strings.Repeat("x", len(placeholder)) })
}
