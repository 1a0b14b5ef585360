package rules

import (
	"slices"
	"strings"
	"unicode"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var templateDuplicate = &lint.Rule{
	Code:     diag.TemplateDuplicate,
	Severity: diag.Warning,
	Manual: `
A page has the same path template twice.

Two lines with the same method and path describe the same operation, even if the
names of their placeholders differ. In most cases one of them is wrong. Correct
it, or remove it. ''{plotId}'' and ''{plotName}'' are different keys, and not
reported.
`,
	Bad: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
«GET /users/{user-id}»
'''
`,
	Good: `
-- api-reference/v1.0/api/user-get.md --
# Get user

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Application|User.Read.All|

## HTTP request

'''http
GET /users/{id}
GET /users/{id}/manager
GET /users/{id}?$select={names}
GET /users/{id}/lists/{listId}
GET /users/{id}/lists/{listTitle}
'''
`,
	Page: func(p *lint.Pass) {
		first := map[string]*ir.Route{}
		for r := range p.Routes() {
			key := r.Method + " " + r.Path.Shape() + "?" + r.Query
			if earlier, twice := first[key]; twice {
				if otherVersions(p, earlier, r) || haveOtherKeys(earlier.Path, r.Path) {
					continue
				}
				d := p.ReportAt(r.At, "the template has the same method and path as an earlier one on this page")
				d.Related = []diag.Related{{At: earlier.At, Message: "the first template is here"}}
				if s, here := p.SpanOf(r.At); here && p.StartsLine(s.Start) && p.RestOfLine(s.Start).End == s.End && oneOfMany(p, s.Start) {
					end := min(s.End+len(p.LineEnd()), len(p.Src))
					d.AddFix(sameParams(earlier.Path, r.Path), "remove the line", p.Edit(page.Span{Start: s.Start, End: end}, ""))
				}
				continue
			}
			first[key] = r
		}
	},
}

// haveOtherKeys reports whether two templates address the same resource by different
// keys: {plotId} and {plotName}, {list-id} and {list-title}.
func haveOtherKeys(a, b ir.PathTemplate) bool {
	p, q := a.Params(), b.Params()
	for i := range p {
		one, other := lastWord(p[i].Name), lastWord(q[i].Name)
		if strings.EqualFold(one, other) {
			continue
		}
		own, alternate := strings.TrimSuffix(p[i].Name, one), strings.TrimSuffix(q[i].Name, other)
		return own != "" && strings.EqualFold(own, alternate)
	}
	return false
}

// otherVersions reports whether two templates contain different API versions.
// Some pages document several versions.
func otherVersions(p *lint.Pass, a, b *ir.Route) bool {
	v, w := versionOf(p, a), versionOf(p, b)
	return v != "" && w != "" && v != w
}

// versionOf returns the API version in a template that is a full URL, "" for
// other templates.
func versionOf(p *lint.Pass, r *ir.Route) string {
	s, here := p.SpanOf(r.At)
	if !here {
		return ""
	}
	_, url, _ := strings.Cut(p.Raw(s), " ")
	_, version, _, _ := ir.SplitURL(url)
	return version
}

// sameParams reports whether the placeholders of two templates mean the same:
// {id} and {user-id} do, {list-id} and {list-title} do not.
func sameParams(a, b ir.PathTemplate) bool {
	return slices.EqualFunc(a.Params(), b.Params(), func(p, q ir.PathParam) bool {
		return strings.EqualFold(lastWord(p.Name), lastWord(q.Name))
	})
}

// lastWord returns the last word of a placeholder's name: the "Id" of userId.
func lastWord(name string) string {
	i := strings.LastIndexFunc(name, func(c rune) bool { return !unicode.IsLetter(c) || unicode.IsUpper(c) })
	return strings.TrimLeft(name[max(i, 0):], "-_| ")
}

// oneOfMany reports whether a line can be removed from the block at an offset:
// the block has other lines and is not also an example.
func oneOfMany(p *lint.Pass, offset int) bool {
	b := p.FenceAt(offset)
	if b == nil || !strings.Contains(strings.TrimSpace(b.Fence.Content), "\n") {
		return false
	}
	c := p.AnnotationOf(b)
	return c == nil || c.BlockType() == "ignored"
}
