package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
)

var exampleHost = &lint.Rule{
	Code:     diag.ExampleHost,
	Severity: diag.Info,
	Manual: `
The URL of an example has no host, or a host other than the API's.

Readers expect that a copied example works. Use the host of the API. Other
hosts, for example of upload URLs, can be allowed in the configuration
(''allowed-hosts'').
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

'''http
GET /users/{id}
'''

## Example

<!-- { "blockType": "request", "name": "get_user" } -->
'''http
GET https://«graph.fabrikam.net»/v1.0/users/1
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## HTTP request

'''http
GET /users/{id}
'''

## Example

<!-- { "blockType": "request", "name": "get_user" } -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
'''
`,
	Page: func(p *lint.Pass) {
		for _, ex := range p.Examples() {
			r := ex.Request
			if r == nil || r.URL == "" || !r.HasURL() {
				continue
			}
			host, _, _, _ := ir.SplitURL(r.URL)
			switch {
			case host == "" && !strings.Contains(r.URL, "://"):
				p.ReportAt(p.InURL(r, r.URL), "the example's URL %q has no host; expected a full URL", r.URL)
			case host != "" && !allows(p.Settings, host) && !ir.HasPlaceholder(host):
				p.ReportAt(p.InURL(r, host), "the example calls the host %q, which is not in allowed-hosts", host)
			}
		}
	},
}

// allows reports whether the settings allow a host in examples.
func allows(s *lint.Settings, host string) bool {
	host, _, _ = strings.Cut(strings.ToLower(host), ":")
	for _, h := range s.AllowedHosts {
		below, wild := strings.CutPrefix(strings.ToLower(h), "*")
		if host == strings.ToLower(h) || wild && strings.HasSuffix(host, below) {
			return true
		}
	}
	return false
}
