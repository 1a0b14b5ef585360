package output

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sync"
)

// Write makes the folder dir hold the files. It writes new and changed files,
// removes files of an earlier run that are no longer generated, and does not
// touch unchanged ones. It never replaces or removes a file that mdwire did not
// write: then it writes nothing and returns a *ForeignError. For header see
// [Open].
func Write(dir, header string, files []File, by Origin) error {
	folder, err := Open(dir, header)
	if err != nil {
		return err
	}
	defer folder.Close()
	d, err := folder.Compare(files)
	if err != nil {
		return err
	}
	return folder.Apply(d, by)
}

// ForeignError reports files that prevent a run from writing: files that mdwire
// did not write, and files that it wrote and no longer generates, but that were
// changed since. Nothing was written.
type ForeignError struct {
	Dir   string
	Paths []string // relative to Dir; at least one
}

// Error names the first file and the number of others.
func (e *ForeignError) Error() string {
	msg := fmt.Sprintf("%s is in the way: mdwire did not write it, or it was changed since", path.Join(e.Dir, e.Paths[0]))
	if n := len(e.Paths) - 1; n > 0 {
		msg += fmt.Sprintf(" (and %d more)", n)
	}
	return msg + "; nothing was written. Move it away and run again"
}

// Apply writes a difference that Compare has found, completely or not at all. It
// creates the folder if needed, and fails with a *ForeignError if there are
// foreign files.
//
// New content is written to a staging folder first, so that a full disk is
// noticed while the old files are intact, and then renamed into place. Before
// the renaming the lock file lists old and new files, so that a run after a
// crash knows which files are mdwire's; afterwards it lists the new ones only.
func (f *Folder) Apply(d *Difference, by Origin) error {
	if err := f.create(); err != nil {
		return err
	}
	release, err := f.claim()
	if err != nil {
		return err
	}
	defer release()
	if d, err = f.refresh(d); err != nil {
		return err
	}
	if len(d.Foreign) > 0 {
		return &ForeignError{Dir: f.dir, Paths: d.Foreign}
	}
	next := Lock{Origin: by, Files: d.locked}
	if d.Same() {
		return errors.Join(f.writeLock(next), f.root.RemoveAll(staging))
	}
	old, err := f.lock()
	if err != nil {
		return err
	}
	err = f.stage(d.written())
	if err == nil {
		err = f.writeLock(union(next, old))
	}
	if err != nil {
		return errors.Join(err, f.root.RemoveAll(staging))
	}
	if err := f.place(d); err != nil {
		return err
	}
	return errors.Join(f.writeLock(next), f.root.RemoveAll(staging))
}

// refresh compares again if another run has written to the folder since d was
// computed.
func (f *Folder) refresh(d *Difference) (*Difference, error) {
	now, err := readLock(f.root)
	if err != nil || bytes.Equal(now, f.locked) {
		return d, err
	}
	for _, file := range d.files {
		if file.Data == nil {
			return nil, fmt.Errorf("another run has written to %s in the meantime: run again", f.dir)
		}
	}
	f.lock = sync.OnceValues(f.readLock)
	return f.Compare(d.files)
}

// place moves the staged files to their paths and removes stale files, together
// with the folders that become empty.
func (f *Folder) place(d *Difference) error {
	if len(d.written()) > 0 {
		if err := f.unstage("."); err != nil {
			return err
		}
	}
	for _, name := range d.Stale {
		if err := f.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		removeEmpty(f.root, path.Dir(name))
	}
	return nil
}
