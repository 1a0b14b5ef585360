package rules

import (
	"net/url"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var sampleKeyNotInURL = &lint.Rule{
	Code:     diag.SampleKeyNotInURL,
	Severity: diag.Warning,
	Manual: `
An entry of ''sampleKeys'' is not in the URL of the request.

''sampleKeys'' lists the parts of the URL that are sample values for
placeholders. Usually the URL changed and the entry did not. Correct or remove
the entry.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Example

<!-- { "blockType": "request", "name": "get_user", "sampleKeys": ["1", «"42"»] } -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Example

<!-- { "blockType": "request", "name": "get_user", "sampleKeys": ["1"] } -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
'''
`,
	Page: func(p *lint.Pass) {
		for _, c := range p.Annotations() {
			if c.Block == nil || c.BlockType() != "request" {
				continue
			}
			keys, nodes := c.Texts("sampleKeys")
			if len(keys) == 0 {
				continue
			}
			head := unescaped(firstLineOf(c.Block.Fence.Content))
			for i, key := range keys {
				if !strings.Contains(head, unescaped(key)) {
					p.Report(c.Span(nodes[i].Start, nodes[i].End), "the URL of the request does not contain the sample key %q", key)
				}
			}
		}
	},
}

// unescaped returns a text without escapes and in lower case.
func unescaped(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		s = plain
	}
	return strings.ToLower(s)
}

func firstLineOf(text string) string {
	line, _, _ := strings.Cut(strings.TrimLeft(text, "\n"), "\n")
	return line
}
