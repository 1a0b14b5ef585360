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

// Files looks up the files of a docs tree and the anchors of its pages. It looks
// names up in folder listings, because opening X.md finds x.md on some systems
// and not on others.
type Files struct {
	fsys    fs.FS
	mu      sync.RWMutex
	folders map[string]*folder      // by path
	anchors map[string]*pageAnchors // by page
	reached map[string]bool         // files that a page or table of contents links to, in lower case
}

// folder is the listing of a folder.
type folder struct {
	path  string            // as the tree spells it
	names map[string]string // the tree's spelling, by name and by lower-case name
}

// pageAnchors are the anchors of a page in lower case, read on demand.
type pageAnchors struct {
	read  sync.Once
	known map[string]bool // nil if the page cannot be read
}

// longestPath is the length of the longest path that is looked up. No file system
// has longer ones.
const longestPath = 4096

func newFiles(fsys fs.FS) *Files {
	return &Files{fsys: fsys, folders: map[string]*folder{}, anchors: map[string]*pageAnchors{}}
}

// Find returns the path of a file or folder as the tree spells it, "" if there
// is none in any letter case. The name must be clean (see path.Clean).
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

// folder returns the listing of a folder, nil if there is none. Listings are
// cached by the tree's own spelling only, because pages may use many others.
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
	entries, _ := fs.ReadDir(f.fsys, dir) // a folder that cannot be listed counts as empty
	d := &folder{dir, make(map[string]string, len(entries))}
	for _, e := range entries {
		d.names[strings.ToLower(e.Name())] = e.Name()
	}
	for _, e := range entries {
		d.names[e.Name()] = e.Name()
	}
	return d
}

// HasAnchor reports whether a page of the tree has an anchor, in any letter
// case. It reports true for a page that cannot be read.
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
	return a.known == nil || a.known[strings.ToLower(anchor)] // an unreadable page is reported elsewhere
}

// ReadFile reads a regular file of the tree. Other files are not opened, because
// a pipe would block.
func (f *Files) ReadFile(file string) ([]byte, error) {
	info, err := fs.Stat(f.fsys, file)
	if err == nil && !info.Mode().IsRegular() {
		err = fmt.Errorf("%s is not a regular file", file)
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

// HasAnchor reports whether a parsed page has an anchor, in any letter case.
func HasAnchor(pg *page.Page, anchor string) bool {
	return slices.ContainsFunc(pg.Sections, func(s page.Section) bool {
		return strings.EqualFold(s.Anchor, anchor) || strings.EqualFold(s.Slug, anchor)
	}) || slices.ContainsFunc(pg.Anchors, func(a string) bool { return strings.EqualFold(a, anchor) })
}
