// Package tests writes the example tests from a plan: for every documented
// request and response a test that calls the generated client against the
// generated server. Pairs that cannot be tested are reported, each under the
// lint rule that explains it; none is left out in silence.
package tests

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// packageName of the package written here.
const packageName = "exampletest"

// Suite is the tests of a package. Its methods may be called at the same time.
type Suite struct {
	pkg      *plan.Package
	path     string
	sent     *plan.Fit
	received *plan.Fit
	byStart  map[string][]*plan.Method // by the first segments of their routes
}

// Part is the tests of one resource, in memory.
type Part struct {
	Files      []*gocode.File
	Data       []Data
	Documented int        // pairs of request and response on the pages
	Tested     int        // of them, tests
	Untested   []Untested // the others
	// DependsOn lists what the tests depend on outside the group: names of types,
	// and first segments of routes ("/users"), which mean all operations with a
	// route that begins so.
	DependsOn []string
}

// Data is a file of test data.
type Data struct {
	Path  string // below the package's folder
	Bytes []byte
}

// Untested is a pair that is not tested, with the lint rule that says why.
type Untested struct {
	diag.Diagnostic
	Pair diag.Range // from the request to the end of the response
}

// New prepares the tests of a planned package.
func New(pkg *plan.Package) *Suite {
	s := &Suite{
		pkg: pkg, path: pkg.ImportPath + "/" + packageName,
		sent: plan.NewFit(pkg, true), received: plan.NewFit(pkg, false),
		byStart: map[string][]*plan.Method{},
	}
	for _, service := range pkg.Services {
		for _, m := range service.Methods {
			for _, at := range m.FirstSegments() {
				s.byStart[at] = append(s.byStart[at], m)
			}
		}
	}
	return s
}

// writer writes the tests of one resource.
type writer struct {
	*Suite
	part     *Part
	sent     *plan.Fit
	received *plan.Fit
	names    map[string]bool // of examples, with their pages
	searched map[string]bool // starts at which other calls were looked for
}

// Group writes the tests of a resource.
func (s *Suite) Group(g *plan.Group) *Part {
	w := &writer{
		Suite: s, part: &Part{}, sent: s.sent.Apart(), received: s.received.Apart(),
		names: map[string]bool{}, searched: map[string]bool{},
	}
	for _, service := range g.Services {
		w.service(service)
	}
	w.part.DependsOn = slices.Concat(slices.Sorted(maps.Keys(w.searched)), w.sent.Seen(), w.received.Seen())
	return w.part
}

// pairs prepares the examples of a method that can be tested, and reports the
// others.
func (w *writer) pairs(m *plan.Method) []*pair {
	var pairs []*pair
	for i := range m.Op.Examples {
		ex := &m.Op.Examples[i]
		if ex.Request == nil || ex.Response == nil {
			continue // no pair: the reading reports it as example-unpaired
		}
		w.part.Documented++
		url := standIns(m.Op.Version, ex.Request.URL)
		p, why := w.newPair(m, ex, url)
		if why != nil && why.isRoute() {
			if other, otherWhy := w.borrowed(m, ex, url); other != nil || otherWhy != nil {
				p, why = other, otherWhy
			}
		}
		if why != nil {
			w.explain(ex, why)
			continue
		}
		w.part.Tested++
		p.name = w.pairName(p.page, ex)
		pairs = append(pairs, p)
	}
	return pairs
}

// borrowed prepares an example that shows another page's call, or says why the
// call of that page cannot be tested; it gives neither when there is no such page.
func (w *writer) borrowed(m *plan.Method, ex *ir.Example, url string) (p *pair, why *reason) {
	_, _, path, _ := ir.SplitURL(ex.Request.URL)
	w.searched[plan.FirstSegment(path)] = true
	for _, other := range w.byStart[plan.FirstSegment(path)] {
		if other == m {
			continue
		}
		if _, _, ok := other.Op.MatchRoute(ex.Request.Method, url); !ok {
			continue // most methods: they need no reason
		}
		p, otherWhy := w.newPair(other, ex, url)
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

// pairName names a test after its example, or else after its heading. Its
// messages are archived under the page's name and that: methods made of one page
// share them, and so do pages whose names differ in punctuation.
func (w *writer) pairName(page *ir.Operation, ex *ir.Example) string {
	name := gocode.PathName(cmp.Or(ex.Name, ex.Title, "example"))
	own := name
	for n := 2; w.names[exampleName(page, own)]; n++ {
		own = fmt.Sprintf("%s-%d", name, n)
	}
	w.names[exampleName(page, own)] = true
	return own
}

func (w *writer) explain(ex *ir.Example, why *reason) {
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
