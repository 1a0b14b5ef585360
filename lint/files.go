package lint

import (
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/mdwire/mdwire/parser/page"
)

// Files knows which files a docs tree holds and which anchors its pages have.
// It looks names up in folder listings: asking for a file by name would find
// x.md as X.md on some systems and not on others.
type Files struct {
	fsys    fs.FS
	mu      sync.Mutex
	dirs    map[string]map[string]string // folder → names by lower case
	anchors map[string]map[string]bool   // page → anchors in lower case
	reached map[string]bool              // files that something links to, in lower case
}

func newFiles(fsys fs.FS) *Files {
	return &Files{fsys: fsys, dirs: map[string]map[string]string{}, anchors: map[string]map[string]bool{}}
}

// find returns the path of a file or folder as the tree spells it, "" when
// there is none in any letter case.
func (f *Files) find(name string) string {
	f.mu.Lock()
	defer f.mu.Unlock()
	found := "."
	for part := range strings.SplitSeq(path.Clean(name), "/") {
		real := f.list(found)[part]
		if real == "" {
			real = f.list(found)[strings.ToLower(part)]
		}
		if real == "" {
			return ""
		}
		found = path.Join(found, real)
	}
	return found
}

// list returns the names in a folder, each under its own spelling and under
// its lower-case one.
func (f *Files) list(dir string) map[string]string {
	if names, ok := f.dirs[dir]; ok {
		return names
	}
	names := map[string]string{}
	entries, _ := fs.ReadDir(f.fsys, dir) // what cannot be listed holds nothing
	for _, e := range entries {
		names[strings.ToLower(e.Name())] = e.Name()
	}
	for _, e := range entries {
		names[e.Name()] = e.Name()
	}
	f.dirs[dir] = names
	return names
}

// hasAnchor reports whether a page of the tree has an anchor.
func (f *Files) hasAnchor(file, anchor string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	known, ok := f.anchors[file]
	if !ok {
		src, err := fs.ReadFile(f.fsys, file)
		if err != nil {
			return true // find saw it; that it cannot be read is told elsewhere
		}
		pg, _ := page.Parse(file, src)
		known = anchorsOf(pg)
		f.anchors[file] = known
	}
	return known[strings.ToLower(anchor)]
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
