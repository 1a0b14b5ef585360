package lint

import (
	"fmt"
	"io/fs"
	"runtime/debug"
	"slices"
	"sync"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser"
)

// Options select pages and rules.
type Options struct {
	// Include and Exclude are globs that select pages, as in parser.Options.
	Include, Exclude []string
	// Outside opens files outside the root, as in parser.Options.
	Outside func(name string) (fs.File, error)
	// Below is the path of the root in its repository, as in parser.Options.
	Below string
	// Select reports whether findings about a selected page are wanted; nil
	// takes all pages.
	Select func(file string) bool
	// Base are the pages' words for the base URL, as in parser.Options.
	Base []string
	// Rules are all known rules. An ignore may name each of them.
	Rules Catalog
	// Only lists the rules to apply; nil applies all.
	Only []diag.Code
	// Config sets severities by page; nil takes the default settings and
	// reports all severities.
	Config *Config
}

// GCPercent is a setting for debug.SetGCPercent that suits a program that only
// calls Run. The pages' IR stays in memory until the end, so frequent collections
// free little.
const GCPercent = 150

// Result is the result of a run.
type Result struct {
	Pages       int // number of pages checked
	Diagnostics []diag.Diagnostic
}

// Run checks the pages of a docs tree. The diagnostics include those of the
// parser. The error is non-nil if the tree cannot be read. Run panics if a rule
// does, with the path of the page.
func Run(fsys fs.FS, opts Options) (*Result, error) {
	r := newRunner(fsys, opts)
	loaded, err := parser.Load(fsys, parser.Options{
		Include: opts.Include, Exclude: opts.Exclude, Base: opts.Base, Outside: opts.Outside, Below: opts.Below, Visit: r.visit,
	})
	if err != nil {
		return nil, err
	}
	if r.fault != "" {
		panic(r.fault)
	}
	r.selected = loaded.Selected
	return r.finish(loaded), nil
}

func newRunner(fsys fs.FS, opts Options) *runner {
	r := &runner{opts: opts, files: newFiles(fsys), config: opts.Config, perPage: map[string][]*Rule{}}
	if r.config == nil {
		r.config = &Config{Settings: *DefaultSettings()}
	}
	r.byName = map[diag.Code]*Rule{}
	for _, rule := range opts.Rules {
		if opts.Only != nil && !slices.Contains(opts.Only, rule.Code) {
			continue
		}
		r.byName[rule.Code] = rule
		if r.config.applies(rule, "") {
			r.active = append(r.active, rule)
		}
	}
	return r
}

// runner is one run. Pages are checked while the parser has them in memory,
// from several goroutines.
type runner struct {
	opts     Options
	files    *Files
	config   *Config
	byName   map[diag.Code]*Rule // the rules to apply
	active   []*Rule             // those of byName that are not off on all pages
	selected func(file string) bool

	mu      sync.Mutex
	perPage map[string][]*Rule // rules with a Page function, by matching profiles
	pages   []checked
	ignores []pageIgnore
	fault   string // the first panic
}

// checked is a checked page.
type checked struct {
	file  string
	found []diag.Diagnostic
}

func (r *runner) visit(v parser.Visit) {
	if r.opts.Select != nil && !r.opts.Select(v.Page.Path) {
		return
	}
	defer r.catch(v.Page.Path)
	s := subjects.Get().(*Subject)
	s.reset(v, r)
	defer subjects.Put(s)
	p := Pass{Subject: s}
	for _, p.rule = range r.rulesFor(s.Path) {
		p.rule.Page(&p)
	}
	ignores := s.pageIgnores()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.pages = append(r.pages, checked{s.Path, p.found})
	r.ignores = append(r.ignores, ignores...)
}

