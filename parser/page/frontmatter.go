package page

import (
	"bytes"
	"strings"

	"github.com/mdwire/mdwire/diag"
)

// FrontMatter is the YAML at the start of a page. Values that are lists or maps
// are kept as source text.
type FrontMatter struct {
	Span   Span // with the marks around it; zero when there is none
	Fields []Field
}

// Field is a key of the front matter with its value.
type Field struct {
	Key, Value string
	KeySpan    Span
	Span       Span // of the value as written
}

// Get returns the value of a key, "" when it is absent.
func (f *FrontMatter) Get(key string) string {
	if fd := f.Field(key); fd != nil {
		return fd.Value
	}
	return ""
}

// Field returns the field of a key, nil when it is absent. A key with that
// exact spelling is preferred to one in another letter case.
func (f *FrontMatter) Field(key string) *Field {
	var folded *Field
	for i := range f.Fields {
		if f.Fields[i].Key == key {
			return &f.Fields[i]
		}
		if folded == nil && strings.EqualFold(f.Fields[i].Key, key) {
			folded = &f.Fields[i]
		}
	}
	return folded
}

// maxKey limits a key that is read line by line, in bytes. YAML allows 1,024
// characters.
const maxKey = 256

// maxFrontMatter limits the input of the YAML parser, in bytes. Real front
// matter has a few hundred.
const maxFrontMatter = 64 << 10

// frontMatter reads the front matter. Nearly always, every line is a plain key
// and value; then it is read line by line. Otherwise it is parsed as YAML. When
// that fails, it is read line by line with a finding.
func (b *builder) frontMatter() {
	body, whole, closed := b.frontSpan()
	if whole.IsZero() {
		if body, whole = b.unopened(); whole.IsZero() {
			return
		}
		b.reportUnopened(whole)
		closed = true
	}
	f := &b.page.Front
	f.Span = whole
	if !closed {
		b.report(diag.FrontmatterInvalid, diag.Error, Span{whole.Start, min(whole.Start+3, whole.End)},
			"the front matter is not closed with a line %q", "---")
	}
	fields, plain := b.plainFields(body)
	if !plain {
		b.yamlFields(body, &fields, closed)
	}
	f.Fields = fields
	b.duplicateKeys()
}

func (b *builder) duplicateKeys() {
	fs := b.page.Front.Fields
	for i := 1; i < len(fs) && i < 1000; i++ {
		for k := range i {
			if fs[k].Key == fs[i].Key {
				b.report(diag.FrontmatterInvalid, diag.Error, fs[i].KeySpan,
					"the front matter has the key %q twice; the first is used", fs[i].Key)
				break
			}
		}
	}
}

// frontSpan returns the lines between the marks, and the whole front matter
// with its marks.
func (b *builder) frontSpan() (body, whole Span, closed bool) {
	src := b.page.Src
	at := b.bom
	for at < len(src) && isSpace(src[at]) && src[at] != ' ' && src[at] != '\t' {
		at++
	}
	first := b.srcLine(at)
	if strings.TrimRight(string(src[first.Start:first.End]), " \t\r") != "---" {
		return Span{}, Span{}, false
	}
	body.Start = min(lineEnd(src, first.End)+1, len(src))
	for o := body.Start; o < len(src); {
		l := b.srcLine(o)
		switch t := bytes.TrimRight(src[l.Start:l.End], " \t\r"); {
		case string(t) == "---" || string(t) == "...":
			body.End = o
			return body, Span{at, l.End}, true
		case len(t) > 0 && t[0] == '#' && !bytes.HasPrefix(t, []byte("#:")) && isHeadingLine(t) && !b.keyFollows(l.End):
			body.End = o
			return b.unclosed(body, at, o)
		}
		o = lineEnd(src, o) + 1
	}
	body.End = len(src)
	return b.unclosed(body, at, len(src))
}

// minUnopened is how many keys front matter without an opening mark has at least. A
// paragraph with fewer may be a heading, underlined with "---".
const minUnopened = 3

// unopened returns front matter whose opening mark is missing: keys from the first
// line on, up to a line "---".
func (b *builder) unopened() (body, whole Span) {
	src := b.page.Src
	body.Start = b.bom
	keys := 0
	for o := body.Start; o < len(src); o = lineEnd(src, o) + 1 {
		l := b.srcLine(o)
		line := bytes.TrimRight(src[l.Start:l.End], " \t")
		if string(line) == "---" && keys >= minUnopened {
			body.End = o
			return body, Span{body.Start, l.End}
		}
		if _, ok := cutField(line); ok {
			keys++
		} else if keys == 0 || len(line) > 0 && line[0] != ' ' && line[0] != '-' || string(line) == "---" {
			break
		}
	}
	return Span{}, Span{}
}

// reportUnopened reports that the opening mark is missing, with its fix.
func (b *builder) reportUnopened(whole Span) {
	start := Span{whole.Start, whole.Start}
	last := b.page.Range(Span{whole.End, whole.End})
	b.report(diag.FrontmatterInvalid, diag.Error, Span{whole.Start, b.srcLine(whole.Start).End},
		"the front matter that ends in line %d is not opened with a line %q", last.Start.Line, "---")
	d := &b.diags[len(b.diags)-1]
	d.AddFix(true, "open the front matter", diag.Edit{At: b.page.Range(start), New: "---" + b.page.LineEnd()})
}

