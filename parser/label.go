package parser

import (
	"slices"
	"sort"
	"strings"

	"github.com/mdwire/mdwire/parser/message"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// maxBack is how many blocks above a block, or sections above a section, are
// searched for its label.
const maxBack = 16

// maxLabel limits a label, in bytes.
const maxLabel = 60

// part returns the section that a block of an example belongs to: the one of
// the nearest label above it, such as "**Response**", or else the one of its
// heading.
func (c *callReader) part(b *page.Block) vocab.Section {
	for p := range c.above(b) {
		if p.Kind != page.Paragraph {
			continue
		}
		if of := labelOf(p.Text, c.page.Raw(p.Span)); of != vocab.SecOther {
			return of
		}
	}
	return c.roles[b.Section]
}

// above calls yield for the blocks above a block in its section, from the nearest.
func (c *callReader) above(b *page.Block) func(yield func(*page.Block) bool) {
	blocks := c.page.Sections[b.Section].Blocks
	i := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.Start >= b.Span.Start })
	return func(yield func(*page.Block) bool) {
		for k := i - 1; k >= max(0, i-maxBack); k-- {
			if !yield(&blocks[k]) {
				return
			}
		}
	}
}

// labelOf returns the section that a paragraph begins with as a label: "Request:",
// "**Response**", "**Example response:** Here is …". A sentence may follow it on
// the next line, or after a label in bold that has no other words. raw is the
// source of the paragraph.
func labelOf(text, raw string) vocab.Section {
	line, source := page.FirstLine(text), page.FirstLine(raw)
	bold, whole := cutBold(source)
	switch {
	case bold != "" && !whole:
		line = bold
	case len(line) > maxLabel:
		return vocab.SecOther
	}
	slug := vocab.EnglishSlug(page.Slug(strings.Trim(line, "#:. ")))
	if !vocab.IsMessageSlug(slug) && !whole && !strings.HasPrefix(source, "#") {
		return vocab.SecOther
	}
	switch of := vocab.SectionOf(slug, vocab.SecExample); of {
	case vocab.SecExampleRequest, vocab.SecExampleResponse:
		return of
	}
	return vocab.SecOther
}

// cutBold returns the text in bold that a line begins with, and whether the line
// has no other text.
func cutBold(line string) (bold string, whole bool) {
	for _, mark := range [...]string{"**", "__"} {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), mark); ok {
			bold, rest, ok = strings.Cut(rest, mark)
			return bold, ok && strings.Trim(rest, ": ") == ""
		}
	}
	return "", false
}

// statedStatus returns the status that the page states above a response without
// a status line: "**Status code:** 201", or in the label or heading, "Response
// (201 Created)". It returns 0 when there is none.
func (c *callReader) statedStatus(b *page.Block) int {
	for p := range c.above(b) {
		switch p.Kind {
		case page.FenceBlock:
			return 0
		case page.Paragraph:
			if s := statusLine(p.Text); s != 0 {
				return s
			}
			if labelOf(p.Text, c.page.Raw(p.Span)) == vocab.SecExampleResponse {
				return onlyStatus(page.FirstLine(p.Text))
			}
		}
	}
	if c.roles[b.Section] == vocab.SecExampleResponse {
		return onlyStatus(c.page.Sections[b.Section].Text)
	}
	return 0
}

// statusLine returns the status in a line that only states it.
func statusLine(text string) int {
	for line := range strings.SplitSeq(text, "\n") {
		if len(line) <= maxLabel && vocab.StatusLabels.Begins(strings.ToLower(line)) {
			if s := onlyStatus(line); s != 0 {
				return s
			}
		}
	}
	return 0
}

// onlyStatus returns the status in a text that has exactly one.
func onlyStatus(text string) int {
	if all := statuses(text); len(all) == 1 {
		return all[0]
	}
	return 0
}

// hasRequest reports whether a block of a section is a request.
func (c *callReader) hasRequest(section int) bool {
	has, ok := c.requests[section]
	if !ok {
		has = slices.ContainsFunc(c.page.Sections[section].Blocks, func(b page.Block) bool {
			return b.Fence != nil && message.KindOf(b.Fence.Content) == message.Request
		})
		if c.requests == nil {
			c.requests = map[int]bool{}
		}
		c.requests[section] = has
	}
	return has
}
