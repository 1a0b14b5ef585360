package source

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long no event must arrive before Next returns: editors and
// checkouts write several files, or one file several times.
const quiet = 200 * time.Millisecond

// Watcher reports which pages of a tree on disk change.
type Watcher struct {
	*fsnotify.Watcher
	root string
}

// Watch starts to watch the tree. The caller closes the watcher.
func (t *Tree) Watch() (*Watcher, error) {
	if t.Dir == "" {
		return nil, errors.New("only a docs tree on disk can be watched")
	}
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &Watcher{notify, t.Dir}
	if err := w.addBelow(t.Dir); err != nil {
		notify.Close()
		return nil, err
	}
	return w, nil
}

// addBelow watches a folder and its subfolders, because the system watches single
// folders only.
func (w *Watcher) addBelow(folder string) error {
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

// Next waits for changes, and then until no more arrive. It returns the paths of
// the changed pages below the root, nil when the context is done. After more
// changes than the system can report, the path is ".".
func (w *Watcher) Next(ctx context.Context) ([]string, error) {
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
			changed = append(changed, ".")
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
// watched too, and count as changed pages.
func (w *Watcher) page(e fsnotify.Event) (string, bool) {
	rel, err := filepath.Rel(w.root, e.Name)
	if err != nil || e.Op == fsnotify.Chmod {
		return "", false
	}
	rel = filepath.ToSlash(rel)
	if info, err := os.Stat(e.Name); err == nil && info.IsDir() {
		// A folder that is already gone again cannot be watched.
		return rel, e.Has(fsnotify.Create) && w.addBelow(e.Name) == nil
	}
	return rel, IsPage(rel)
}
