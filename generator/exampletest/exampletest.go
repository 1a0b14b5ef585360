// Package exampletest renders the example tests from a plan. For every documented pair
// of request and response there is a test that sends the request with the
// generated client to the generated server. Pairs that cannot be tested are
// reported with the code of the lint rule that explains the reason.
package exampletest

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/templates/exampletest/tolerance"
)

// packageName is the name of the rendered package.
const packageName = "exampletest"

// Suite renders the tests of a planned package. Its methods are safe for concurrent use.
type Suite struct {
	pkg       *plan.Package
	path      string
	sent      *plan.Checker
	received  *plan.Checker
	bySegment map[string][]*plan.Method // by the first segments of their routes
}

// Part holds the tests of one group.
type Part struct {
	Files      []*gocode.File
	Data       []Data
	Documented int        // number of documented pairs
	Tested     int        // number of pairs with a test
	Untested   []Untested // pairs without a test
	// Tolerances has, for each of [tolerance.Rules], the number of tests that need it.
	Tolerances []int
	// DependsOn lists types and operations of other groups that the tests depend
	// on: types by name, operations by the first segments of their routes ("/users").
	DependsOn []string
}

// Data is a file of test data.
type Data struct {
	Path  string // relative to the package's folder
	Bytes []byte
}

// Untested is a pair without a test. The diagnostic has the code of the lint rule
// that explains the reason.
type Untested struct {
	diag.Diagnostic
	Pair diag.Range // from the request to the end of the response
}

// New returns the Suite of a planned package.
func New(pkg *plan.Package) *Suite {
	s := &Suite{
		pkg: pkg, path: pkg.ImportPath + "/" + packageName,
		sent: plan.NewChecker(pkg, true), received: plan.NewChecker(pkg, false),
		bySegment: map[string][]*plan.Method{},
	}
	for _, service := range pkg.Services {
		for _, m := range service.Methods {
			for _, at := range m.FirstSegments() {
				s.bySegment[at] = append(s.bySegment[at], m)
			}
		}
	}
	return s
}

// writer renders the tests of one group.
type writer struct {
	*Suite
	part     *Part
	sent     *plan.Checker
	received *plan.Checker
	names    map[string]bool // of examples, see exampleName
	searched map[string]bool // first segments of URLs that were matched against other operations
}

// base returns the path of the base URL of the package.
func (s *Suite) base() string { return versionPath(s.pkg.Version) }

// Group renders the tests of a group.
func (s *Suite) Group(g *plan.Group) *Part {
	w := &writer{
		Suite: s, part: &Part{Tolerances: make([]int, len(tolerance.Rules))}, sent: s.sent.Clone(), received: s.received.Clone(),
		names: map[string]bool{}, searched: map[string]bool{},
	}
	for _, service := range g.Services {
		w.service(service)
	}
	w.part.DependsOn = slices.Concat(slices.Sorted(maps.Keys(w.searched)), w.sent.Used(), w.received.Used())
	return w.part
}

// pairs returns the testable examples of a method, and reports the others.
func (w *writer) pairs(m *plan.Method) []*pair {
	var pairs []*pair
	for i := range m.Op.Examples {
		ex := &m.Op.Examples[i]
		if ex.Request == nil || ex.Response == nil {
			continue // reported by the parser as example-unpaired
		}
		w.part.Documented++
		p, why := w.newPair(m, ex)
		if why != nil && why.isRoute() {
			if other, otherWhy := w.otherPair(m, ex); other != nil || otherWhy != nil {
				p, why = other, otherWhy
			}
		}
		if why != nil {
			w.report(ex, why)
			continue
		}
		w.part.Tested++
		for i, r := range tolerance.Rules {
			if slices.Contains(p.needs, r.Name) {
				w.part.Tolerances[i]++
			}
		}
		p.name = w.pairName(p.page, ex)
		pairs = append(pairs, p)
	}
	return pairs
}

// otherPair returns the pair for an example whose request is an operation of
// another page, or the reason why the pair cannot be tested. It returns nil, nil if
// no page documents the request.
func (w *writer) otherPair(m *plan.Method, ex *ir.Example) (p *pair, why *reason) {
	for _, other := range w.candidates(m, ex.Request.URL) {
		if _, _, ok := other.Op.MatchRoute(ex.Request.Method, addressOf(other.Op, ex.Request.URL).below); !ok {
			continue // the common case
		}
		p, otherWhy := w.newPair(other, ex)
		if otherWhy == nil {
			p.page = m.Op
			return p, nil
		}
		if !otherWhy.isRoute() {
			why = cmp.Or(why, otherWhy)
		}
	}
	return nil, why
}

// candidates returns the other methods that may have a route for a URL.
func (w *writer) candidates(m *plan.Method, url string) []*plan.Method {
	var list []*plan.Method
	for _, path := range ir.PathsOf(url) {
		first := plan.FirstSegment(path)
		w.searched[first] = true
		for _, other := range w.bySegment[first] {
			if other != m && !slices.Contains(list, other) {
				list = append(list, other)
			}
		}
	}
	return list
}

// pairName returns a test name from the example's name or heading. It is unique
// for the page, since the messages are archived by page and test name. Several
// methods of one page share these names, and so do pages whose names differ only
// in punctuation.
func (w *writer) pairName(page *ir.Operation, ex *ir.Example) string {
	name := gocode.PathName(cmp.Or(ex.Name, ex.Title, "example"))
	own := name
	for n := 2; w.names[exampleName(page, own)]; n++ {
		own = fmt.Sprintf("%s-%d", name, n)
	}
	w.names[exampleName(page, own)] = true
	return own
}

// report adds an example without a test to the part.
func (w *writer) report(ex *ir.Example, why *reason) {
	pair := whole(ex.Request.Message)
	if answer := whole(ex.Response.Message); answer.End.Offset > pair.End.Offset {
		pair.End = answer.End
	}
	w.part.Untested = append(w.part.Untested, Untested{
		Diagnostic: diag.Diagnostic{
			Code: why.code, Severity: diag.Warning, At: why.at, Message: "the example is not tested: " + why.message,
		},
		Pair: pair,
	})
}
