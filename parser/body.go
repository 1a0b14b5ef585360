package parser

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// requestBody reads the Request body section. It returns nil when the page
// documents no body.
func (r *reader) requestBody() *ir.Body {
	s := r.first(vocab.SecBody)
	if s == nil {
		return nil
	}
	b := &ir.Body{At: r.page.Range(s.Span)}
	doc := r.parts[:0]
	var stated ir.TypeRef // in a sentence that does not mention JSON
	var statedAt page.Span
	tables := bodyTables{reader: r}
	r.blocks(vocab.SecBody, func(bl *page.Block) bool {
		switch bl.Kind {
		case page.TableBlock:
			tables.table(bl)
		case page.Paragraph:
			doc = r.appendDoc(doc, bl)
			tables.text(bl)
			switch {
			case b.Type.Name != "":
			case strings.Contains(bl.Text, "JSON"):
				b.Type, b.TypeAt = r.sentenceType(bl), r.page.Range(bl.Span)
			case stated.Name == "" && r.statesType(bl):
				stated, statedAt = r.proseType(bl), bl.Span
			}
		}
		return true
	})
	b.Properties = tables.properties
	r.inner = append(r.inner, tables.inner...)
	b.Doc = strings.Join(doc, "\n\n")
	r.parts = doc
	if b.Type.Name == "" && len(b.Properties) == 0 && stated.Name != "" {
		b.Type, b.TypeAt = stated, r.page.Range(statedAt)
	}
	if b.Type.Name == "" && len(b.Properties) == 0 && (b.Doc == "" || vocab.SaysNoBody(b.Doc)) {
		return nil
	}
	b.ContentType = r.contentType()
	b.Bytes = b.Type.Name == "" && len(b.Properties) == 0 && vocab.SaysBinary(b.Doc)
	return b
}

// contentType returns the media type in the header table of the page.
func (r *reader) contentType() string {
	typ := ""
	r.blocks(vocab.SecHeaders, func(b *page.Block) bool {
		if b.Table == nil {
			return true
		}
		for i := range b.Table.Rows {
			row := &b.Table.Rows[i]
			if len(row.Cells) > 1 && strings.EqualFold(propertyName(row.Cells[0].Text), "content-type") {
				typ = mediaType(row.Cells[len(row.Cells)-1].Text)
				if typ == "" {
					typ = mediaType(row.Cells[1].Text)
				}
				return typ == ""
			}
		}
		return true
	})
	return typ
}

// mainTypes are the beginnings of media types.
var mainTypes = vocab.List{"application", "text", "image", "multipart", "audio", "video"}

// mediaType returns the first media type in the text of a cell, as
// "application/json".
func mediaType(s string) string {
	for w := range strings.FieldsFuncSeq(s, func(c rune) bool { return c == ' ' || c == ',' || c == ';' || c == '\n' || c == '`' }) {
		w = strings.TrimRight(w, ".")
		main, sub, ok := strings.Cut(w, "/")
		if ok && sub != "" && mainTypes.Begins(main) && vocab.IsName(main) {
			return w
		}
	}
	return ""
}

// proseType returns the type that a sentence links to, as in "a JSON
// representation of a [user](../resources/user.md) object".
func (r *reader) proseType(b *page.Block) ir.TypeRef {
	for i := b.Links.Start; i < b.Links.End; i++ {
		l := &r.page.Links[i]
		if l.Image || l.Auto || !isTypeLink(l.Dest) {
			continue
		}
		t, ok := readType(l.Text, r.page.Links[i:i+1])
		if !ok {
			continue
		}
		before := b.Text
		if k := strings.Index(b.Text, l.Text); k >= 0 {
			before = b.Text[:k]
			after := b.Text[k+len(l.Text):]
			t.Collection = t.Collection || vocab.SeveralFollow(after)
		}
		t.Collection = t.Collection || vocab.IsListOf(before)
		return t
	}
	return ir.TypeRef{}
}

// isTypeLink reports whether a link leads to the page of a type: a page of the
// tree outside api folders, or a page of the published site.
func isTypeLink(dest string) bool {
	file, _, _ := strings.Cut(dest, "#")
	if siteType(file) != "" {
		return true
	}
	return IsPage(file) && !strings.Contains(file, "/api/") && !strings.Contains(file, "://") &&
		(strings.Contains(file, "resources/") || !strings.HasPrefix(file, ".."))
}

// siteType returns the name of the type that a link to the published site leads
// to, "" for other links: "user" for
// "/graph/api/resources/user?view=graph-rest-beta".
func siteType(dest string) string {
	dest, _, _ = strings.Cut(dest, "?")
	before, name, ok := strings.Cut(dest, "resources/")
	if !ok || !vocab.IsName(name) || strings.HasSuffix(name, ".md") {
		return ""
	}
	if before != "" && before != "../" && !strings.HasSuffix(before, "/api/") {
		return ""
	}
	return name
}
