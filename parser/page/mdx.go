package page

import (
	"bytes"
	"path"
	"strings"
)

// blankMDX overwrites the lines of an .mdx page that are JavaScript: imports and
// exports, comments, and lines that have only tags of components. The text between
// such tags is Markdown.
func (b *builder) blankMDX(src []byte) {
	if !strings.EqualFold(path.Ext(b.page.Path), ".mdx") {
		return
	}
	within := "" // the end of the statement, comment or tag of the previous line
	fence, blank := byte(0), true
	for i := range b.page.lines.starts {
		line := src[b.page.lines.starts[i]:b.lineStop(i, src)]
		text := bytes.TrimSpace(line)
		mark := fenceMark(text)
		switch {
		case within != "":
		case mark != 0 && (fence == 0 || fence == mark):
			fence = mark - fence // opens a fence or closes the one of the same kind
			continue
		case fence != 0:
			continue
		default:
			within = opensMDX(line, text, blank)
		}
		blank = len(text) == 0
		if within == "" {
			continue
		}
		if within == "\n" && blank || within != "\n" && bytes.HasSuffix(text, []byte(within)) {
			within = ""
		}
		blankOut(line)
	}
}

// opensMDX returns how the JavaScript that begins with a line ends, "" if the line is
// Markdown. Statements end with an empty line; blank reports whether one is above.
func opensMDX(line, text []byte, blank bool) string {
	switch {
	case blank && (bytes.HasPrefix(line, []byte("import ")) || bytes.HasPrefix(line, []byte("export "))):
		return "\n"
	case bytes.HasPrefix(text, []byte("{/*")):
		return "*/}"
	case isComponent(text) && (text[len(text)-1] == '>' || bytes.IndexByte(text, '>') < 0) && onlyTags(text):
		return ">"
	}
	return ""
}

// isComponent reports whether a text begins with the tag of a component, whose name
// has a capital letter.
func isComponent(text []byte) bool {
	name := bytes.TrimPrefix(text, []byte("<"))
	if len(name) == len(text) {
		return false
	}
	name = bytes.TrimPrefix(name, []byte("/"))
	return len(name) > 0 && (name[0] >= 'A' && name[0] <= 'Z' || name[0] == '>')
}

// onlyTags reports whether a line has no text between its tags.
func onlyTags(text []byte) bool {
	for len(text) > 0 {
		end := bytes.IndexByte(text, '>')
		if end < 0 {
			return true // the tag goes on in the next line
		}
		if text = bytes.TrimSpace(text[end+1:]); len(text) > 0 && !isComponent(text) {
			return false
		}
	}
	return true
}
