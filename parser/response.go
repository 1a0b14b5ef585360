package parser

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// responses reads the statuses in the text of the Response section, each with
// the type that its sentence links to.
func (r *reader) responses() []ir.Response {
	var out []ir.Response
	r.blocks(vocab.SecResponse, func(b *page.Block) bool {
		if b.Kind != page.Paragraph {
			return true
		}
		var typ ir.TypeRef
		typed := false
		for _, s := range statuses(b.Text) {
			if slices.ContainsFunc(out, func(p ir.Response) bool { return p.Status == s }) {
				continue
			}
			p := ir.Response{Status: s, At: r.page.Range(b.Span)}
			if s == 200 || s == 201 || s == 206 {
				if !typed {
					typ, typed = r.responseType(b), true
				}
				p.Type = typ
			}
			out = append(out, p)
		}
		return true
	})
	return out
}

// statuses returns the status codes in a text: three digits followed by a
// reason phrase, a punctuation mark or the word "response".
func statuses(text string) []int {
	var out []int
	for i := 0; i+3 <= len(text); i++ {
		c := text[i]
		if c < '1' || c > '5' || i > 0 && !statusEdge(text[i-1]) {
			continue
		}
		if !isDigits(text[i+1:i+3]) || i+3 < len(text) && !statusEdge(text[i+3]) {
			continue
		}
		if rest := strings.TrimLeft(text[i+3:], " ,`-–"); rest == "" || isReason(rest) {
			out = append(out, int(c-'0')*100+int(text[i+1]-'0')*10+int(text[i+2]-'0'))
		}
	}
	return out
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

func statusEdge(c byte) bool {
	return !vocab.IsNameByte(c) && c != '.' && c != '/' && c != '$' || c >= 0x80 || c == '.'
}

// isReason reports whether a text after a status code continues like one: with
// a capital letter or a word such as "response".
func isReason(s string) bool {
	return s[0] >= 'A' && s[0] <= 'Z' || s[0] >= 0x80 || s[0] == '.' || s[0] == ')' ||
		vocab.StatusNouns.Begins(s)
}

// responseType returns the type in a sentence about the response, as a link or
// in bold.
func (r *reader) responseType(b *page.Block) ir.TypeRef {
	if t := r.proseType(b); t.Name != "" {
		return t
	}
	raw := r.page.Raw(b.Span)
	for {
		i := strings.Index(raw, "**")
		if i < 0 {
			return ir.TypeRef{}
		}
		k := strings.Index(raw[i+2:], "**")
		if k < 0 {
			return ir.TypeRef{}
		}
		name, after := raw[i+2:i+2+k], strings.TrimSpace(raw[i+4+k:])
		if vocab.IsName(name) && vocab.TypeNouns.Begins(after) {
			list := vocab.IsListOf(raw[:i]) || vocab.SeveralFollow(after) || strings.HasPrefix(after, "objects")
			return ir.TypeRef{Name: name, Collection: list}
		}
		raw = raw[i+4+k:]
	}
}

// resourceLinks returns the files that the description, the request body and
// the response link to. Package link replaces them with names of types.
func (r *reader) resourceLinks() []string {
	var out []string
	for i := range r.page.Blocks {
		b := &r.page.Blocks[i]
		switch r.roles[b.Section] {
		case vocab.SecTitle, vocab.SecBody, vocab.SecResponse:
		default:
			if b.Section > 0 {
				continue
			}
		}
		for k := b.Links.Start; k < b.Links.End; k++ {
			if l := &r.page.Links[k]; !l.Image && !l.Auto && isTypeLink(l.Dest) {
				out = append(out, l.Dest)
			}
		}
	}
	return out
}
