package rules

import (
	"regexp"
	"slices"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var templateLiteralID = &lint.Rule{
	Code:     diag.TemplateLiteralID,
	Severity: diag.Warning,
	Manual: `
A path template contains an identifier in place of a placeholder.

With a GUID or a bare ''id'' as a segment, the template describes a single
request, and the generated method lacks the argument. ''('id')'' and
''(from=from-value)'' are read as placeholders because of their text, other words
because examples have other values there. Write a placeholder such as ''{id}''.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/«16b6a9de-f519-4bd2-86cb-793808f70230»/messages
GET /users('«id»')/messages
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
'''
`,
	Page: func(p *lint.Pass) {
		for r := range p.Routes() {
			literalIDs(p, r)
		}
	},
	Tree: func(p *lint.TreePass) {
		for _, r := range p.Spec.Routes() {
			bareParams(p, r)
		}
	},
}

// bareParams reports the words that are read as placeholders, except for segments,
// which literalIDs reports.
func bareParams(p *lint.TreePass, r *ir.Route) {
	if !slices.ContainsFunc(r.Path.Segments, func(seg ir.Segment) bool {
		return slices.ContainsFunc(seg.Parts, func(part ir.Part) bool { return part.Form == ir.Bare })
	}) {
		return
	}
	r.EachPart(func(i int, part ir.Part, at diag.Range) {
		if part.Form == ir.Bare && (len(r.Path.Segments[i].Parts) > 1 || !literalID.MatchString(part.Param)) {
			p.Report(at, "%q is in place of a value; expected a placeholder such as {%s}", part.Param, part.Param)
		}
	})
}

// literalID matches an identifier as a segment: a GUID, or the word id.
var literalID = regexp.MustCompile(`^(?i:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{24,}|id)$`)

func literalIDs(p *lint.Pass, r *ir.Route) {
	if !slices.ContainsFunc(r.Path.Segments, func(seg ir.Segment) bool { return literalID.MatchString(seg.String()) }) {
		return
	}
	r.EachPart(func(i int, part ir.Part, at diag.Range) {
		if len(r.Path.Segments[i].Parts) == 1 && literalID.MatchString(part.Literal) {
			p.ReportAt(at, "the segment %q is an identifier; expected a placeholder such as {id}", part.Literal)
		}
	})
}
