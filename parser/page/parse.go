package page

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/mdwire/mdwire/diag"
)

// markdown is safe for concurrent use: goldmark keeps the state of parsing in a
// separate context.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()

var bom = []byte("\xef\xbb\xbf")

// Parse reads a page. It always returns a page, however malformed the file is.
// The diagnostics report the parts that it could not read.
func Parse(path string, src []byte) (*Page, []diag.Diagnostic) {
	return new(Reader).Parse(path, src)
}

// Reader reads pages one after another and reuses its memory. A page that it
// returns is valid until the next one is read; strings stay valid. The zero
// value is ready to use.
type Reader struct {
	// Insert returns the text of a file that a page includes inside a sentence; ok is
	// false when it has not exactly one paragraph. Nil is for no files.
	Insert func(from, path string) (text string, ok bool)

	page   Page
	blank  []byte
	moved  []int
	cells  slab[Cell]
	fences slab[Fence]
	tables slab[Table]
	notes  slab[Note]
	state  builder
}

// Parse is [Parse] with reused memory.
func (r *Reader) Parse(path string, src []byte) (*Page, []diag.Diagnostic) {
	b := r.builder(path, src)
	b.text.Grow(len(src) / 2)
	b.frontMatter()
	b.tagged = isTagged(src)
	doc := b.document()
	b.walk(doc)
	b.tabs()
	b.addSkipped()
	b.sections()
	b.bindNotes()
	return b.page, b.diags
}

// ParseHead reads only the front matter and the first heading of a page.
func (r *Reader) ParseHead(path string, src []byte) (*Page, []diag.Diagnostic) {
	b := r.builder(path, src)
	b.frontMatter()
	b.firstHeading()
	return b.page, b.diags
}

// firstHeading finds a line "# Title" outside code.
func (b *builder) firstHeading() {
	src := b.page.Src
	b.page.Sections = append(b.page.Sections, Section{Parent: -1})
	for o := b.page.Front.Span.End; o < len(src); o = lineEnd(src, o) + 1 {
		l := b.srcLine(o)
		line := src[l.Start:l.End]
		if bytes.HasPrefix(line, []byte("```")) || bytes.HasPrefix(line, []byte("~~~")) {
			return
		}
		if bytes.HasPrefix(line, []byte("# ")) {
			text := strings.TrimSpace(string(line[2:]))
			b.page.Sections = append(b.page.Sections, Section{Level: 1, Text: text, Slug: Slug(text), Span: l})
			return
		}
	}
}

// builder is the state of reading one page.
type builder struct {
	*Reader
	page    *Page
	text    strings.Builder // the plain text of all blocks, which share its memory
	diags   []diag.Diagnostic
	bom     int
	quote   int
	list    int
	first   bool      // the next block is the first of its list item
	number  int       // of that item; 0 in a list without numbers
	begun   bool      // a block other than comments and HTML was read
	inner   []*Note   // comments inside the current block
	skipped []Include // in tabs that are not read
	inc     int       // the number of includes whose tab is known
	glued   []int     // offsets of headings without a space after their marks
	cuts    []int     // offsets of comments between rows
	tagged  bool      // the page has tags of site generators
	short   []int     // offsets of delimiter rows with fewer cells than their header
}

func (r *Reader) builder(path string, src []byte) *builder {
	p := &r.page
	*p = Page{
		Path: path, Src: src, Blocks: reuse(p.Blocks), Sections: reuse(p.Sections), Links: reuse(p.Links),
		Includes: reuse(p.Includes), Anchors: reuse(p.Anchors), Tabs: reuse(p.Tabs), Zones: reuse(p.Zones), Glued: p.Glued[:0],
		Front: FrontMatter{Fields: reuse(p.Front.Fields)}, lines: p.lines,
	}
	r.cells.reset()
	r.fences.reset()
	r.tables.reset()
	r.notes.reset()
	b := &r.state
	*b = builder{Reader: r, page: p, inner: reuse(b.inner), skipped: reuse(b.skipped), glued: b.glued[:0], cuts: b.cuts[:0], short: b.short[:0]}
	if bytes.HasPrefix(src, bom) {
		b.bom = len(bom)
	}
	p.lines.read(src, b.bom)
	if !utf8.Valid(src) {
		b.replaceInvalidUTF8()
	}
	return b
}

// replaceInvalidUTF8 replaces every byte that is not UTF-8 with '?', which keeps
// offsets correct.
func (b *builder) replaceInvalidUTF8() {
	src := bytes.Clone(b.page.Src)
	first := -1
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && n == 1 {
			if first < 0 {
				first = i
			}
			src[i] = '?'
		}
		i += n
	}
	b.page.Src = src
	b.page.lines.read(src, b.bom)
	b.report(diag.InvisibleCharacters, diag.Warning, Span{first, first + 1},
		"the file has bytes that are not UTF-8; they are read as %q", "?")
}

func (b *builder) report(rule diag.Code, sev diag.Severity, at Span, format string, args ...any) {
	b.diags = append(b.diags, diag.Diagnostic{
		Code: rule, Severity: sev, At: b.page.Range(at), Message: fmt.Sprintf(format, args...),
	})
}

// document parses the page with goldmark. The byte order mark and the front
// matter are blanked, so that the offsets of goldmark are those of the file.
func (b *builder) document() ast.Node {
	b.blank = append(b.blank[:0], b.page.Src...)
	blankOut(b.blank[:max(b.page.Front.Span.End, b.bom)])
	b.blankMDX(b.blank)
	b.skipTabs(b.blank)
	b.repairLines(b.blank)
	repairTagLinks(b.blank)
	b.limitMarks(b.blank)
	return markdown.Parse(text.NewReader(b.blank))
}

func blankOut(src []byte) {
	for i, c := range src {
		if c != '\n' && c != '\r' {
			src[i] = ' '
		}
	}
}
