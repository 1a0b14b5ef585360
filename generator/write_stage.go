package generator

import (
	"errors"
	"io/fs"
	"os"
	"path"

	"github.com/mdwire/mdwire/generator/cores"
)

// staged is the folder that files are written to before they are renamed. Go
// passes over folders whose names begin with a dot.
const staged = ".mdwire-new"

// stage writes the new files. What a crash has left there is of no use.
func (o *Output) stage(files []File) error {
	if err := o.root.RemoveAll(staged); err != nil {
		return err
	}
	folders := map[string]*os.Root{}
	defer closeAll(folders)
	for _, f := range files {
		dir := path.Dir(f.Path)
		if folders[dir] != nil {
			continue
		}
		if err := o.root.MkdirAll(path.Join(staged, dir), 0o777); err != nil {
			return err
		}
		folder, err := o.root.OpenRoot(path.Join(staged, dir))
		if err != nil {
			return err
		}
		folders[dir] = folder
	}
	errs := make([]error, len(files))
	cores.Each(len(files), func(i int) {
		errs[i] = folders[path.Dir(files[i].Path)].WriteFile(path.Base(files[i].Path), files[i].Data, 0o666)
	})
	return errors.Join(errs...)
}

func closeAll(folders map[string]*os.Root) {
	for _, f := range folders {
		f.Close()
	}
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
