package page

import "strings"

// OneLine joins the lines of a text.
func OneLine(s string) string {
	if strings.IndexByte(s, '\n') < 0 {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// FirstLine returns a text up to its first line break.
func FirstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

// Clip shortens the text of a page for a message: to its first line, and to 60
// characters.
func Clip(s string) string {
	const most = 60
	if strings.TrimSpace(s) == "" {
		return s[:min(most, len(s))]
	}
	n := 0
	for i, c := range s {
		if c == '\n' || n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

// AppendPath appends the path that a link's destination names from a folder. It
// handles the usual form "../includes/x.md"; for others it appends a path that
// no page has.
func AppendPath(buf []byte, dir, dest string) []byte {
	dest = strings.TrimPrefix(dest, "./")
	for strings.HasPrefix(dest, "../") {
		dest = dest[len("../"):]
		if dir == "." {
			return buf
		}
		i := strings.LastIndexByte(dir, '/')
		if i < 0 {
			dir = "."
			continue
		}
		dir = dir[:i]
	}
	if dir != "." {
		buf = append(append(buf, dir...), '/')
	}
	return append(buf, dest...)
}
