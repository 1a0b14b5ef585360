package rules

import (
	"path"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser"
)

var linkDead = &lint.Rule{
	Code:     diag.LinkDead,
	Severity: diag.Error,
	Manual: `
A link, image or include leads to a file or anchor that does not exist.

Readers get an error page, and an include leaves a gap. Correct the path, or
remove the link. The message suggests a file if one with the same name is in
another folder. Links to other sites, site paths such as ''/graph/overview'' and
paths that leave the docs tree are not checked.
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
		p.Report(t.At, "the %s %q is broken: the file %q does not exist%s", t.What, t.Dest, t.File, suggestion(p, t))
	case t.Anchor == "" || !parser.IsPage(t.Found):
	case t.File == p.Path && !lint.HasAnchor(p.Page, t.Anchor), t.File != p.Path && !p.Files.HasAnchor(t.Found, t.Anchor):
		p.Report(t.At, "the %s %q is broken: %q has no heading or anchor %q", t.What, t.Dest, t.Found, t.Anchor)
	}
}

// suggestion returns the end of the message about a missing file: a file with
// the same name in another folder, or the folder where type pages belong.
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
		return "; expected the type page at " + quotedRelative(p.Path, meant)
	}
	return ""
}

// isTypePage reports whether a file name is that of a type page: it equals the
// link's text and has no hyphen. Names of operation pages end in a hyphen and a
// verb.
func isTypePage(file, text string) bool {
	name := strings.TrimSuffix(file, path.Ext(file))
	return !strings.Contains(name, "-") && strings.EqualFold(name, strings.TrimSpace(text))
}

// quotedRelative returns a path in quotes, relative to the folder of a page.
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
