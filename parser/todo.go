package parser

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/permission"
	"github.com/mdwire/mdwire/parser/vocab"
)

// placeholders reports placeholders for text to be written: in the front
// matter, in tables and in prose. Those in permission cells are reported where
// the cells are read.
func (r *reader) placeholders(kind pageKind) {
	if !bytes.Contains(r.page.Src, []byte("TODO")) && !bytes.Contains(r.page.Src, []byte("TBD")) {
		return
	}
	for i := range r.page.Front.Fields {
		f := &r.page.Front.Fields[i]
		if vocab.HasTodo(f.Value) {
			r.todo(f.Span, fmt.Sprintf("the value of %q", f.Key), f.Value)
		}
	}
	for i := range r.page.Blocks {
		b := &r.page.Blocks[i]
		switch b.Kind {
		case page.Paragraph, page.Heading:
			if vocab.HasTodo(b.Text) {
				r.todo(b.Span, "the text", b.Text)
			}
		case page.TableBlock:
			if kind == operationPage && (r.roles[b.Section] == vocab.SecPermissions && permission.IsTable(b.Table, &r.heads) || permission.HasHead(b.Table, &r.heads)) {
				continue
			}
			r.todoCells(b.Table)
		}
	}
}

func (r *reader) todoCells(t *page.Table) {
	for i := range t.Rows {
		for k := range t.Rows[i].Cells {
			if c := &t.Rows[i].Cells[k]; vocab.HasTodo(c.Text) {
				r.todo(c.Span, "the text", c.Text)
			}
		}
	}
}

func (r *reader) todo(at page.Span, what, text string) {
	r.report(diag.PlaceholderTodo, diag.Error, at, "%s still has the placeholder %q", what, page.Clip(strings.TrimSpace(text)))
}
