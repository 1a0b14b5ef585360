package page

import (
	"bytes"
	"slices"
	"strings"
)

// Texts have parts for the publishing tool: include directives inside sentences,
// and the tags of site generators, {{< ref >}}, {{% note %}} and {% if %}. They are
// replaced in the text of blocks.

// siteTag is how a tag of a site generator begins and ends.
type siteTag struct{ open, end string }

// The tags in a text, and in the destination of a link. There, an expression is one
// too; in a text, it may be a placeholder that the page is about.
var (
	textTags = []siteTag{{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}}
	linkTags = []siteTag{{"{{", "}}"}, {"{%", "%}"}}
)

// isTagged reports whether a page has tags in its texts. "{{%" contains "{%".
func isTagged(src []byte) bool {
	return bytes.Contains(src, []byte("{{<")) || bytes.Contains(src, []byte("{%"))
}

// repairTagLinks makes the tags in the destinations of links valid destinations,
// without blanks and brackets.
func repairTagLinks(src []byte) {
	for at := 0; ; {
		i := bytes.Index(src[at:], []byte("]({"))
		if i < 0 {
			return
		}
		at += i + len("](")
		line := src[at:lineEnd(src, at)]
		tag := line[:tagLen(string(line[:min(len(line), maxTag)]), linkTags)]
		for k := range tag {
			if bytes.IndexByte([]byte(" \t()<>"), tag[k]) >= 0 {
				tag[k] = '_'
			}
		}
	}
}

// IsSiteTag reports whether the destination of a link contains a tag of a site
// generator, so that only that generator knows the destination.
func IsSiteTag(dest string) bool {
	return slices.ContainsFunc(linkTags, func(tag siteTag) bool { return strings.Contains(dest, tag.open) })
}

// plainText returns the text of a block or cell with what the publishing tool puts
// into it. includes is the number of include directives before it, and whole is set
// where a directive is always part of a text, as in a cell.
func (b *builder) plainText(text string, includes int, whole bool) string {
	if includes < len(b.page.Includes) {
		text = b.insert(text, b.page.Includes[includes:], whole)
	}
	if b.tagged {
		text = withoutTags(text)
	}
	return text
}

// insert replaces the include directives in a text by the files' texts, or by their
// labels. A directive that is alone on its line is kept: its file has whole blocks.
func (b *builder) insert(text string, includes []Include, whole bool) string {
	var sb strings.Builder
	from, next := 0, 0
	for at := nextInclude(text, 0); at >= 0 && next < len(includes); at = nextInclude(text, at+1) {
		in := &includes[next]
		rest := strings.TrimLeft(text[at+len(includeMark):], " \t\n")
		after, ok := strings.CutPrefix(rest, in.Label+"]")
		if !ok {
			continue
		}
		next++
		if whole || !isLine(text[:at], after) {
			sb.WriteString(text[from:at])
			sb.WriteString(b.inserted(in))
			from = len(text) - len(after)
		}
	}
	if from == 0 {
		return text
	}
	sb.WriteString(text[from:])
	return sb.String()
}

// isLine reports whether only blanks are between each text and a line break.
func isLine(before, after string) bool {
	before, after = strings.TrimRight(before, " \t\r"), strings.TrimLeft(after, " \t\r")
	return (before == "" || before[len(before)-1] == '\n') && (after == "" || after[0] == '\n')
}

func (b *builder) inserted(in *Include) string {
	if b.Insert != nil {
		if text, ok := b.Insert(b.page.Path, in.Path); ok {
			return text
		}
	}
	return in.Label
}

// nextInclude returns the offset of the next mark of an include directive, -1 for
// none.
func nextInclude(text string, from int) int {
	for i := from; i < len(text); i++ {
		k := strings.IndexByte(text[i:], includeMark[0])
		if k < 0 {
			return -1
		}
		if i += k; beginsInclude(text[i:]) {
			return i
		}
	}
	return -1
}

// withoutTags removes the tags of site generators from a text, with the blank before
// a tag that ends a sentence or line.
func withoutTags(text string) string {
	var sb strings.Builder
	from := 0
	for at := 0; at < len(text); {
		i := strings.IndexByte(text[at:], '{')
		if i < 0 {
			break
		}
		at += i
		n := tagLen(text[at:], textTags)
		if n == 0 {
			at++
			continue
		}
		before := text[from:at]
		at += n
		if from = at; from == len(text) || strings.IndexByte(" .,;:\n", text[from]) >= 0 {
			before = strings.TrimRight(before, " ")
		}
		sb.WriteString(before)
	}
	if from == 0 {
		return text
	}
	sb.WriteString(text[from:])
	return strings.TrimSpace(sb.String())
}

// maxTag limits a tag, in bytes.
const maxTag = 500

// tagLen returns the length of the tag that a text begins with, 0 for none.
func tagLen(text string, tags []siteTag) int {
	text = text[:min(len(text), maxTag)]
	for _, tag := range tags {
		if !strings.HasPrefix(text, tag.open) {
			continue
		}
		if i := strings.Index(text, tag.end); i >= 0 {
			return i + len(tag.end)
		}
	}
	return 0
}
