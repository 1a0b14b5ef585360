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
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// packageName of the package written here.
const packageName = "exampletest"

// Suite is the tests of a package, in memory.
type Suite struct {
	Files      []*gocode.File
	Data       []Data
	Documented int        // pairs of request and response on the pages
	Tested     int        // of them, tests
	Untested   []Untested // the others
	Parts      []Part
}

// Part is what a suite has of one service.
type Part struct {
	Service    *plan.Service
	Data       []Data
	Documented int
	Tested     int
	Untested   []Untested
	// Beside names what the tests depend on beside the service itself: types,
	// and all calls whose routes begin with a segment, as "/users".
	Beside []string
}

// Data is a file of test data: the bytes of a message as a page shows them.
type Data struct {
	Path  string // below the package's folder
	Bytes []byte
}

// Untested is a pair that is not tested, with the lint rule that says why.
type Untested struct {
	diag.Diagnostic
	Pair diag.Range // from the request to the end of the response
}

type writer struct {
	pkg      *plan.Package
	path     string
	suite    *Suite
	sent     *plan.Fit
	received *plan.Fit
	byStart  map[string][]*plan.Method
	names    map[string]bool // of test data, below testdata
	searched map[string]bool // starts at which a service has looked for other calls
}

// New writes the tests of a planned package.
func New(pkg *plan.Package) *Suite {
	w := &writer{
		pkg: pkg, path: pkg.ImportPath + "/" + packageName, suite: &Suite{},
		sent: plan.NewFit(pkg, true), received: plan.NewFit(pkg, false),
		names: map[string]bool{}, searched: map[string]bool{},
	}
	w.index()
	w.glue()
	for _, s := range pkg.Services {
		if pkg.Skips(s.File) {
			continue
		}
		data, untested := len(w.suite.Data), len(w.suite.Untested)
		documented, tested := w.suite.Documented, w.suite.Tested
		w.service(s)
		w.suite.Parts = append(w.suite.Parts, Part{
			Service: s, Data: w.suite.Data[data:], Untested: w.suite.Untested[untested:],
			Documented: w.suite.Documented - documented, Tested: w.suite.Tested - tested,
			Beside: w.beside(),
		})
	}
	return w.suite
}

// beside returns what the writer has looked at since it was last called.
func (w *writer) beside() []string {
	starts := slices.Sorted(maps.Keys(w.searched))
	clear(w.searched)
	return slices.Concat(starts, w.sent.Seen(), w.received.Seen())
}

// index lists the methods by the first segments of their routes.
func (w *writer) index() {
	w.byStart = map[string][]*plan.Method{}
	for _, s := range w.pkg.Services {
		for _, m := range s.Methods {
			for _, at := range Starts(m) {
				w.byStart[at] = append(w.byStart[at], m)
			}
		}
	}
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
		w.suite.Documented++
		p, why := w.newPair(m, ex)
		if why != nil && why.isRoute() {
			if other, otherWhy := w.borrowed(m, ex); other != nil || otherWhy != nil {
				p, why = other, otherWhy
			}
		}
		if why != nil {
			w.explain(ex, why)
			continue
		}
		w.suite.Tested++
		p.name = w.pairName(p.page, ex)
		pairs = append(pairs, p)
	}
	return pairs
}

// borrowed prepares an example that shows another page's call, or says why the
// call of that page cannot be tested; it gives neither when there is no such page.
func (w *writer) borrowed(m *plan.Method, ex *ir.Example) (p *pair, why *reason) {
	_, _, path, _ := ir.SplitURL(ex.Request.URL)
	w.searched[start(path)] = true
	for _, other := range w.byStart[start(path)] {
		if other == m {
			continue
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

// Starts are the first segments of a method's routes, each once.
func Starts(m *plan.Method) []string {
	var starts []string
	for _, r := range m.Routes {
		if at := start(r.Template); !slices.Contains(starts, at) {
			starts = append(starts, at)
		}
	}
	return starts
}

// start is the first segment of a path, by which methods are looked up.
func start(path string) string {
	first, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	first, _, _ = strings.Cut(first, "(")
	return "/" + strings.ToLower(first)
}

// pairName names a test after its example, or else after its heading. Its data
// are files of that name: methods made of one page share a folder, and so do
// pages whose names differ in punctuation.
func (w *writer) pairName(page *ir.Operation, ex *ir.Example) string {
	name := gocode.PathName(cmp.Or(ex.Name, ex.Title, "example"))
	own := name
	for n := 2; w.names[dataName(page, own)]; n++ {
		own = fmt.Sprintf("%s-%d", name, n)
	}
	w.names[dataName(page, own)] = true
	return own
}

func (w *writer) explain(ex *ir.Example, why *reason) {
	pair := whole(ex.Request.Message)
	if answer := whole(ex.Response.Message); answer.End.Offset > pair.End.Offset {
		pair.End = answer.End
	}
	w.suite.Untested = append(w.suite.Untested, Untested{
		Diagnostic: diag.Diagnostic{
			Rule: why.rule, Severity: diag.Warning, At: why.at, Message: "the example is not tested: " + why.message,
		},
		Pair: pair,
	})
}
