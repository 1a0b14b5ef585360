package generator

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"

	"github.com/mdwire/mdwire/generator/gocode"
)

// Write brings an output folder to hold the files: new and changed ones are
// written, those of an earlier run that are no longer made are removed,
// unchanged ones are not touched. A file that mdwire did not write is never
// replaced or removed: then the error is a *Foreign.
func Write(dir string, files []File, tool string) error {
	out, err := OpenOutput(dir)
	if err != nil {
		return err
	}
	defer out.Close()
	d, err := out.Compare(files)
	if err != nil {
		return err
	}
	return out.Apply(d, Lock{Tool: tool})
}

// Foreign is the error for files in the way: ones that mdwire did not write, and
// ones that it wrote, no longer makes, and may not remove since they were
// changed. Nothing was written.
type Foreign struct {
	Dir   string
	Paths []string
}

// Error names the first of the files and counts the others.
func (e *Foreign) Error() string {
	msg := fmt.Sprintf("%s is in the way: mdwire did not write it, or it was changed since", path.Join(e.Dir, e.Paths[0]))
	if n := len(e.Paths) - 1; n > 0 {
		msg += fmt.Sprintf(" (and %d more)", n)
	}
	return msg + "; move it away, nothing was written"
}

// Output is a folder that files are generated to.
type Output struct {
	// Standing tells which files need not be read to know what they hold, as in
	// Options. It may be nil.
	Standing func(path string) (Standing, bool)

	dir    string
	root   *os.Root // nil while the folder is not there
	lock   func() (Lock, error)
	locked []byte // the lock file, from when lock was called first
}

// OpenOutput opens an output folder, which need not be there yet.
func OpenOutput(dir string) (*Output, error) {
	info, err := os.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return newOutput(dir, nil), nil
	}
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return nil, fmt.Errorf("%s is a symbolic link: name the folder that it leads to", dir)
	}
	if err == nil && !info.IsDir() {
		return nil, fmt.Errorf("%s is a file: the output goes into a folder", dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return newOutput(dir, root), nil
}

func newOutput(dir string, root *os.Root) *Output {
	o := &Output{dir: dir, root: root}
	o.lock = sync.OnceValues(o.readLock)
	return o
}

// Close ends the use of the folder.
func (o *Output) Close() error {
	if o.root == nil {
		return nil
	}
	return o.root.Close()
}

// Lock is what the folder's lock file says; the zero Lock when there is none.
func (o *Output) Lock() (Lock, error) { return o.lock() }

// readLock reads the lock file, once.
func (o *Output) readLock() (Lock, error) {
	if o.root == nil {
		return Lock{}, nil
	}
	data, err := readLock(o.root)
	if err != nil {
		return Lock{}, err
	}
	o.locked = data
	return parseLock(data)
}

// Read returns a file of the folder, which must be a regular one.
func (o *Output) Read(name string) ([]byte, error) {
	if o.root == nil {
		return nil, fs.ErrNotExist
	}
	return readRegular(o.root, name)
}

// Apply writes a difference: all of it, or nothing. What is new is written
// beside first, so that a full disk is noticed while the old files are whole;
// then it is renamed into place. The lock that names old and new files comes
// before that, so that a run after a crash still knows which are mdwire's; at
// the end it names the new ones alone. made tells what the files are made by
// and from.
func (o *Output) Apply(d *Difference, made Lock) error {
	if err := o.create(); err != nil {
		return err
	}
	release, err := o.claim()
	if err != nil {
		return err
	}
	defer release()
	if d, err = o.again(d); err != nil {
		return err
	}
	if len(d.Foreign) > 0 {
		return &Foreign{Dir: o.dir, Paths: d.Foreign}
	}
	next := made
	next.Files = d.locked
	if d.Same() {
		return errors.Join(o.writeLock(next), o.root.RemoveAll(staged))
	}
	old, err := o.lock()
	if err != nil {
		return err
	}
	err = o.stage(d.written())
	if err == nil {
		err = o.writeLock(union(next, old))
	}
	if err != nil {
		return errors.Join(err, o.root.RemoveAll(staged))
	}
	if err := o.place(d); err != nil {
		return err
	}
	return errors.Join(o.writeLock(next), o.root.RemoveAll(staged))
}

// again compares anew when another run has written since.
func (o *Output) again(d *Difference) (*Difference, error) {
	now, err := readLock(o.root)
	if err != nil || bytes.Equal(now, o.locked) {
		return d, err
	}
	o.lock, o.Standing = sync.OnceValues(o.readLock), nil
	for _, f := range d.files {
		if f.Data == nil && f.Source != "" {
			return nil, fmt.Errorf("another run has written to %s meanwhile: run again", o.dir)
		}
	}
	return o.Compare(d.files)
}

func (o *Output) create() error {
	if o.root != nil {
		return nil
	}
	if err := os.MkdirAll(o.dir, 0o777); err != nil {
		return err
	}
	root, err := os.OpenRoot(o.dir)
	o.root = root
	return err
}

// place moves what is staged to where it belongs and removes the stale files,
// with the folders that this leaves empty.
func (o *Output) place(d *Difference) error {
	if len(d.written()) > 0 {
		if err := o.move("."); err != nil {
			return err
		}
	}
	for _, name := range d.Stale {
		if err := o.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		removeEmpty(o.root, path.Dir(name))
	}
	return nil
}

// writeLock replaces the lock file, unless it says the same already.
func (o *Output) writeLock(l Lock) error {
	data, err := l.encode()
	if err != nil {
		return err
	}
	if have, err := o.root.ReadFile(LockFile); err == nil && bytes.Equal(have, data) {
		return nil
	}
	beside := path.Join(staged, LockFile)
	if err := o.root.MkdirAll(staged, 0o777); err != nil {
		return err
	}
	if err := o.root.WriteFile(beside, data, 0o666); err != nil {
		return err
	}
	if err := o.root.Rename(beside, LockFile); err != nil {
		return err
	}
	removeEmpty(o.root, staged)
	return nil
}

// readRegular reads a file that must be a regular one, not a link elsewhere.
func readRegular(root *os.Root, name string) ([]byte, error) {
	info, err := root.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fs.ErrInvalid
	}
	return root.ReadFile(name)
}

// generated reports whether a file carries mdwire's header.
func generated(data []byte) bool {
	return strings.HasPrefix(string(data[:min(len(data), len(gocode.Header)+1)]), gocode.Header+"\n")
}

// removeEmpty removes folders that the last removal left empty; Remove fails
// on the first that is not, and that ends it.
func removeEmpty(root *os.Root, dir string) {
	for dir != "." && root.Remove(dir) == nil {
		dir = path.Dir(dir)
	}
}
