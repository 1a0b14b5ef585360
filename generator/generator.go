// Package generator turns pages into Go code: a client, route handlers, and tests
// made from the pages' examples. A spec goes in; files come out, in memory, with
// diagnostics about pages and examples that it skips. It knows neither Markdown nor
// the folder that the files are written to.
package generator

import (
	"cmp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/exampletest"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parallel"
)

// GoVersion is the oldest Go version that compiles generated code, which uses
// the json option omitzero.
const GoVersion = "1.24"

// Header is the first line of every generated Go file and test archive.
const Header = gocode.Header

// Options are the options of Generate. Selected is called concurrently.
type Options struct {
	// Package is the name of the client packages. If it is "", each has the name of
	// its folder: Folder, or that of the version.
	Package    string
	Folder     string // package name for the output folder itself, see [PackageName]
	ImportPath string // of the output folder
	// Selected reports whether to generate an operation; nil selects all.
	Selected func(*ir.Operation) bool
	// Names are chosen by the user: for the name of an operation, such as
	// "message-move", a service and method ("Message.Transfer"); for a type, such
	// as "microsoft.graph.message", a Go name. CheckName checks them.
	Names map[string]string
	// Prefix is the start of file names that names of operations leave out, such as
	// "contoso_". Without it, the first word of a file name is left out if nothing on
	// its page contains the word.
	Prefix string
	// Namespace is the root of type names, which Go names leave out; "" is the first
	// two words of each namespace.
	Namespace string
	// Given are the names of an earlier run, of any build of mdwire. In a collision, a
	// page or type that had a name keeps it, and a new one gets the longer name.
	Given []Name

	// Previous is the state that an earlier run of the same build of mdwire has
	// returned; the other options may differ. Files that would not change are not
	// rendered again.
	Previous State
	// OnDisk returns the SHA-256 of a file in the output folder, in hexadecimal;
	// "" means unknown or missing. With a nil OnDisk, Previous is not used and no
	// state is returned.
	OnDisk func(path string) string
}

// File is a generated file.
type File struct {
	Path   string // slash-separated, relative to the output folder
	Data   []byte // nil when the folder holds the file already, see [Options]
	SHA256 string // of the content, in hexadecimal
}

// Result is the result of a run.
type Result struct {
	Files       []File // by path
	Diagnostics []diag.Diagnostic
	Untested    []exampletest.Untested // examples without a test; each is in Diagnostics too
	Account     Account
	Names       []Name // for the Options of later runs
	State       State  // for the Options of the next run
}

// Name is the Go name of a method or a type.
type Name struct {
	Version string
	Page    string // of a method: the name of its operation, or its file if several have the name
	Part    string // the part of the page that is a method of its own: "Value"
	Type    string // of a type: its qualified name
	Body    string // of a type for a body or an update: its name without additions
	Place   string // of a place: its words in lower case and the number of its arguments
	Go      string // "Message.Move", "FileAttachment"
}

// Account counts pages, operations and examples. Each selected page has generated
// operations or is explained by a diagnostic; each documented example is tested or
// explained.
type Account struct {
	Pages, Operations, Explained        int
	Examples, Tested, ExamplesExplained int
	// Assumed counts the pages with a diagnostic that says what was assumed about
	// them. [Generate] does not count them, because the parser assumes things too.
	Assumed int
	// Tolerances has, for each of [tolerance.Rules], the number of tests that need it.
	Tolerances []int
}

// add adds the operations and examples of a part. Pages may have operations in
// several parts.
func (a *Account) add(b Account) {
	a.Operations += b.Operations
	a.Examples += b.Examples
	a.Tested += b.Tested
	a.ExamplesExplained += b.ExamplesExplained
	if len(a.Tolerances) < len(b.Tolerances) {
		a.Tolerances = make([]int, len(b.Tolerances)) // of no tests yet
	}
	for i, n := range b.Tolerances {
		a.Tolerances[i] += n
	}
}