// rulesFor returns the rules to apply to a page: those that are not off for it,
// and those whose Tree function needs to have seen all pages.
func (r *runner) rulesFor(file string) []*Rule {
	profiles := r.config.matching(file)
	r.mu.Lock()
	defer r.mu.Unlock()
	rules, ok := r.perPage[profiles]
	if !ok {
		for _, rule := range r.active {
			if rule.Page != nil && (rule.Tree != nil || r.config.applies(rule, file)) {
				rules = append(rules, rule)
			}
		}
		r.perPage[profiles] = rules
	}
	return rules
}

// catch recovers the panic of a rule so that Run can panic with the page's path.
// In a goroutine of the parser it would end the process without that path.
func (r *runner) catch(file string) {
	fault := recover()
	if fault == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.fault == "" {
		r.fault = fmt.Sprintf("%v, while checking %s\n%s", fault, file, debug.Stack())
	}
}

// subjects reuses memory: a run checks tens of thousands of pages.
var subjects = sync.Pool{New: func() any { return new(Subject) }}

// reset makes s the page of a visit and clears its caches.
func (s *Subject) reset(v parser.Visit, r *runner) {
	*s = Subject{
		Page: v.Page, Operations: v.Operations, Resources: v.Resources,
		Files: r.files, Settings: &r.config.Settings, known: s.known[:0],
	}
	s.joinCalls()
	switch {
	case len(v.Operations) > 0:
		s.Meta = v.Operations[0].Page
		s.Meta.Version = commonVersion(s.Meta.Version, v.Operations[len(v.Operations)-1].Version)
	case len(v.Resources) > 0:
		s.Meta = v.Resources[0].Page
		s.Meta.Version = commonVersion(s.Meta.Version, v.Resources[len(v.Resources)-1].Version)
	case v.Other != nil:
		s.Meta = *v.Other
	}
}

// commonVersion returns the version of a page, "" if it documents several.
func commonVersion(first, last string) string {
	if first != last {
		return ""
	}
	return first
}

func (r *runner) finish(loaded *parser.Result) *Result {
	res := &Result{}
	for _, c := range r.pages {
		if r.selected(c.file) { // pages of types are read even if they are not selected
			res.Pages++
			res.Diagnostics = append(res.Diagnostics, c.found...)
		}
	}
	f := &facts{Files: r.files, Whole: r.opts.Include == nil && r.opts.Exclude == nil, Settings: &r.config.Settings}
	for _, d := range r.tree(loaded.Spec, f) {
		if r.wants(d) {
			res.Diagnostics = append(res.Diagnostics, d)
		}
	}
	for _, d := range loaded.Diagnostics {
		if r.wants(d) {
			res.Diagnostics = append(res.Diagnostics, d)
		}
	}
	res.Diagnostics = diag.Sort(r.rated(r.applyIgnores(diag.Sort(res.Diagnostics))))
	return res
}

func (r *runner) tree(spec *ir.Spec, f *facts) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, rule := range r.active {
		if rule.Tree != nil {
			p := &TreePass{Spec: spec, facts: f, rule: rule}
			rule.Tree(p)
			found = append(found, p.found...)
		}
	}
	return found
}

// wants reports whether a diagnostic is about a selected page and of a rule
// that is applied.
func (r *runner) wants(d diag.Diagnostic) bool {
	file := d.File()
	if !r.selected(file) || r.opts.Select != nil && !r.opts.Select(file) {
		return false
	}
	return r.rule(d.Code) != nil
}

// rule returns the rule of a code, nil if it is not applied.
func (r *runner) rule(code diag.Code) *Rule { return r.byName[code] }

// ran reports whether findings of a rule on a page are reported.
func (r *runner) ran(rule *Rule, file string) bool {
	return r.byName[rule.Code] != nil && r.config.applies(rule, file)
}

// rated sets the severities that the configuration asks for and drops the
// diagnostics of rules that are off.
func (r *runner) rated(ds []diag.Diagnostic) []diag.Diagnostic {
	kept := ds[:0]
	for _, d := range ds {
		if s := r.config.severity(r.rule(d.Code), d.Severity, d.File()); s != Off {
			d.Severity = s
			kept = append(kept, d)
		}
	}
	return kept
}
