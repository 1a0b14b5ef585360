package gocode

import "strings"

// itemIndent is the indent of the lines of a list item below its first, as gofmt
// writes it.
const itemIndent = "    "

// layout wraps a block of text. It returns the lines of its paragraph and those of its
// list, whichever it has.
func layout(block string) [][]string {
	var text, list []string
	var marks, items []string
	for line := range strings.SplitSeq(block, "\n") {
		mark, rest := cutItem(strings.TrimSpace(line))
		switch {
		case mark != "":
			marks, items = append(marks, mark), append(items, rest)
		case len(items) > 0:
			items[len(items)-1] += " " + line
		default:
			text = append(text, strings.Fields(line)...)
		}
	}
	for i, item := range items {
		list = append(list, layoutItem(marks[i], item)...)
	}
	var all [][]string
	for _, lines := range [][]string{wrap(plain(text), docWidth), list} {
		if len(lines) > 0 {
			all = append(all, lines)
		}
	}
	return all
}

// layoutItem wraps an item of a list. A word that looks like the mark of an item must
// not begin a line.
func layoutItem(mark, text string) []string {
	var words []string
	for _, w := range plain(strings.Fields(text)) {
		if n := len(words); n > 0 && isMark(w) {
			words[n-1] += " " + w
			continue
		}
		words = append(words, w)
	}
	lines := wrap(words, docWidth-len(itemIndent))
	for i := range lines {
		lines[i] = itemIndent + lines[i]
	}
	lines[0] = mark + " " + lines[0][len(itemIndent):]
	return lines
}

// cutItem cuts the mark from the text of a list item and returns it as gofmt writes it.
func cutItem(line string) (mark, text string) {
	mark, text, _ = strings.Cut(line, " ")
	switch {
	case text == "" || mark == "+" || mark == "*" || mark == "•" || !isMark(mark):
		return "", line
	case mark == "-":
		return "  -", text
	}
	return " " + mark[:len(mark)-1] + ".", text
}

// isMark reports whether go/doc reads a word at the start of an indented line as the
// mark of a list item.
func isMark(word string) bool {
	if word == "-" || word == "+" || word == "*" || word == "•" {
		return true
	}
	number := strings.TrimRight(word, ".)")
	return len(number) == len(word)-1 && strings.Trim(number, "0123456789") == "" && number != ""
}
