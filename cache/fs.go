package cache

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// FS returns a file system that lists folders from the stamps, so that they are not read
// again. Files are opened in fsys.
func (f *Files) FS(fsys fs.FS) fs.FS { return &listed{fsys, f.folders()} }

type listed struct {
	fs.FS
	folders map[string][]fs.DirEntry
}

// ReadDir lists a folder.
func (l *listed) ReadDir(name string) ([]fs.DirEntry, error) {
	if entries, ok := l.folders[name]; ok {
		return entries, nil
	}
	return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
}

// folders returns the sorted entries of each folder.
func (f *Files) folders() map[string][]fs.DirEntry {
	folders := map[string][]fs.DirEntry{".": nil}
	for name, stamp := range f.Stamps {
		dir, base := ".", name
		if at := strings.LastIndexByte(name, '/'); at >= 0 {
			dir, base = name[:at], name[at+1:]
		}
		folders[dir] = append(folders[dir], entry{base, stamp, false})
	}
	for dir := range folders {
		for ; dir != "."; dir = path.Dir(dir) {
			up := path.Dir(dir)
			it := entry{path.Base(dir), Stamp{}, true}
			if slices.Contains(folders[up], fs.DirEntry(it)) {
				break
			}
			folders[up] = append(folders[up], it)
		}
	}
	for _, entries := range folders {
		slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	}
	return folders
}

// entry is a listed file or folder.
type entry struct {
	name   string
	stamp  Stamp
	folder bool
}

func (e entry) Name() string { return e.name }

func (e entry) IsDir() bool { return e.folder }

func (e entry) Type() fs.FileMode {
	switch {
	case e.folder:
		return fs.ModeDir
	case e.stamp.Regular:
		return 0
	}
	return fs.ModeIrregular
}

// Info returns the size and time of the stamp.
func (e entry) Info() (fs.FileInfo, error) { return e, nil }

func (e entry) Size() int64 { return e.stamp.Size }

func (e entry) Mode() fs.FileMode { return e.Type() }

func (e entry) ModTime() time.Time { return time.Unix(0, e.stamp.Modified) }

func (e entry) Sys() any { return nil }
