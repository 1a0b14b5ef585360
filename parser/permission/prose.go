package permission

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// Prose reads the permissions in a paragraph of a page without a permission
// table: lines and list items "Delegated (work or school account): Book.Read".
// A line that does not state the kind is reported.
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
		s = readScopes(names, false)
	}
	groups := s.only().groups
	switch kind := KindOf(label); {
	case s.left != "" || label == "" || len(label) > maxLabel && kind != 0:
	case kind != 0 && (len(groups) > 0 || isUnsupported(names)):
		p := ir.Permission{Kind: kind, AnyOf: groups, At: r.Page.Range(b.Span)}
		p.Mentions = appendMentions(nil, r.Page, p.At, b.Span, groups)
		setNames(&p, s.names)
		r.add(p, rowInfo{})
	case len(groups) > 0:
		r.Host.ReportIn(r.Page, diag.PermissionMalformed, diag.Error, b.Span,
			"the text does not say whether the permissions %q are delegated or application permissions, so they are not read", page.Clip(names))
	}
}

// cutLabel separates the label of a line from the permission names after it.
func cutLabel(line string) (label, names string) {
	for _, mark := range []string{":", "：", " - ", " – ", " — "} {
		if label, names, ok := strings.Cut(line, mark); ok {
			return strings.TrimSpace(label), strings.TrimSpace(names)
		}
	}
	return "", line
}
