package generator

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

// staged is the folder that files are written to before they are renamed. Go
// passes over folders whose names begin with a dot.
const staged = ".mdwire-new"

// stage writes the new files, folders side by side: two files that are made in
// one folder at a time wait for each other. What a crash has left there is of no
// use.
func (o *Output) stage(files []File) error {
	if err := o.root.RemoveAll(staged); err != nil {
		return err
	}
	byFolder := map[string][]File{}
	for _, f := range files {
		dir := path.Dir(f.Path)
		byFolder[dir] = append(byFolder[dir], f)
	}
	folders := slices.SortedFunc(maps.Keys(byFolder), func(a, b string) int {
		return cmp.Or(len(byFolder[b])-len(byFolder[a]), strings.Compare(a, b)) // the largest begin
	})
	errs := make([]error, len(folders))
	parallel.ForEach(len(folders), func(i int) { errs[i] = o.stageFolder(folders[i], byFolder[folders[i]]) })
	return errors.Join(errs...)
}

func (o *Output) stageFolder(dir string, files []File) error {
	if err := o.root.MkdirAll(path.Join(staged, dir), 0o777); err != nil {
		return err
	}
	folder, err := o.root.OpenRoot(path.Join(staged, dir))
	if err != nil {
		return err
	}
	defer folder.Close()
	for _, f := range files {
		if err := folder.WriteFile(path.Base(f.Path), f.Data, 0o666); err != nil {
			return err
		}
	}
	return nil
}

// move brings what is staged of a folder into it: file by file, and folders that
// are not there yet as one.
func (o *Output) move(dir string) error {
	entries, err := fs.ReadDir(o.root.FS(), path.Join(staged, dir))
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if _, err := o.root.Lstat(name); e.IsDir() && err == nil {
			if err := o.move(name); err != nil {
				return err
			}
			continue
		}
		if err := o.root.Rename(path.Join(staged, name), name); err != nil {
			return err
		}
	}
	return nil
}
