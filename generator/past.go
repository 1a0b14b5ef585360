package generator

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/tests"
)

// Past is what a run leaves of one API version for the next run. It is data, to
// be kept between runs as it is.
type Past struct {
	Version string
	Input   string // print of the pages
	Shared  string // print of what all groups share
	Common  Part
	Groups  []Group
}

// Group is the files that hold a service and the types named after the same
// resource.
type Group struct {
	Name   string
	Print  string   // of what it is made from, beside what all share
	Looked []string // what its tests have looked at beside: see [tests.Part]
	Beside string   // print of that
	Part
}

// Part is what a run has made of some pages.
type Part struct {
	Files       []string // paths
	Account     Account
	Diagnostics []diag.Diagnostic
	Untested    []tests.Untested
}

// again takes a part of an earlier run, if all of its files stand.
func (v *version) again(p Part) bool {
	if v.opts.Standing == nil {
		return false
	}
	var files []File
	for _, name := range p.Files {
		s, ok := v.opts.Standing(name)
		if !ok {
			return false
		}
		files = append(files, File{Path: name, Standing: s})
	}
	v.files = append(v.files, files...)
	return true
}

// asBefore takes all that an earlier run has made of the same pages.
func (v *version) asBefore(past Past) bool {
	if past.Version == "" && past.Input == "" || past.Input != v.now.Input || !v.again(past.Common) {
		return false
	}
	for _, g := range past.Groups {
		if !v.again(g.Part) {
			v.files = nil
			return false
		}
	}
	v.now = past
	return true
}

// add notes a file that was made for a part.
func (v *version) add(to *Part, files ...File) {
	for _, f := range files {
		to.Files = append(to.Files, f.Path)
	}
	v.files = append(v.files, files...)
}

// take adds what was made of a version to the result of the run.
func (r *Result) take(v *version) {
	r.Files = append(r.Files, v.files...)
	r.takePart(&v.now.Common)
	for i := range v.now.Groups {
		r.takePart(&v.now.Groups[i].Part)
	}
	if v.opts.Standing != nil {
		r.Past = append(r.Past, v.now)
	}
}

func (r *Result) takePart(p *Part) {
	r.Account.add(p.Account)
	r.Diagnostics = append(r.Diagnostics, p.Diagnostics...)
	r.Untested = append(r.Untested, p.Untested...)
	for _, u := range p.Untested {
		r.Diagnostics = append(r.Diagnostics, u.Diagnostic)
	}
}

func (a *Account) add(b Account) {
	a.Pages += b.Pages
	a.Operations += b.Operations
	a.Explained += b.Explained
	a.Examples += b.Examples
	a.Tested += b.Tested
	a.ExamplesExplained += b.ExamplesExplained
}
