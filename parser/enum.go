package parser

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// members reads a table of enum members.
func (r *reader) members(t *page.Table, c columns) []ir.Member {
	var out []ir.Member
	for i := range t.Rows {
		row := &t.Rows[i]
		name := propertyName(cellAt(row, c.name).Text)
		if name == "" {
			r.namelessRow(row)
			continue
		}
		out = append(out, ir.Member{
			Name: name, Value: strings.TrimSpace(cellAt(row, c.value).Text),
			Doc: r.cellDoc(cellAt(row, c.doc)), At: r.page.Range(row.Span),
		})
	}
	return out
}

// enumTable reads a list of members beside the page's own type: an enum named
// by its heading, "### weekIndex values".
func (r *reader) enumTable(res *ir.Resource, t *page.Table, c columns, sec int) {
	ms := r.members(t, c)
	if len(ms) == 0 {
		return
	}
	s := &r.page.Sections[sec]
	name := enumName(s.Text)
	if name == "" {
		if sec <= 1 && len(res.Members) == 0 {
			res.Members = ms
			return
		}
		name = camelWord(s.Text)
	}
	if name == "" {
		r.report(rulePropertyRow, diag.Info, t.Rows[0].Span, "the list of values stands under no heading that names an enum, so it is not read")
		return
	}
	res.Enums = append(res.Enums, ir.Enum{Name: r.qualify(name), Members: ms, At: r.page.Range(s.Span)})
}

// enumName reads "weekIndex values" and "values of weekIndex".
func enumName(heading string) string {
	first, rest, ok := strings.Cut(oneLine(heading), " ")
	first = strings.Trim(first, "`*")
	if !ok {
		return first
	}
	if isDotted(first) && containsAny(strings.ToLower(rest), []string{"value", "enum", "member", "type", "值", "valor", "propert"}) {
		return first
	}
	return ""
}

// camelWord returns the last word of a heading that is written like a type's
// name, with a capital inside: "Possible values for the weekIndex".
func camelWord(heading string) string {
	name := ""
	for w := range strings.FieldsSeq(heading) {
		w = strings.Trim(w, "`*.,:()")
		if isDotted(w) && strings.ToLower(w[1:]) != w[1:] && strings.ToUpper(w) != w {
			name = w
		}
	}
	return name
}
