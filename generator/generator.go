// Package generator makes Go from what pages say: a client, route handlers and
// tests from the pages' examples. A spec goes in; files come out, in memory,
// with findings about what could not be generated. It knows no Markdown.
package generator

import (
	"cmp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/tests"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parallel"
)

// Options say what to generate and where it will stand. Its functions are called
// by several goroutines at a time.
type Options struct {
	Package    string // name of the client package: "graph"
	ImportPath string // of the output folder
	// Selected tells which operations to generate; nil selects all.
	Selected func(*ir.Operation) bool
	// Names are those that the user chose: for a page's file name, such as
	// "message-move", a service and method ("Message.Transfer"); for a type, such
	// as "microsoft.graph.message", a Go name. CheckName tells which can be.
	Names map[string]string
	// Standing tells of the files that stand in the output folder as an earlier
	// run wrote them, with the same build of mdwire and the same options. One
	// that would be written again just so is not rendered. It may be nil; then
	// the result has no Past.
	Standing func(path string) (Standing, bool)
	// Past is that of the result of the earlier run.
	Past []Past
}

// File is a generated file. Path is slash-separated, below the output folder.
type File struct {
	Path string
	Data []byte // nil for a file that stands already, see Options
	Standing
}

// Standing identifies what a file holds. Generate fills it in.
type Standing struct {
	SHA256 string // of the file, in hexadecimal
	Source string // hash of what it was formatted from; "" for what is not formatted
}

// Result is what one run makes.
type Result struct {
	Files       []File // by path
	Diagnostics []diag.Diagnostic
	Untested    []tests.Untested // the examples of which no test is made; each is among the diagnostics too
	Account     Account
	Past        []Past // for the Options of the next run
}

// Account tells what became of the pages: each selected page is an operation
// or explained by a finding, each documented example tested or explained.
type Account struct {
	Pages, Operations, Explained        int
	Examples, Tested, ExamplesExplained int
}

// Generate writes the packages for the selected operations of a spec. Pages of
// one API version are written to the output folder itself, pages of several to
// a folder each: their types differ and must not mix.
func Generate(spec *ir.Spec, opts Options) (*Result, error) {
	if err := checkNames(opts.Names); err != nil {
		return nil, err
	}
	res := &Result{Diagnostics: unusedNames(spec, opts.Names)}
	versions := selectedVersions(spec, opts)
	work := make([]*version, len(versions))
	errs := make([]error, len(versions))
	parallel.ForEach(len(versions), func(i int) {
		work[i] = &version{opts: opts, now: Past{Version: versions[i]}}
		if len(versions) > 1 {
			work[i].dir = versionFolder(versions[i], versions)
		}
		errs[i] = work[i].prepare(spec)
	})
	for i, v := range work {
		if errs[i] == nil {
			errs[i] = v.write()
		}
		if errs[i] != nil {
			return nil, errs[i]
		}
		res.take(v)
	}
	slices.SortFunc(res.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortFunc(res.Diagnostics, diag.Compare)
	return res, nil
}

func selectedVersions(spec *ir.Spec, opts Options) []string {
	var versions []string
	for i := range spec.Operations {
		op := &spec.Operations[i]
		if opts.Selected == nil || opts.Selected(op) {
			versions = append(versions, op.Version)
		}
	}
	slices.Sort(versions)
	return slices.Compact(versions)
}

// versionFolder names the folder of a version: "v1" for "v1.0", as Go's import
// paths do; "v1_1" where several begin alike.
func versionFolder(version string, all []string) string {
	major, _, _ := strings.Cut(version, ".")
	if major == "" {
		return "unversioned"
	}
	alike := func(other string) bool {
		m, _, _ := strings.Cut(other, ".")
		return other != version && strings.EqualFold(m, major)
	}
	if slices.ContainsFunc(all, alike) {
		return strings.ReplaceAll(gocode.PathName(version), "-", "_")
	}
	return gocode.FileName(major, "")
}
