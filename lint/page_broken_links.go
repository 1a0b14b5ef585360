package lint

import (
	"bytes"
	"strings"

	"github.com/mdwire/mdwire/parser/page"
)

// BrokenLink is text that was probably meant as a link.
type BrokenLink struct {
	Span   page.Span // from the opening bracket to the end of the destination
	at     page.Span // of the destination
	text   string
	dest   string
	Reason string
}

// BrokenLinks returns the "](" of the page's text that are not part of a link.
func (p *Subject) BrokenLinks() []BrokenLink {
	if p.broken != nil {
		return p.broken
	}
	p.broken = []BrokenLink{}
	if !p.mayBeUnbalanced() {
		return p.broken
	}
	for _, s := range p.Prose() {
		text := p.PlainText(s)
		for i := 0; ; i += 2 {
			n := strings.Index(text[i:], "](")
			if n < 0 {
				break
			}
			i += n
			if i == 0 || text[i-1] != '\\' {
				p.broken = append(p.broken, readBroken(s.Start, text, i))
			}
		}
	}
	return p.broken
}

// mayBeUnbalanced reports whether there is a "](" outside of links. Nearly no page
// has one, so that the text of few pages has to be searched.
func (p *Subject) mayBeUnbalanced() bool {
	if bytes.Contains(p.Src, []byte("sxs-lookup")) {
		return false // the page has its text in two languages, of which one is parsed
	}
	next, end := 0, 0
	for at := 0; ; at += len("](") {
		i := bytes.Index(p.Src[at:], []byte("]("))
		if i < 0 {
			return false
		}
		at += i
		for ; next < len(p.Links) && p.Links[next].Span.Start <= at; next++ {
			end = max(end, p.Links[next].Span.End)
		}
		if at >= end && !p.inTabs(at) {
			return true
		}
	}
}

// inTabs reports whether the "](" at an offset belongs to the heading of a tab or
// to an include in a tab, which are not parsed as links.
func (p *Subject) inTabs(at int) bool {
	if bytes.HasPrefix(p.Src[at:], []byte("](#tab/")) {
		return true
	}
	before := p.Src[max(0, at-linkReach):at]
	open := bytes.LastIndexAny(before, "[]")
	return open >= 0 && before[open] == '[' && bytes.HasSuffix(bytes.TrimRight(before[:open], " "), []byte("[!INCLUDE"))
}

// linkReach limits how far from a "](" its link is searched for, in bytes.
const linkReach = 500

// readBroken reads the link around the "](" at offset at of a text; start is the
// offset of the text in the page.
func readBroken(start int, text string, at int) BrokenLink {
	near := max(0, at-linkReach)
	open := strings.LastIndexByte(text[near:at], '[')
	from := at + 2
	rest := text[from:min(from+linkReach, len(text))]
	dest := rest
	if end := strings.IndexAny(dest, " \t\n)]|"); end >= 0 {
		dest = dest[:end]
	}
	dest = strings.TrimRight(dest, ",;:.")
	b := BrokenLink{
		Span:   page.Span{Start: start + at, End: start + from + len(dest)},
		at:     page.Span{Start: start + from, End: start + from + len(dest)},
		dest:   dest,
		Reason: "the link's parenthesis is not closed",
	}
	switch {
	case open < 0:
		b.Reason = "the link's opening bracket is missing"
		return b
	case strings.HasPrefix(rest[len(dest):], ")"):
		b.Span.End++
		b.Reason = "the link's brackets do not match"
	case strings.Contains(rest, ")"):
		b.Reason = "the link's parenthesis is not closed after the destination, which ends at the first space"
	}
	b.Span.Start = start + near + open
	b.text = text[near+open+1 : at]
	return b
}
