package diag

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Terminal escape sequences. Page text cannot contain any, because it goes through
// Printable.
const (
	reset  = "\x1b[0m"
	bold   = "\x1b[1m"
	red    = "\x1b[31m"
	yellow = "\x1b[33m"
	blue   = "\x1b[34m"
	dim    = "\x1b[2m"
)

// WriteText prints diagnostics for people: a line with a position that editors and
// terminals can open, then the line of the page with a caret below the range.
func WriteText(w io.Writer, r *Report) error {
	buf := bufio.NewWriter(w)
	for i := range r.Diagnostics {
		textDiagnostic(buf, r, &r.Diagnostics[i])
	}
	return buf.Flush()
}

func textDiagnostic(w io.Writer, r *Report, d *Diagnostic) {
	paint := painter(r.Color)
	fmt.Fprintf(w, "%s: %s: %s %s\n",
		paint(bold, place(r, d.At)), paint(hue(d.Severity), d.Severity.String()),
		Printable(d.Message), paint(dim, "["+Printable(string(d.Code))+"]"))
	if src := r.source(d.At.Path); src != nil {
		writeFrame(w, src, d.At, paint)
	}
	if d.Page != "" {
		fmt.Fprintf(w, "  included by %s\n", Printable(r.show(d.Page)))
	}
	for _, rel := range d.Related {
		fmt.Fprintf(w, "  %s: %s\n", place(r, rel.At), Printable(rel.Message))
	}
}

// place returns path:line:column with a path that the reader can open.
func place(r *Report, at Range) string {
	at.Path = Printable(r.show(at.Path))
	return at.String()
}

func hue(s Severity) string {
	switch s {
	case Error:
		return red
	case Warning:
		return yellow
	}
	return blue
}

// painter returns a function that colors text if color is set.
func painter(color bool) func(seq, text string) string {
	if !color {
		return func(_, text string) string { return text }
	}
	return func(seq, text string) string { return seq + text + reset }
}

// frameWidth is how many characters of a line are quoted. Prose has lines of several
// hundred characters, and a caret below a wrapped line points nowhere.
const frameWidth = 100

// writeFrame quotes the first line of a range and marks the range in it.
func writeFrame(w io.Writer, src []byte, at Range, paint func(seq, text string) string) {
	line, from, ok := lineAt(src, at.Start)
	if !ok {
		return
	}
	to := len(line)
	if at.End.Line == at.Start.Line {
		to = min(from+at.End.Column-at.Start.Column, to)
	}
	line, from, to = window(line, from, max(to, from))
	before, marked := string(line[:from]), string(line[from:to])
	carets := "^" + strings.Repeat("~", max(columns(marked)-1, 0))
	fmt.Fprintf(w, "%6d | %s\n       | %s%s\n", at.Start.Line, string(line),
		strings.Repeat(" ", columns(before)), paint(red, carets))
}

// reach is how many bytes of a line are read on either side of a position, more than
// a frame holds: a line of megabytes can have a diagnostic for each word.
const reach = 2 * utf8.UTFMax * frameWidth

// lineAt returns the line of a position, with each unprintable character replaced,
// and the index of the position in it.
func lineAt(src []byte, p Pos) (line []rune, at int, ok bool) {
	if !p.IsValid() || p.Column < 1 || p.Offset < 0 || p.Offset > len(src) {
		return nil, 0, false
	}
	start, end := max(0, p.Offset-reach), min(len(src), p.Offset+reach)
	if n := bytes.LastIndexByte(src[start:p.Offset], '\n'); n >= 0 {
		start += n + 1
	}
	if n := bytes.IndexByte(src[p.Offset:end], '\n'); n >= 0 {
		end = p.Offset + n
	}
	text := bytes.TrimSuffix(src[start:end], []byte("\r"))
	return []rune(Printable(string(text))), min(utf8.RuneCount(src[start:p.Offset]), utf8.RuneCount(text)), true
}

// window cuts a long line down to the part around from:to.
func window(line []rune, from, to int) ([]rune, int, int) {
	if len(line) <= frameWidth {
		return line, from, to
	}
	start := max(0, min(from-frameWidth/4, len(line)-frameWidth))
	end := min(len(line), start+frameWidth)
	out := line[start:end:end]
	from, to = from-start, min(to, end)-start
	if end < len(line) {
		out = append(out, '…')
	}
	if start > 0 {
		out = append([]rune{'…'}, out...)
		from, to = from+1, to+1
	}
	return out, from, to
}

// columns returns how many terminal columns a text takes.
func columns(text string) int {
	n := 0
	for _, c := range text {
		n++
		if isWide(c) {
			n++
		}
	}
	return n
}

// isWide reports whether a character takes two terminal columns. The ranges of East
// Asian characters are coarse but good enough for translated pages.
func isWide(c rune) bool {
	return c >= 0x1100 && c <= 0x115F || c >= 0x2E80 && c <= 0xA4CF || c >= 0xAC00 && c <= 0xD7A3 ||
		c >= 0xF900 && c <= 0xFAFF || c >= 0xFE30 && c <= 0xFE6F || c >= 0xFF00 && c <= 0xFF60 ||
		c >= 0xFFE0 && c <= 0xFFE6 || c >= 0x1F300 && c <= 0x1FAFF
}

// Printable makes page text safe for a terminal. Each control, direction or
// invisible character and each invalid byte becomes U+FFFD, a tab becomes a space.
// The number of characters stays the same.
func Printable(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == '\t':
			return ' '
		case isUnprintable(c):
			return utf8.RuneError
		}
		return c
	}, text)
}

func isUnprintable(c rune) bool {
	switch {
	case c < 0x20, c >= 0x7F && c < 0xA0: // C0, DEL and C1
		return true
	case c >= 0x200B && c <= 0x200F, c >= 0x2028 && c <= 0x202E: // zero width, line separators, direction
		return true
	case c >= 0x2060 && c <= 0x206F, c == 0x061C, c == 0xFEFF, c == 0x00AD:
		return true
	}
	return c >= 0xE0000 && c <= 0xE007F // tags, invisible copies of ASCII
}
