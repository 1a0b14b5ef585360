package rules

import (
	"fmt"
	"slices"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var annotationUnknownKey = &lint.Rule{
	Code:     diag.AnnotationUnknownKey,
	Severity: diag.Warning,
	Manual: `
An annotation has a key that no tool reads.

Examples are ''scope'' for ''scopes'', ''isAbstract'' for ''abstract'' and
''sampleIds'' for ''sampleKeys''. Tools ignore the key without a warning.
Correct its spelling, or remove it.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Example

<!-- { "blockType": "request", "name": "get_user", «"sampleIds"»: ["1"] } -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

<!-- { "blockType": "permissions", "name": "user_get", "requestUrls": ["GET /users/{id}"] } -->

## Example

<!-- { "blockType": "request", "name": "get_user", "sampleKeys": ["1"] } -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
'''
`,
	Page: func(p *lint.Pass) {
		for _, c := range p.Annotations() {
			if c.Root.Member("blockType") == nil {
				continue
			}
			for i := range c.Root.Values {
				if m := &c.Root.Values[i]; !slices.Contains(annotationKeys, m.Name) {
					p.Report(c.Span(m.NameStart, m.NameEnd), "no tool reads the annotation key %q%s", m.Name, meantKey(m.Name))
				}
			}
		}
	},
}

// annotationKeys are the keys that current and older documentation tools read.
var annotationKeys = []string{
	"blockType", "name", "@odata.type", "@type", "@type.aka", "@property.aka", "@odata.annotations",
	"truncated", "isCollection", "collectionProperty", "isEmpty", "optionalProperties", "requiredProperties",
	"nullableProperties", "expectError", "longRunning", "sampleKeys", "scopes", "idempotent", "isComposable",
	"tags", "target", "opaqueUrl", "keyProperty", "baseType", "openType", "abstract", "isMediaEntity",
	"ignoreStreamMetadata", "namespace", "title", "description", "type", "parameters", "section", "tocPath",
	"keywords", "suppressions", "tocBookmarks", "tocIndex", "apiVersion", "isOpenType", "responseType", "test-correlation-id",
	"requestUrls", "mergePermissions",
}

// meantKeys maps frequent wrong keys to the right ones where an edit distance
// does not suggest them.
var meantKeys = map[string]string{"scope": "scopes", "isAbstract": "abstract", "sampleIds": "sampleKeys", "odata.type": "@odata.type"}

func meantKey(key string) string {
	if meant := meantKeys[key]; meant != "" {
		return fmt.Sprintf("; did you mean %q?", meant)
	}
	return diag.DidYouMean(key, annotationKeys)
}
