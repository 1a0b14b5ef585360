// Package generate brings an output folder up to date with a docs tree, as "mdwire
// generate" does. It opens the docs, parses the pages, generates files in memory,
// compares them with the folder and writes the difference. The state of the previous
// run is cached, so that only changed pages are parsed and only affected files are
// rendered again.
package generate

import (
	"fmt"
	"slices"
	"sync"

	"github.com/mdwire/mdwire/cache"
	"github.com/mdwire/mdwire/change"
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/output"
	"github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/source"
)

// Options select the docs and pages, and the output.
type Options struct {
	Config
	// Path is a file or folder of a docs tree. If it is set, Docs is ignored.
	Path string
	// Docs is the location of the pages; the zero Location means the pages that are
	// bundled with mdwire.
	Docs source.Location
	// Base are the pages' words for the base URL, as in parser.Options.
	Base []string
	// Update uses the current state of Docs instead of the one in the lock file.
	Update bool
	// Version of the program, for the lock file.
	Version string
	// Cache is the folder for cached data; "" is [cache.Dir].
	Cache string
	// NoCache ignores the state of the previous run and stores none.
	NoCache bool
	// Log, if not nil, is called before something that takes long.
	Log func(message string)
}

// Generation is the result of a generation in memory, compared with the output
// folder.
type Generation struct {
	Tree        *source.Tree
	Account     generator.Account
	Diagnostics []diag.Diagnostic // sorted
	Files       int               // number of generated files
	// Difference is what Apply will write. It is empty if no file was generated: the
	// files of earlier runs are then kept.
	Difference *output.Difference

	opts      Options
	origin    output.Origin
	pkg       output.Package
	folder    *output.Folder
	run       *cache.Run[state]
	generated *generator.Result // nil if nothing has changed since the previous run
	changes   func() ([]change.Change, error)
}

// state is cached from one run to the next.
type state struct {
	Account     generator.Account
	Diagnostics []diag.Diagnostic
	Generator   generator.State
}

// Prepare generates in memory and compares the files with the output folder. It
// writes nothing to the folder. The caller closes the Generation.
func Prepare(opts Options) (*Generation, error) {
	folder, err := output.Open(opts.Out, generator.Header)
	if err != nil {
		return nil, err
	}
	g := &Generation{opts: opts, folder: folder, Difference: &output.Difference{}}
	g.changes = sync.OnceValues(g.compareAPI)
	if err := g.prepare(); err != nil {
		folder.Close()
		return nil, err
	}
	return g, nil
}

// Run generates and writes the files.
func Run(opts Options) (*Generation, error) {
	g, err := Prepare(opts)
	if err != nil {
		return nil, err
	}
	defer g.Close()
	return g, g.Apply()
}

// Close releases the output folder.
func (g *Generation) Close() error { return g.folder.Close() }

func (g *Generation) prepare() (err error) {
	if g.Tree, err = g.openDocs(); err != nil {
		return err
	}
	if g.pkg, err = output.Locate(g.opts.Out, generator.PackageName); err != nil {
		return err
	}
	g.run = g.openRun()
	if g.pkg.InModule && g.run.Unchanged() {
		last := g.run.Get()
		g.Account, g.Diagnostics = last.Account, last.Diagnostics
		g.Files = g.run.Outputs() - 1 // without the lock file
		return nil
	}
	go g.folder.Lock() // it has thousands of entries; Compare returns its error
	if err := g.generate(); err != nil {
		return err
	}
	return g.compare()
}

// openRun returns the cached state, nil if there is no cache.
func (g *Generation) openRun() *cache.Run[state] {
	dir, err := g.cacheDir()
	if g.opts.NoCache || err != nil || g.Tree.Dir == "" {
		return nil
	}
	config := g.opts.Config
	config.Out = g.pkg.Dir // also for another relative path
	var docs output.Revision
	if g.origin.Docs != nil {
		docs = *g.origin.Docs
	}
	run, err := cache.OpenRun[state](cache.RunOptions{
		Dir: dir, Build: cache.Build(g.opts.Version), Docs: g.Tree.Dir, Out: g.pkg.Dir,
		Key: fmt.Sprintf("%q", []any{g.Tree.Picks, config, g.opts.Base, g.pkg.Name, g.pkg.ImportPath, docs}),
	})
	if err != nil {
		return nil // the parser reports folders that cannot be read
	}
	return run
}

