package parser

import (
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// proseHeaders adds the headers that a sentence in the introduction or in the section
// about headers demands, as in "you must send `Accept-Language` in the request header".
// The header is an option if the sentence names a condition.
func (r *reader) proseHeaders(out []ir.Param) []ir.Param {
	for i := range r.page.Sections {
		if !r.isIntro(i) && r.roles[i] != vocab.SecHeaders {
			continue
		}
		for k := range r.page.Sections[i].Blocks {
			if b := &r.page.Sections[i].Blocks[k]; b.Kind == page.Paragraph && vocab.MentionsHeader(b.Text) {
				out = r.demandedHeaders(out, b)
			}
		}
	}
	return out
}

// codeHeader matches the name of a header in code or bold. A name without a hyphen may
// be that of anything.
var codeHeader = regexp.MustCompile("[`*]([A-Za-z]+(?:-[A-Za-z]+)+)(?::[^`*\n]*)?[`*]")

func (r *reader) demandedHeaders(out []ir.Param, b *page.Block) []ir.Param {
	source := strings.Join(strings.Fields(string(r.page.Src[b.Span.Start:b.Span.End])), " ")
	for sentence := range strings.SplitSeq(source, ". ") {
		if label, rest, ok := strings.Cut(sentence, "]"); ok && strings.Contains(label, "[!") {
			sentence = strings.TrimLeft(rest, "> ")
		}
		demands, limited := vocab.DemandsHeader(sentence)
		if !demands {
			continue
		}
		for _, m := range codeHeader.FindAllStringSubmatch(sentence, -1) {
			p := ir.Param{Name: m[1], In: ir.InHeader, Required: !limited, Doc: sentence, At: r.page.Range(b.Span)}
			if !hasParam(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}
