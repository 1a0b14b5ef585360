package rules

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var contentTypeHeader = &lint.Rule{
	Code:     diag.ContentTypeHeader,
	Severity: diag.Info,
	Manual: `
The Content-Type row in the table of request headers is missing or not needed.

A request with a body needs the header to say which format the body has. A
request without a body does not have the header. Add or remove the row.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Create user

## HTTP request

'''http
POST /users
'''

«## Request headers»

|Header|Value|
|:---|:---|
|Authorization|Bearer {token}. Required.|

## Request body

In the request body, supply a JSON representation of the [user](../resources/user.md).
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Create user

## HTTP request

'''http
POST /users
'''

## Request headers

|Header|Value|
|:---|:---|
|Authorization|Bearer {token}. Required.|
|Content-Type|application/json. Required.|

## Request body

In the request body, supply a JSON representation of the [user](../resources/user.md).
`,
	Page: func(p *lint.Pass) {
		for i := range p.Operations {
			checkContentType(p, &p.Operations[i])
		}
	},
}

func checkContentType(p *lint.Pass, op *ir.Operation) {
	if len(op.Routes) == 0 {
		return
	}
	var row *ir.Param
	headers := 0
	for i := range op.Params {
		if h := &op.Params[i]; h.In == ir.InHeader {
			headers++
			if strings.EqualFold(h.Name, "content-type") {
				row = h
			}
		}
	}
	sends := slices.ContainsFunc(op.Routes, func(r ir.Route) bool { return r.Method != "GET" && r.Method != "DELETE" })
	switch {
	case row == nil && headers > 0 && sends && op.Body != nil:
		if s := headersSection(p); s != nil {
			p.Report(p.Trim(s.Span), "the request has a body, but the table of request headers has no row for \"Content-Type\"")
		}
	case row != nil && !sends && op.Body == nil:
		p.ReportAt(row.At, "the request has no body, but the table of request headers lists \"Content-Type\"")
	}
}

// headersSection returns the section of request headers, nil if there is none.
func headersSection(p *lint.Pass) *page.Section {
	for i := range p.Sections {
		if s := &p.Sections[i]; lint.SectionRank(s.Slug) == 4 {
			return s
		}
	}
	return nil
}
