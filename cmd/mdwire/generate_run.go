package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"

	"github.com/spf13/cobra"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/output"
	"github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/source"
)

// generation is what one run of the verb does, or each round of --watch.
type generation struct {
	cmd  *cobra.Command
	f    *generateFlags
	set  *settings
	path string // the PATH argument, "" for none
}

// newGeneration puts the flags over what the configuration file says.
func newGeneration(cmd *cobra.Command, args []string, f *generateFlags) (*generation, error) {
	cwd, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	set, err := loadSettings(relativeTo(cwd, f.find(cwd)))
	if err != nil {
		return nil, err
	}
	g := &generation{cmd: cmd, f: f, set: set}
	set.generate.override(f.generateSettings)
	if len(args) > 0 {
		g.path = args[0]
	}
	if set.generate.Out == "" {
		return nil, usageError(cmd, "generate needs --out DIR, or an mdwire.yaml that says it: see \"mdwire init\"")
	}
	return g, nil
}

// override takes what flags say.
func (s *generateSettings) override(flags generateSettings) {
	if flags.Out != "" {
		s.Out = flags.Out
	}
	if flags.Package != "" {
		s.Package = flags.Package
	}
	if flags.Include != nil {
		s.Include = flags.Include
	}
	if flags.Exclude != nil {
		s.Exclude = flags.Exclude
	}
}

// relativeTo shortens a file's path for messages, where it can.
func relativeTo(dir, file string) string {
	if rel, err := filepath.Rel(dir, file); file != "" && err == nil {
		return rel
	}
	return file
}

// outcome is what a run has done.
type outcome struct {
	docs    *source.Tree
	account generator.Account
	files   int // that there are
	written int // new, changed and removed ones
	news    news
	found   []diag.Diagnostic
}

// run generates once and tells what came of it.
func (g *generation) run() error {
	o, err := g.generate()
	if err != nil || o == nil {
		return err
	}
	if err := o.news.write(g.cmd.OutOrStdout(), g.f.all); err != nil {
		return err
	}
	return g.summarize(o)
}

// The garbage collector runs seldom, since a run is short, until memory comes to
// a limit. The largest trees known then take a fifth less time than with its
// usual setting, and no more memory.
const (
	gcPercent   = 300
	memoryLimit = 600 << 20
)

// generate does the work of a run. The outcome is nil when nothing was to be
// written, but told.
func (g *generation) generate() (*outcome, error) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(min(memoryLimit, debug.SetMemoryLimit(-1))))
	defer debug.SetGCPercent(debug.SetGCPercent(gcPercent))
	out, err := output.Open(g.set.generate.Out, generator.Header)
	if err != nil {
		return nil, err
	}
	defer out.Close()
	d, origin, err := g.openDocs(out)
	if err != nil {
		return nil, err
	}
	place, err := g.locate()
	if err != nil {
		return nil, err
	}
	m := g.recall(d, place, origin)
	if place.InModule && m.unchanged() {
		return g.finishUnchanged(d, m)
	}
	go out.Lock() // it has thousands of files; an error is met again
	made, err := g.make(d, place, m)
	if err != nil {
		return nil, err
	}
	return g.finish(out, d, made, m, origin)
}

// locate finds the module that the output lies in.
func (g *generation) locate() (output.Package, error) {
	place, err := output.Locate(g.set.generate.Out, generator.PackageName)
	if g.set.generate.Package != "" {
		place.Name = g.set.generate.Package
	}
	return place, err
}

// made is what a run has made of the pages, in memory.
type made struct {
	*generator.Result
	place output.Package
	found []diag.Diagnostic
}

// make reads the pages and renders the files.
func (g *generation) make(d *source.Tree, place output.Package, m *memory) (*made, error) {
	include := g.set.generate.Include
	if len(include) == 0 {
		include = d.Globs()
	}
	loaded, err := parser.Load(m.tree(d), parser.Options{Include: include, Exclude: g.set.generate.Exclude, Cache: m.parserMemory()})
	if err != nil {
		return nil, err
	}
	m.savePages()
	chosen := func(file string) bool { return loaded.Selected(file) && d.Selects(file) }
	if err := g.anyChosen(loaded.Spec, chosen); err != nil {
		return nil, err
	}
	res, err := generator.Generate(loaded.Spec, generator.Options{
		Package: place.Name, ImportPath: place.ImportPath,
		Selected: func(op *ir.Operation) bool { return chosen(op.File) },
		Names:    g.set.generate.Names,
		Previous: m.previous(), OnDisk: m.onDisk(),
	})
	if err != nil {
		return nil, err
	}
	found := append(diag.Select(loaded.Diagnostics, d.Selects), res.Diagnostics...)
	found = diag.Sort(slices.DeleteFunc(found, func(x diag.Diagnostic) bool {
		return x.At.Path != "" && !chosen(x.At.Path) && (x.Page == "" || !chosen(x.Page))
	}))
	return &made{res, place, found}, nil
}

// anyChosen refuses a selection without a single page of a call.
func (g *generation) anyChosen(spec *ir.Spec, chosen func(string) bool) error {
	if slices.ContainsFunc(spec.Operations, func(op ir.Operation) bool { return chosen(op.File) }) {
		return nil
	}
	switch {
	case len(g.set.generate.Include)+len(g.set.generate.Exclude) > 0:
		return fmt.Errorf("no page of a call in %s matches include and exclude", g.docsName())
	case len(spec.Operations)+len(spec.Resources)+len(spec.Others) == 0:
		return noPages([]string{g.docsName()})
	}
	return fmt.Errorf("no page in %s documents a call: none has an HTTP request section", g.docsName())
}
