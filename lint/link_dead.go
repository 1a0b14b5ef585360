package lint

import (
	"path"
	"strings"

	"github.com/mdwire/mdwire/diag"
)

var linkDead = &Rule{
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
	Page: func(p *Pass) {
		for _, t := range p.targets() {
			p.checkTarget(t)
		}
	},
}

func (p *Pass) checkTarget(t target) {
	switch {
	case t.found == "":
		p.report(t.at, "the %s %q leads nowhere: there is no %s%s", t.what, t.dest, t.file, p.suggestion(t))
	case t.anchor == "" || !strings.HasSuffix(t.found, ".md"):
	case t.file == p.Path && !hasAnchor(p.Page, t.anchor), t.file != p.Path && !p.Files.hasAnchor(t.found, t.anchor):
		p.report(t.at, "the %s %q leads to no heading: %s has no anchor %q", t.what, t.dest, t.found, t.anchor)
	}
}

// suggestion is the end of the message about a missing file: where the file
// stands, or where it would stand by the habits of the tree.
func (p *Pass) suggestion(t target) string {
	dir, file := path.Split(t.file)
	for _, folder := range []string{"resources", "api", "includes"} {
		other := path.Join(path.Dir(path.Clean(dir)), folder, file)
		if found := p.Files.find(other); found != "" && found != t.file {
			return "; did you mean " + quotedRelative(p.Path, found) + "?"
		}
	}
	if path.Base(path.Dir(t.file)) == "api" && isTypePage(file, t.text) {
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
