package parser

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// noBodyWords begin the sentence that there is no request body.
var noBodyWords = []string{
	"do not supply", "don't supply", "do not specify", "do not provide", "none", "no request body", "this method does not", "there is no request body",
	"请勿", "不要", "请不要", "不提供", "不应提供", "此方法没有", "无", "空", "empty",
	"não forneça", "não fornecer", "não inclua", "nenhum", "não especifique", "não há", "esse método não", "este método não", "vazio",
	"no proporcione", "geben sie keinen", "ne fournissez pas", "не указывайте", "このメソッドには、要求本文を指定しません",
}

// requestBody reads the Request body section; nil when the page documents no
// body.
func (r *reader) requestBody() *ir.Body {
	s := r.first(secBody)
	if s == nil {
		return nil
	}
	b := &ir.Body{At: r.page.Range(s.Span)}
	doc := r.parts[:0]
	r.blocks(secBody, func(bl *page.Block) bool {
		switch bl.Kind {
		case page.TableBlock:
			b.Properties = append(b.Properties, r.bodyTable(bl.Table)...)
		case page.Paragraph:
			doc = r.appendDoc(doc, bl)
			if b.Type.Name == "" && strings.Contains(bl.Text, "JSON") {
				b.Type = r.proseType(bl)
			}
		}
		return true
	})
	b.Doc = strings.Join(doc, "\n\n")
	r.parts = doc
	if b.Type.Name == "" && len(b.Properties) == 0 && (b.Doc == "" || saysNoBody(b.Doc)) {
		return nil
	}
	b.ContentType = r.contentType()
	return b
}

func saysNoBody(doc string) bool {
	doc = strings.ToLower(doc)
	return hasAnyPrefix(doc, noBodyWords) || containsAny(doc, []string{"请勿提供", "不提供请求", "不要提供", "为此方法提供请求正文", "não forneça", "não inclua"})
}

func (r *reader) bodyTable(t *page.Table) []ir.Property {
	c := r.readColumns(t)
	if c.name < 0 {
		return nil
	}
	return r.properties(t, c)
}

// contentType reads the media type that the page's header table states.
func (r *reader) contentType() string {
	typ := ""
	r.blocks(secHeaders, func(b *page.Block) bool {
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

// mediaType finds "application/json" in a cell's text.
func mediaType(s string) string {
	for w := range strings.FieldsFuncSeq(s, func(c rune) bool { return c == ' ' || c == ',' || c == ';' || c == '\n' || c == '`' }) {
		w = strings.TrimRight(w, ".")
		main, sub, ok := strings.Cut(w, "/")
		if ok && sub != "" && hasAnyPrefix(main, []string{"application", "text", "image", "multipart", "audio", "video"}) && isDotted(main) {
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
			t.Collection = t.Collection || severalFollow(after)
		}
		t.Collection = t.Collection || isListOf(before)
		return t
	}
	return ir.TypeRef{}
}

// collectionWords follow the name of a type when several are meant, with
// objectWords in between.
var (
	collectionWords = []string{"collection", "集合", "列表", "数组", "coleção", "コレクション"}
	objectWords     = []string{"object", "对象", "资源", "实体", "类型", "オブジェクト", "的", "の", " "}
)

// severalFollow reports whether the words behind a type's name say that several
// are meant: "collection", "对象的集合".
func severalFollow(after string) bool {
	for i := 0; i < len(objectWords); i++ {
		if rest, ok := strings.CutPrefix(after, objectWords[i]); ok {
			after, i = rest, -1
		}
	}
	return hasAnyPrefix(after, collectionWords)
}

// isTypeLink reports whether a link leads to the page of a type: a page of
// the tree that is no page of a call, or one of the site that the pages are
// published on.
func isTypeLink(dest string) bool {
	file, _, _ := strings.Cut(dest, "#")
	if siteType(file) != "" {
		return true
	}
	return strings.HasSuffix(file, ".md") && !strings.Contains(file, "/api/") && !strings.Contains(file, "://") &&
		(strings.Contains(file, "resources/") || !strings.HasPrefix(file, ".."))
}

// siteType returns the name of the page that a link to the site leads to:
// "/graph/api/resources/user?view=graph-rest-beta", "resources/user"; "" for
// other links.
func siteType(dest string) string {
	dest, _, _ = strings.Cut(dest, "?")
	before, name, ok := strings.Cut(dest, "resources/")
	if !ok || !isDotted(name) || strings.HasSuffix(name, ".md") {
		return ""
	}
	if before != "" && before != "../" && !strings.HasSuffix(before, "/api/") {
		return ""
	}
	return name
}

// listOfWords stand before the name of a type when several are meant.
var listOfWords = []string{
	"collection of", "list of", "array of", "set of", "集合", "列表", "coleção de", "coleção da", "coleção do", "lista de", "conjunto de", "matriz de",
	"colección de", "liste von", "sammlung von", "collection de", "liste de", "коллекци", "список",
}

// isListOf reports whether a sentence promises several of what follows.
func isListOf(before string) bool {
	if i := strings.LastIndexAny(before, ".;。；"); i >= 0 {
		before = before[i:]
	}
	before = strings.ToLower(before)
	return containsAny(before, listOfWords) || strings.HasSuffix(strings.TrimRight(before, " "), "coleção")
}
