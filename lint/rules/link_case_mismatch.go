package rules

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var linkCaseMismatch = &lint.Rule{
	Code:     diag.LinkCaseMismatch,
	Severity: diag.Warning,
	Manual: `
A link differs from the name of its target file in letter case.

The link works on file systems that ignore case, and is broken on all others,
including most web servers. Use the spelling of the file name.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

See [user](«../resources/User.md»).
-- api-reference/v1.0/resources/user.md --
# user resource type
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

See [user](../resources/user.md).
-- api-reference/v1.0/resources/user.md --
# user resource type
`,
	Page: func(p *lint.Pass) {
		for _, t := range p.Targets() {
			if t.Found == "" || t.Found == t.File {
				continue
			}
			d := p.Report(t.At, "the %s %q differs in letter case from the file %q", t.What, t.Dest, t.Found)
			if right := spelledAs(t.Dest, t.Found); right != t.Dest && strings.HasPrefix(p.Raw(t.At), t.Dest) {
				d.AddFix(true, "change the path to "+right, p.Edit(page.Span{Start: t.At.Start, End: t.At.Start + len(t.Dest)}, right))
			}
		}
	},
}

// spelledAs returns a destination with the letter case of the file that it leads
// to. Both have the same last path segments except for case.
func spelledAs(dest, found string) string {
	n := strings.IndexAny(dest, "?#")
	if n < 0 {
		n = len(dest)
	}
	parts, real := strings.Split(dest[:n], "/"), strings.Split(found, "/")
	for i, j := len(parts)-1, len(real)-1; i >= 0 && j >= 0 && strings.EqualFold(parts[i], real[j]); i, j = i-1, j-1 {
		parts[i] = real[j]
	}
	return strings.Join(parts, "/") + dest[n:]
}
