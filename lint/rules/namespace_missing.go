package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/vocab"
)

var namespaceMissing = &lint.Rule{
	Code:     diag.NamespaceMissing,
	Severity: diag.Warning,
	Manual: `
A page of a call or a type without a ''Namespace:'' line.

The same type name stands in several namespaces; without the line under the
heading a reader, and a program, has to guess which is meant.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
«# Get user»

Reads a user.

## HTTP request

'''http
GET /users/{id}
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

Namespace: microsoft.graph

Reads a user.

## HTTP request

'''http
GET /users/{id}
'''
`,
	Page: func(p *lint.Pass) {
		if !p.IsReference() || hasNamespace(p.Subject) {
			return
		}
		p.Report(p.TitleSpan(), "the page names no namespace; write \"Namespace: microsoft.graph\" under the heading")
	},
}

func hasNamespace(p *lint.Subject) bool {
	if p.Operation != nil && p.Operation.Namespace != "" {
		return true
	}
	for i := range p.Blocks {
		if vocab.StatesNamespace(p.Blocks[i].Text) {
			return true
		}
	}
	return false
}
