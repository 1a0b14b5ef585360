package parser

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/parser/page"
)

// section is what a part of a page is about.
type section int

const (
	secOther section = iota
	secTitle
	secPermissions
	secRequest // HTTP request: the templates
	secFunctionParams
	secQueryParams
	secPathParams
	secParams // "Parameters", of the query or the body: see [reader.settleParams]
	secHeaders
	secBody
	secResponse
	secExample
	secExampleRequest
	secExampleResponse
	secProperties
	secRelationships
	secMethods
	secMembers
	secJSON
)

// sectionSlugs tells sections by the slug of their heading, which is in English:
// see [translateHeadings].
// Longer forms come before the shorter ones that begin them.
var sectionSlugs = []struct {
	prefix string
	sec    section
}{
	{"prerequisites", secPermissions},
	{"permission", secPermissions},
	{"http-response", secResponse},
	{"http-request-header", secHeaders},
	{"http-request-body", secBody},
	{"http-request", secRequest},
	{"https-request", secRequest},
	{"function-parameter", secFunctionParams},
	{"optional-query-parameter", secQueryParams},
	{"query-parameter", secQueryParams},
	{"required-query-parameter", secQueryParams},
	{"optional-query-string-parameter", secQueryParams},
	{"query-string-parameter", secQueryParams},
	{"path-parameter", secPathParams},
	{"optional-request-header", secHeaders},
	{"request-header", secHeaders},
	{"header", secHeaders},
	{"request-body", secBody},
	{"response", secResponse},
	{"example", secExample},
	{"properties", secProperties},
	{"property", secProperties},
	{"relationship", secRelationships},
	{"navigation-property", secRelationships},
	{"navigation-properties", secRelationships},
	{"method", secMethods},
	{"tasks", secMethods},
	{"members", secMembers},
	{"json-representation", secJSON},
}

// sectionRoles tells what each section of a page is. A section inherits from
// the one that it stands in, and all below an example belongs to the example.
func sectionRoles(p *page.Page, roles []section) []section {
	roles = append(roles[:0], make([]section, len(p.Sections))...)
	titled := false
	for i := 1; i < len(roles); i++ {
		s := &p.Sections[i]
		switch {
		case s.Level == 1 && !titled:
			roles[i], titled = secTitle, true
		case s.Level == 1: // old pages write all their headings with one mark
			roles[i] = roleBelow(secTitle, s.Slug)
		default:
			roles[i] = roleBelow(roles[s.Parent], s.Slug)
		}
	}
	callsAmongExamples(p, roles)
	return roles
}

// callsAmongExamples mends the roles of a page that has the sections of its call
// below the heading of the examples: where no other section holds templates, one
// headed "HTTP request" does, and those beside it are what they are called.
func callsAmongExamples(p *page.Page, roles []section) {
	if slices.Contains(roles, secRequest) {
		return
	}
	parents := map[int]bool{}
	for i := range roles {
		if s := &p.Sections[i]; roles[i] == secExampleRequest && beginsWith(s.Slug, "http-request") && roles[s.Parent] == secExample && holdsTemplate(s) {
			parents[s.Parent] = true
		}
	}
	for i := 1; i < len(roles) && len(parents) > 0; i++ {
		if parents[p.Sections[i].Parent] {
			roles[i] = roleBelow(secTitle, p.Sections[i].Slug)
		}
	}
}

// holdsTemplate reports whether a section's first code is a call without host.
func holdsTemplate(s *page.Section) bool {
	for i := range s.Blocks {
		if f := s.Blocks[i].Fence; f != nil {
			return methodLen(f.Content) > 0 && !strings.Contains(f.Content, "://")
		}
	}
	return false
}

func roleBelow(parent section, slug string) section {
	for strings.Contains(slug, "--") { // two blanks in the heading
		slug = strings.ReplaceAll(slug, "--", "-")
	}
	if parent == secExample || parent == secExampleRequest || parent == secExampleResponse {
		switch {
		case beginsWith(slug, "response"), beginsWith(slug, "http-response"):
			return secExampleResponse
		case beginsWith(slug, "request"), beginsWith(slug, "http-request"):
			return secExampleRequest
		case beginsWith(slug, "example"):
			return secExample
		}
		return parent
	}
	for _, s := range sectionSlugs {
		if beginsWith(slug, s.prefix) {
			return s.sec
		}
	}
	if slug == "request" || slug == "requests" {
		return secExampleRequest
	}
	switch {
	case slug == "navigation":
		return secRelationships
	case parent == secTitle && slug == "parameters":
		return secParams
	case parent == secTitle:
		return secOther
	}
	return parent
}

// beginsWith reports whether a slug begins with a word, or its plural: what
// follows is no letter, so that "taskStatus values" is about no tasks.
func beginsWith(slug, word string) bool {
	rest, ok := strings.CutPrefix(slug, word)
	return ok && (rest == "" || !isLetter(rest[0]) || rest[0] == 's' && (len(rest) == 1 || !isLetter(rest[1])))
}

// has reports whether the page has a section of that kind.
func (r *reader) has(sec section) bool {
	for _, s := range r.roles {
		if s == sec {
			return true
		}
	}
	return false
}

// blocks calls f for every block of the page's sections of that kind, until f
// returns false.
func (r *reader) blocks(sec section, f func(*page.Block) bool) {
	for i, role := range r.roles {
		if role != sec {
			continue
		}
		s := &r.page.Sections[i]
		for k := range s.Blocks {
			if !f(&s.Blocks[k]) {
				return
			}
		}
	}
}

// first returns the first section of that kind, nil when there is none.
func (r *reader) first(sec section) *page.Section {
	for i, role := range r.roles {
		if role == sec {
			return &r.page.Sections[i]
		}
	}
	return nil
}
