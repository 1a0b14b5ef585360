package permission

import (
	"bytes"
	"math"
	"unicode"
	"unicode/utf8"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// appendMentions appends the positions of the names of groups in a part of a
// page. at is the range of the permission.
func appendMentions(out []ir.Mention, pg *page.Page, at diag.Range, part page.Span, groups [][]string) []ir.Mention {
	if len(groups) == 0 {
		return out
	}
	find := nameFinder(groups)
	from, src := at.Start.Offset, pg.Src[part.Start:part.End]
	if part.End-from >= math.MaxUint16 || bytes.IndexByte(pg.Src[from:part.End], '\n') >= 0 {
		return out // an ir.Place is on the first line
	}
	if out == nil {
		out = make([]ir.Mention, 0, len(groups))
	}
	column, counted := 1+utf8.RuneCount(pg.Src[from:part.Start]), 0
	eachWord(src, func(start, end int) {
		name := find(src[start:end])
		if name == "" {
			return
		}
		column += utf8.RuneCount(src[counted:start])
		counted = start
		out = append(out, ir.Mention{Name: name, At: ir.Place{Offset: uint16(part.Start + start - from), Column: uint16(column)}})
	})
	return out
}

// fewNames is the number of names up to which comparing each is faster than a map.
const fewNames = 8

// nameFinder returns a function that returns the name that a word is, "" for other
// words.
func nameFinder(groups [][]string) func(word []byte) string {
	count := 0
	for _, group := range groups {
		count += len(group)
	}
	if count <= fewNames {
		return func(word []byte) string {
			for _, group := range groups {
				for _, name := range group {
					if name == string(word) {
						return name
					}
				}
			}
			return ""
		}
	}
	names := map[string]string{}
	for _, group := range groups {
		for _, name := range group {
			names[name] = name
		}
	}
	return func(word []byte) string { return names[string(word)] }
}

// eachWord calls f for the words that may be names: letters and digits, with
// dots, hyphens and underscores between them.
func eachWord(src []byte, f func(start, end int)) {
	start, end := -1, 0
	for i := 0; i < len(src); {
		c, n := utf8.DecodeRune(src[i:])
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			if start < 0 {
				start = i
			}
			end = i + n
		case start >= 0 && c != '.' && c != '-' && c != '_':
			f(start, end)
			start = -1
		}
		i += n
	}
	if start >= 0 {
		f(start, end)
	}
}
