package parser

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// responseReader reads the Response sections of a call.
type responseReader struct {
	*reader
	out []ir.Response
	// stated is what the section says of a response without its status.
	stated ir.Response
	// returns is set if stated.Type is in a sentence that says that it is returned.
	// Otherwise the types in the annotations of examples precede it.
	returns bool

	holds  []bool      // see requestParents
	before *ir.Request // the last example request before the section
	next   int         // the example after it
}

// responses reads the statuses in the headings, the text and the tables of the
// Response section, each with the type that its sentence links to. See
// [ir.Operation.Responses].
func (r *reader) responses(op *ir.Operation) []ir.Response {
	rr := responseReader{reader: r, holds: r.requestParents()}
	for i := range r.roles {
		if r.roles[i] == vocab.SecResponse && rr.answersCall(op, i) {
			rr.section(&r.page.Sections[i])
		}
	}
	if !slices.ContainsFunc(rr.out, isSuccess) {
		rr.complete(op)
	}
	return rr.out
}

func isSuccess(p ir.Response) bool { return p.Status >= 200 && p.Status < 400 }

// answersCall reports whether a Response section is about the page's call. Some pages
// describe further steps, each with an example request and a Response section. It is
// called for the sections in page order.
func (rr *responseReader) answersCall(op *ir.Operation, section int) bool {
	at := rr.page.Sections[section].Span.Start
	for rr.roles[section] == vocab.SecResponse && rr.page.Sections[section].Parent >= 0 {
		section = rr.page.Sections[section].Parent
	}
	for ; rr.next < len(op.Examples) && op.Examples[rr.next].At.Start.Offset < at; rr.next++ {
		if req := op.Examples[rr.next].Request; req != nil && req.At.Path == rr.file {
			rr.before = req
		}
	}
	return rr.holds[section] || rr.before == nil || isSimilarCall(op, rr.before)
}

// requestParents returns, for each section, whether it has an HTTP request section
// below it.
func (r *reader) requestParents() []bool {
	holds := make([]bool, len(r.roles))
	for i, role := range r.roles {
		for p := i; role == vocab.SecRequest && p >= 0 && !holds[p]; p = r.page.Sections[p].Parent {
			holds[p] = true
		}
	}
	return holds
}

// maxSimilar limits the routes that a request is compared with.
const maxSimilar = 128

// isSimilarCall reports whether a request may be a call of an operation although it
// matches none of its routes: it has the method and the last segment of one.
func isSimilarCall(op *ir.Operation, req *ir.Request) bool {
	_, _, path, _ := ir.SplitURL(req.URL)
	last := path[strings.LastIndexByte(path, '/')+1:]
	for i := range op.Routes[:min(len(op.Routes), maxSimilar)] {
		route := &op.Routes[i]
		if route.Method != req.Method || len(route.Path.Segments) == 0 {
			continue
		}
		end := route.Path.Segments[len(route.Path.Segments)-1]
		if end.Kind() != ir.LiteralSegment || strings.EqualFold(end.String(), last) {
			return true
		}
	}
	return false
}

func (rr *responseReader) section(s *page.Section) {
	headed := -1
	if status := statusIn(s.Text); status != 0 {
		headed = rr.add(status, s.Span)
	}
	for i := range s.Blocks {
		switch b := &s.Blocks[i]; b.Kind {
		case page.Paragraph:
			rr.paragraph(b, headed)
		case page.TableBlock:
			rr.table(b.Table)
		}
	}
}

// add adds a response unless the status is known, and returns its index.
func (rr *responseReader) add(status int, at page.Span) int {
	if i := slices.IndexFunc(rr.out, func(p ir.Response) bool { return p.Status == status }); i >= 0 {
		return i
	}
	rr.out = append(rr.out, ir.Response{Status: status, At: rr.page.Range(at)})
	return len(rr.out) - 1
}

// paragraph reads a paragraph. headed is the index of the response that the section's
// heading names, -1 for none.
func (rr *responseReader) paragraph(b *page.Block, headed int) {
	body := responseBody(b.Text)
	first := len(rr.out)
	for _, status := range statuses(b.Text) {
		rr.add(status, b.Span)
	}
	found := rr.out[first:]
	if len(found) == 0 && headed >= 0 && rr.out[headed].Type.Name == "" {
		found = rr.out[headed : headed+1]
	}
	if len(found) == 0 {
		rr.unnumbered(b, body)
		return
	}
	var typ ir.TypeRef
	if slices.ContainsFunc(found, func(p ir.Response) bool { return hasType(p.Status) }) {
		typ = rr.sentenceType(b)
	}
	for i := range found {
		switch p := &found[i]; {
		case hasType(p.Status) && typ.Name != "":
			p.Type = typ
		case mayHaveBody(p.Status) && typ.Name == "":
			p.Body = body
		}
	}
}

