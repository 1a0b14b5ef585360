package permission

import (
	"strings"
	"unicode"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// tableInfo is a table and the texts of the page about it.
type tableInfo struct {
	heading   string
	paragraph string // the last one above the table, "" when it is long
	routes    []ir.SubjectRoute
	resources bool // the rows are resources
	from, to  int  // its permissions in Reader.out
}

// rowInfo has the texts of the table about a permission.
type rowInfo struct{ label, column string }

// maxParagraph is the length in bytes up to which a paragraph can be the title of
// a table.
const maxParagraph = 200

// above is the text above a table, since the previous table.
type above struct {
	paragraph      string
	listed, fenced []ir.SubjectRoute
}

func (a *above) block(r *Reader, b *page.Block) {
	switch {
	case b.Kind == page.Paragraph && !b.Quote && b.Text != "":
		a.paragraph = ""
		if len(b.Text) <= maxParagraph {
			a.paragraph = page.OneLine(b.Text)
		}
	case b.Note != nil:
		for _, url := range r.Host.Strings(b.Note, "requestUrls") {
			a.listed = appendRoute(a.listed, url)
		}
	case b.Fence != nil:
		for line := range strings.Lines(b.Fence.Content) {
			if strings.TrimSpace(line) != "" {
				a.fenced = appendRoute(a.fenced, line)
			}
		}
	}
}

// appendRoute adds the route in a line such as "GET /users/{id}". A line that is
// no route is added as one that matches nothing, so that the list is not taken for
// complete.
func appendRoute(list []ir.SubjectRoute, line string) []ir.SubjectRoute {
	method, url, ok := strings.Cut(strings.TrimSpace(line), " ")
	if !ok {
		method, url = "", method
	}
	_, _, path, _ := ir.SplitURL(strings.TrimSpace(url))
	p, _ := ir.ParsePath(path)
	return append(list, ir.SubjectRoute{Method: strings.ToUpper(method), Path: p})
}

// settle sets the contexts and subjects of the permissions, which depend on all
// tables of the page.
func (r *Reader) settle() {
	if len(r.tables) == 1 && !r.hasLabels() {
		for i := range r.out {
			r.out[i].Subjects = routesSubject(r.tables[0].routes)
		}
		return
	}
	headings, paragraphs := make([]string, len(r.tables)), make([]string, len(r.tables))
	uses := map[string]int{}
	for i, t := range r.tables {
		headings[i], paragraphs[i] = t.heading, t.paragraph
		uses[t.paragraph]++
	}
	byHeading, byParagraph := subjects(headings, false), subjects(paragraphs, false)
	if len(r.tables) == 1 {
		byHeading, byParagraph = nil, nil
	}
	for i, t := range r.tables {
		common := routesSubject(t.routes)
		if s := byHeading[t.heading]; s != nil {
			common = append(common, *s)
		}
		if s := byParagraph[t.paragraph]; s != nil {
			common = append(common, *s)
		}
		title := ""
		if len(r.tables) > 1 {
			title = t.title(uses[t.paragraph] == 1, byParagraph[t.paragraph] != nil)
		}
		r.settleTable(&t, i, common, title)
	}
}

// hasLabels reports whether a permission has the label of a row, a column or a list.
func (r *Reader) hasLabels() bool {
	for i := range r.out {
		if r.info[i] != (rowInfo{}) || r.out[i].Case != "" {
			return true
		}
	}
	return false
}

func routesSubject(routes []ir.SubjectRoute) []ir.Subject {
	if len(routes) == 0 {
		return nil
	}
	return []ir.Subject{{Routes: routes}}
}

// title returns the context of the rows of a table that has no heading to
// distinguish it: the paragraph above it, or its routes. own is set when no other
// table has the paragraph, named when the paragraph has the name of a resource.
func (t *tableInfo) title(own, named bool) string {
	isTitle := t.paragraph != "" && !strings.Contains(t.paragraph, ". ")
	if isTitle && own && (named || len(t.routes) > 0 || strings.HasSuffix(t.paragraph, ":")) {
		return strings.TrimSuffix(t.paragraph, ":")
	}
	var list []string
	for _, route := range t.routes {
		list = append(list, strings.TrimSpace(route.Method+" "+route.Path.String()))
	}
	return strings.Join(list, ", ")
}

func (r *Reader) settleTable(t *tableInfo, index int, common []ir.Subject, title string) {
	labels, columns, cases := []string{}, []string{}, []string{}
	for k := t.from; k < t.to; k++ {
		labels, columns = append(labels, r.info[k].label), append(columns, r.info[k].column)
		cases = append(cases, r.out[k].Case)
	}
	byLabel, byColumn, byCase := subjects(labels, t.resources), subjects(columns, false), subjects(cases, false)
	for k := t.from; k < t.to; k++ {
		p := &r.out[k]
		p.Table = index
		p.Subjects = common
		for _, s := range []*ir.Subject{
			rowSubject(byLabel, r.info[k].label, t.resources), rowSubject(byColumn, r.info[k].column, false), rowSubject(byCase, p.Case, false),
		} {
			if s != nil {
				p.Subjects = append(p.Subjects[:len(p.Subjects):len(p.Subjects)], *s)
			}
		}
		if p.Context == "" {
			p.Context = title
		}
	}
}

// rowSubject returns the subject of a label. A label that is not understood has
// one that matches nothing.
func rowSubject(by map[string]*ir.Subject, label string, resource bool) *ir.Subject {
	if label == "" {
		return nil
	}
	if s := by[label]; s != nil {
		s.Row = true
		return s
	}
	return &ir.Subject{Row: true, Nearest: resource}
}

// subjects reads texts that distinguish tables or rows. Only words that are not in
// all of the texts count. It has no entry for a text that names nothing, that
// excludes something, or that is the only one.
func subjects(texts []string, resources bool) map[string]*ir.Subject {
	var read []*subjectText
	by := map[string]*subjectText{}
	for _, text := range texts {
		if text != "" && by[text] == nil {
			by[text] = readSubject(text)
			if !by[text].excludes {
				read = append(read, by[text])
			}
		}
	}
	out := map[string]*ir.Subject{}
	uses, self := map[string]int{}, false
	for _, t := range read {
		self = self || t.self
		for word := range t.words() {
			uses[word]++
		}
	}
	for text, t := range by {
		s := t.subject(func(word string) bool { return len(read) > 1 && uses[word] == len(read) })
		if s != nil {
			s.UserIsOther, s.Nearest = self, resources || t.resource
			out[text] = s
		}
	}
	return out
}

// subjectText is a text as words.
type subjectText struct {
	self, others, excludes bool
	resource               bool       // it has the word "resource"
	parts                  [][]string // between "and", "or" and commas
}

// subjectMarks makes words of the marks that separate subjects.
var subjectMarks = strings.NewReplacer(",", " , ", "/", " / ", "’", "'")

func readSubject(text string) *subjectText {
	t := &subjectText{parts: [][]string{nil}}
	words := strings.Fields(strings.ToLower(subjectMarks.Replace(text)))
	for i := range words {
		words[i] = strings.Trim(words[i], ".:;()[]\"*`_?!")
	}
	for i := 0; i < len(words); {
		n := vocab.Exceptions.Prefix(words[i:])
		t.excludes = t.excludes || n > 0
		if n == 0 {
			n = vocab.Others.Prefix(words[i:])
			t.others = t.others || n > 0
		}
		if n == 0 {
			n = vocab.Self.Prefix(words[i:])
			t.self = t.self || n > 0
		}
		if n == 0 {
			t.word(words[i:])
			n = 1
		}
		i += n
	}
	return t
}

func (t *subjectText) word(words []string) {
	w := strings.TrimSuffix(words[0], "'s")
	last := len(t.parts) - 1
	t.resource = t.resource || vocab.ResourceNouns[w]
	switch {
	case w == "," || w == "/" || vocab.And.Prefix(words) > 0 || vocab.Or.Prefix(words) > 0:
		t.parts = append(t.parts, nil)
	case vocab.ContextWords[w] || strings.IndexFunc(w, isWordRune) < 0:
	case vocab.UserNouns[ir.Singular(w)]:
		t.parts[last] = append(t.parts[last], "user")
	default:
		t.parts[last] = append(t.parts[last], ir.Singular(w))
	}
}

func isWordRune(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

func (t *subjectText) words() map[string]bool {
	all := map[string]bool{}
	for _, part := range t.parts {
		for _, w := range part {
			all[w] = true
		}
	}
	return all
}

// subject returns the subject without the words that are common to all texts.
func (t *subjectText) subject(isCommon func(string) bool) *ir.Subject {
	s := &ir.Subject{Self: t.self, Others: t.others}
	for _, part := range t.parts {
		var words []string
		for _, w := range part {
			if !isCommon(w) {
				words = append(words, w)
			}
		}
		if len(words) == 0 && len(part) > 0 {
			s.AnyOf = nil // the text names something that all texts name
			break
		}
		if len(words) > 0 {
			s.AnyOf = append(s.AnyOf, words)
		}
	}
	if t.excludes || !s.Self && !s.Others && len(s.AnyOf) == 0 {
		return nil
	}
	return s
}
