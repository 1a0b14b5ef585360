package server

import "strings"

// form is text with parameters in it, such as "'{q}'" or "{id}:".
type form []part

// part is a parameter or text in lower case.
type part struct {
	text   string
	param  bool
	quoted bool // a parameter right between single quotes, doubled where it holds one
}

// parseForm reads the parameters that pages write as {x} or <x>.
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

// key is the form with nothing in its braces. Texts hold no brace.
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

// match takes the parameters' values out of text. A value ends where the text
// after it begins; the last one reaches to the end.
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

// begin tells where in text the rest of a form begins, -1: nowhere.
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

// unquote gives what stands between single quotes.
func unquote(text string) (string, bool) {
	if len(text) < 2 || text[0] != '\'' || text[len(text)-1] != '\'' {
		return "", false
	}
	return undouble(text[1 : len(text)-1])
}

// undouble makes one quote of two; one that stands alone would have been the end.
func undouble(text string) (string, bool) {
	if strings.IndexByte(text, '\'') < 0 {
		return text, true
	}
	if strings.Contains(strings.ReplaceAll(text, "''", ""), "'") {
		return "", false
	}
	return strings.ReplaceAll(text, "''", "'"), true
}
