package page

import (
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// inline writes the plain text of the children of n and records the links,
// includes and anchors in them.
func (b *builder) inline(n ast.Node) {
	for c, next := n.FirstChild(), ast.Node(nil); c != nil; c = next {
		next = c.NextSibling()
		switch c := c.(type) {
		case *ast.Text:
			b.plain(c)
		case *ast.String:
			b.text.Write(c.Value)
		case *ast.CodeSpan:
			b.code(c)
		case *ast.Link:
			b.link(c, c.Destination, c.Reference, false)
		case *ast.Image:
			b.link(c, c.Destination, c.Reference, true)
		case *ast.AutoLink:
			b.autoLink(c)
		case *ast.RawHTML:
			b.rawHTML(c)
			next = afterTag(b.blank, c)
		default:
			b.inline(c)
		}
	}
}

// plain writes a text node with escapes and entities resolved. The text is from
// the file, not from the copy that repairs have changed.
func (b *builder) plain(t *ast.Text) {
	v := b.page.Src[t.Segment.Start:t.Segment.Stop]
	if !t.IsRaw() && bytes.IndexByte(v, '\\') >= 0 {
		v = unescape(v)
	}
	if bytes.IndexByte(v, '&') >= 0 {
		b.text.Write(resolveEntities(v))
	} else {
		b.text.Write(v)
	}
	if t.SoftLineBreak() || t.HardLineBreak() {
		b.text.WriteByte('\n')
	}
}

// resolveEntities replaces character references as CommonMark does: each ends in a
// semicolon. HTML also knows references without one, which are query arguments in
// documented URLs: "?id=1&currency=EUR" has "&curren".
func resolveEntities(v []byte) []byte {
	out := make([]byte, 0, len(v))
	for i := 0; i < len(v); i++ {
		if n := referenceLen(v[i:]); n > 0 {
			ref := v[i : i+n]
			if e, ok := util.LookUpHTML5EntityByName(string(ref[1 : n-1])); ok {
				out = append(out, e.Characters...)
			} else if ref[1] == '#' {
				out = append(out, html.UnescapeString(string(ref))...)
			} else {
				out = append(out, ref...)
			}
			i += n - 1
			continue
		}
		out = append(out, v[i])
	}
	return out
}

// referenceLen returns the length of the text at the start of v that has the form
// of a character reference, 0 if there is none.
func referenceLen(v []byte) int {
	const longest = 33 // "&CounterClockwiseContourIntegral;"
	if v[0] != '&' {
		return 0
	}
	for i := 1; i < min(len(v), longest); i++ {
		switch c := v[i]; {
		case c == ';' && i > 1:
			return i + 1
		case c == '#' && i == 1, isWord(c):
		default:
			return 0
		}
	}
	return 0
}

func (b *builder) code(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.text.Write(b.page.Src[t.Segment.Start:t.Segment.Stop])
		}
	}
}

// unescape removes backslashes before ASCII punctuation.
func unescape(v []byte) []byte {
	out := make([]byte, 0, len(v))
	for i := 0; i < len(v); i++ {
		if v[i] == '\\' && i+1 < len(v) && isPunct(v[i+1]) {
			i++
		}
		out = append(out, v[i])
	}
	return out
}

func isPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

func (b *builder) link(n ast.Node, dest []byte, ref *ast.ReferenceLink, image bool) {
	i, from := len(b.page.Links), b.text.Len()
	b.page.Links = append(b.page.Links, Link{Image: image})
	b.inline(n)
	l := &b.page.Links[i]
	l.Text = b.text.String()[from:]
	l.Dest = string(dest)
	l.Span, l.At = b.linkSpan(n, dest, ref)
	if ref != nil {
		l.Ref = string(ref.Value)
	}
	if b.isInclude(l.Span.Start) {
		b.page.Includes = append(b.page.Includes, Include{
			Label: l.Text, Path: l.Dest, Span: b.includeSpan(l.Span), PathAt: includePath(l), Block: len(b.page.Blocks) - 1,
		})
	}
}

func includePath(l *Link) Span {
	if l.At.IsZero() {
		return l.Span
	}
	return l.At
}

const includeMark = "[!INCLUDE"

// isInclude reports whether the link at off is the second half of an include
// directive.
func (b *builder) isInclude(off int) bool {
	for off > 0 && isSpace(b.blank[off-1]) {
		off--
	}
	at := off - len(includeMark)
	return at >= 0 && beginsInclude(string(b.blank[at:off]))
}

// beginsInclude reports whether a text begins with the mark of an include directive,
// in any letter case.
func beginsInclude(text string) bool {
	return len(text) >= len(includeMark) && strings.EqualFold(text[:len(includeMark)], includeMark)
}

func (b *builder) includeSpan(link Span) Span {
	s := Span{link.Start, link.End}
	for s.Start > 0 && b.blank[s.Start] != '!' {
		s.Start--
	}
	s.Start = max(0, s.Start-1)
	if s.End < len(b.blank) && b.blank[s.End] == ']' {
		s.End++
	}
	return s
}

