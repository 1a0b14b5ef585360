package page

import (
	"bytes"
	"iter"
	"sort"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// lineAt maps the content of a fence from offset content to offset source of
// the page. crlf is set when the line feed at the end of the line is two bytes
// in the page.
type lineAt struct {
	content, source int32
	crlf            bool
}

// SourceOffset returns the position in the page of a byte of the content. It is
// correct in lists, quotes and files with CRLF too.
func (f *Fence) SourceOffset(off int) int {
	if len(f.maps) == 0 {
		return f.base + off
	}
	// Content before the first entry is a space that replaces a tab. It has the
	// position of the entry.
	next := f.lineAfter(off)
	if next == 0 {
		return int(f.maps[0].source)
	}
	m := f.maps[next-1]
	at := int(m.source) + off - int(m.content)
	switch {
	case next < len(f.maps):
		at = min(at, int(f.maps[next].source))
	case m.crlf && off >= len(f.Content):
		at++
	}
	return at
}

func (f *Fence) lineAfter(off int) int {
	return sort.Search(len(f.maps), func(i int) bool { return int(f.maps[i].content) > off })
}

// SourceSpan returns the position in the page of a span of the content.
func (f *Fence) SourceSpan(start, end int) Span {
	s := Span{f.SourceOffset(start), f.SourceOffset(start)}
	if end <= start {
		return s
	}
	s.End = f.SourceOffset(end-1) + 1
	if next := f.lineAfter(end - 1); next > 0 && f.maps[next-1].crlf && end <= len(f.Content) && f.Content[end-1] == '\n' {
		s.End++
	}
	return s
}

// Break is a line break in the content of a fence.
type Break struct {
	CRLF bool // the page has CRLF
	// Indent is the number of bytes between the break and the next line that only
	// the page has. It is negative if the content has spaces for a tab.
	Indent int
}

// Breaks calls yield for the line breaks of a span of the content. A contiguous
// span without CRLF has none.
func (f *Fence) Breaks(start, end int) iter.Seq[Break] {
	return func(yield func(Break) bool) {
		for i := max(1, f.lineAfter(start)); i < len(f.maps) && int(f.maps[i].content) < end; i++ {
			last, next := f.maps[i-1], f.maps[i]
			line := strings.LastIndexByte(f.Content[:next.content], '\n') + 1
			indent := int(next.source-last.source) - (int(next.content) - int(last.content))
			if last.crlf {
				indent--
			}
			if line > start && !yield(Break{last.crlf, indent}) {
				return
			}
		}
	}
}

func (b *builder) fence(n *ast.FencedCodeBlock) {
	f := b.fences.next()
	open := b.line(n.Pos())
	if n.Info != nil {
		s := n.Info.Segment
		f.InfoSpan = Span{s.Start, s.Stop}
		f.Info = trimSpace(string(b.page.Src[s.Start:s.Stop]))
	}
	span := open
	last := open.End
	if l := n.Lines(); l.Len() > 0 {
		if n.Pos() < 0 {
			span.Start = l.At(0).Start
		}
		b.content(f, l)
		last = trimmedEOL(b.blank, l.At(l.Len()-1).Stop)
	} else {
		f.base = min(lineEnd(b.blank, open.End)+1, len(b.blank))
	}
	end, closed := b.closingFence(last)
	f.Open = !closed
	span.End = max(end, span.End)
	b.add(Block{Kind: FenceBlock, Span: span, Fence: f})
}

func (b *builder) indented(n *ast.CodeBlock) {
	l := n.Lines()
	if l.Len() == 0 {
		return
	}
	f := b.fences.next()
	f.Indented = true
	b.content(f, l)
	b.add(Block{Kind: FenceBlock, Fence: f, Span: Span{l.At(0).Start, trimmedEnd(b.blank, l.At(l.Len()-1))}})
}

// content collects the lines of a fence. They are nearly always contiguous in
// the file and then need no map.
func (b *builder) content(f *Fence, l *text.Segments) {
	first, last := l.At(0), l.At(l.Len()-1)
	f.base = first.Start
	if oneStretch(l) && bytes.IndexByte(b.page.Src[first.Start:last.Stop], '\r') < 0 {
		f.Content = string(b.page.Src[first.Start:last.Stop])
		return
	}
	var sb strings.Builder
	for i := range l.Len() {
		s := l.At(i)
		f.maps = append(f.maps, lineAt{content: int32(sb.Len() + s.Padding), source: int32(s.Start)})
		for range s.Padding {
			sb.WriteByte(' ')
		}
		f.maps[i].crlf = writeLine(&sb, b.page.Src[s.Start:s.Stop])
	}
	f.Content = sb.String()
}

// writeLine writes a line with LF as its end and reports whether it had CRLF.
func writeLine(sb *strings.Builder, line []byte) bool {
	body, crlf := bytes.CutSuffix(line, []byte("\r\n"))
	sb.Write(body)
	if crlf {
		sb.WriteByte('\n')
	}
	return crlf
}

func oneStretch(l *text.Segments) bool {
	for i := range l.Len() {
		if s := l.At(i); s.Padding != 0 || i > 0 && s.Start != l.At(i-1).Stop {
			return false
		}
	}
	return true
}

// closingFence looks for the end of the fence in the line after off.
func (b *builder) closingFence(off int) (end int, ok bool) {
	eol := lineEnd(b.blank, off)
	if eol+1 >= len(b.blank) {
		return off, false
	}
	next := b.line(eol + 1)
	if fenceMark(bytes.TrimLeft(b.blank[next.Start:next.End], " \t>")) != 0 {
		return next.End, true
	}
	return off, false
}

// lineEnd returns the offset of the line feed at the end of the line of off.
func lineEnd(src []byte, off int) int {
	off = min(max(off, 0), len(src))
	if i := bytes.IndexByte(src[off:], '\n'); i >= 0 {
		return off + i
	}
	return len(src)
}

// trimmedEOL returns the end of the text before the line end at stop.
func trimmedEOL(src []byte, stop int) int {
	stop = min(stop, len(src))
	if stop > 0 && src[stop-1] == '\n' {
		stop--
	}
	if stop > 0 && src[stop-1] == '\r' {
		stop--
	}
	return stop
}

// WithInfo returns the fence with its info string, from byte at on, as the
// first line of the content. Old pages start a message there.
func (f *Fence) WithInfo(at int) *Fence {
	out := *f
	line := f.Info[at:]
	out.Info = strings.TrimSpace(f.Info[:at])
	out.Content = line + "\n" + f.Content
	shift := int32(len(line) + 1)
	out.maps = append(make([]lineAt, 0, len(f.maps)+2), lineAt{source: int32(f.InfoSpan.Start + at)})
	if len(f.maps) == 0 {
		out.maps = append(out.maps, lineAt{content: shift, source: int32(f.base)})
	}
	for _, m := range f.maps {
		m.content += shift
		out.maps = append(out.maps, m)
	}
	return &out
}

// Code returns the text of the comment from byte from on as code with LF line
// ends, so that positions in it can be converted to positions in the page.
func (n *Note) Code(from int) *Fence {
	f := &Fence{base: n.Body.Start + from, Content: n.Text[from:]}
	if strings.IndexByte(f.Content, '\r') < 0 {
		return f
	}
	var sb strings.Builder
	at := f.base
	for line := range strings.SplitAfterSeq(f.Content, "\n") {
		m := lineAt{content: int32(sb.Len()), source: int32(at)}
		m.crlf = writeLine(&sb, []byte(line))
		f.maps = append(f.maps, m)
		at += len(line)
	}
	f.Content = sb.String()
	return f
}
