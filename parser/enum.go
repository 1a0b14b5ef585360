package parser

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// members reads a table of enum members.
func (r *reader) members(t *page.Table, c columns) []ir.Member {
	var out []ir.Member
	for i := range t.Rows {
		row := &t.Rows[i]
		name := propertyName(cellAt(row, c.name).Text)
		if name == "" {
			r.reportNamelessRow(row)
			continue
		}
		out = append(out, ir.Member{
			Name: name, Value: strings.TrimSpace(cellAt(row, c.value).Text),
			Doc: r.cellDoc(cellAt(row, c.doc)), At: r.page.Range(row.Span),
		})
	}
	return out
}

// enumTable reads a table of members under its own heading. They belong to the
// type of the page, or to an enum that the heading names: "### weekIndex
// values".
func (r *reader) enumTable(res *ir.Resource, t *page.Table, c columns, sec int) {
	ms := r.members(t, c)
	if len(ms) == 0 {
		return
	}
	s := &r.page.Sections[sec]
	name := r.enumHeading(sec)
	own := res.Name != "" && (s.Level <= 1 || strings.EqualFold(name, vocab.LastPart(res.Name)))
	switch {
	case own && len(res.Members) == 0 && !r.has(vocab.SecProperties):
		res.Members = ms
	case name != "" && !own:
		res.Enums = append(res.Enums, ir.Enum{Name: r.qualify(name), Members: ms, At: r.page.Range(s.Span)})
	default:
		r.report(diag.PropertyRowDefect, diag.Info, t.Rows[0].Span, "the heading above the list of values does not name an enum, so the list is not read")
	}
}

// enumHeading returns the enum that the heading of a section names, "" for the
// title and for headings such as "Properties".
func (r *reader) enumHeading(sec int) string {
	s := &r.page.Sections[sec]
	if s.Level <= 1 || r.roles[sec] != vocab.SecOther && r.plainSection(sec) && !strings.Contains(s.Text, " ") {
		return ""
	}
	if name, ok := strings.CutSuffix(s.Slug, "-values"); ok && s.Slug != page.Slug(s.Text) {
		return anchoredName(s.Text, name)
	}
	if name := enumName(s.Text); name != "" {
		return name
	}
	return camelWord(s.Text)
}

// anchoredName returns the word of a translated heading that its anchor names.
// When the name is translated too, it is the anchor, in lower case.
func anchoredName(heading, name string) string {
	for w := range strings.FieldsFuncSeq(heading, func(c rune) bool { return c == ' ' || c >= vocab.FirstIdeograph }) {
		if w = strings.Trim(w, "`*.,:()"); strings.EqualFold(w, name) {
			return w
		}
	}
	if !vocab.IsName(name) || strings.Contains(name, "-") {
		return ""
	}
	return name
}

// enumName reads the headings "weekIndex values" and "weekIndex".
func enumName(heading string) string {
	first, rest, ok := strings.Cut(page.OneLine(heading), " ")
	first = strings.Trim(first, "`*")
	if !ok {
		return first
	}
	if vocab.IsName(first) && vocab.EnumHeadings.In(strings.ToLower(rest)) {
		return first
	}
	return ""
}

// camelWord returns the last word of a heading that has a capital inside, as
// the names of types do: "Possible values for the weekIndex".
func camelWord(heading string) string {
	name := ""
	for w := range strings.FieldsSeq(heading) {
		w = strings.Trim(w, "`*.,:()")
		if vocab.IsName(w) && strings.ToLower(w[1:]) != w[1:] && strings.ToUpper(w) != w {
			name = w
		}
	}
	return name
}
