package permission

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// maxLabel distinguishes the labels of rows from prose in a table of scenarios,
// in bytes.
const maxLabel = 100

// IsTable reports whether a table of the Permissions section is a permission
// table, by its head or by the labels of its rows.
func IsTable(t *page.Table, heads *vocab.Heads) bool {
	if HasHead(t, heads) {
		return true
	}
	if len(t.Header) < 2 {
		return false
	}
	for i := range t.Rows {
		if label := t.Rows[i].Cells[0].Text; len(label) < maxLabel && KindOf(label) != 0 {
			return true
		}
	}
	return isTransposed(t)
}

// HasHead reports whether a table has the head of a permission table, in any
// section. A table with a column Property or Type describes a body.
func HasHead(t *page.Table, heads *vocab.Heads) bool {
	if len(t.Header) < 2 {
		return false
	}
	h, _, _ := strings.Cut(heads.Fold(t.Header[0].Text), " (")
	if !vocab.PermissionTypeHeads[h] {
		return isTransposed(t)
	}
	return vocab.PermissionHeads.In(heads.Fold(t.Header[1].Text))
}

// isTransposed reports whether the kinds of permissions are columns.
func isTransposed(t *page.Table) bool {
	kinds := 0
	for _, h := range t.Header[1:] {
		if KindOf(h.Text) != 0 {
			kinds++
		}
	}
	return kinds >= 2
}

// column is a column of a permission table.
type column struct {
	head   string
	higher bool // follows a column of least privileged permissions
	least  bool
}

func (r *Reader) table(pg *page.Page, t *page.Table, context string) {
	from := len(r.out)
	r.readTable(pg, t, context)
	routes := append(r.above.listed, r.above.fenced...)
	r.tables = append(r.tables, tableInfo{context, r.above.paragraph, routes, isTransposed(t), from, len(r.out)})
}

func (r *Reader) readTable(pg *page.Page, t *page.Table, context string) {
	if isTransposed(t) {
		r.transposed(pg, t)
		return
	}
	reversed := false
	cols := make([]column, 0, 2)
	for i, h := range t.Header[1:] {
		head := r.Heads.Fold(h.Text)
		least := i == 0 && len(t.Header) > 2 && isLeastHead(head, r.Heads.Fold(t.Header[2].Text))
		higher := i == 1 && cols[0].least
		if i > 0 && !higher && isRemark(t, i+1) {
			continue
		}
		reversed = reversed || vocab.MostFirst(head)
		cols = append(cols, column{head: h.Text, least: least, higher: higher})
	}
	r.rows(pg, t, cols, context, reversed)
}

// isRemark reports whether a column has no permissions: none of its cells has a
// permission name, and some have other words, such as the display name of the
// permission. A column without head and text is one too; a delimiter row with
// an extra cell causes it.
func isRemark(t *page.Table, col int) bool {
	words := t.Header[col].Text == ""
	for i := range t.Rows {
		text := t.Rows[i].Cells[col].Text
		if text == "" || isUnsupported(text) || vocab.HasTodo(text) {
			continue
		}
		if len(readScopes(text, false).names) > 0 {
			return false
		}
		words = true
	}
	return words
}

// isLeastHead reports whether two columns have the form of 2023: least
// privileged and higher privileged permissions.
func isLeastHead(head, next string) bool {
	return vocab.Least.In(head) && !vocab.Most.In(head) && !vocab.Least.In(next) || vocab.Higher.In(next)
}

func (r *Reader) rows(pg *page.Page, t *page.Table, cols []column, context string, reversed bool) {
	var kind ir.PermissionKind
	for i := range t.Rows {
		row := &t.Rows[i]
		label := strings.TrimSpace(row.Cells[0].Text)
		k := KindOf(page.FirstLine(label))
		if k == 0 && kind == 0 || label == "" && k == 0 && row.Empty() {
			r.strayRow(pg, row, label)
			continue
		}
		workflow := ""
		if k == 0 {
			k, workflow = r.workflow(pg, row, label, kind)
		}
		kind = k
		if parentRow(t, i) {
			r.reportParent(pg, row)
			r.add(ir.Permission{Kind: k, Context: context, Parent: true, At: pg.Range(row.Span)}, rowInfo{})
			continue
		}
		r.row(pg, row, cols, k, context, workflow, reversed)
	}
}

func (r *Reader) strayRow(pg *page.Page, row *page.Row, label string) {
	if row.Empty() {
		return
	}
	r.Host.ReportIn(pg, diag.PermissionMalformed, diag.Error, row.Span,
		"the label %q of the permission row is not known; expected %q, %q or %q", page.Clip(label),
		"Delegated (work or school account)", "Delegated (personal Microsoft account)", "Application")
}

// workflow reads the label of a row without a kind: a workflow of the previous
// kind, or an application row whose label was overwritten by search and
// replace.
func (r *Reader) workflow(pg *page.Page, row *page.Row, label string, kind ir.PermissionKind) (ir.PermissionKind, string) {
	raw := pg.Raw(row.Cells[0].Span)
	if kind == ir.DelegatedPersonal && !strings.Contains(raw, "nbsp") && !strings.Contains(raw, "**") {
		r.Host.ReportIn(pg, diag.PermissionMalformed, diag.Error, row.Cells[0].Span,
			"the permission row %q follows the row for personal accounts and is read as %q", page.Clip(label), "Application")
		return ir.Application, ""
	}
	return kind, strings.Join(strings.Fields(label), " ")
}

