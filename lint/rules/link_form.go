package rules

import (
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var linkForm = &lint.Rule{
	Code:     diag.LinkForm,
	Severity: diag.Info,
	Manual: `
A link whose form works here and breaks elsewhere.

Backslashes are no path separators on the web. An absolute address of the docs'
own site ties the page to one language and leaves no trace when the target moves;
write the site path, ''/graph/overview''.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

See [user](«..\resources\user.md») and [overview](«https://docs.microsoft.com/en-us/graph/overview»).
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

See [user](../resources/user.md) and [overview](/graph/overview).
`,
	Page: func(p *lint.Pass) {
		for _, l := range p.Links {
			at := l.At
			if at.IsZero() {
				at = l.Span
			}
			switch {
			case l.Text == "" && !l.Image && !l.Auto && l.Ref == "" && strings.HasPrefix(p.Raw(l.Span), "[]"):
				p.Report(l.Span, "the link to %q has no text", l.Dest)
			case strings.Contains(l.Dest, `\`) && !lint.HasScheme(l.Dest):
				d := p.Report(at, "the link %q has a backslash", l.Dest)
				if !l.At.IsZero() && p.Raw(at) == l.Dest {
					lint.AddFix(d, true, "write slashes", p.Edit(at, strings.ReplaceAll(l.Dest, `\`, "/")))
				}
			case ownSite.MatchString(l.Dest):
				plain := ownSite.ReplaceAllString(l.Dest, "/graph/")
				d := p.Report(at, "the link names the docs' own site; write %q", plain)
				if !l.At.IsZero() && !l.Auto && p.Raw(at) == l.Dest {
					lint.AddFix(d, true, "write "+plain, p.Edit(at, plain))
				}
			}
		}
	},
}

// ownSite is the start of an address of the pages' own site.
var ownSite = regexp.MustCompile(`^https?://(docs|learn)\.microsoft\.com/([a-z]{2}-[a-z]{2}/)?graph/`)
