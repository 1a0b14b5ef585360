package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// The parser reports requests on pages that document no operation.
var exampleWithoutOperation = &lint.Rule{
	Code:     diag.ExampleWithoutOperation,
	Severity: diag.Info,
	Manual: `
A page shows requests and responses but documents no operation.

Guides and overviews show calls that have pages of their own. If this page is the only
one that documents them, no code is generated for them: give each call a page, or a
section, with an HTTP request section.
`,
	Bad: `
-- guides/reserve.md --
# Reserve a berth

First look for a free berth:

«'''http
GET https://harbour.example/v1.0/berths?free=true
'''»

'''http
HTTP/1.1 200 OK
Content-Type: application/json

{"value": []}
'''
`,
	Good: `
-- guides/reserve.md --
# Reserve a berth

First look for a free berth, then reserve it.
`,
}
