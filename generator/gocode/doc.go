package gocode

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"
)

// docWidth is the width at which comment lines are wrapped, in bytes and without
// the slashes.
const docWidth = 100

// maxDoc bounds a comment made from page text, in bytes.
const maxDoc = 4000

// Doc returns a doc comment. Paragraphs are separated by blank lines. A line that
// begins with "- " or a number begins an item of a list. Each line of the comment starts
// with "// " and contains no character that could end it, hide it or turn it into a
// directive.
func Doc(paragraphs ...string) *jen.Statement {
	s := jen.Null()
	first := true
	for _, p := range paragraphs {
		for block := range strings.SplitSeq(clean(p), "\n\n") {
			for _, lines := range layout(block) {
				if !first && len(lines) == 1 && likeHeading(lines[0]) {
					lines[0] += "."
				}
				if !first {
					s.Comment("//").Line()
				}
				first = false
				for _, line := range lines {
					s.Comment("// " + line).Line()
				}
			}
		}
	}
	return s
}

// likeHeading reports whether gofmt would turn a paragraph of one line into a
// heading: it begins with a capital letter and has no punctuation.
func likeHeading(line string) bool {
	first, _ := utf8.DecodeRuneInString(line)
	last, _ := utf8.DecodeLastRuneInString(line)
	return unicode.IsUpper(first) && (unicode.IsLetter(last) || unicode.IsDigit(last)) && !strings.ContainsAny(line, ";:!?+*/=[]{}_^°&§~%#@<\">\\")
}

// plain removes the special meaning of words: page text cannot mark a declaration
// as deprecated, make a heading or a link target, or write a directive.
func plain(words []string) []string {
	for i, w := range words {
		if isDirectiveWord(w) {
			words[i] = `"` + w + `"`
		}
	}
	if opensBlock(words) {
		words = append([]string{"Note:"}, words...)
	}
	return words
}

// isDirectiveWord reports whether tools treat a line that begins with word as a
// directive. Any word can begin a line after wrapping. gofmt moves a "+build" line
// of any comment to the top of the file, and vet reports "go:build" as misplaced.
func isDirectiveWord(word string) bool { return word == "+build" || strings.HasPrefix(word, "go:") }

// opensBlock reports whether the first word gives a paragraph a special meaning.
func opensBlock(words []string) bool {
	if len(words) == 0 {
		return false
	}
	first := words[0]
	if strings.HasPrefix(first, "[") { // a link target: "[Client]: https://…"
		return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(w, "]:") })
	}
	return strings.HasPrefix(first, "Deprecated:") || strings.HasPrefix(first, "#") || strings.HasPrefix(first, "BUG(")
}

// clean removes control characters, characters that reorder or hide text, and
// invalid UTF-8.
func clean(text string) string {
	if len(text) > maxDoc {
		text = text[:maxDoc] + " …"
	}
	for strings.Contains(text, "``") {
		text = strings.ReplaceAll(text, "``", "`") // gofmt turns `` into a quotation mark, but needs several runs for all of them
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case r < 0x20, r >= 0x7f && r < 0xa0, hidden(r), r == utf8.RuneError:
			return -1
		}
		return r
	}, text)
}

// hidden reports whether r is invisible or changes how the text around it is
// shown: soft hyphen, zero-width and bidirectional marks, line separators, BOM, tags.
func hidden(r rune) bool {
	switch {
	case r == 0xad, r == 0x61c, r == 0x180e, r == 0xfeff,
		r >= 0x200b && r <= 0x200f, r >= 0x2028 && r <= 0x202e, r >= 0x2060 && r <= 0x206f,
		r >= 0xfff9 && r <= 0xfffb, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}

// wrap joins words into lines of at most width bytes. Only a line of one word can be
// longer.
func wrap(words []string, width int) []string {
	var lines []string
	var line strings.Builder
	for _, w := range words {
		if line.Len() > 0 && line.Len()+1+len(w) > width {
			lines = append(lines, line.String())
			line.Reset()
		}
		if line.Len() > 0 {
			line.WriteByte(' ')
		}
		line.WriteString(w)
	}
	if line.Len() > 0 {
		lines = append(lines, line.String())
	}
	return lines
}
