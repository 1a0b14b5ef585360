package page

import (
	"bytes"
	"strings"
)

// skipTabs removes the include directives in tabs that are not read before
// goldmark sees them. They are a tenth of its work, and only their paths are
// needed. It handles only lines in the usual form right below a tab heading;
// goldmark reads the others.
func (b *builder) skipTabs(src []byte) {
	if !bytes.Contains(src, []byte("](#tab/")) {
		return
	}
	var fence byte
	tab := ""
	for i, s := range b.page.lines.starts {
		start := int(s)
		if start >= len(src) {
			break
		}
		if strings.IndexByte(" `~#-[", src[start]) < 0 {
			continue
		}
		line := bytes.TrimRight(src[start:b.lineStop(i, src)], " \t\r")
		if c := fenceMark(line); c != 0 && (fence == 0 || fence == c) {
			fence = c - fence // opens a fence or closes the one of the same kind
			continue
		}
		switch {
		case fence != 0 || len(line) == 0:
		case line[0] == '#':
			tab = skippedTab(line)
		case line[0] == '-':
			tab = ""
		case tab != "" && line[0] == '[':
			b.skipInclude(src, start, line, tab)
		}
	}
}

// fenceMark returns the character of a line that may begin or end a fence, 0
// for other lines.
func fenceMark(line []byte) byte {
	line = bytes.TrimLeft(line, " ")
	if bytes.HasPrefix(line, []byte("```")) || bytes.HasPrefix(line, []byte("~~~")) {
		return line[0]
	}
	return 0
}

// skippedTab returns the name of the tab that a heading opens, "" for the HTTP
// tab and for other headings.
func skippedTab(line []byte) string {
	if !bytes.HasPrefix(line, []byte("# ")) {
		return ""
	}
	_, rest, ok := bytes.Cut(line, []byte("](#tab/"))
	i := bytes.IndexAny(rest, "/)")
	if !ok || i <= 0 {
		return ""
	}
	name := strings.ToLower(string(rest[:i]))
	if name == "http" {
		return ""
	}
	return name
}

// skipInclude records the directive in a line and blanks the line.
func (b *builder) skipInclude(src []byte, start int, line []byte, tab string) {
	const open = includeMark + " ["
	if len(line) < len(open) || !strings.EqualFold(string(line[:len(open)]), open) || !bytes.HasSuffix(line, []byte(")]")) {
		return
	}
	label, path, ok := bytes.Cut(line[len(open):len(line)-2], []byte("]("))
	if !ok || len(path) == 0 || bytes.ContainsAny(label, "[]`\\") || bytes.ContainsAny(path, " \t()<>\"[]\\") {
		return
	}
	end := start + len(line) - len(")]")
	b.skipped = append(b.skipped, Include{
		Label: string(label), Path: string(path), Span: Span{start, start + len(line)}, PathAt: Span{end - len(path), end}, Tab: tab, Block: -1,
	})
	blankOut(src[start : start+len(line)])
}

// addSkipped merges the includes of skipped tabs with the others.
func (b *builder) addSkipped() {
	if len(b.skipped) == 0 {
		return
	}
	own := b.page.Includes
	all := make([]Include, 0, len(own)+len(b.skipped))
	for _, in := range b.skipped {
		for len(own) > 0 && own[0].Span.Start < in.Span.Start {
			all = append(all, own[0])
			own = own[1:]
		}
		all = append(all, in)
	}
	b.page.Includes = append(all, own...)
}
