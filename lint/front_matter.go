package lint

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/parser/page"
)

// NeedsFrontMatter tells pages that are shown by themselves from pieces of
// pages and from pages that only lead to another.
func (p *Subject) NeedsFrontMatter() bool {
	if slices.Contains(strings.Split(p.Path, "/"), "includes") {
		return false
	}
	return p.Operation != nil || p.Resource != nil || p.Front.Field("title") != nil
}

// FrontField returns the front matter field of the first name that is there, nil
// for none.
func (p *Subject) FrontField(names []string) *page.Field {
	for _, n := range names {
		if f := p.Front.Field(n); f != nil {
			return f
		}
	}
	return nil
}
