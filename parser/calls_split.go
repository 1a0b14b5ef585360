package parser

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// A page may document several calls, each in a section of its own. Such a page is
// read as several pages: each has the sections of one call, with the call's heading
// as its title, and the sections that all calls share.

// callSection is a section of the page that documents a call.
type callSection struct {
	section int      // index of the heading; the title for the call of the whole page
	calls   []string // methods and paths
	roles   []vocab.Section
}

func (s *callSection) has(roles ...vocab.Section) bool {
	return slices.ContainsFunc(roles, func(role vocab.Section) bool { return slices.Contains(s.roles, role) })
}

// operations reads the calls of the page.
func (r *reader) operations(common ir.Page) []ir.Operation {
	own := r.separateCalls()
	if len(own) == 0 {
		return []ir.Operation{r.operation(common)}
	}
	r.report(diag.AssumedCalls, diag.Info, r.titleSpan(), "sections of the page document calls of their own, such as %q; each is assumed to be an operation",
		page.Clip(r.page.Sections[own[len(own)-1].section].Text))
	r.split = true
	var ops []ir.Operation
	for _, part := range r.callParts(own) {
		r.within(part.page, func() {
			op := r.operation(r.common())
			op.Name += part.suffix
			ops = append(ops, op)
		})
	}
	r.split = false
	shareExamples(ops)
	return ops
}

// within calls f while pg is the page to read.
func (r *reader) within(pg *page.Page, f func()) {
	whole, roles := r.page, r.roles
	r.page, r.roles = pg, sectionRoles(pg, nil)
	f()
	r.page, r.roles = whole, roles
}

// separateCalls returns the sections whose calls are operations of their own; nil
// when the page documents one operation.
func (r *reader) separateCalls() []callSection {
	requests := 0
	for _, role := range r.roles {
		if role == vocab.SecRequest {
			requests++
		}
	}
	if requests == 1 {
		return nil
	}
	if rounds := r.rounds(); rounds != nil {
		return rounds
	}
	list := r.callSections()
	if len(list) < 2 {
		return nil
	}
	if i := slices.IndexFunc(list, func(s callSection) bool { return s.section == r.callTitle() }); i >= 0 {
		return separateFrom(list[i], slices.Delete(slices.Clone(list), i, i+1))
	}
	if !r.separate(list) {
		return nil
	}
	if slices.ContainsFunc(list[1:], func(s callSection) bool { return !slices.Equal(s.calls, list[0].calls) }) {
		return list
	}
	return nil
}

// hasCallSections reports whether a page without an HTTP request section documents
// calls: sections have a call and describe it below their own headings, or several
// begin with a call.
func (r *reader) hasCallSections() bool {
	begin := 0
	c := r.newCallReader(nil)
	for _, s := range r.callSections() {
		if s.section == r.callTitle() {
			continue
		}
		if s.has(vocab.SecBody, vocab.SecResponse, vocab.SecHeaders, vocab.SecPathParams, vocab.SecURIParams, vocab.SecQueryParams, vocab.SecExampleRequest, vocab.SecExampleResponse) {
			return true
		}
		if len(c.callsOf(r.page.Sections[s.section].Blocks[:1])) > 0 {
			begin++
		}
	}
	return begin > 1
}

// separate reports whether sections of a page without a call of its own document
// different calls. Otherwise they are ways to write one call: it has one method, and
// the page describes the body or the response once.
func (r *reader) separate(list []callSection) bool {
	direct := !r.has(vocab.SecRequest)
	if direct && !r.has(vocab.SecResponse) && !r.has(vocab.SecBody) && !r.has(vocab.SecExample) {
		return true
	}
	methods := map[string]bool{}
	for _, s := range list {
		if s.has(vocab.SecBody, vocab.SecResponse, vocab.SecPermissions) || direct && s.has(vocab.SecExample) {
			return true
		}
		for _, call := range s.calls {
			method, _, _ := strings.Cut(call, " ")
			methods[method] = true
		}
	}
	return len(methods) > 1
}

// separateFrom returns the sections with another call than that of the whole page:
// one of another method, or with its own body, or with its own permissions and
// response. The others show more routes of that call.
func separateFrom(whole callSection, list []callSection) []callSection {
	return slices.DeleteFunc(list, func(s callSection) bool {
		if s.has(vocab.SecBody) || s.has(vocab.SecPermissions) && s.has(vocab.SecResponse) {
			return slices.Equal(s.calls, whole.calls)
		}
		return slices.ContainsFunc(s.calls, func(call string) bool {
			method, _, _ := strings.Cut(call, " ")
			return slices.ContainsFunc(whole.calls, func(other string) bool { return strings.HasPrefix(other, method+" ") })
		})
	})
}

