package parser

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/permission"
	"github.com/mdwire/mdwire/parser/vocab"
)

// params reads the tables of function, query and path parameters and of request
// headers. The parameters of op are the headers in its path templates.
func (r *reader) params(op *ir.Operation) []ir.Param {
	var out []ir.Param
	var places uriPlaces
	for i, role := range r.roles {
		var in ir.ParamPlace
		switch role {
		case vocab.SecFunctionParams, vocab.SecPathParams:
			in = ir.InPath
		case vocab.SecQueryParams:
			in = ir.InQuery
		case vocab.SecHeaders:
			in = ir.InHeader
		case vocab.SecURIParams: // the routes decide
		default:
			continue
		}
		s := &r.page.Sections[i]
		for k := range s.Blocks {
			if t := s.Blocks[k].Table; t != nil {
				if places == nil && (in == 0 || in == ir.InQuery) {
					places = newURIPlaces(op.Routes)
				}
				from := len(out)
				out = r.paramTable(out, t, in, places)
				if in != ir.InHeader && leadsRequired(s.Blocks[:k]) {
					requireAll(out[from:])
				}
			}
		}
	}
	for _, p := range op.Params {
		if !hasParam(out, p) {
			out = append(out, p)
		}
	}
	return r.proseHeaders(out)
}

// leadsRequired reports whether the paragraph before a table says that its parameters
// are required.
func leadsRequired(before []page.Block) bool {
	for _, b := range slices.Backward(before) {
		if b.Kind == page.Paragraph {
			return vocab.SaysAllRequired(b.Text)
		}
	}
	return false
}

func requireAll(params []ir.Param) {
	for i := range params {
		params[i].Required = !params[i].Optional
	}
}

// settleParams changes the role of a section "Parameters": it lists properties
// of the body when a method sends one, query parameters otherwise.
func (r *reader) settleParams(op *ir.Operation) {
	role := vocab.SecQueryParams
	for i := range op.Routes {
		switch op.Routes[i].Method {
		case "POST", "PATCH", "PUT":
			role = vocab.SecBody
		}
	}
	for i := range r.roles {
		if r.roles[i] == vocab.SecParams {
			r.roles[i] = role
		}
	}
}

// paramTable adds the rows of a table of parameters. Without a place, they are in
// that of the placeholder with their name, otherwise in the query.
func (r *reader) paramTable(out []ir.Param, t *page.Table, in ir.ParamPlace, places uriPlaces) []ir.Param {
	c := r.readColumns(t)
	if in != ir.InHeader && !c.listParams(t, in) {
		return out
	}
	if c.name < 0 {
		c.name = 0
		if c.doc < 0 && len(t.Header) > 1 {
			c.doc = len(t.Header) - 1
		}
	}
	for i := range t.Rows {
		row := &t.Rows[i]
		name := propertyName(cellAt(row, c.name).Text)
		if name == "" || strings.EqualFold(strings.Trim(name, "."), "none") {
			continue
		}
		if in == ir.InHeader && permission.KindOf(name) != 0 {
			r.report(diag.PermissionMalformed, diag.Error, row.Span, "the permission row %q is in a table of headers, so it is not read", page.Clip(name))
			continue
		}
		place := in
		switch at := places[foldName(name)]; {
		case in == ir.InQuery && at.in == ir.InPath: // the head of the section is loose
			place = at.in
		case in == 0 && at.in != 0:
			place, name = at.in, cmp.Or(at.key, name)
		case in == 0:
			place, name = r.uriPlace(places, t, c.name, i)
		}
		if p := r.param(row, c, name, place); !hasParam(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// listParams reports whether a table lists parameters, and not the properties
// that "$filter" accepts, the values of a parameter, or examples.
func (c columns) listParams(t *page.Table, in ir.ParamPlace) bool {
	switch c.of {
	case namedTable:
		return true
	case propertyTable:
		return in == ir.InPath || in == 0 || c.typ >= 0
	case otherTable: // the head is not known
		if len(t.Header) > 0 && valueHead.MatchString(t.Header[0].Text) {
			return false
		}
		return !slices.ContainsFunc(t.Rows, func(row page.Row) bool {
			return !vocab.IsName(strings.TrimLeft(propertyName(cellAt(&row, 0).Text), "$@_"))
		})
	}
	return false
}

// valueHead matches the head of a column of values: "Format value".
var valueHead = regexp.MustCompile(`(?i)\bvalues?\W*$`)

// optionName matches the name of an OData query option: "$select".
var optionName = regexp.MustCompile(`\$[A-Za-z]{3,}\b`)

// options returns the query options named in the sections about query
// parameters.
func (r *reader) options() []string {
	var list []string
	for i, role := range r.roles {
		if role != vocab.SecQueryParams {
			continue
		}
		for _, b := range r.page.Sections[i].Blocks {
			if b.Fence != nil || b.Note != nil {
				continue
			}
			for _, name := range optionName.FindAll(r.page.Src[b.Span.Start:b.Span.End], -1) {
				if !slices.Contains(list, string(name)) {
					list = append(list, string(name))
				}
			}
		}
	}
	return list
}

// hasParam reports whether a list has a parameter, which pages of several calls
// state again. It compares only the first 100; no page repeats a longer list.
func hasParam(ps []ir.Param, p ir.Param) bool {
	for i := range min(len(ps), 100) {
		if ps[i].In == p.In && strings.EqualFold(ps[i].Name, p.Name) {
			return true
		}
	}
	return false
}

func (r *reader) param(row *page.Row, c columns, name string, in ir.ParamPlace) ir.Param {
	p := ir.Param{Name: strings.Trim(name, "_"), In: in, At: r.page.Range(row.Span)}
	p.Doc = r.paramDoc(row, c)
	if c.typ >= 0 {
		p.Type, _ = r.typeCell(cellAt(row, c.typ))
	}
	if c.typ < 0 && in != ir.InHeader {
		p.Type = r.valueType(cellAt(row, c.value))
	}
	if in == ir.InHeader {
		p.Name = vocab.HeaderName(p.Name)
		// "Prefer: outlook.timezone" names the header and its value.
		if head, value, ok := strings.Cut(p.Name, ":"); ok {
			p.Name = strings.TrimSpace(head)
			p.Doc = strings.TrimSpace(strings.TrimSpace(value) + " " + p.Doc)
		}
	}
	p.Required = c.required >= 0 && vocab.IsYes(cellAt(row, c.required).Text) || vocab.SaysRequired(p.Doc)
	p.Optional = !p.Required && (c.required >= 0 && vocab.IsNo(cellAt(row, c.required).Text) || vocab.SaysOptional(p.Doc))
	return p
}

// valueType reads the type in a column headed Value. Some tables have types
// there.
func (r *reader) valueType(c *page.Cell) ir.TypeRef {
	t, ok := r.typeCell(c)
	if !ok || !strings.HasPrefix(t.Name, "Edm.") && (c.Links.End == c.Links.Start || !isTypeLink(r.page.Links[c.Links.Start].Dest)) {
		return ir.TypeRef{}
	}
	return t
}

// paramDoc joins the value and the description of a row.
func (r *reader) paramDoc(row *page.Row, c columns) string {
	doc := r.cellDoc(cellAt(row, c.doc))
	if c.value < 0 {
		return doc
	}
	value := cellAt(row, c.value).Text
	if doc == "" || doc == value {
		return value
	}
	return strings.TrimSpace(value + " " + doc)
}
