package parser

import (
	"sort"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// permissionReader reads the permission tables of a page and of the files
// that it includes.
type permissionReader struct {
	*reader
	out    []ir.Permission
	tables int
}

// permissions reads every permission table of the page: those of its
// Permissions section, and those that other sections hold and that have the
// head of one.
func (r *reader) permissions() []ir.Permission {
	pr := &permissionReader{reader: r}
	pr.out = make([]ir.Permission, 0, 3)
	for i := range r.page.Sections {
		role := r.roles[i]
		if role == secExample || role == secProperties {
			continue
		}
		s := &r.page.Sections[i]
		pr.section(r.page, s, role == secPermissions, r.contextOf(i), 0)
	}
	if pr.tables == 0 {
		pr.prose()
		pr.missing()
	}
	pr.dropLoneContext()
	return pr.out
}

// contextOf returns the heading that tells one permission table from another:
// that of a sub-section of Permissions, or of the section that a second
// Permissions section stands in.
func (r *reader) contextOf(i int) string {
	s := &r.page.Sections[i]
	if r.roles[i] != secPermissions {
		return ""
	}
	if s.Slug != "permissions" && s.Slug != "prerequisites" {
		return oneLine(s.Text)
	}
	if s.Parent <= 0 || r.roles[s.Parent] == secTitle || r.roles[s.Parent] == secPermissions {
		return ""
	}
	return oneLine(r.page.Sections[s.Parent].Text)
}

func (r *permissionReader) section(pg *page.Page, s *page.Section, permissions bool, context string, depth int) {
	for k := range s.Blocks {
		b := &s.Blocks[k]
		switch b.Kind {
		case page.TableBlock:
			if permissions && r.isPermissionTable(b.Table) || r.isPermissionHead(b.Table) {
				r.table(pg, b.Table, context)
			}
		case page.Paragraph:
			if permissions {
				r.includes(pg, b, context, depth)
			}
		}
	}
}

// includes reads the files that a paragraph of the Permissions section
// includes, where newer pages keep their tables.
func (r *permissionReader) includes(pg *page.Page, b *page.Block, context string, depth int) {
	from := sort.Search(len(pg.Includes), func(i int) bool { return pg.Includes[i].Span.Start >= b.Span.Start })
	for i := from; i < len(pg.Includes) && pg.Includes[i].Span.Start < b.Span.End; i++ {
		in := &pg.Includes[i]
		inc := r.include(pg, in, depth)
		if inc == nil {
			continue
		}
		for k := range inc.Sections {
			r.section(inc, &inc.Sections[k], true, context, depth+1)
		}
	}
}

// missing reports a page that has no permission table.
func (r *permissionReader) missing() {
	at := page.Span{}
	if s := r.first(secPermissions); s != nil {
		at = s.Span
	} else if i := r.page.Title(); i >= 0 {
		at = r.page.Sections[i].Span
	}
	r.report(diag.PermissionsTableMissing, diag.Error, at, "the page has no permission table that could be read; one row each for delegated (work, personal) and application permissions was expected")
}

// dropLoneContext drops the context where the page has one table only.
func (r *permissionReader) dropLoneContext() {
	if r.tables != 1 {
		return
	}
	first := ""
	for i, p := range r.out {
		if i == 0 {
			first = p.Context
		}
		if p.Context != first {
			return
		}
	}
	for i := range r.out {
		r.out[i].Context = ""
	}
}
