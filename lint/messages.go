package lint

import (
	"net/http"
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// Examples returns the examples of the page's call.
func (p *Subject) Examples() []ir.Example {
	if p.Operation == nil {
		return nil
	}
	return p.Operation.Examples
}

// InFirstLine returns the place of a text in the first line of a message, the
// line's own place where it does not stand there as written.
func (p *Pass) InFirstLine(m ir.Message, text string) diag.Range {
	s, here := p.SpanOf(m.At)
	if !here {
		return m.At
	}
	line := p.RestOfLine(s.Start)
	if i := strings.Index(p.Raw(line), text); i >= 0 && text != "" {
		return p.Range(page.Span{Start: line.Start + i, End: line.Start + i + len(text)})
	}
	return p.Range(line)
}

// FirstLine returns the place of the first line of a message.
func (p *Pass) FirstLine(m ir.Message) diag.Range {
	if s, here := p.SpanOf(m.At); here {
		return p.Range(p.RestOfLine(s.Start))
	}
	return m.At
}

// statusLine reads the first line of a response: the code, then the phrase.
var statusLine = regexp.MustCompile(`^\s*HTTP\S*\s+(\d{3})[ \t]*(.*?)\s*$`)

// ReasonSpan returns the place of a response's reason phrase.
func (p *Pass) ReasonSpan(r *ir.Reply) (page.Span, bool) {
	s, here := p.SpanOf(r.At)
	if !here {
		return page.Span{}, false
	}
	line := p.RestOfLine(s.Start)
	m := statusLine.FindStringSubmatchIndex(p.Raw(line))
	if m == nil {
		return page.Span{}, false
	}
	return page.Span{Start: line.Start + m[4], End: line.Start + m[5]}, true
}

// StatusByPhrase maps the standard reason phrases, in folded form, to their codes.
var StatusByPhrase = func() map[string]int {
	m := map[string]int{}
	for code := 100; code < 600; code++ {
		if text := http.StatusText(code); text != "" {
			m[FoldPhrase(text)] = code
		}
	}
	return m
}()

// FoldPhrase drops what spellings of a phrase differ in: case, blanks, punctuation.
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

// HasBody reports whether a message shows a body.
func HasBody(m ir.Message) bool { return m.Kind != ir.NoBody && m.Kind != 0 }

// URLRange is the place of a request's URL: the first line, behind the method.
func URLRange(r *ir.Request) diag.Range { return PartOfFirstLine(r, len(r.Method)+1, r.URL) }

// MethodRange is the place of a request's method.
func MethodRange(r *ir.Request) diag.Range { return PartOfFirstLine(r, 0, r.Method) }

// PartOfFirstLine is the place of a text so many bytes into a request; the request's own
// place where it is too short, as when the URL is wrapped or marked up.
func PartOfFirstLine(r *ir.Request, skip int, text string) diag.Range {
	at := r.At
	at.Start.Offset += skip
	at.Start.Column += skip
	at.End = at.Start
	at.End.Offset += len(text)
	at.End.Column += len([]rune(text))
	if at.End.Offset > r.At.End.Offset {
		return r.At
	}
	return at
}
