package parser

import "github.com/mdwire/mdwire/parser/vocab"

// statusCode is a number in a text that may be a status code.
type statusCode struct {
	code, start, end int
	is               bool // the text says that it is a status
}

// maxLead limits the text before a code that is searched for words such as "status".
const maxLead = 64

// statuses returns the HTTP status codes in a text: those with a reason phrase or
// next to a word such as "status", and those in a list with such a code, as in
// "the 400, 403, and 404 responses".
func statuses(text string) []int {
	var few [8]statusCode
	found := few[:0]
	for i := 0; i+3 <= len(text); i++ {
		if c := text[i]; c < '1' || c > '5' || !isStatusNumber(text, i) {
			continue
		}
		s := statusCode{code: number(text[i:]), start: i, end: i + 3}
		if vocab.IsStatus(s.code) {
			s.is = vocab.NamesStatus(text[max(0, s.start-maxLead):s.start], s.code, text[s.end:])
			found = append(found, s)
		}
	}
	for i := 1; i < len(found); i++ {
		if found[i-1].is && joined(text, found[i-1], found[i]) {
			found[i].is = true
		}
	}
	for i := len(found) - 1; i > 0; i-- {
		if found[i].is && joined(text, found[i-1], found[i]) {
			found[i-1].is = true
		}
	}
	var out []int
	for _, s := range found {
		if s.is {
			out = append(out, s.code)
		}
	}
	return out
}

func joined(text string, a, b statusCode) bool { return vocab.JoinsStatuses(text[a.end:b.start]) }

// isStatusNumber reports whether three digits at an offset are a whole number.
func isStatusNumber(text string, i int) bool {
	if !isDigits(text[i:i+3]) || i > 0 && !statusEdge(text[i-1]) || i > 1 && isFraction(text[i-1], text[i-2]) {
		return false
	}
	rest := text[i+3:]
	return rest == "" || statusEdge(rest[0]) && (len(rest) == 1 || !isFraction(rest[0], rest[1]))
}

// isFraction reports whether a mark and the byte beyond it belong to a number: 1.5.
func isFraction(mark, beyond byte) bool {
	return (mark == '.' || mark == ',') && beyond >= '0' && beyond <= '9'
}

// number returns the value of the three digits that a text begins with.
func number(text string) int {
	return int(text[0]-'0')*100 + int(text[1]-'0')*10 + int(text[2]-'0')
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// statusEdge reports whether a byte may be next to a status code.
func statusEdge(c byte) bool { return !vocab.IsNameByte(c) && c != '/' && c != '$' && c != '%' }

// statusIn returns the status code that a cell or a heading begins with, as in "201
// Created" or "HTTP 404"; 0 for another text.
func statusIn(text string) int {
	text = vocab.CutStatusLead(text)
	if len(text) < 3 || !isStatusNumber(text, 0) {
		return 0
	}
	code := number(text)
	if code < 200 || !vocab.IsStatus(code) || !vocab.NamesStatus("", code, text[3:]) {
		return 0
	}
	return code
}