// Generate generates the packages for the selected operations of a spec. Each API
// version has its own folder, even if it is the only one: a page of another version
// must not move the packages. Pages without a version use the output folder itself.
// An error means a bug in mdwire or a name that CheckName refuses.
func Generate(spec *ir.Spec, opts Options) (*Result, error) {
	if err := checkNames(opts.Names); err != nil {
		return nil, err
	}
	res := &Result{Diagnostics: unusedNames(spec, opts.Names)}
	previous := newPrevious(&opts)
	spec = withSharedTypes(spec)
	versions := selectedVersions(spec, opts)
	runs := make([]*versionRun, len(versions))
	errs := make([]error, len(versions))
	parallel.ForEach(len(versions), func(i int) {
		runs[i] = &versionRun{
			opts: &opts, previous: previous, dir: versionFolder(versions[i], versions), state: VersionState{Version: versions[i]},
		}
		errs[i] = runs[i].plan(spec)
	})
	for i, run := range runs {
		if errs[i] == nil {
			errs[i] = run.render()
		}
		if errs[i] != nil {
			return nil, errs[i]
		}
		res.add(run)
	}
	res.Account.Pages, res.Account.Explained = countPages(spec, &opts, runs)
	slices.SortFunc(res.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	slices.SortFunc(res.Diagnostics, diag.Compare)
	return res, nil
}

// add adds the files and state of one version.
func (r *Result) add(run *versionRun) {
	r.Files = append(r.Files, run.files...)
	r.Names = append(r.Names, run.state.Names...)
	r.addPart(&run.state.Common)
	for i := range run.state.Groups {
		r.addPart(&run.state.Groups[i].Part)
	}
	if run.previous != nil {
		r.State.Versions = append(r.State.Versions, run.state)
	}
}

func (r *Result) addPart(p *Part) {
	r.Account.add(p.Account)
	r.Diagnostics = append(r.Diagnostics, p.Diagnostics...)
	r.Untested = append(r.Untested, p.Untested...)
	for _, u := range p.Untested {
		r.Diagnostics = append(r.Diagnostics, u.Diagnostic)
	}
}

func selectedVersions(spec *ir.Spec, opts Options) []string {
	var versions []string
	for i := range spec.Operations {
		if op := &spec.Operations[i]; opts.selects(op) {
			versions = append(versions, op.Version)
		}
	}
	slices.Sort(versions)
	return slices.Compact(versions)
}

// withSharedTypes returns a spec in which each version has the types of the pages
// without a version, if no page of the version documents them.
func withSharedTypes(spec *ir.Spec) *ir.Spec {
	type key struct{ version, name string }
	known := map[key]bool{}
	for i := range spec.Resources {
		known[key{spec.Resources[i].Version, spec.Resources[i].Name}] = true
	}
	shared := *spec
	shared.Resources = slices.Clip(spec.Resources)
	for _, version := range spec.Versions() {
		for _, r := range spec.Resources {
			if version != "" && r.Version == "" && !known[key{version, r.Name}] {
				r.Version = version
				shared.Resources = append(shared.Resources, r)
			}
		}
	}
	return &shared
}

// countPages counts the selected pages of operations, and those of them without a
// generated operation.
func countPages(spec *ir.Spec, opts *Options, runs []*versionRun) (pages, explained int) {
	operations := map[string]int{} // not skipped, by page
	for i := range spec.Operations {
		if op := &spec.Operations[i]; opts.selects(op) {
			operations[op.File]++
		}
	}
	for _, run := range runs {
		for _, file := range run.state.Skipped {
			if operations[file]--; operations[file] == 0 {
				explained++
			}
		}
	}
	return len(operations), explained
}

func (o *Options) selects(op *ir.Operation) bool { return o.Selected == nil || o.Selected(op) }

// versionFolder returns the folder of a version: "v1" for "v1.0", as in Go import
// paths, "v1_1" for "v1.1", and "" for pages without a version. Only v1.0 next to a
// version v1, which would have the same folder, is "v1_0".
func versionFolder(version string, all []string) string {
	if version == "" {
		return ""
	}
	short := strings.TrimSuffix(version, ".0")
	if short != version && slices.Contains(all, short) {
		short = version
	}
	return strings.ReplaceAll(gocode.PathName(short), "-", "_")
}
