package server

import "strings"

// form is text with parameters, such as "'{q}'" or "{id}:".
type form []part

// part is a parameter, or text in lower case.
type part struct {
	text   string
	param  bool
	quoted bool // the parameter is between single quotes; quotes in its value are doubled
}

// parseForm parses text with parameters of the forms {x} and <x>.
func parseForm(text string) form {
	var f form
	for text != "" {
		open := strings.IndexAny(text, "{<")
		end := -1
		if open >= 0 {
			closing := byte('}')
			if text[open] == '<' {
				closing = '>'
			}
			end = strings.IndexByte(text[open:], closing)
		}
		if end < 0 {
			f = append(f, part{text: fold(text)})
			break
		}
		if open > 0 {
			f = append(f, part{text: fold(text[:open])})
		}
		f = append(f, part{param: true})
		text = text[open+end+1:]
	}
	for i := 1; i < len(f)-1; i++ {
		f[i].quoted = f[i].param && strings.HasSuffix(f[i-1].text, "'") && strings.HasPrefix(f[i+1].text, "'")
	}
	return f
}

func (f form) params() int {
	n := 0
	for _, p := range f {
		if p.param {
			n++
		}
	}
	return n
}

// key returns the form as text, with "{}" for each parameter. It is unambiguous
// because the other text contains no complete pair of braces.
func (f form) key() string {
	key := ""
	for _, p := range f {
		if p.param {
			key += "{}"
		}
		key += p.text
	}
	return key
}

// match reports whether text has the form, and adds the parameters' values to m.
// A value ends at the first occurrence of the text that follows the parameter,
// or at the end of text.
func (f form) match(m *match, text string) bool {
	for i, p := range f {
		if !p.param {
			if len(text) < len(p.text) || !equalFold(text[:len(p.text)], p.text) {
				return false
			}
			text = text[len(p.text):]
			continue
		}
		end := f[i+1:].begin(text)
		if end < 0 || !m.take(text[:end], p.quoted) {
			return false
		}
		text = text[end:]
	}
	return text == ""
}

// begin returns the index in text at which f, the rest of a form, starts, or -1.
func (f form) begin(text string) int {
	switch {
	case len(f) == 0:
		return len(text)
	case f[0].param:
		return min(1, len(text))
	case len(f) == 1:
		return len(text) - len(f[0].text)
	}
	for i := 0; i+len(f[0].text) <= len(text); i++ {
		if equalFold(text[i:i+len(f[0].text)], f[0].text) {
			return i
		}
	}
	return -1
}

// unquote returns the text between single quotes.
func unquote(text string) (string, bool) {
	if len(text) < 2 || text[0] != '\'' || text[len(text)-1] != '\'' {
		return "", false
	}
	return undouble(text[1 : len(text)-1])
}

// undouble replaces doubled single quotes with one. It returns false if text
// contains a quote that is not doubled.
func undouble(text string) (string, bool) {
	if strings.IndexByte(text, '\'') < 0 {
		return text, true
	}
	if strings.Contains(strings.ReplaceAll(text, "''", ""), "'") {
		return "", false
	}
	return strings.ReplaceAll(text, "''", "'"), true
}
