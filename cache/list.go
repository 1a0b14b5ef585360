package cache

import (
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/mdwire/mdwire/parser"
)

// Files are stamps by slash-separated path.
type Files struct {
	Stamps map[string]Stamp
	At     time.Time // when the stamps were taken

	root    string
	mu      sync.Mutex
	outside map[string]Stamp // of files outside the folder, taken on demand
}

// Stamp returns the stamp of a page, or of a file outside the folder, whose path
// begins with "../".
func (f *Files) Stamp(name string) Stamp {
	if !strings.HasPrefix(name, "../") {
		return f.Stamps[name]
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	s, ok := f.outside[name]
	if !ok {
		if info, err := os.Lstat(filepath.Join(f.root, filepath.FromSlash(name))); err == nil {
			s = StampOf(info)
		}
		f.outside[name] = s
	}
	return s
}

// List returns the stamps of the pages below a folder: the .md and .mdx files outside folders
// whose names begin with a dot.
func List(root string) (*Files, error) {
	l := lister{root: root, files: &Files{Stamps: map[string]Stamp{}, At: time.Now(), root: root, outside: map[string]Stamp{}}, folders: []string{"."}}
	l.wake = sync.NewCond(&l.mu)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(l.work)
	}
	workers.Wait()
	l.settle()
	return l.files, l.err
}

// settle waits until the stamps of pages that were just written identify their content,
// and takes these stamps again.
func (l *lister) settle() {
	soon := l.files.At.Add(tick)
	var fresh []string
	for name, stamp := range l.files.Stamps {
		if !stamp.Settled(l.files.At) && stamp.Settled(soon) {
			fresh = append(fresh, name)
		}
	}
	if len(fresh) == 0 {
		return
	}
	time.Sleep(time.Until(soon))
	l.files.At = soon
	for _, name := range fresh {
		if info, err := os.Lstat(filepath.Join(l.root, filepath.FromSlash(name))); err == nil {
			l.files.Stamps[name] = StampOf(info)
		}
	}
}

// lister walks folders on all cores, because most of the time is spent in system calls
// for single files.
type lister struct {
	root string

	mu      sync.Mutex
	wake    *sync.Cond
	folders []string // to be read
	busy    int      // workers that are reading a folder
	files   *Files
	err     error
}

func (l *lister) work() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for {
		for len(l.folders) == 0 && l.busy > 0 {
			l.wake.Wait()
		}
		if len(l.folders) == 0 {
			return
		}
		folder := l.folders[len(l.folders)-1]
		l.folders = l.folders[:len(l.folders)-1]
		l.busy++
		l.mu.Unlock()
		below, pages, err := l.read(folder)
		l.mu.Lock()
		l.busy--
		l.folders = append(l.folders, below...)
		for _, p := range pages {
			l.files.Stamps[p.Path] = p.Stamp
		}
		if err != nil && l.err == nil {
			l.err = err
		}
		l.wake.Broadcast()
	}
}

// File is a file with its stamp.
type File struct {
	Path  string
	Stamp Stamp
}

func (l *lister) read(folder string) (below []string, pages []File, err error) {
	entries, err := readDir(filepath.Join(l.root, filepath.FromSlash(folder)))
	for _, e := range entries {
		name := path.Join(folder, e.Name())
		switch {
		case e.IsDir() && !strings.HasPrefix(e.Name(), "."):
			below = append(below, name)
		case !e.IsDir() && parser.IsPage(name):
			info, err := e.Info()
			if err != nil {
				continue // removed in the meantime
			}
			pages = append(pages, File{name, StampOf(info)})
		}
	}
	return below, pages, err
}

func readDir(name string) ([]os.DirEntry, error) {
	dir, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer dir.Close()
	return dir.ReadDir(-1)
}