// responseBody returns what a text says of the body of a response: NoBody, Binary, or
// JSON for any other body; 0 if it says nothing.
func responseBody(text string) ir.BodyKind {
	text = strings.ToLower(text)
	switch {
	case vocab.SaysNoContent(text):
		return ir.NoBody
	case vocab.SaysBytes(text):
		return ir.Binary
	case vocab.SaysContent(text):
		return ir.JSON
	}
	return 0
}

// hasType reports whether a response with a status has the type in its sentence. The
// sentence of a 202 links to the type of what is fetched later.
func hasType(status int) bool { return status == 200 || status == 201 || status == 206 }

func mayHaveBody(status int) bool { return status >= 200 && status < 300 && status != 204 }

// unnumbered reads a paragraph without a status. It is about the responses before it,
// or about one whose status the page does not say.
func (rr *responseReader) unnumbered(b *page.Block, body ir.BodyKind) {
	if !slices.ContainsFunc(rr.out, isSuccess) {
		if rr.stated.Type.Name == "" {
			rr.stated.Type = rr.sentenceType(b)
			rr.returns = body != 0 || vocab.SaysReturns(b.Text)
		}
		if rr.stated.Body == 0 {
			rr.stated.Body = body
		}
		if rr.stated.At == (ir.Response{}).At {
			rr.stated.At = rr.page.Range(b.Span)
		}
		return
	}
	for i := range rr.out {
		p := &rr.out[i]
		if !mayHaveBody(p.Status) || p.Type.Name != "" || p.Body != 0 {
			continue
		}
		if p.Body = body; body == ir.JSON && hasType(p.Status) && rr.statesType(b) {
			p.Type = rr.sentenceType(b)
		}
	}
}

// table reads a table with a response in each row: |201 Created| |Success|.
func (rr *responseReader) table(t *page.Table) {
	column := statusColumn(t)
	if column < 0 {
		return
	}
	types := rr.readColumns(t).typ
	for i := range t.Rows {
		row := &t.Rows[i]
		status := statusIn(row.Cells[column].Text)
		if status == 0 {
			continue
		}
		k := rr.add(status, row.Span)
		if types >= 0 && types != column && hasType(status) {
			rr.out[k].Type, _ = rr.typeCell(&row.Cells[types])
		}
	}
}

// statusColumn returns the first column with a status in each cell, except for a last
// one such as "Default"; -1 if there is none.
func statusColumn(t *page.Table) int {
	for column := range t.Header {
		found := 0
		for i := range t.Rows {
			if statusIn(t.Rows[i].Cells[column].Text) != 0 {
				found++
			}
		}
		last := len(t.Rows) - 1
		if found > 0 && (found > last || found == last && !strings.ContainsAny(t.Rows[last].Cells[column].Text, "0123456789")) {
			return column
		}
	}
	return -1
}

// complete adds the successful response that the section does not number, with the
// statuses of the call's examples.
func (rr *responseReader) complete(op *ir.Operation) {
	var shown []ir.Response
	for _, ex := range callExamples(op) {
		status := ex.Response.Status
		if slices.ContainsFunc(shown, func(p ir.Response) bool { return p.Status == status }) {
			continue
		}
		p := ir.Response{Status: status, At: ex.Response.At}
		switch {
		case hasType(status) && rr.stated.Type.Name != "":
			if rr.returns || ex.Response.Type.Name == "" {
				p.Type = rr.stated.Type
			}
		case mayHaveBody(status):
			p.Body = rr.stated.Body
		}
		shown = append(shown, p)
	}
	if rr.stated.Type.Name != "" {
		rr.stated.Body = 0
	}
	if len(shown) == 0 && (rr.stated.Type.Name != "" || rr.stated.Body != 0) {
		shown = append(shown, rr.stated)
	}
	rr.out = append(shown, rr.out...)
}

// callExamples returns the examples with a successful response whose requests match
// the call's routes; if there is none, those of similar requests, or else all.
func callExamples(op *ir.Operation) []*ir.Example {
	var own, similar, all []*ir.Example
	for i := range op.Examples {
		ex := &op.Examples[i]
		if ex.Response == nil || ex.Response.Status < 200 || ex.Response.Status >= 400 {
			continue
		}
		all = append(all, ex)
		if ex.Request == nil {
			continue
		}
		if op.Matches(ex.Request) {
			own = append(own, ex)
		} else if isSimilarCall(op, ex.Request) {
			similar = append(similar, ex)
		}
	}
	switch {
	case len(own) > 0:
		return own
	case len(similar) > 0:
		return similar
	}
	return all
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
