package rules

import (
	"regexp"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var secretLikeValue = &lint.Rule{
	Code:     diag.SecretLikeValue,
	Severity: diag.Info,
	Manual: `
A value in a code block looks like a real secret.

A token, a private key or a signed URL that was copied from a real request may
still be valid. Write ''{token}'' or an obvious sample value. Revoke the secret
if it was real.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Example

<!-- { "blockType": "request", "name": "get_user" } -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
Authorization: Bearer «eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dBjftJeZ4CVP»
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Example

<!-- { "blockType": "request", "name": "get_user" } -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
Authorization: Bearer {token}
'''
`,
	Page: func(p *lint.Pass) {
		for i := range p.Blocks {
			b := &p.Blocks[i]
			if b.Fence == nil {
				continue
			}
			for _, s := range secrets {
				for _, m := range s.re.FindAllStringSubmatchIndex(b.Fence.Content, -1) {
					p.Report(b.Fence.SourceSpan(m[2], m[3]), "this value looks like %s; expected a placeholder such as \"{token}\"", s.what)
				}
			}
		}
	},
}

// secrets matches values that can hardly be anything else.
var secrets = []struct {
	re   *regexp.Regexp
	what string
}{
	{regexp.MustCompile(`\b(eyJ[A-Za-z0-9_-]{12,}\.eyJ[A-Za-z0-9_-]{12,}\.[A-Za-z0-9_-]{8,})`), "a signed token"},
	{regexp.MustCompile(`(-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----)`), "a private key"},
	{regexp.MustCompile(`[?&]sig=([A-Za-z0-9%+/_-]{30,}=*)`), "the signature of a URL"},
	{regexp.MustCompile(`[?&]tempauth=([A-Za-z0-9%+/_.-]{40,})`), "an access token"},
	{regexp.MustCompile(`\b(AKIA[A-Z0-9]{16})\b`), "an access key"},
}
