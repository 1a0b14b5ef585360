package parser

import (
	"bytes"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/lenient"
	"github.com/mdwire/mdwire/parser/message"
	"github.com/mdwire/mdwire/parser/page"
)

// message converts a message of a fence to the IR, with positions in the page.
func (r *reader) message(f *page.Fence, m *message.Message) ir.Message {
	out := ir.Message{
		Body: m.Body, Kind: m.BodyKind,
		At:     r.page.Range(f.SourceSpan(m.At.Start, m.At.End)),
		BodyAt: r.page.Range(f.SourceSpan(m.BodyAt.Start, m.BodyAt.End)),
	}
	if out.BodyAt.End.Offset-out.BodyAt.Start.Offset != len(out.Body) { // indented, or with CRLF
		out.Breaks = r.lineBreaks(f, m.BodyAt)
	}
	if len(m.Headers) > 0 {
		out.Headers = make([]ir.Header, len(m.Headers))
	}
	for i, h := range m.Headers {
		out.Headers[i] = ir.Header{Name: h.Name, Value: h.Value, At: r.page.Range(f.SourceSpan(h.NameAt.Start, max(h.NameAt.End, h.ValueAt.End)))}
	}
	switch {
	case len(out.Body) > 0 && !bytes.ContainsAny(out.Body, "{[") && out.Header("Content-Length") == "0": // "No-Content-Body"
		out.Kind, out.Body, out.BodyAt, out.Breaks = ir.NoBody, nil, diag.Range{}, nil
	case out.Kind == ir.JSONInvalid && isBinaryType(out.Header("Content-Type")): // a tool's view of bytes
		out.Kind = ir.Text
	}
	switch out.Kind {
	case ir.JSON:
		out.JSON = out.Body
	case ir.JSONInvalid:
		if len(m.Body) > 0 { // not of a body in a file
			out.JSON = r.repairJSON(f, m)
		}
	}
	return out
}

// isBinaryType reports whether a content type is one of files that JSON cannot be.
func isBinaryType(contentType string) bool {
	main, sub, _ := strings.Cut(strings.ToLower(mediaType(contentType)), "/")
	switch main {
	case "image", "audio", "video":
		return true
	case "application":
		return sub == "pdf" || sub == "zip" || sub == "octet-stream"
	}
	return false
}

// lineBreaks returns the line breaks of a span of a fence, nil if one is too long
// for the IR.
func (r *reader) lineBreaks(f *page.Fence, at message.Span) []ir.LineBreak {
	all := r.breaks[:0]
	for b := range f.Breaks(at.Start, at.End) {
		indent := int16(b.Indent)
		if int(indent) != b.Indent {
			return nil
		}
		all = append(all, ir.LineBreak{CRLF: b.CRLF, Indent: indent})
	}
	r.breaks = all
	for len(all) > 1 && all[len(all)-1] == all[len(all)-2] {
		all = all[:len(all)-1]
	}
	return slices.Clone(all)
}

// repairJSON reports the first place where a body is not JSON. It returns the
// repaired body, nil when it cannot be repaired.
func (r *reader) repairJSON(f *page.Fence, m *message.Message) []byte {
	body := f.Content[m.BodyAt.Start:m.BodyAt.End]
	res := lenient.Read([]byte(body))
	if len(res.Defects) == 0 {
		r.report(diag.JSONInvalid, diag.Error, f.SourceSpan(m.BodyAt.Start, m.BodyAt.End), "the body is not JSON")
		return nil
	}
	d := res.Defects[0]
	at := m.BodyAt.Start
	text := "the body is not JSON"
	if d.Kind != lenient.Hopeless {
		text = "the body is not valid JSON: " + defectText(d, []byte(body))
	}
	r.report(diag.JSONInvalid, diag.Error, f.SourceSpan(at+d.Start, at+d.End), "%s", text)
	r.fixJSON(res, func(start, end int) page.Span { return f.SourceSpan(at+start, at+end) })
	return res.JSON
}

// faultCodes maps the faults of messages to the rules that they break.
var faultCodes = map[message.FaultKind]diag.Code{
	message.BlankBeforeHeaders: diag.HTTPHeaderMalformed,
	message.NoBlankBeforeBody:  diag.HTTPHeaderMalformed,
	message.HeaderMalformed:    diag.HTTPHeaderMalformed,
	message.BlankInHeader:      diag.HTTPHeaderMalformed,
	message.SeveralInOne:       diag.HTTPHeaderMalformed,
	message.MarkdownInText:     diag.HTTPHeaderMalformed,
	message.StatusVersion:      diag.StatusLineMalformed,
	message.StatusCase:         diag.StatusLineMalformed,
	message.NoStatus:           diag.StatusLineMalformed,
	message.NoReason:           diag.StatusLineMalformed,
	message.WrappedURL:         diag.ExampleURLMalformed,
	message.MethodDecorated:    diag.ExampleURLMalformed,
	message.MethodCase:         diag.ExampleURLMalformed,
	message.NoSpaceInStart:     diag.ExampleURLMalformed,
	message.NoURL:              diag.ExampleURLMalformed,
	message.CurlOption:         diag.HTTPHeaderMalformed,
	message.BodyInFile:         diag.HTTPHeaderMalformed,
	message.FormNotShown:       diag.HTTPHeaderMalformed,
}

func (r *reader) reportFaults(f *page.Fence, m *message.Message) {
	for _, fault := range m.Faults {
		rule := faultCodes[fault.Kind]
		if rule == "" {
			rule = diag.HTTPHeaderMalformed
		}
		r.report(rule, diag.Error, f.SourceSpan(fault.Start, fault.End), "the HTTP example has an error at %q: %s", page.Clip(faultText(f.Content, fault)), fault.Kind)
		r.fixFault(f, m, fault)
	}
}

// faultText returns the text of a fault for a message. For blank lines, and for
// faults between lines, it is the next line.
func faultText(content string, fault message.Fault) string {
	if text := content[fault.Start:min(fault.End, len(content))]; strings.TrimSpace(text) != "" {
		return text
	}
	line, _, _ := strings.Cut(strings.TrimLeft(content[fault.Start:], " \t\n"), "\n")
	return line
}

// isPageOfCollection reports whether a body is a page of a collection. Invalid
// JSON counts too, because the mistake may come after the values.
func isPageOfCollection(m *ir.Message) bool {
	switch {
	case m.Kind == ir.JSON, m.Kind == ir.JSONInvalid && m.JSON != nil:
		return hasValueArray(m.JSON)
	case m.Kind == ir.JSONInvalid:
		return hasValueArray(m.Body)
	}
	return false
}

// hasValueArray reports whether a JSON body is an object whose member "value"
// is an array. Annotations often omit isCollection.
func hasValueArray(body []byte) bool {
	if !bytes.Contains(body, []byte(`"value"`)) {
		return false
	}
	list := false
	eachMember(body, func(name, value []byte) bool {
		if string(name) != "value" {
			return true
		}
		list = len(value) > 0 && value[0] == '['
		return false
	})
	return list
}