// keyFollows reports whether the next line is a key of the front matter. A line
// that looks like a heading is a comment then.
func (b *builder) keyFollows(end int) bool {
	at := lineEnd(b.page.Src, end) + 1
	if at >= len(b.page.Src) {
		return false
	}
	next := b.srcLine(at)
	key, _, ok := bytes.Cut(b.page.Src[next.Start:next.End], []byte(":"))
	// "Namespace: …" follows the title of a page whose front matter is not closed.
	return ok && len(key) > 0 && key[0] >= 'a' && key[0] <= 'z' && !bytes.ContainsAny(key, " \t#[<|*")
}

// isHeadingLine reports whether a line is a heading after front matter without
// a closing mark.
func isHeadingLine(t []byte) bool {
	return bytes.HasPrefix(t, []byte("# ")) || bytes.HasPrefix(t, []byte("## "))
}

// unclosed ends front matter without a closing mark before its first line that
// cannot be part of it.
func (b *builder) unclosed(body Span, at, limit int) (Span, Span, bool) {
	src := b.page.Src
	o := body.Start
	for o < limit {
		l := b.srcLine(o)
		if _, ok := cutField(src[l.Start:l.End]); !ok {
			break
		}
		o = min(lineEnd(src, o)+1, limit)
	}
	if o == body.Start { // a thematic break, not front matter
		return Span{}, Span{}, false
	}
	body.End = o
	return body, Span{at, o}, false
}

// srcLine returns the line from off to its end.
func (b *builder) srcLine(off int) Span {
	end := lineEnd(b.page.Src, off)
	if end > off && b.page.Src[end-1] == '\r' {
		end--
	}
	return Span{off, end}
}

// cutField returns the length of the key in a line "key: value".
func cutField(line []byte) (key int, ok bool) {
	i := 0
	for i < len(line) && (isWord(line[i]) || line[i] == '.' || line[i] == '-' || line[i] == '_') {
		i++
	}
	if i == 0 || i >= len(line) || line[i] != ':' || !isWord(line[0]) {
		return 0, false
	}
	return i, i+1 == len(line) || line[i+1] == ' ' || line[i+1] == '\t'
}

func isWord(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' }

// plainFields reads lines "key: value" whose values YAML reads the same. ok is
// false when there are other lines; fields then has those that it could read.
func (b *builder) plainFields(body Span) (fields []Field, ok bool) {
	src := b.page.Src
	fields, ok = b.page.Front.Fields, true
	for o := body.Start; o < body.End; {
		l := b.srcLine(o)
		o = lineEnd(src, o) + 1
		line := src[l.Start:l.End]
		if len(bytes.Trim(line, " ")) == 0 {
			continue
		}
		key, isField := cutField(line)
		if !isField || bytes.IndexByte(line, '\r') >= 0 { // YAML ends a line at a single CR
			isField = false
		}
		if !isField {
			ok = false
			continue
		}
		f := Field{Key: fieldKey(line[:key]), KeySpan: Span{l.Start, l.Start + key}}
		f.Span = trimSpan(src, Span{l.Start + key + 1, l.End})
		v, simple := scalar(src[f.Span.Start:f.Span.End])
		f.Value = v
		ok = ok && simple && key <= maxKey
		fields = append(fields, f)
	}
	return fields, ok
}

// fieldKey returns a key as a string. It does not allocate for the usual keys.
func fieldKey(key []byte) string {
	for _, k := range [...]string{"title", "description", "author", "localization_priority", "ms.localizationpriority", "ms.prod", "ms.subservice", "doc_type", "ms.date"} {
		if string(key) == k {
			return k
		}
	}
	return string(key)
}

func trimSpan(src []byte, s Span) Span {
	for s.Start < s.End && isSpace(src[s.Start]) {
		s.Start++
	}
	for s.End > s.Start && isSpace(src[s.End-1]) {
		s.End--
	}
	return s
}

// scalar reads a YAML value on one line. It returns false for values that need
// the YAML parser: escapes, comments, lists, a colon inside.
func scalar(v []byte) (string, bool) {
	if len(v) == 0 {
		return "", true
	}
	q := v[0]
	if q == '"' || q == '\'' {
		in := v[1:max(1, len(v)-1)]
		if len(v) >= 2 && v[len(v)-1] == q && bytes.IndexByte(in, q) < 0 && bytes.IndexByte(in, '\\') < 0 {
			return string(in), allPrintable(in)
		}
		return strings.Trim(string(v), `"'`), false
	}
	plain := (isWord(q) || q >= 0x80) && !bytes.Contains(v, []byte(": ")) && !bytes.Contains(v, []byte(" #")) &&
		!bytes.Contains(v, []byte("\t")) && v[len(v)-1] != ':'
	return string(v), plain && allPrintable(v) && !nullWord(v)
}

func nullWord(v []byte) bool { return strings.EqualFold(string(v), "null") }

// allPrintable reports whether YAML allows every character of v. It is a quick
// check that may reject valid values.
func allPrintable(v []byte) bool {
	for _, c := range v {
		if c < 0x20 || c == 0x7f || c == 0xc2 || c >= 0xef {
			return false
		}
	}
	return true
}
