package parser

import (
	"bytes"
	"strings"

	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// holdsCalls reports whether a section may document calls.
func (c *callReader) holdsCalls(section int) bool {
	role := c.roles[section]
	return role == vocab.SecRequest || c.direct && (role == vocab.SecTitle || role == vocab.SecOther)
}

// callTable reads a table of calls: one column has methods and another has paths.
func (c *callReader) callTable(b *page.Block) {
	if !c.holdsCalls(b.Section) {
		return
	}
	method, path := c.callColumns(b.Table)
	if method < 0 || path < 0 {
		return
	}
	for i := range b.Table.Rows {
		row := &b.Table.Rows[i]
		cell := cellAt(row, path)
		url := strings.TrimSpace(cutHTTPVersion(cell.Text))
		if url == "" || strings.ContainsRune(url, '\n') {
			continue
		}
		for _, m := range methodsIn(cellAt(row, method).Text) {
			c.addRoute(c.op, m, url, row.Span, c.textPlace(cell.Span, url))
		}
	}
}

// callColumns returns the indexes of the columns of methods and paths, -1 for a
// missing one. Every row has a method.
func (r *reader) callColumns(t *page.Table) (method, path int) {
	method, path = -1, -1
	for i := range t.Header {
		switch h := r.heads.Fold(t.Header[i].Text); {
		case vocab.MethodHeads[h] && method < 0:
			method = i
		case vocab.PathHeads[h] && path < 0:
			path = i
		}
	}
	for i := range t.Rows {
		if method >= 0 && len(methodsIn(cellAt(&t.Rows[i], method).Text)) == 0 {
			return -1, -1
		}
	}
	return method, path
}

// methodsIn returns the HTTP methods in a cell, as in "GET" and "PUT/PATCH"; nil
// when the cell has other words.
func methodsIn(text string) []string {
	var list []string
	for _, w := range strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(" ,/|`*", c) }) {
		switch {
		case methodLen(w) == len(w):
			list = append(list, strings.ToUpper(w))
		case !strings.EqualFold(w, "or"):
			return nil
		}
	}
	return list
}

// callText reads calls in a paragraph of an HTTP request section that has no code
// block and no table: lines that are a call, otherwise inline code. On a page
// without such a section, it reads the paragraphs that are only a call in code.
func (c *callReader) callText(b *page.Block) {
	switch {
	case !c.holdsCalls(b.Section):
		return
	case c.direct:
		if c.page.Src[b.Span.Start] != '`' || !isCall(b.Text) {
			return
		}
	case c.hasCallBlock(b.Section):
		return
	}
	found := false
	for line := range strings.SplitSeq(b.Text, "\n") {
		if line = strings.TrimSpace(line); isCall(line) {
			c.textCall(b, line)
			found = true
		}
	}
	if found {
		return
	}
	raw := strings.Split(c.page.Raw(b.Span), "`")
	for i := 1; i < len(raw); i += 2 {
		if code := strings.TrimSpace(raw[i]); isCall(code) {
			c.textCall(b, code)
		}
	}
}

// hasCallBlock reports whether a section has code blocks or tables of calls.
func (r *reader) hasCallBlock(section int) bool {
	blocks := r.page.Sections[section].Blocks
	for i := range blocks {
		if blocks[i].Fence != nil {
			return true
		}
		if t := blocks[i].Table; t != nil {
			if method, path := r.callColumns(t); method >= 0 && path >= 0 {
				return true
			}
		}
	}
	return false
}

// isCall reports whether a text is a call: a method, a space and a path, without
// other words.
func isCall(text string) bool {
	n := methodLen(text)
	if n == 0 || n == len(text) || text[n] == '/' {
		return false
	}
	path := cutHTTPVersion(strings.TrimLeft(text[n:], " \t"))
	depth := 0
	for i := range len(path) {
		switch path[i] {
		case '{', '<':
			depth++
		case '}', '>':
			depth--
		case ' ':
			if depth <= 0 {
				return false
			}
		}
	}
	return strings.Contains(path, "/")
}

func (c *callReader) textCall(b *page.Block, call string) {
	n := methodLen(call)
	url := cutHTTPVersion(strings.TrimLeft(call[n:], " \t"))
	place := c.textPlace(b.Span, call)
	c.addRoute(c.op, strings.ToUpper(call[:n]), url, place(0, len(call)), c.textPlace(b.Span, url))
}

// textPlace returns a function that finds a part of a text in the source of an
// element. Where the source has marks within the part, it returns the element.
func (r *reader) textPlace(element page.Span, text string) func(start, end int) page.Span {
	raw := r.page.Src[element.Start:element.End]
	return func(start, end int) page.Span {
		i := bytes.Index(raw, []byte(text[start:]))
		if i < 0 {
			i = bytes.Index(raw, []byte(text[start:end]))
		}
		if i < 0 {
			return element
		}
		return page.Span{Start: element.Start + i, End: element.Start + i + end - start}
	}
}