// callTitle returns the section that stands for the whole page.
func (r *reader) callTitle() int { return max(r.titleSection(), 0) }

// callSections returns the sections that have calls in their text or in an HTTP
// request section below them. If calls are in the section of the title, or in an
// HTTP request section right below it, the first element is that section.
func (r *reader) callSections() []callSection {
	var list []callSection
	at := map[int]int{} // indexes in list by section
	c := r.newCallReader(nil)
	for i := range r.page.Sections {
		calls := c.callsIn(i)
		if len(calls) == 0 {
			continue
		}
		owner := r.callOwner(i)
		if k, ok := at[owner]; ok {
			list[k].calls = append(list[k].calls, calls...)
			continue
		}
		at[owner] = len(list)
		list = append(list, callSection{section: owner, calls: calls})
	}
	for i := range list {
		if s := &list[i]; s.section != r.callTitle() {
			s.roles = r.roles[s.section:r.sectionEnd(s.section)]
		}
	}
	return list
}

// callOwner returns the section whose call a section has.
func (r *reader) callOwner(i int) int {
	for i > 0 && r.roles[i] == vocab.SecRequest {
		i = r.page.Sections[i].Parent
	}
	if i < r.callTitle() {
		return r.callTitle()
	}
	return i
}

// sectionEnd returns the index after the last sub-section of a section.
func (r *reader) sectionEnd(i int) int {
	end := i + 1
	for end < len(r.page.Sections) && r.page.Sections[end].Level > r.page.Sections[i].Level {
		end++
	}
	return end
}

// callsIn returns the calls in the text of an HTTP request section. On a page without
// one, it returns those that other sections begin with.
func (c *callReader) callsIn(i int) []string {
	if !c.holdsCalls(i) {
		return nil
	}
	blocks := c.page.Sections[i].Blocks
	if !c.direct {
		return c.callsOf(blocks)
	}
	for k := range blocks {
		if calls := c.callsOf(blocks[k : k+1]); len(calls) > 0 {
			return calls
		}
	}
	return nil
}

// callsOf returns the calls in blocks. Their mistakes are reported when they are read
// for an operation.
func (c *callReader) callsOf(blocks []page.Block) []string {
	c.op = &ir.Operation{}
	reported := len(c.diags)
	for k := range blocks {
		switch b := &blocks[k]; {
		case b.Fence != nil:
			if c.roles[b.Section] == vocab.SecRequest || c.isTemplateBlock(c.part(b), nil, b.Fence.Content) {
				c.templates(c.op, b.Fence, false)
			}
		case b.Table != nil:
			c.callTable(b)
		case b.Kind == page.Paragraph:
			c.callText(b)
		}
	}
	c.diags = c.diags[:reported]
	var calls []string
	for _, route := range c.op.Routes {
		calls = append(calls, route.Method+" "+route.Path.Shape())
	}
	return calls
}

// rounds returns the HTTP request sections below the title when the page documents
// one call after the other: a response or an example comes between them.
func (r *reader) rounds() []callSection {
	var list []callSection
	answered := true
	c := r.newCallReader(nil)
	for i := range r.page.Sections {
		if r.page.Sections[i].Parent != r.callTitle() {
			continue
		}
		switch r.roles[i] {
		case vocab.SecRequest:
			var calls []string
			for k, end := i, r.sectionEnd(i); k < end; k++ {
				calls = append(calls, c.callsIn(k)...)
			}
			if answered && len(calls) > 0 {
				list = append(list, callSection{section: i, calls: calls})
				answered = false
			}
		case vocab.SecResponse, vocab.SecExample, vocab.SecExampleRequest, vocab.SecExampleResponse:
			answered = true
		}
	}
	if len(list) < 2 || slices.Equal(list[0].calls, list[1].calls) {
		return nil
	}
	return list
}

// callPart is the part of the page that documents one call.
type callPart struct {
	page   *page.Page
	suffix string // of the operation's name
}

// callParts returns the part of the whole page's call, if it has one, and the part of
// each section.
func (r *reader) callParts(own []callSection) []callPart {
	if r.roles[own[0].section] == vocab.SecRequest {
		return r.roundParts(own)
	}
	of := r.ownersOf(own)
	var parts []callPart
	if whole := r.wholePart(of); whole != nil {
		parts = append(parts, callPart{page: whole})
	}
	alone := len(parts) == 0
	slugs := map[string]int{} // how many calls have the slug
	for k := range own {
		slugs[r.page.Sections[own[k].section].Slug]++
	}
	for k := range own {
		s := &r.page.Sections[own[k].section]
		name := s.Slug
		if slugs[name] > 1 {
			name = s.Anchor
		}
		parts = append(parts, callPart{r.sectionPart(&own[k], k, of, alone), "#" + name})
	}
	return parts
}

