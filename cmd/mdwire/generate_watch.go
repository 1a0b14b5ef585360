package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/source"
)

// watch generates, and again whenever pages change, until it is interrupted.
func (g *generation) watch() error {
	folder := g.path
	if folder == "" {
		folder = g.set.docs.Folder
	}
	if folder == "" {
		return usageError(g.cmd, "--watch needs docs that are a folder")
	}
	d, err := source.OpenTree(folder)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(g.cmd.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	w, err := d.Watch()
	if err != nil {
		return err
	}
	defer w.Close()
	if err := g.run(); err != nil {
		return err
	}
	fmt.Fprintf(g.cmd.OutOrStdout(), "watching %s; Ctrl-C ends it\n", diag.Printable(folder))
	for {
		changed, err := w.Next(ctx)
		if err != nil || changed == nil {
			return err
		}
		g.round(d, changed)
	}
}

// round generates after pages have changed, and tells in one line what came of
// it. What keeps it from working is told too: the next change may mend it.
func (g *generation) round(d *source.Tree, changed []string) {
	what := d.Show(changed[0])
	if n := len(changed) - 1; n > 0 {
		what += fmt.Sprintf(" and %s", more(n, "page"))
	}
	out := g.cmd.OutOrStdout()
	o, err := g.generate()
	if err != nil {
		fmt.Fprintf(out, "%s: %s\n", diag.Printable(what), diag.Printable(err.Error()))
		return
	}
	line := fmt.Sprintf("%s: %s written", what, plural(o.written, "file"))
	if n := len(o.news); n > 0 {
		line += fmt.Sprintf(", %s for callers (%d breaking)", plural(n, "change"), o.news.breaking())
	}
	fmt.Fprintf(out, "%s, findings: %s\n", diag.Printable(line), countText(diag.Count(o.found)))
}
