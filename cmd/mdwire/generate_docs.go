package main

import (
	"cmp"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/output"
	"github.com/mdwire/mdwire/source"
	"github.com/mdwire/mdwire/specs"
)

// openDocs opens the pages to generate from, and returns the origin for the lock
// file.
func (g *generation) openDocs(out *output.Folder) (*source.Tree, output.Origin, error) {
	origin := output.Origin{Tool: version()}
	switch {
	case g.path != "":
		d, err := source.OpenTree(g.path)
		return d, origin, err
	case g.set.docs == source.Location{}:
		return source.OpenFS("specs", specs.FS), origin, nil
	}
	folder, pin, err := g.fetch(out)
	if err != nil {
		return nil, origin, err
	}
	if pin != (source.Pin{}) {
		revision := output.Revision(pin)
		origin.Docs = &revision
	}
	d, err := source.OpenTree(folder)
	return d, origin, err
}

// fetch brings the docs that the configuration names to a folder.
func (g *generation) fetch(out *output.Folder) (string, source.Pin, error) {
	dir, err := cacheFolder()
	if err != nil {
		return "", source.Pin{}, err
	}
	old, err := out.Lock()
	if err != nil {
		return "", source.Pin{}, err
	}
	var pin source.Pin
	if old.Docs != nil {
		pin = source.Pin(*old.Docs)
	}
	f := source.Fetcher{Cache: dir, Update: g.f.update, Log: func(message string) {
		fmt.Fprintf(g.cmd.ErrOrStderr(), "%s\n", diag.Printable(message))
	}}
	return f.Open(g.set.docs, pin)
}

// docsName names the docs in messages.
func (g *generation) docsName() string {
	d := g.set.docs
	if name := cmp.Or(g.path, d.Git, d.Archive, d.Folder); name != "" {
		return name
	}
	return "mdwire's own pages"
}

// cacheFolder is where mdwire keeps what it can make again.
func cacheFolder() (string, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("there is no folder to keep fetched docs in: %w", err)
	}
	return filepath.Join(dir, "mdwire"), nil
}

// finishUnchanged ends a run that found nothing to do.
func (g *generation) finishUnchanged(d *source.Tree, m *memory) (*outcome, error) {
	switch {
	case g.f.check, g.f.diff:
		return nil, g.upToDate()
	case g.f.dryRun:
		return nil, g.reportPlan(nil, &output.Difference{})
	}
	return &outcome{docs: d, account: m.last.Account, files: len(m.last.Outputs) - 1, found: m.last.Found}, nil
}

// finish writes the files, or says how they differ.
func (g *generation) finish(out *output.Folder, d *source.Tree, made *made, m *memory, origin output.Origin) (*outcome, error) {
	o := &outcome{docs: d, account: made.Account, files: len(made.Files), found: made.found}
	if len(made.Files) == 0 { // every page was explained away; what is there stays
		return o, nil
	}
	files := make([]output.File, len(made.Files))
	for i, f := range made.Files {
		files[i] = output.File(f)
	}
	diff, err := out.Compare(files)
	if err != nil {
		return nil, err
	}
	switch {
	case g.f.check, g.f.diff:
		return nil, g.reportDrift(out, diff, origin)
	case g.f.dryRun:
		return nil, g.reportPlan(out, diff)
	}
	o.written = len(diff.New) + len(diff.Changed) + len(diff.Stale)
	if o.news, err = g.changes(out, diff); err != nil {
		return nil, err
	}
	if err := uninterrupted(func() error { return out.Apply(diff, origin) }); err != nil {
		return nil, err
	}
	if err := made.place.WriteGoMod(generator.GoVersion); err != nil {
		return nil, err
	}
	m.save(made)
	return o, nil
}

// uninterrupted holds back Ctrl-C, and being asked to end, while files are put
// into their places: it is over in a moment, and half of it would not compile.
func uninterrupted(write func() error) error {
	held := make(chan os.Signal, 1)
	signal.Notify(held, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(held)
	return write()
}
