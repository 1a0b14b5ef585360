package generator

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

// Difference is how an output folder differs from the files that belong there.
type Difference struct {
	New     []File
	Changed []File
	Stale   []string // written by an earlier run, no longer made
	Foreign []string // in the way, see [Foreign]

	files  []File       // that belong there
	locked []LockedFile // of the next lock
}

// Same reports whether there is nothing to write.
func (d *Difference) Same() bool {
	return len(d.New)+len(d.Changed)+len(d.Stale)+len(d.Foreign) == 0
}

func (d *Difference) written() []File { return slices.Concat(d.New, d.Changed) }

// Compare tells what is to be written and removed, and what stands in the way.
func (o *Output) Compare(files []File) (*Difference, error) {
	if err := distinctPaths(files); err != nil {
		return nil, err
	}
	lock, err := o.Lock()
	if err != nil {
		return nil, err
	}
	d := &Difference{files: files}
	known := lock.hashes()
	planned := make(map[string]bool, len(files))
	for _, f := range files {
		planned[f.Path] = true
		if f.SHA256 == "" {
			f.SHA256 = hash(f.Data)
		}
		d.locked = append(d.locked, LockedFile{f.Path, f.SHA256})
		o.compareFile(d, f, known[f.Path] != nil)
	}
	slices.SortFunc(d.locked, byPath)
	maps.DeleteFunc(known, func(name string, _ []string) bool { return planned[name] })
	for _, name := range slices.Sorted(maps.Keys(known)) {
		o.compareStale(d, name, known[name])
	}
	o.findTwins(d)
	return d, nil
}

func (o *Output) compareFile(d *Difference, f File, known bool) {
	if s, ok := o.standing(f.Path); ok && s.SHA256 == f.SHA256 {
		return
	}
	have, err := o.Read(f.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		d.New = append(d.New, f)
	case err != nil:
		d.Foreign = append(d.Foreign, f.Path)
	case bytes.Equal(have, f.Data):
	case known || generated(have):
		d.Changed = append(d.Changed, f)
	default:
		d.Foreign = append(d.Foreign, f.Path)
	}
}

func (o *Output) standing(name string) (Standing, bool) {
	if o.Standing == nil {
		return Standing{}, false
	}
	return o.Standing(name)
}

func (o *Output) compareStale(d *Difference, name string, hashes []string) {
	have, err := o.Read(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil, !slices.Contains(hashes, hash(have)):
		d.Foreign = append(d.Foreign, name)
	default:
		d.Stale = append(d.Stale, name)
	}
}

// distinctPaths refuses files that would be one where letter case does not
// count. The planner keeps names apart, so that is a fault of mdwire.
func distinctPaths(files []File) error {
	seen := make(map[string]string, len(files))
	for _, f := range files {
		lower := strings.ToLower(f.Path)
		if twin, ok := seen[lower]; ok {
			return fmt.Errorf("generated files %s and %s would be one on some systems (a fault of mdwire)", twin, f.Path)
		}
		seen[lower] = f.Path
	}
	return nil
}

// findTwins looks beside the new files for ones whose names differ in letter
// case alone: a checkout elsewhere could hold only one of the two.
func (o *Output) findTwins(d *Difference) {
	if o.root == nil {
		return
	}
	folders := map[string][]fs.DirEntry{}
	for _, f := range d.New {
		dir, name := path.Dir(f.Path), path.Base(f.Path)
		entries, read := folders[dir]
		if !read {
			entries, _ = fs.ReadDir(o.root.FS(), dir) // a folder that is not there holds no twin
			folders[dir] = entries
		}
		for _, e := range entries {
			twin := path.Join(dir, e.Name())
			if strings.EqualFold(e.Name(), name) && !slices.Contains(d.Stale, twin) {
				d.Foreign = append(d.Foreign, twin)
			}
		}
	}
}
