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
The page of an operation or a type has no ''Namespace:'' line.

Several namespaces can have a type of the same name. Without the line, readers
and programs have to guess which type is meant. Add the line below the title.
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
		p.Report(p.TitleSpan(), "the page has no namespace line; expected a line such as \"Namespace: microsoft.graph\" below the title")
	},
}

func hasNamespace(p *lint.Subject) bool {
	if p.DocumentsCall() && p.Operations[0].Namespace != "" {
		return true
	}
	for i := range p.Blocks {
		if vocab.StatesNamespace(p.Blocks[i].Text) {
			return true
		}
	}
	return false
}