// parentRow reports whether row i is the head of the workflow rows after it: it
// has no permissions, and does not say that there are none.
func parentRow(t *page.Table, i int) bool {
	if i+1 == len(t.Rows) || KindOf(page.FirstLine(t.Rows[i+1].Cells[0].Text)) != 0 || t.Rows[i+1].Empty() {
		return false
	}
	for _, c := range t.Rows[i].Cells[1:] {
		if c.Text != "" && (isUnsupported(c.Text) || vocab.HasTodo(c.Text) || len(readScopes(c.Text, false).names) > 0) {
			return false
		}
	}
	return true
}

// add appends a permission.
func (r *Reader) add(p ir.Permission, info rowInfo) {
	r.out = append(r.out, p)
	r.info = append(r.info, info)
}

// row adds the permissions of a row: one for each column, or one for the
// columns of least and higher privileged permissions. workflow is the label of a
// row that has no kind.
func (r *Reader) row(pg *page.Page, row *page.Row, cols []column, kind ir.PermissionKind, context, workflow string, reversed bool) {
	if workflow != "" {
		context = workflow
	}
	for i, col := range cols {
		if col.higher {
			continue
		}
		cell := &row.Cells[i+1]
		p := ir.Permission{Kind: kind, Context: context, At: pg.Range(row.Span)}
		info := rowInfo{label: workflow}
		if len(cols) > 1 && !col.least {
			if i > 0 && cell.Text == "" {
				continue
			}
			p.Context, info.column = ir.JoinContexts(context, col.head), col.head
		}
		c := r.cell(&p, pg, row, cell)
		if col.least {
			var h cellScopes
			if i+2 < len(row.Cells) {
				h = r.cell(&p, pg, row, &row.Cells[i+2])
			}
			c = c.higher(h)
		}
		p.MostFirst = reversed
		r.addCases(p, c, info)
	}
}

// addCases adds a permission for each list of a cell.
func (r *Reader) addCases(p ir.Permission, c cellScopes, info rowInfo) {
	p.Unread = c.left != ""
	if len(c.cases) <= 1 {
		list := c.only()
		p.Case, p.AnyOf, p.Least = list.label, list.groups, list.least
		setNames(&p, c.names)
		r.add(p, info)
		return
	}
	for _, list := range c.cases {
		one := p
		one.Case, one.AnyOf, one.Least = list.label, list.groups, list.least
		setNames(&one, slices.Concat(list.groups...))
		r.add(one, info)
	}
}

// reportParent reports the text in the cells of a parent row.
func (r *Reader) reportParent(pg *page.Page, row *page.Row) {
	for i := range row.Cells[1:] {
		if c := &row.Cells[i+1]; c.Text != "" {
			r.cell(&ir.Permission{}, pg, row, c)
		}
	}
}

// transposed reads a table whose rows are resources.
func (r *Reader) transposed(pg *page.Page, t *page.Table) {
	for i := range t.Rows {
		row := &t.Rows[i]
		for k := range t.Header[1:] {
			kind := KindOf(t.Header[k+1].Text)
			if kind == 0 {
				continue
			}
			label := page.OneLine(row.Cells[0].Text)
			p := ir.Permission{Kind: kind, Context: label, At: pg.Range(row.Cells[k+1].Span)}
			r.addCases(p, r.cell(&p, pg, row, &row.Cells[k+1]), rowInfo{label: label})
		}
	}
}

// cell reads a cell and reports the parts that it cannot read.
func (r *Reader) cell(p *ir.Permission, pg *page.Page, row *page.Row, c *page.Cell) cellScopes {
	switch {
	case isUnsupported(c.Text):
		return cellScopes{}
	case vocab.HasTodo(c.Text):
		r.Host.ReportIn(pg, diag.PlaceholderTodo, diag.Error, c.Span, "the text still contains a placeholder: %q", page.Clip(c.Text))
		p.Open = true
		return cellScopes{}
	case c.Text == "":
		r.Host.ReportIn(pg, diag.PermissionMalformed, diag.Error, c.Span, "the permission cell is empty; expected permission names or %q", "Not supported.")
		return cellScopes{}
	}
	s := readScopes(c.Text, false)
	allNeeded, unread := demands(r.notes, row.Cells[0].Text, c.Text, s.names)
	if allNeeded {
		s = readScopes(c.Text, true)
	}
	if unread && s.left == "" {
		s = s.refuse(notUnderstood, c.Text)
	}
	r.reportCell(pg, c, &s)
	p.Mentions = appendMentions(p.Mentions, pg, p.At, c.Span, [][]string{s.names})
	return s
}

func (r *Reader) reportCell(pg *page.Page, c *page.Cell, s *cellScopes) {
	if s.joined != "" {
		r.Host.ReportIn(pg, diag.PermissionMalformed, diag.Warning, c.Span, "a name in %q has a space instead of a dot and is read as %q", page.Clip(c.Text), s.joined)
	}
	switch {
	case s.tooMany:
		r.Host.ReportIn(pg, diag.PermissionMalformed, diag.Error, c.Span,
			"the cell has more than %d combinations of permissions, so it grants nothing", ir.MaxAlternatives)
	case s.left != "" && len(s.names) > 0:
		r.Host.ReportIn(pg, diag.PermissionMalformed, diag.Error, c.Span,
			"it is not clear which permissions %q demands, so the cell grants nothing; expected permission names separated by commas", page.Clip(c.Text))
	case s.left != "":
		r.Host.ReportIn(pg, diag.PermissionMalformed, diag.Error, c.Span,
			"%q is not readable; expected permission names or %q", page.Clip(c.Text), "Not supported.")
	case len(s.cases) > 1:
		r.Host.ReportIn(pg, diag.PermissionMalformed, diag.Warning, c.Span,
			"the cell has lists for several cases (%q); expected a table for each", page.Clip(s.cases[len(s.cases)-1].label))
	}
}
