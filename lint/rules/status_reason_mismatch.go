package rules

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

var statusReasonMismatch = &lint.Rule{
	Code:     diag.StatusReasonMismatch,
	Severity: diag.Warning,
	Manual: `
A status code has the wrong or a misspelled reason phrase.

In ''200 No Content'' either the code or the phrase is wrong, and readers cannot
tell which. Correct it. mdwire uses the code. The rule checks the status lines
of examples and the prose of the Response section. A phrase that differs only in
letter case has the severity info. The phrases of older and newer standards, such
as ''422 Unprocessable Content'' and ''422 Unprocessable Entity'', are all correct.
`,
	Bad: `
-- api-reference/v1.0/api/user-refresh.md --
# user: refresh

## HTTP request

'''http
POST /users/{id}/refresh
'''

## Response

If successful, returns a ''202 «Accpted»'' response code.

## Example

'''http
POST https://graph.microsoft.com/v1.0/users/1/refresh
'''

'''http
HTTP/1.1 200 «No Content»
'''
`,
	Good: `
-- api-reference/v1.0/api/user-refresh.md --
# user: refresh

## HTTP request

'''http
POST /users/{id}/refresh
'''

## Response

If successful, returns a ''202 Accepted'' response code.

## Example

'''http
POST https://graph.microsoft.com/v1.0/users/1/refresh
'''

'''http
HTTP/1.1 204 No Content
'''
`,
	Page: func(p *lint.Pass) {
		for _, e := range p.Examples() {
			if e.Response == nil {
				continue
			}
			r := e.Response
			if at, here := p.SpanOf(r.ReasonAt.In(r.At)); here && !r.ReasonAt.IsZero() {
				checkReason(p, at, r.Status, p.Raw(at))
			}
		}
		for _, s := range p.Sections {
			if strings.HasPrefix(s.Slug, "response") {
				proseReasons(p, s)
			}
		}
	},
}

// checkReason compares a phrase with the standard phrase of the code.
func checkReason(p *lint.Pass, at page.Span, code int, phrase string) {
	phrases := vocab.ReasonPhrases(code)
	if len(phrases) == 0 || phrase == "" || slices.Contains(phrases, phrase) {
		return
	}
	want := phrases[0]
	same := slices.IndexFunc(phrases, func(s string) bool { return lint.FoldPhrase(s) == lint.FoldPhrase(phrase) })
	other := lint.StatusByPhrase[lint.FoldPhrase(phrase)]
	switch {
	case same >= 0:
		want = phrases[same]
		d := fixReason(p, at, want, true, "the reason phrase %q of %d differs only in letter case; expected %q", phrase, code, want)
		d.Severity = diag.Info
	case other != 0:
		fixReason(p, at, want, false, "the status code %d has the reason phrase %q of %d; expected %q", code, phrase, other, want)
	case diag.Nearest(phrase, phrases) != "":
		want = diag.Nearest(phrase, phrases)
		fixReason(p, at, want, true, "unknown reason phrase %q for %d; did you mean %q?", phrase, code, want)
	default:
		fixReason(p, at, want, false, "unknown reason phrase %q for %d; expected %q", phrase, code, want)
	}
}

func fixReason(p *lint.Pass, at page.Span, want string, safe bool, format string, args ...any) *diag.Diagnostic {
	d := p.Report(at, format, args...)
	d.Fixes = []diag.Fix{{Title: "change the phrase to " + want, Safe: safe, Edits: p.Replace(at, want)}}
	return d
}

// proseStatus matches a code with a phrase in back-quotes: 204 No Content,
// 204, No Content.
var proseStatus = regexp.MustCompile("`[ ]?([1-5][0-9]{2})(?:,? |, ?)([A-Za-z][A-Za-z -]*[A-Za-z])[ ]?`")

// proseReasons checks the codes in the prose of a Response section.
func proseReasons(p *lint.Pass, s page.Section) {
	for _, b := range s.Blocks {
		if b.Kind != page.Paragraph {
			continue
		}
		if bytes.IndexByte(p.Src[b.Span.Start:b.Span.End], '`') < 0 {
			continue
		}
		raw := p.Raw(b.Span)
		for _, m := range proseStatus.FindAllStringSubmatchIndex(raw, -1) {
			phrase := strings.TrimSuffix(strings.TrimSuffix(raw[m[4]:m[5]], " code"), " response")
			if code, err := strconv.Atoi(raw[m[2]:m[3]]); err == nil {
				from := b.Span.Start + m[4]
				checkReason(p, page.Span{Start: from, End: from + len(phrase)}, code, phrase)
			}
		}
	}
}
