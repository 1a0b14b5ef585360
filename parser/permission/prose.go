package permission

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// Prose reads the permissions of a page that has no table of them: lines and
// list items "Delegated (work or school account): Book.Read". Where a line
// does not say whose permissions it names, nothing is guessed.
func (r *Reader) Prose(b *page.Block) {
	if b.Kind != page.Paragraph || b.Quote {
		return
	}
	for line := range strings.SplitSeq(b.Text, "\n") {
		r.proseLine(b, strings.TrimSpace(line))
	}
}

func (r *Reader) proseLine(b *page.Block, line string) {
	label, names := cutLabel(line)
	s := cellScopes{}
	if !isUnsupported(names) {
		s = readScopes(names)
	}
	switch kind := KindOf(label); {
	case s.left != "" || label == "" || len(label) > maxLabel && kind != 0:
	case kind != 0 && (len(s.groups) > 0 || isUnsupported(names)):
		r.out = append(r.out, ir.Permission{Kind: kind, AnyOf: s.groups, Names: s.names, At: r.Page.Range(b.Span)})
	case len(s.groups) > 0:
		r.Host.ReportIn(r.Page, diag.PermissionMalformed, diag.Error, b.Span,
			"the text names the permissions %q without saying whether they are delegated or the application's, so they are not read", page.Clip(names))
	}
}

// cutLabel parts what a line of permissions is about from their names.
func cutLabel(line string) (label, names string) {
	for _, mark := range []string{":", "：", " - ", " – ", " — "} {
		if label, names, ok := strings.Cut(line, mark); ok {
			return strings.TrimSpace(label), strings.TrimSpace(names)
		}
	}
	return "", line
}
