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
A link has a form that does not work everywhere, or has no text.

Backslashes do not separate path segments on the web: use slashes. An absolute
URL of the documentation's own site fixes the language of the target, and no
tool notices when the target moves: use the site path, such as
''/graph/overview''.
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
				d := p.Report(at, "the link %q contains a backslash; expected slashes", l.Dest)
				if !l.At.IsZero() && p.Raw(at) == l.Dest {
					d.AddFix(true, "replace backslashes with slashes", p.Edit(at, strings.ReplaceAll(l.Dest, `\`, "/")))
				}
			case ownSite.MatchString(l.Dest):
				plain := ownSite.ReplaceAllString(l.Dest, "/graph/")
				d := p.Report(at, "the link contains the documentation's own host; expected %q", plain)
				if !l.At.IsZero() && !l.Auto && p.Raw(at) == l.Dest {
					d.AddFix(true, "change the link to "+plain, p.Edit(at, plain))
				}
			}
		}
	},
}

// ownSite matches the start of a URL of the documentation's own site.
var ownSite = regexp.MustCompile(`^https?://(docs|learn)\.microsoft\.com/([a-z]{2}-[a-z]{2}/)?graph/`)
