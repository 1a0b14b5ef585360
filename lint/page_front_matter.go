package lint

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/parser/page"
)

// NeedsFrontMatter reports whether the page is published by itself: it is not an
// include and not a redirect.
func (p *Subject) NeedsFrontMatter() bool {
	if slices.Contains(strings.Split(p.Path, "/"), "includes") {
		return false
	}
	return p.DocumentsCall() || len(p.Resources) > 0 || p.Front.Field("title") != nil
}

// FrontField returns the first front matter field that has one of the names, in
// the order of the names; nil if there is none.
func (p *Subject) FrontField(names []string) *page.Field {
	for _, n := range names {
		if f := p.Front.Field(n); f != nil {
			return f
		}
	}
	return nil
}