// linkSpan finds the end of a link and the position of its destination.
// goldmark slices the destination out of the source, so its capacity gives the
// offset; the bytes are compared to be sure.
func (b *builder) linkSpan(n ast.Node, dest []byte, ref *ast.ReferenceLink) (span, at Span) {
	start := min(max(0, n.Pos()), len(b.blank))
	after := min(start+1, len(b.blank))
	if ref == nil && len(dest) > 0 {
		off := cap(b.blank) - cap(dest)
		if off > start && off+len(dest) <= len(b.blank) && bytes.Equal(b.blank[off:off+len(dest)], dest) {
			at = Span{off, off + len(dest)}
			return Span{start, b.closing(at.End)}, at
		}
	}
	after = max(after, lastStop(n))
	if i := bytes.IndexByte(b.blank[after:], ']'); i >= 0 {
		after += i + 1
	}
	if after < len(b.blank) && (b.blank[after] == '[' || b.blank[after] == '(') {
		if i := bytes.IndexAny(b.blank[after:], "])"); i >= 0 {
			after += i + 1
		}
	}
	return Span{start, after}, Span{}
}

// closing returns the end of the link whose destination ends at off.
func (b *builder) closing(off int) int {
	src := b.blank
	if off < len(src) && src[off] == '>' {
		off++
	}
	for off < len(src) && isSpace(src[off]) {
		off++
	}
	if off < len(src) && (src[off] == '"' || src[off] == '\'') {
		if i := bytes.IndexByte(src[off+1:], src[off]); i >= 0 {
			off += i + 2
		}
	}
	if i := bytes.IndexByte(src[off:min(off+256, len(src))], ')'); i >= 0 {
		return off + i + 1
	}
	return off
}

// lastStop returns the end of the last text below n.
func lastStop(n ast.Node) int {
	for c := n.LastChild(); c != nil; c = c.LastChild() {
		if t, ok := c.(*ast.Text); ok {
			return t.Segment.Stop
		}
	}
	return -1
}

func (b *builder) autoLink(n *ast.AutoLink) {
	from := b.text.Len()
	b.text.Write(n.Label(b.blank))
	label := b.text.String()[from:]
	start := min(max(0, n.Pos()), len(b.blank))
	b.page.Links = append(b.page.Links, Link{
		Text: label, Dest: label, Span: Span{start, min(start+len(label)+2, len(b.blank))}, Auto: true,
	})
}

// breaks are tags that separate lines, and dropped are tags that only format
// text. Other tags are words, as in "Bearer <token>".
var (
	breaks  = tagSet("br p li ul ol tr div table hr h1 h2 h3 h4 h5 h6 dd dt dl")
	dropped = tagSet("a b i u em strong sup sub span code pre font kbd img td th tbody thead details summary small big s del ins blockquote center cite var samp mark abbr q video iframe input label section article col colgroup")
)

func tagSet(names string) map[string]bool {
	set := map[string]bool{}
	for n := range strings.FieldsSeq(names) {
		set[n] = true
	}
	return set
}

func (b *builder) rawHTML(n *ast.RawHTML) {
	s := n.Segments
	if s.Len() == 0 {
		return
	}
	span := Span{s.At(0).Start, s.At(s.Len() - 1).Stop}
	raw := b.blank[span.Start:span.End]
	if bytes.HasPrefix(raw, []byte("<!")) || bytes.HasPrefix(raw, []byte("<?")) {
		b.inlineNote(raw, span.Start)
		return
	}
	name := tagName(raw)
	switch {
	case breaks[name]:
		b.text.WriteByte('\n')
	case name == "sup" && raw[1] != '/':
		b.text.WriteByte('^') // as in 10^3; it also separates footnote marks from names
	case dropped[name]:
		b.anchor(raw)
	default:
		b.text.Write(raw)
	}
}

func tagName(raw []byte) string {
	raw = bytes.TrimPrefix(raw[1:], []byte("/"))
	i := 0
	for i < len(raw) && isWord(raw[i]) {
		i++
	}
	return strings.ToLower(string(raw[:i]))
}

// anchor records the name of an HTML anchor.
func (b *builder) anchor(raw []byte) {
	if len(raw) < 3 || raw[1]|0x20 != 'a' {
		return
	}
	for _, key := range []string{"name=", "id="} {
		_, v, ok := bytes.Cut(raw, []byte(key))
		if !ok || len(v) == 0 {
			continue
		}
		v = bytes.Trim(v, `"'`)
		if i := bytes.IndexAny(v, `"'> `); i >= 0 {
			v = v[:i]
		}
		b.page.Anchors = append(b.page.Anchors, string(v))
		return
	}
}

func trimSpace(s string) string { return strings.TrimSpace(s) }
