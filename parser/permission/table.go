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
	r.tables++
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
		if len(readScopes(text).groups) > 0 {
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
	from := len(r.out)
	for i := range t.Rows {
		row := &t.Rows[i]
		label := strings.TrimSpace(row.Cells[0].Text)
		k := KindOf(page.FirstLine(label))
		if k == 0 && kind == 0 || label == "" && k == 0 && row.Empty() {
			r.strayRow(pg, row, label)
			continue
		}
		workflow := context
		if k == 0 {
			k, workflow = r.workflow(pg, row, label, kind, from)
		}
		kind = k
		if parentRow(t, i) {
			r.out = append(r.out, ir.Permission{Kind: k, Context: context, At: pg.Range(row.Span)})
			continue
		}
		r.row(pg, row, cols, k, workflow, reversed)
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
func (r *Reader) workflow(pg *page.Page, row *page.Row, label string, kind ir.PermissionKind, from int) (ir.PermissionKind, string) {
	raw := pg.Raw(row.Cells[0].Span)
	if kind == ir.DelegatedPersonal && !strings.Contains(raw, "nbsp") && !strings.Contains(raw, "**") {
		r.Host.ReportIn(pg, diag.PermissionMalformed, diag.Error, row.Cells[0].Span,
			"the permission row %q follows the row for personal accounts and is read as %q", page.Clip(label), "Application")
		return ir.Application, ""
	}
	return kind, strings.Join(strings.Fields(label), " ")
}

// parentRow reports whether row i is the empty head of the workflow rows after
// it.
func parentRow(t *page.Table, i int) bool {
	for _, c := range t.Rows[i].Cells[1:] {
		if c.Text != "" {
			return false
		}
	}
	return i+1 < len(t.Rows) && KindOf(page.FirstLine(t.Rows[i+1].Cells[0].Text)) == 0 && !t.Rows[i+1].Empty()
}

// row adds the permissions of a row: one for each column, or one for the
// columns of least and higher privileged permissions.
func (r *Reader) row(pg *page.Page, row *page.Row, cols []column, kind ir.PermissionKind, context string, reversed bool) {
	for i, col := range cols {
		if col.higher {
			continue
		}
		cell := &row.Cells[i+1]
		p := ir.Permission{Kind: kind, Context: context, At: pg.Range(row.Span)}
		if len(cols) > 1 && !col.least {
			if i > 0 && cell.Text == "" {
				continue
			}
			p.Context = joinContext(context, col.head)
		}
		r.cell(&p, pg, cell)
		if col.least {
			p.Least, p.Names = len(p.AnyOf), nil
			if i+2 < len(row.Cells) {
				r.cell(&p, pg, &row.Cells[i+2])
			}
		}
		if reversed {
			slices.Reverse(p.AnyOf)
			p.MostFirst = true
		}
		r.out = append(r.out, p)
	}
}

func joinContext(a, b string) string {
	if a == "" {
		return b
	}
	return a + ": " + b
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
			p := ir.Permission{Kind: kind, Context: page.OneLine(row.Cells[0].Text), At: pg.Range(row.Cells[k+1].Span)}
			r.cell(&p, pg, &row.Cells[k+1])
			r.out = append(r.out, p)
		}
	}
}

// cell adds the permissions of a cell and reports the parts that it cannot
// read.
func (r *Reader) cell(p *ir.Permission, pg *page.Page, c *page.Cell) {
	switch {
	case isUnsupported(c.Text):
		return
	case vocab.HasTodo(c.Text):
		r.Host.ReportIn(pg, diag.PlaceholderTodo, diag.Error, c.Span, "the text still contains a placeholder: %q", page.Clip(c.Text))
		p.Open = true
		return
	case c.Text == "":
		r.Host.ReportIn(pg, diag.PermissionMalformed, diag.Error, c.Span, "the permission cell is empty; expected permission names or %q", "Not supported.")
		return
	}
	s := readScopes(c.Text)
	if s.joined != "" {
		r.Host.ReportIn(pg, diag.PermissionMalformed, diag.Warning, c.Span, "a name in %q has a space instead of a dot and is read as %q", page.Clip(c.Text), s.joined)
	}
	switch {
	case s.left == "" && s.label != "":
		r.Host.ReportIn(pg, diag.PermissionMalformed, diag.Warning, c.Span,
			"the cell has lists for several cases (%q), which are read as one list", page.Clip(s.label))
	case s.left != "" || len(s.groups) == 0:
		r.Host.ReportIn(pg, diag.PermissionMalformed, diag.Error, c.Span,
			"%q is not readable; expected permission names or %q", page.Clip(c.Text), "Not supported.")
	}
	p.AnyOf, p.Names = append(p.AnyOf, s.groups...), s.names
	p.Mentions = appendMentions(p.Mentions, pg, p.At, c.Span, s.groups)
}
