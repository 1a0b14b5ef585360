package lint

import (
	"fmt"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// TreePass is one rule at work on all pages together.
type TreePass struct {
	Spec *ir.Spec

	*facts
	rule  *Rule
	found []diag.Diagnostic
}

// facts are what several rules know of a tree. They are found out when a rule
// asks for the first time.
type facts struct {
	Files    *Files
	Whole    bool // every page of the tree was read
	Settings *Settings

	index             *ir.Index
	pages             map[string]*Subject
	misfits           []misfit
	checked           bool
	unmatchedRequests []unmatchedRequest
	compared          bool
	routeMatches      map[*ir.Request]RouteMatch
	derived           map[typeKey][]*ir.Resource
	shapes            map[typeKey]*Shape
}

func (p *TreePass) Report(at diag.Range, format string, args ...any) *diag.Diagnostic {
	p.found = append(p.found, diag.Diagnostic{
		Code: p.rule.Code, Severity: p.rule.Severity, At: at, Message: fmt.Sprintf(format, args...),
	})
	return &p.found[len(p.found)-1]
}

// types returns the index of the documented types.
func (f *facts) types(spec *ir.Spec) *ir.Index {
	if f.index == nil {
		f.index = ir.NewIndex(spec)
	}
	return f.index
}

// Page reads a page again, nil when that fails. Pages are not kept in memory,
// and only a finding that needs more than the Spec tells asks for one.
func (f *facts) Page(file string) *Subject {
	if pg, ok := f.pages[file]; ok {
		return pg
	}
	if f.pages == nil {
		f.pages = map[string]*Subject{}
	}
	var s *Subject
	if src, err := f.Files.ReadFile(file); err == nil {
		pg, _ := page.Parse(file, src)
		s = &Subject{Page: pg, Files: f.Files, Settings: f.Settings}
	}
	f.pages[file] = s
	return s
}
