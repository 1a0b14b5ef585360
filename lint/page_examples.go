package lint

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/vocab"
)

// URLPart returns the range of URL[start:end] of a request, the request's first
// line if the position of its URL is not known.
func (p *Pass) URLPart(r *ir.Request, start, end int) diag.Range {
	at, ok := r.URLPart(start, end)
	if !ok {
		return p.FirstLine(r.Message)
	}
	return at
}

// InURL returns the range of a text that the URL of a request contains.
func (p *Pass) InURL(r *ir.Request, text string) diag.Range {
	i := strings.Index(r.URL, text)
	return p.URLPart(r, i, i+len(text))
}

// FirstLine returns the range of the first line of a message.
func (p *Pass) FirstLine(m ir.Message) diag.Range {
	if s, here := p.SpanOf(m.At); here {
		return p.Range(p.RestOfLine(s.Start))
	}
	return m.At
}

// StatusByPhrase maps the standard reason phrases, in folded form, to their codes.
var StatusByPhrase = func() map[string]int {
	m := map[string]int{}
	for code := 100; code < 600; code++ {
		for _, phrase := range vocab.ReasonPhrases(code) {
			m[FoldPhrase(phrase)] = code
		}
	}
	return m
}()

// FoldPhrase returns a phrase in lower case without spaces and punctuation.
func FoldPhrase(s string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c >= 'a' && c <= 'z':
			return c
		case c >= 'A' && c <= 'Z':
			return c + 'a' - 'A'
		}
		return -1
	}, s)
}

// HasBody reports whether a message has a body.
func HasBody(m ir.Message) bool { return m.Kind != ir.NoBody && m.Kind != 0 }
