package output

import (
	"cmp"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/parallel"
)

// staging is the folder that files are written to before they are renamed. The
// go command ignores folders whose names begin with a dot.
const staging = ".mdwire-new"

// stage writes files to the staging folder, after removing leftovers of a crashed
// run. Folders are written in parallel, files within one folder are
// not: creating files in one folder is serialized by the system.
func (f *Folder) stage(files []File) error {
	if err := f.root.RemoveAll(staging); err != nil {
		return err
	}
	byFolder := map[string][]File{}
	for _, file := range files {
		dir := path.Dir(file.Path)
		byFolder[dir] = append(byFolder[dir], file)
	}
	folders := slices.SortedFunc(maps.Keys(byFolder), func(a, b string) int {
		return cmp.Or(len(byFolder[b])-len(byFolder[a]), strings.Compare(a, b)) // largest first
	})
	errs := make([]error, len(folders))
	parallel.ForEach(len(folders), func(i int) { errs[i] = f.stageFolder(folders[i], byFolder[folders[i]]) })
	return errors.Join(errs...)
}

func (f *Folder) stageFolder(dir string, files []File) error {
	if err := f.root.MkdirAll(path.Join(staging, dir), 0o777); err != nil {
		return err
	}
	root, err := f.root.OpenRoot(path.Join(staging, dir))
	if err != nil {
		return err
	}
	defer root.Close()
	for _, file := range files {
		if err := root.WriteFile(path.Base(file.Path), file.Data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// unstage moves the staged content of dir into place. A folder that does not
// exist yet is moved as a whole.
func (f *Folder) unstage(dir string) error {
	entries, err := fs.ReadDir(f.root.FS(), path.Join(staging, dir))
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if _, err := f.root.Lstat(name); e.IsDir() && err == nil {
			if err := f.unstage(name); err != nil {
				return err
			}
			continue
		}
		if err := f.root.Rename(path.Join(staging, name), name); err != nil {
			return err
		}
	}
	return nil
}