// ownersOf returns for each section the index in own of the innermost section with a
// call that contains it, -1 for none.
func (r *reader) ownersOf(own []callSection) []int {
	of := slices.Repeat([]int{-1}, len(r.page.Sections))
	for k := range own { // in page order, so that inner sections come later
		for i, end := own[k].section, r.sectionEnd(own[k].section); i < end; i++ {
			of[i] = k
		}
	}
	return of
}

func keepAll(*page.Block) bool { return true }

// wholePart returns the page without the sections of other calls, nil if it has no
// call then.
func (r *reader) wholePart(of []int) *page.Page {
	var list []page.PartSection
	calls := false
	c := r.newCallReader(nil)
	for i := range r.page.Sections {
		if of[i] < 0 {
			list = append(list, page.PartSection{Section: i, Level: r.page.Sections[i].Level})
			calls = calls || len(c.callsIn(i)) > 0
		}
	}
	if !calls {
		return nil
	}
	return r.page.Part(list, keepAll)
}

// sectionPart returns the part for the section own[k]: its heading as the title, its
// sub-sections, and those sections outside of all calls that apply to it. alone is
// set if the page has no call outside of the sections.
func (r *reader) sectionPart(own *callSection, k int, of []int, alone bool) *page.Page {
	lift := r.page.Sections[own.section].Level - 1
	list := []page.PartSection{{Section: own.section, Level: 1}}
	for i := range r.page.Sections {
		switch {
		case i == own.section:
		case of[i] == k:
			list = append(list, page.PartSection{Section: i, Level: r.page.Sections[i].Level - lift})
		case of[i] < 0 && r.page.Sections[i].Level > 1 && r.shared(i, own, alone):
			list = append(list, page.PartSection{Section: i, Level: r.page.Sections[i].Level})
		}
	}
	return r.page.Part(list, keepAll)
}

// shared reports whether a section outside of all calls applies to a call.
func (r *reader) shared(i int, own *callSection, alone bool) bool {
	switch role := r.roles[i]; role {
	case vocab.SecPermissions:
		return alone || !own.has(role)
	case vocab.SecHeaders, vocab.SecPathParams, vocab.SecURIParams, vocab.SecQueryParams:
		return alone
	case vocab.SecResponse:
		return alone && !own.has(role)
	case vocab.SecExample, vocab.SecExampleRequest, vocab.SecExampleResponse:
		return alone
	}
	return false
}

// roundParts returns the parts for calls that are documented one after the other. All
// have the title and what comes before the first call. A call whose heading is "HTTP
// request" is named after the last word of its path that no call before it has.
func (r *reader) roundParts(own []callSection) []callPart {
	parts := make([]callPart, len(own))
	words := map[string]bool{} // of the calls before
	for k := range own {
		end := len(r.page.Sections)
		if k+1 < len(own) {
			end = own[k+1].section
		}
		var list []page.PartSection
		for i := range r.page.Sections {
			if i < own[0].section || i >= own[k].section && i < end {
				list = append(list, page.PartSection{Section: i, Level: r.page.Sections[i].Level})
			}
		}
		parts[k].page = r.page.Part(list, keepAll)
		name := lastWord(own[k].calls[0])
		switch {
		case k == 0:
		case name == "" || words[name]:
			parts[k].suffix = "#" + r.page.Sections[own[k].section].Anchor
		default:
			parts[k].suffix = "#" + name
		}
		words[name] = true
	}
	return parts
}

// lastWord returns the last segment of a path that is a word, in lower case.
func lastWord(path string) string {
	segments := strings.Split(strings.ToLower(path), "/")
	for _, s := range slices.Backward(segments[1:]) {
		if name, _, _ := strings.Cut(s, "("); vocab.IsName(name) {
			return name
		}
	}
	return ""
}

// shareExamples leaves each example that several operations have, because the page
// shows it outside of their sections, to those whose routes match. If none matches,
// the first has it.
func shareExamples(ops []ir.Operation) {
	type use struct {
		first   int
		several bool
		matched bool
	}
	uses := map[diag.Range]*use{}
	for i := range ops {
		for k := range ops[i].Examples {
			ex := &ops[i].Examples[k]
			u := uses[ex.At]
			if u == nil {
				u = &use{first: i}
				uses[ex.At] = u
			}
			u.several = u.several || u.first != i
			u.matched = u.matched || ops[i].Matches(ex.Request)
		}
	}
	for i := range ops {
		ops[i].Examples = slices.DeleteFunc(ops[i].Examples, func(ex ir.Example) bool {
			u := uses[ex.At]
			if u.matched {
				return u.several && !ops[i].Matches(ex.Request)
			}
			return u.first != i
		})
	}
}