// generate parses the pages and generates the files.
func (g *Generation) generate() error {
	read := parser.Options{Include: g.opts.Include, Exclude: g.opts.Exclude, Base: g.opts.Base, Outside: g.Tree.Outside(), Below: g.Tree.Below()}
	if len(read.Include) == 0 {
		read.Include = g.Tree.Globs()
	}
	fsys := g.Tree.FS
	write := generator.Options{
		Package: g.opts.Package, Folder: g.pkg.Name, ImportPath: g.pkg.ImportPath, Names: g.opts.Names,
		Prefix: g.opts.Prefix, Namespace: g.opts.Namespace,
		Previous: g.run.Get().Generator,
	}
	if err := g.readNames(&write); err != nil {
		return err
	}
	if g.run != nil {
		fsys = g.run.Files.FS(fsys)
		read.Cache = g.run.Pages
		write.OnDisk = g.run.OnDisk
	}
	loaded, err := parser.Load(fsys, read)
	if err != nil {
		return err
	}
	if g.run != nil {
		_ = g.run.Pages.Save() // now, because the generator needs the memory; without it the next run is slower
	}
	selected := func(file string) bool { return loaded.Selected(file) && g.Tree.Selects(file) }
	if err := g.checkSelection(loaded.Spec, selected); err != nil {
		return err
	}
	write.Selected = func(op *ir.Operation) bool { return selected(op.File) }
	if g.generated, err = generator.Generate(loaded.Spec, write); err != nil {
		return err
	}
	g.keepNames()
	found := append(diag.Select(loaded.Diagnostics, g.Tree.Selects), g.generated.Diagnostics...)
	found = append(found, g.unusedIncludes(loaded)...)
	found = diag.Select(found, func(file string) bool { return file == "" || selected(file) })
	g.Account, g.Diagnostics, g.Files = g.generated.Account, diag.Sort(found), len(g.generated.Files)
	g.Account.Assumed = assumed(loaded.Spec, found)
	return nil
}

// assumed returns the number of pages of operations about which something was
// assumed.
func assumed(spec *ir.Spec, found []diag.Diagnostic) int {
	pages := map[string]bool{}
	for i := range found {
		if d := &found[i]; d.Code.IsAssumption() {
			pages[d.File()] = true
		}
	}
	n := 0
	for i := range spec.Operations {
		if file := spec.Operations[i].File; pages[file] {
			delete(pages, file) // a page may have several operations
			n++
		}
	}
	return n
}

// checkSelection returns an error if no page of an operation is selected.
func (g *Generation) checkSelection(spec *ir.Spec, selected func(string) bool) error {
	if slices.ContainsFunc(spec.Operations, func(op ir.Operation) bool { return selected(op.File) }) {
		return nil
	}
	switch {
	case len(g.opts.Include)+len(g.opts.Exclude) > 0:
		return fmt.Errorf("no operation page in %s is selected by include and exclude", g.opts.docsName())
	case len(spec.Operations)+len(spec.Resources)+len(spec.Others) == 0:
		return fmt.Errorf("no pages (.md or .mdx files) in %s", g.opts.docsName())
	}
	return fmt.Errorf("no page in %s documents an operation: none has an HTTP request section", g.opts.docsName())
}

// compare sets the difference to the output folder.
func (g *Generation) compare() error {
	if g.Files == 0 {
		return nil
	}
	files := make([]output.File, len(g.generated.Files))
	for i, f := range g.generated.Files {
		files[i] = output.File(f)
	}
	d, err := g.folder.Compare(files)
	if err == nil {
		g.Difference = d
	}
	return err
}

// Apply writes the difference, a go.mod if the folder is in no module, and the state
// for the next run. It writes nothing and returns an [output.ForeignError] if files
// of others are in the way.
func (g *Generation) Apply() error {
	if g.generated == nil || g.Files == 0 {
		return nil
	}
	if _, err := g.Changes(); err != nil { // needs the old files
		return err
	}
	if err := g.folder.Apply(g.Difference, g.origin); err != nil {
		return err
	}
	if err := g.pkg.WriteGoMod(generator.GoVersion); err != nil {
		return err
	}
	g.store()
	return nil
}

// store caches the state. Without a cache the next run is slower, so errors are
// ignored.
func (g *Generation) store() {
	if g.run == nil {
		return
	}
	outputs := make([]cache.Output, 0, len(g.generated.Files)+1)
	for _, f := range g.generated.Files {
		outputs = append(outputs, cache.Output{File: cache.File{Path: f.Path}, SHA256: f.SHA256})
	}
	outputs = append(outputs, cache.Output{File: cache.File{Path: output.LockFile}, SHA256: g.folder.SHA256(output.LockFile)})
	_ = g.run.Put(state{g.Account, g.Diagnostics, g.generated.State}, outputs)
}

// OutOfDate returns reasons why the output is out of date even if all files are the
// same: another version of mdwire or another revision of the docs wrote them.
func (g *Generation) OutOfDate() ([]string, error) {
	if g.generated == nil {
		return nil, nil
	}
	old, err := g.folder.Lock()
	if err != nil {
		return nil, err
	}
	var why []string
	if old.Tool != g.origin.Tool && old.Tool != "" {
		why = append(why, fmt.Sprintf("it was written by mdwire %s; this is %s", diag.Printable(old.Tool), g.origin.Tool))
	}
	if now := g.origin.Docs; now != nil && (old.Docs == nil || *old.Docs != *now) {
		why = append(why, output.LockFile+" and mdwire.yaml name different docs")
	}
	if len(old.Files) > 0 && g.Difference.Same() && !slices.Equal(old.Names, g.origin.Names) {
		why = append(why, output.LockFile+" has other names")
	}
	return why, nil
}

// Old returns the content of a file in the output folder.
func (g *Generation) Old(path string) ([]byte, error) { return g.folder.Read(path) }

// cacheDir returns the folder for cached data.
func (g *Generation) cacheDir() (string, error) {
	if g.opts.Cache != "" {
		return g.opts.Cache, nil
	}
	return cache.Dir()
}
