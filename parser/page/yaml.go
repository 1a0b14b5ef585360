package page

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/mdwire/mdwire/diag"
)

// yamlFields parses front matter as YAML. fields has the result of reading line
// by line and is not changed when the YAML is invalid.
func (b *builder) yamlFields(body Span, fields *[]Field, closed bool) {
	if body.End-body.Start > maxFrontMatter {
		b.report(diag.FrontmatterInvalid, diag.Error, Span{body.Start, body.Start + 1},
			"the front matter has %d bytes; only %d are read as YAML", body.End-body.Start, maxFrontMatter)
		return
	}
	// A Node keeps aliases unresolved, so that nested aliases cannot use up
	// the memory.
	var doc yaml.Node
	err := yaml.Unmarshal(b.page.Src[body.Start:body.End], &doc)
	if err != nil {
		if closed {
			b.yamlError(body, err)
		}
		return
	}
	if len(doc.Content) != 1 || doc.Content[0].Kind != yaml.MappingNode {
		b.report(diag.FrontmatterInvalid, diag.Error, Span{body.Start, b.srcLine(body.Start).End},
			"the front matter is not a list of keys and values")
		return
	}
	*fields = b.mapping(body, doc.Content[0].Content)
}

// yamlError reports an error of the YAML parser at its line.
func (b *builder) yamlError(body Span, err error) {
	msg := strings.TrimPrefix(err.Error(), "yaml: ")
	at := body.Start
	if rest, ok := strings.CutPrefix(msg, "line "); ok {
		num, tail, _ := strings.Cut(rest, ": ")
		if n, err := strconv.Atoi(num); err == nil {
			msg = tail
			for ; n > 1 && at < body.End; n-- {
				at = lineEnd(b.page.Src, at) + 1
			}
		}
	}
	l := b.srcLine(min(at, max(body.Start, body.End-1)))
	b.report(diag.FrontmatterInvalid, diag.Error, l,
		"the front matter is not YAML (%s at %q), so it is read line by line", msg, Clip(b.page.Raw(l)))
}

func (b *builder) mapping(body Span, nodes []*yaml.Node) []Field {
	starts := []int{body.Start}
	for o := body.Start; o < body.End; {
		o = lineEnd(b.page.Src, o) + 1
		starts = append(starts, o)
	}
	var out []Field
	for i := 0; i+1 < len(nodes); i += 2 {
		k, v := nodes[i], nodes[i+1]
		f := Field{Key: k.Value, KeySpan: b.nodeSpan(starts, body, k), Span: b.nodeSpan(starts, body, v)}
		f.KeySpan.End = min(f.KeySpan.Start+len(k.Value), f.KeySpan.End)
		f.Value = v.Value
		if v.Kind != yaml.ScalarNode {
			f.Value = string(b.page.Src[f.Span.Start:f.Span.End])
		} else if v.Tag == "!!null" {
			f.Value = ""
		}
		out = append(out, f)
	}
	return out
}

// nodeSpan returns the rest of the line on which a YAML node begins.
func (b *builder) nodeSpan(starts []int, body Span, n *yaml.Node) Span {
	if n.Line < 1 || n.Line > len(starts) {
		return Span{body.Start, body.Start}
	}
	at := starts[n.Line-1]
	end := b.srcLine(at).End
	for c := 1; c < n.Column && at < end; c++ {
		at++
		for at < end && b.page.Src[at]&0xC0 == 0x80 {
			at++
		}
	}
	return trimSpan(b.page.Src, Span{at, max(at, end)})
}
