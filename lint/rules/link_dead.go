package rules

import (
	"path"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

var linkDead = &lint.Rule{
	Code:     diag.LinkDead,
	Severity: diag.Error,
	Manual: `
A link, image or include that leads to no file or anchor of the tree.

Readers get an error page, and an include leaves a hole. Links to other sites and site paths such as
''/graph/overview'' are not followed, nor are paths that lead out of the docs
tree. Where the file stands in another folder, the message names it.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

See [user](«user.md»), [user again](«user.md») and [properties](«../resources/user.md#gone»).

[!INCLUDE [note](«../includes/note.md»)]
-- api-reference/v1.0/resources/user.md --
# user resource type
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

See [user](../resources/user.md#properties), [above](#get-user), [site](/graph/x)
and [elsewhere](https://example.com/x.md).
-- api-reference/v1.0/resources/user.md --
# user resource type

## Properties
`,
	Page: func(p *lint.Pass) {
		for _, t := range p.Targets() {
			checkTarget(p, t)
		}
	},
}

func checkTarget(p *lint.Pass, t lint.Target) {
	switch {
	case t.Found == "" && t.What == "include": // reported by the parser
	case t.Found == "":
		p.Report(t.At, "the %s %q leads nowhere: there is no %s%s", t.What, t.Dest, t.File, suggestion(p, t))
	case t.Anchor == "" || !strings.HasSuffix(t.Found, ".md"):
	case t.File == p.Path && !lint.HasAnchor(p.Page, t.Anchor), t.File != p.Path && !p.Files.HasAnchor(t.Found, t.Anchor):
		p.Report(t.At, "the %s %q leads to no heading: %s has no anchor %q", t.What, t.Dest, t.Found, t.Anchor)
	}
}

// suggestion is the end of the message about a missing file: where the file
// stands, or where it would stand by the habits of the tree.
func suggestion(p *lint.Pass, t lint.Target) string {
	dir, file := path.Split(t.File)
	for _, folder := range []string{"resources", "api", "includes"} {
		other := path.Join(path.Dir(path.Clean(dir)), folder, file)
		if found := p.Files.Find(other); found != "" && found != t.File {
			return "; did you mean " + quotedRelative(p.Path, found) + "?"
		}
	}
	if path.Base(path.Dir(t.File)) == "api" && isTypePage(file, t.Text) {
		meant := path.Join(path.Dir(path.Clean(dir)), "resources", file)
		return "; pages of types stand in " + quotedRelative(p.Path, meant)
	}
	return ""
}

// isTypePage tells by its name, which is the link's text, that a page
// documents a type: names of pages of calls have a verb behind a hyphen.
func isTypePage(file, text string) bool {
	name := strings.TrimSuffix(file, ".md")
	return !strings.Contains(name, "-") && strings.EqualFold(name, strings.TrimSpace(text))
}

// quotedRelative is a path as a link from a page would write it.
func quotedRelative(from, to string) string {
	dir := path.Dir(from)
	up := ""
	for dir != "." && !strings.HasPrefix(to, dir+"/") {
		dir, up = path.Dir(dir), up+"../"
	}
	if dir != "." {
		to = strings.TrimPrefix(to, dir+"/")
	}
	return `"` + up + to + `"`
}
