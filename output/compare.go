package output

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
)

// Difference is how a folder differs from the files that belong in it.
type Difference struct {
	New     []File   // missing in the folder
	Changed []File   // with other content in the folder
	Stale   []string // written by an earlier run and no longer generated
	Foreign []string // see [ForeignError]

	files  []File       // all files that belong in the folder
	locked []LockedFile // the same, for the next lock
}

// Same reports whether there is nothing to write or remove.
func (d *Difference) Same() bool {
	return len(d.New)+len(d.Changed)+len(d.Stale)+len(d.Foreign) == 0
}

func (d *Difference) written() []File { return slices.Concat(d.New, d.Changed) }

// Compare finds the files to write and to remove so that the folder holds the given
// files, and the foreign files that prevent that. It changes nothing.
func (f *Folder) Compare(files []File) (*Difference, error) {
	if err := checkPaths(files); err != nil {
		return nil, err
	}
	lock, err := f.Lock()
	if err != nil {
		return nil, err
	}
	d := &Difference{files: files}
	known := lock.hashes()
	planned := make(map[string]bool, len(files))
	for _, file := range files {
		planned[file.Path] = true
		if file.SHA256 == "" {
			file.SHA256 = hash(file.Data)
		}
		d.locked = append(d.locked, LockedFile{file.Path, file.SHA256})
		if err := f.compareFile(d, file, known[file.Path]); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(d.locked, compareLocked)
	maps.DeleteFunc(known, func(name string, _ []string) bool { return planned[name] })
	for _, name := range slices.Sorted(maps.Keys(known)) {
		f.compareStale(d, name, known[name])
	}
	f.findCaseConflicts(d)
	return d, nil
}

// compareFile compares one file with the folder. hashes are those that the lock
// lists for its path.
func (f *Folder) compareFile(d *Difference, file File, hashes []string) error {
	if file.Data == nil {
		// The caller has found this content in the folder. If the lock does not
		// list it, another run may have replaced the file since.
		if !slices.Contains(hashes, file.SHA256) && f.SHA256(file.Path) != file.SHA256 {
			return fmt.Errorf("%s was changed while mdwire was running: run again", path.Join(f.dir, file.Path))
		}
		return nil
	}
	have, err := f.Read(file.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		d.New = append(d.New, file)
	case err != nil:
		d.Foreign = append(d.Foreign, file.Path)
	case bytes.Equal(have, file.Data):
	case len(hashes) > 0 || f.hasHeader(have):
		d.Changed = append(d.Changed, file)
	default:
		d.Foreign = append(d.Foreign, file.Path)
	}
	return nil
}

// compareStale compares a file that the lock lists and that is no longer
// generated. It is stale only if it has the content that mdwire wrote.
func (f *Folder) compareStale(d *Difference, name string, hashes []string) {
	have, err := f.Read(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil, !slices.Contains(hashes, hash(have)):
		d.Foreign = append(d.Foreign, name)
	default:
		d.Stale = append(d.Stale, name)
	}
}

// checkPaths returns an error for two files that are the same file on a system
// that ignores letter case.
func checkPaths(files []File) error {
	seen := make(map[string]string, len(files))
	for _, f := range files {
		lower := strings.ToLower(f.Path)
		if other, ok := seen[lower]; ok {
			return fmt.Errorf("generated files %s and %s are the same file on some systems (a bug in mdwire)", other, f.Path)
		}
		seen[lower] = f.Path
	}
	return nil
}

// findCaseConflicts adds to d.Foreign the existing files whose path differs from
// a new file's in letter case only: a checkout on another system could hold only
// one of the two.
func (f *Folder) findCaseConflicts(d *Difference) {
	if f.root == nil {
		return
	}
	folders := map[string][]fs.DirEntry{}
	for _, file := range d.New {
		dir, name := path.Dir(file.Path), path.Base(file.Path)
		entries, read := folders[dir]
		if !read {
			entries, _ = fs.ReadDir(f.root.FS(), dir) // a missing folder has no conflicts
			folders[dir] = entries
		}
		for _, e := range entries {
			existing := path.Join(dir, e.Name())
			if strings.EqualFold(e.Name(), name) && !slices.Contains(d.Stale, existing) {
				d.Foreign = append(d.Foreign, existing)
			}
		}
	}
}
