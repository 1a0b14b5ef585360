package lint

import (
	"path"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/page"
)

var linkCaseMismatch = &Rule{
	Name:     "link-case-mismatch",
	Severity: diag.Warning,
	Manual: `
A link that spells its target in another letter case than the tree does.

It works on systems that do not tell cases apart and is dead on the others, on
most web servers too. The target's own spelling is the one to use.
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
	Page: func(p *Pass) {
		for _, t := range p.targets() {
			found := p.Files.find(t.file)
			if found == "" || found == path.Clean(t.file) {
				continue
			}
			d := p.report(t.at, "the %s %q spells its target in another letter case: the file is %s", t.what, t.dest, found)
			if edits := p.respell(t, found); len(edits) > 0 {
				fix(d, true, "write "+found, edits...)
			}
		}
	},
}

// respell makes the edits for a target, wherever the page points to it: it is
// reported once.
func (p *Pass) respell(t target, found string) []diag.Edit {
	if t.what == "include" {
		return p.respellAt(nil, t.at, t.dest, found)
	}
	var edits []diag.Edit
	for _, l := range p.Links {
		if file, _, ok := p.locate(l.Dest); ok && file == t.file && !l.At.IsZero() {
			edits = p.respellAt(edits, l.At, l.Dest, found)
		}
	}
	return edits
}

func (p *Pass) respellAt(edits []diag.Edit, at page.Span, dest, found string) []diag.Edit {
	if !strings.HasPrefix(p.Raw(at), dest) || spelledAs(dest, found) == dest {
		return edits
	}
	return append(edits, p.edit(page.Span{Start: at.Start, End: at.Start + len(dest)}, spelledAs(dest, found)))
}

// spelledAs gives the path part of a destination the letter case of the file
// that it leads to. The two end alike; only the case differs.
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
