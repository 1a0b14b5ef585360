package parser

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/parser/message"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// translateHeadings replaces the slugs of translated headings with the English
// ones.
func translateHeadings(p *page.Page) {
	for i := range p.Sections {
		p.Sections[i].Slug = vocab.EnglishSlug(p.Sections[i].Slug)
	}
}

// sectionRoles returns the role of each section. A section inherits the role of
// its parent, and all sections below an example belong to the example.
func sectionRoles(p *page.Page, roles []vocab.Section) []vocab.Section {
	roles = append(roles[:0], make([]vocab.Section, len(p.Sections))...)
	titled := false
	for i := 1; i < len(roles); i++ {
		s := &p.Sections[i]
		switch {
		case s.Level == 1 && !titled:
			roles[i], titled = vocab.SecTitle, true
		case s.Level == 1: // old pages write all their headings with one mark
			roles[i] = vocab.SectionOf(s.Slug, vocab.SecTitle)
		default:
			roles[i] = vocab.SectionOf(s.Slug, roles[s.Parent])
		}
		if roles[i] == vocab.SecRequest && vocab.SlugBegins(s.Slug, "rest-request") && holdsMessage(s) {
			roles[i] = vocab.SecExampleRequest // of any service, on a page about many things
		}
	}
	callsAmongExamples(p, roles)
	return roles
}

// callsAmongExamples corrects the roles on a page that has its HTTP request
// section below the heading of the examples. When no other section has path
// templates, that section and its siblings get the roles of their own headings.
func callsAmongExamples(p *page.Page, roles []vocab.Section) {
	if slices.Contains(roles, vocab.SecRequest) {
		return
	}
	parents := map[int]bool{}
	for i := range roles {
		if s := &p.Sections[i]; roles[i] == vocab.SecExampleRequest && vocab.SlugBegins(s.Slug, "http-request") && roles[s.Parent] == vocab.SecExample && holdsTemplate(s) {
			parents[s.Parent] = true
		}
	}
	for i := 1; i < len(roles) && len(parents) > 0; i++ {
		if parents[p.Sections[i].Parent] {
			roles[i] = vocab.SectionOf(p.Sections[i].Slug, vocab.SecTitle)
		}
	}
}

// holdsTemplate reports whether the first code of a section is a call without
// host.
func holdsTemplate(s *page.Section) bool {
	for i := range s.Blocks {
		if f := s.Blocks[i].Fence; f != nil {
			return methodLen(f.Content) > 0 && !strings.Contains(f.Content, "://")
		}
	}
	return false
}

// holdsMessage reports whether the first code of a section is a request with a host.
func holdsMessage(s *page.Section) bool {
	for i := range s.Blocks {
		if f := s.Blocks[i].Fence; f != nil {
			return message.KindOf(f.Content) == message.Request && strings.Contains(page.FirstLine(f.Content), "://")
		}
	}
	return false
}

// has reports whether the page has a section with the role.
func (r *reader) has(sec vocab.Section) bool {
	for _, s := range r.roles {
		if s == sec {
			return true
		}
	}
	return false
}

// blocks calls f for every block of the sections with the role, until f returns
// false.
func (r *reader) blocks(sec vocab.Section, f func(*page.Block) bool) {
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

// first returns the first section with the role, nil when there is none.
func (r *reader) first(sec vocab.Section) *page.Section {
	for i, role := range r.roles {
		if role == sec {
			return &r.page.Sections[i]
		}
	}
	return nil
}
