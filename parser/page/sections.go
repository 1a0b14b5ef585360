package page

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// sections groups the blocks by heading.
func (b *builder) sections() {
	p := b.page
	n := 1
	for i := range p.Blocks {
		if p.Blocks[i].Kind == Heading {
			n++
		}
	}
	p.Sections = append(slices.Grow(p.Sections, n), Section{Parent: -1})
	var used map[string]int
	if n > 32 {
		used = make(map[string]int, n)
	}
	from := 0
	for i := range p.Blocks {
		bl := &p.Blocks[i]
		if bl.Kind == Heading {
			p.Sections[len(p.Sections)-1].Blocks = p.Blocks[from:i]
			from = i + 1
			p.Sections = append(p.Sections, b.section(bl, used))
		}
		bl.Section = len(p.Sections) - 1
	}
	p.Sections[len(p.Sections)-1].Blocks = p.Blocks[from:]
}

func (b *builder) section(bl *Block, used map[string]int) Section {
	s := Section{Level: bl.Level, Text: bl.Text, Span: bl.Span}
	s.Slug = headingAnchor(b.blank[bl.Span.Start:bl.Span.End])
	if s.Slug == "" {
		s.Slug = b.slug(bl.Text)
	}
	s.Anchor = s.Slug
	if n := b.sameSlug(s.Slug, used); n > 0 {
		s.Anchor += "-" + strconv.Itoa(n)
	}
	s.Parent = len(b.page.Sections) - 1
	for s.Parent > 0 && b.page.Sections[s.Parent].Level >= s.Level {
		s.Parent = b.page.Sections[s.Parent].Parent
	}
	return s
}

// headingAnchor returns the name of <a name="…"> in a heading. Translated pages
// have the slug of the English heading there.
func headingAnchor(line []byte) string {
	_, after, ok := bytes.Cut(line, []byte("<a name="))
	if !ok {
		return ""
	}
	rest := strings.TrimLeft(string(after), `"' `)
	if i := strings.IndexAny(rest, `"'> `); i >= 0 {
		rest = rest[:i]
	}
	return rest
}

// sameSlug counts the previous headings with a slug. A page with few headings
// needs no map.
func (b *builder) sameSlug(slug string, used map[string]int) int {
	if used != nil {
		used[slug]++
		return used[slug] - 1
	}
	n := 0
	for i := range b.page.Sections {
		if b.page.Sections[i].Level > 0 && b.page.Sections[i].Slug == slug {
			n++
		}
	}
	return n
}

func (b *builder) slug(heading string) string {
	from := b.text.Len()
	writeSlug(&b.text, heading)
	return b.text.String()[from:]
}

// Slug returns the anchor of a heading on GitHub.
func Slug(heading string) string {
	var sb strings.Builder
	writeSlug(&sb, heading)
	return sb.String()
}

func writeSlug(sb *strings.Builder, heading string) {
	for _, r := range heading {
		switch {
		case r == ' ' || r == '\n' || r == '\u00a0':
			sb.WriteByte('-')
		case r == '-' || r == '_':
			sb.WriteRune(r)
		case r < 0x80:
			if r >= 'A' && r <= 'Z' {
				r += 'a' - 'A'
			}
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
				sb.WriteByte(byte(r))
			}
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			sb.WriteRune(unicode.ToLower(r))
		}
	}
}
