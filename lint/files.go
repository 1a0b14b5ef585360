package lint

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/mdwire/mdwire/parser/page"
)

// Files knows which files a docs tree holds and which anchors its pages have.
// It looks names up in folder listings: asking for a file by name would find
// x.md as X.md on some systems and not on others.
type Files struct {
	fsys    fs.FS
	mu      sync.RWMutex
	folders map[string]*folder      // by path
	anchors map[string]*pageAnchors // by page
	reached map[string]bool         // files that something links to, in lower case
}

// folder is a folder's listing. Names stand under their own spelling and under
// the lower-case one.
type folder struct {
	path  string // as the tree spells it
	names map[string]string
}

// pageAnchors are the anchors of a page in lower case, read by the first that
// asks.
type pageAnchors struct {
	read  sync.Once
	known map[string]bool // nil for a page that cannot be read
}

// longestPath is what no file system exceeds; longer names find nothing.
const longestPath = 4096

func newFiles(fsys fs.FS) *Files {
	return &Files{fsys: fsys, folders: map[string]*folder{}, anchors: map[string]*pageAnchors{}}
}

// Find returns the path of a file or folder as the tree spells it, "" when
// there is none in any letter case. The name is clean, as path.Clean has it.
func (f *Files) Find(name string) string {
	switch {
	case name == ".":
		return name
	case len(name) > longestPath:
		return ""
	}
	dir, base := ".", name
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		dir, base = name[:i], name[i+1:]
	}
	d := f.folder(dir)
	if d == nil {
		return ""
	}
	real, ok := d.names[base]
	if !ok {
		real, ok = d.names[strings.ToLower(base)]
	}
	switch {
	case !ok:
		return ""
	case real == base && d.path == dir:
		return name
	}
	return path.Join(d.path, real)
}

// folder returns the listing of a folder, nil when there is none. Listings are
// kept by the tree's own spelling: pages may have countless others.
func (f *Files) folder(name string) *folder {
	f.mu.RLock()
	d := f.folders[name]
	f.mu.RUnlock()
	if d != nil {
		return d
	}
	switch real := f.Find(name); real {
	case "":
		return nil
	case name:
		d = f.list(name)
	default:
		return f.folder(real)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.folders[name] = d
	return d
}

func (f *Files) list(dir string) *folder {
	entries, _ := fs.ReadDir(f.fsys, dir) // what cannot be listed holds nothing
	d := &folder{dir, make(map[string]string, len(entries))}
	for _, e := range entries {
		d.names[strings.ToLower(e.Name())] = e.Name()
	}
	for _, e := range entries {
		d.names[e.Name()] = e.Name()
	}
	return d
}

// HasAnchor reports whether a page of the tree has an anchor.
func (f *Files) HasAnchor(file, anchor string) bool {
	f.mu.Lock()
	a := f.anchors[file]
	if a == nil {
		a = &pageAnchors{}
		f.anchors[file] = a
	}
	f.mu.Unlock()
	a.read.Do(func() {
		if src, err := f.ReadFile(file); err == nil {
			pg, _ := page.Parse(file, src)
			a.known = anchorsOf(pg)
		}
	})
	return a.known == nil || a.known[strings.ToLower(anchor)] // that it cannot be read is told elsewhere
}

// ReadFile reads a file of the tree. What is no regular file is not opened: a
// pipe would block.
func (f *Files) ReadFile(file string) ([]byte, error) {
	info, err := fs.Stat(f.fsys, file)
	if err == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("%s is no regular file", file)
	}
	if err != nil {
		return nil, err
	}
	return fs.ReadFile(f.fsys, file)
}

func anchorsOf(pg *page.Page) map[string]bool {
	known := map[string]bool{}
	for _, a := range pg.Anchors {
		known[strings.ToLower(a)] = true
	}
	for _, s := range pg.Sections {
		known[strings.ToLower(s.Anchor)] = true
		known[strings.ToLower(s.Slug)] = true
	}
	return known
}

// HasAnchor reports whether a page at hand has an anchor.
func HasAnchor(pg *page.Page, anchor string) bool {
	return slices.ContainsFunc(pg.Sections, func(s page.Section) bool {
		return strings.EqualFold(s.Anchor, anchor) || strings.EqualFold(s.Slug, anchor)
	}) || slices.ContainsFunc(pg.Anchors, func(a string) bool { return strings.EqualFold(a, anchor) })
}
