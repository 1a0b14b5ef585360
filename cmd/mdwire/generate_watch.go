package main

import (
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/mdwire/mdwire/change"
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generate"
	"github.com/mdwire/mdwire/source"
)

// watch generates, and again whenever pages change, until it is interrupted.
func (g *generation) watch() error {
	folder := g.opts.Path
	if folder == "" {
		folder = g.opts.Docs.Folder
	}
	if folder == "" {
		return usageError(g.cmd, "--watch needs docs in a folder")
	}
	tree, err := source.OpenTree(folder)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(g.cmd.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	w, err := tree.Watch()
	if err != nil {
		return err
	}
	defer w.Close()
	if err := g.run(); err != nil {
		return err
	}
	fmt.Fprintf(g.cmd.OutOrStdout(), "watching %s; press Ctrl-C to stop\n", diag.Printable(folder))
	for {
		changed, err := w.Next(ctx)
		if err != nil || changed == nil {
			return err
		}
		g.rerun(tree, changed)
	}
}

// rerun generates after pages have changed, and prints the result on one line. It
// prints errors too, because the next change may fix them.
func (g *generation) rerun(tree *source.Tree, changed []string) {
	line := tree.Show(changed[0])
	if n := len(changed) - 1; n > 0 {
		line += fmt.Sprintf(" and %s", more(n, "page"))
	}
	result, err := g.update()
	if err != nil {
		result = err.Error()
	}
	fmt.Fprintf(g.cmd.OutOrStdout(), "%s: %s\n", diag.Printable(line), diag.Printable(result))
}

// update generates and returns a summary.
func (g *generation) update() (string, error) {
	defer tuneGC()()
	r, err := generate.Prepare(g.opts)
	if err != nil {
		return "", err
	}
	defer r.Close()
	changes, err := r.Changes()
	if err != nil {
		return "", err
	}
	if err := uninterrupted(r.Apply); err != nil {
		return "", err
	}
	d := r.Difference
	text := fmt.Sprintf("%s written", plural(len(d.New)+len(d.Changed)+len(d.Stale), "file"))
	if n := len(changes); n > 0 {
		text += fmt.Sprintf(", %s for callers (%d breaking)", plural(n, "change"), change.Breaking(changes))
	}
	return text + ", findings: " + countText(diag.Count(r.Diagnostics)), nil
}
