package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"

	"github.com/mdwire/mdwire/diag"
)

// quiet is how long nothing must happen before a round begins: editors and
// checkouts write several files, or one several times.
const quiet = 200 * time.Millisecond

// watch generates, and again whenever pages change, until it is interrupted.
func (g *generation) watch() error {
	folder := g.path
	if folder == "" {
		folder = g.set.docs.Folder
	}
	if folder == "" {
		return usageError(g.cmd, "--watch needs docs that are a folder")
	}
	d, err := g.openFolder(folder)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(g.cmd.Context(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	w, err := newWatcher(d.absolute)
	if err != nil {
		return err
	}
	defer w.Close()
	if err := g.run(); err != nil {
		return err
	}
	fmt.Fprintf(g.cmd.OutOrStdout(), "watching %s; Ctrl-C ends it\n", diag.Printable(folder))
	for {
		changed, err := w.next(ctx)
		if err != nil || changed == nil {
			return err
		}
		g.round(d, changed)
	}
}

// round generates after pages have changed, and tells in one line what came of
// it. What keeps it from working is told too: the next change may mend it.
func (g *generation) round(d *docs, changed []string) {
	what := d.show(changed[0])
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

// watcher tells which pages of a tree have changed.
type watcher struct {
	*fsnotify.Watcher
	root string
}

func newWatcher(root string) (*watcher, error) {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &watcher{notify, root}
	if err := w.addBelow(root); err != nil {
		notify.Close()
		return nil, err
	}
	return w, nil
}

// addBelow watches a folder and those below: the system watches single ones.
func (w *watcher) addBelow(folder string) error {
	return filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case !d.IsDir():
			return nil
		case strings.HasPrefix(d.Name(), ".") && name != w.root:
			return fs.SkipDir
		}
		return w.Add(name)
	})
}

// next waits for changes and until they have come to an end. It returns the
// pages by their paths below the root, nil when the context has ended.
func (w *watcher) next(ctx context.Context) ([]string, error) {
	var changed []string
	var calm <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return nil, nil
		case err := <-w.Errors:
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return nil, err
			}
			changed = append(changed, ".") // too many to be told
			calm = time.After(quiet)
		case <-calm:
			slices.Sort(changed)
			return slices.Compact(changed), nil
		case e := <-w.Events:
			if page, ok := w.page(e); ok {
				changed = append(changed, page)
				calm = time.After(quiet)
			}
		}
	}
}

// page returns the path of the page that an event is about. New folders are
// watched from then on; the pages in them are new as well.
func (w *watcher) page(e fsnotify.Event) (string, bool) {
	rel, err := filepath.Rel(w.root, e.Name)
	if err != nil || e.Op == fsnotify.Chmod {
		return "", false
	}
	rel = filepath.ToSlash(rel)
	if info, err := os.Stat(e.Name); err == nil && info.IsDir() {
		// One that is gone again has nothing to watch.
		return rel, e.Has(fsnotify.Create) && w.addBelow(e.Name) == nil
	}
	return rel, strings.EqualFold(filepath.Ext(rel), ".md")
}
