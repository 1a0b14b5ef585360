package permission

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// footnote is a sentence about the cells of a table, or about those with a mark.
type footnote struct {
	mark      string   // "*", "1"; "" for all cells
	allNeeded bool     // all permissions of a cell are needed
	names     []string // permissions that it names: the cells may demand more than they list
	together  bool     // it says that it names all that are needed: "You need both A and B"
	above     bool     // it is about the next table
	at        int      // index of its block
}

// footnotes returns the sentences of blocks that say how to read permission cells:
// "You need all of these permissions."
func footnotes(blocks []page.Block) []footnote {
	var out []footnote
	starred := hasStars(blocks)
	for i := range blocks {
		b := &blocks[i]
		if b.Kind != page.Paragraph {
			continue
		}
		for line := range strings.SplitSeq(b.Text, "\n") {
			f := footnote{at: i, mark: markOf(line)}
			if f.mark == "" && b.List && b.First && starred {
				f.mark = "*" // "* You need …" is a list item
			}
			f.read(line)
			if f.allNeeded || len(f.names) > 0 {
				out = append(out, f)
			}
		}
	}
	return out
}

// hasStars reports whether a table has a cell with the mark "*".
func hasStars(blocks []page.Block) bool {
	for i := range blocks {
		if blocks[i].Table == nil {
			continue
		}
		for _, row := range blocks[i].Table.Rows {
			if slices.ContainsFunc(row.Cells, func(c page.Cell) bool { return strings.Contains(c.Text, "*") }) {
				return true
			}
		}
	}
	return false
}

// markOf returns the mark that a footnote begins with.
func markOf(line string) string {
	line = strings.TrimLeft(line, " ^(")
	n := 0
	for n < len(line) && line[n] == '*' {
		n++
	}
	for n == 0 && len(line) > 1 && line[0] >= '1' && line[0] <= '9' && (line[1] == ' ' || line[1] == ')' || line[1] == '.') {
		n = 1
	}
	return line[:n]
}

func (f *footnote) read(line string) {
	for sentence := range strings.SplitSeq(strings.ToLower(line), ". ") {
		if vocab.AllNeeded.In(sentence) && !vocab.Negations.In(sentence) {
			f.allNeeded = true
			f.above = strings.Contains(sentence, "following") || strings.HasSuffix(strings.TrimSpace(sentence), ":")
		}
	}
	if f.allNeeded || f.mark != "*" && f.mark != "**" && f.mark != "***" {
		return
	}
	words := strings.Fields(strings.ToLower(line))
	for i, word := range strings.Fields(line) {
		if name := scopeName(strings.TrimRight(word, ",;:")); name != "" {
			f.names = append(f.names, name)
		}
		f.together = f.together || vocab.AllOf.Prefix(words[i:]) > 0
	}
	f.together = f.together && !vocab.Negations.In(strings.ToLower(line))
}

// footnotesOf returns the footnotes for the table in block i. Marked sentences hold
// for all tables of the section, others for the next or the previous table.
func footnotesOf(all []footnote, tables []int, i int) []footnote {
	var out []footnote
	for _, f := range all {
		if f.mark != "" || nearestTable(tables, f) == i {
			out = append(out, f)
		}
	}
	return out
}

// nearestTable returns the block of the table that a sentence is about.
func nearestTable(tables []int, f footnote) int {
	before, after := -1, -1
	for _, t := range tables {
		if t <= f.at {
			before = t
		} else if after < 0 {
			after = t
		}
	}
	if before < 0 || f.above && after >= 0 {
		return after
	}
	return before
}

// demands applies the footnotes to a cell with permission names. label
// is the label of the cell's row.
func demands(notes []footnote, label, cell string, names []string) (allNeeded, unread bool) {
	for _, f := range notes {
		if f.mark != "" && !hasMark(cell, f.mark) && !hasMark(label, f.mark) {
			continue
		}
		both := f.together && sameNames(f.names, names)
		allNeeded = allNeeded || f.allNeeded || both
		unread = unread || len(f.names) > 0 && !both
	}
	return allNeeded, unread
}

func sameNames(a, b []string) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(slices.Compact(a), slices.Compact(b))
}

// hasMark reports whether a text has a mark. Digits are marks only after "^", which
// the page reader puts before superscript.
func hasMark(text, mark string) bool {
	if mark[0] != '*' {
		return strings.Contains(text, "^"+mark)
	}
	for i := 0; i < len(text); i++ {
		n := 0
		for i+n < len(text) && text[i+n] == '*' {
			n++
		}
		if n == len(mark) {
			return true
		}
		i += n
	}
	return false
}
