package parser

import (
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// readNamespace returns the namespace that the page states, on its own line or
// at the start of the description: "Namespace: microsoft.graph".
func (r *reader) readNamespace() string {
	for i := range r.page.Sections {
		s := &r.page.Sections[i]
		if !r.isIntro(i) {
			break
		}
		for k := range s.Blocks {
			if s.Blocks[k].Kind != page.Paragraph {
				continue
			}
			for line := range strings.SplitSeq(s.Blocks[k].Text, "\n") {
				if ns, ok := vocab.Namespace(line); ok {
					return ns
				}
			}
		}
	}
	return ""
}

// isIntro reports whether a section is the introduction of the page: the text
// before any heading and below the title. A page without a heading of level 1
// has its title in its first heading.
func (r *reader) isIntro(i int) bool {
	return r.page.Sections[i].Level <= 1 || i == 1 && r.roles[1] == vocab.SecOther && r.page.Title() < 0
}

// description returns the text below the title: paragraphs and lists, without
// alerts, includes, the namespace and the products that the page applies to.
func (r *reader) description() string {
	parts := r.parts[:0]
	for i := range r.page.Sections {
		s := &r.page.Sections[i]
		if !r.isIntro(i) {
			break
		}
		for k := 0; k < len(s.Blocks); k++ {
			b := &s.Blocks[k]
			if r.isAlertLabel(b) {
				k = max(k+1, listEnd(s.Blocks, k)) // the text of the alert
				continue
			}
			if scope, ok := vocab.CutScopeLabel(b.Text); ok && b.Kind == page.Paragraph {
				if scope == "" {
					k = listEnd(s.Blocks, k)
				}
				continue
			}
			parts = r.appendDoc(parts, b)
		}
	}
	r.parts = parts
	if len(parts) == 0 {
		if d := page.OneLine(r.page.Front.Get("description")); !vocab.HasTodo(d) {
			return d
		}
		return ""
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return strings.Join(parts, "\n\n")
}

// isAlertLabel reports whether a paragraph is the label of an alert,
// "Important", with the text of the alert below it. Pages made from the
// published site have such paragraphs.
func (r *reader) isAlertLabel(b *page.Block) bool {
	if b.Kind != page.Paragraph {
		return false
	}
	return vocab.IsAlert(b.Text) && r.page.Raw(b.Span) == b.Text
}

// listEnd returns the last block of the list below block k, k if there is none.
func listEnd(blocks []page.Block, k int) int {
	for k+1 < len(blocks) && blocks[k+1].First {
		k++
	}
	return k
}

func (r *reader) appendDoc(parts []string, b *page.Block) []string {
	if b.Kind != page.Paragraph || b.Quote {
		return parts
	}
	text := docText(r.cutTodo(b.Text, b.Span))
	if text == "" {
		return parts
	}
	if b.First {
		text = itemMark(b) + text
		if n := len(parts); n > 0 && len(parts[n-1]) < maxDoc && isItem(lastLine(parts[n-1])) {
			parts[n-1] += "\n" + text
			return parts
		}
	}
	return append(parts, text)
}

// itemMark returns the mark of a list item: "- " or its number.
func itemMark(b *page.Block) string {
	if b.Number == 0 {
		return "- "
	}
	return strconv.Itoa(b.Number) + ". "
}

// isItem reports whether a line of a description is an item of a list.
func isItem(line string) bool {
	rest := strings.TrimLeft(line, "0123456789")
	return strings.HasPrefix(line, "- ") || len(rest) < len(line) && strings.HasPrefix(rest, ". ")
}

// cutTodo removes a placeholder in bold from the start of a text. It is
// reported elsewhere.
func (r *reader) cutTodo(text string, at page.Span) string {
	if !strings.HasPrefix(text, "TODO") {
		return text
	}
	raw, ok := strings.CutPrefix(r.page.Raw(at), "**")
	if !ok {
		return text
	}
	i := strings.Index(raw, "**")
	if i < 0 {
		return text
	}
	// The placeholder may contain links, so its length as plain text is unknown
	// unless there is no other text.
	if rest := raw[i+2:]; strings.TrimSpace(rest) == "" {
		return ""
	}
	return strings.TrimSpace(strings.TrimPrefix(text, strings.TrimSpace(raw[:i])))
}

func lastLine(s string) string { return s[strings.LastIndexByte(s, '\n')+1:] }

// docText joins the lines of a paragraph, without includes and the namespace.
func docText(text string) string {
	if strings.IndexByte(text, '\n') < 0 {
		if isMeta(text) {
			return ""
		}
		return text
	}
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" && !isMeta(line) {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, " ")
}

func isMeta(line string) bool {
	if strings.HasPrefix(line, "[!") {
		return true
	}
	_, ok := vocab.Namespace(line)
	return ok
}
