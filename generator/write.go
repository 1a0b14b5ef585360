package generator

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"

	"github.com/mdwire/mdwire/generator/gocode"
)

// LockFile lists what mdwire wrote to an output folder, beside the output.
const LockFile = "mdwire.lock"

// lock is the content of the lock file: which files are mdwire's, and what
// they held when it wrote them. It has no time and no path of the machine.
type lock struct {
	Tool  string     `json:"tool"` // version of mdwire
	Files []lockFile `json:"files"`
}

type lockFile struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

// hashes returns what each file held. In the lock of a run that did not end a
// file may have held one of several.
func (l lock) hashes() map[string][]string {
	known := map[string][]string{}
	for _, f := range l.Files {
		known[f.Path] = append(known[f.Path], f.SHA256)
	}
	return known
}

// byPath orders the files of a lock.
func byPath(a, b lockFile) int {
	return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.SHA256, b.SHA256))
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

// Write brings an output folder to hold the files: new and changed ones are
// written beside and renamed, those of an earlier run that are no longer made
// are removed, unchanged ones are not touched. A file that mdwire did not write
// is never replaced or removed: then the error is a *Foreign.
func Write(dir string, files []File, tool string) error {
	if info, err := os.Lstat(dir); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return fmt.Errorf("%s is a symbolic link: name the folder that it leads to", dir)
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	old, err := readLock(root)
	if err != nil {
		return err
	}
	changed, stale, foreign, err := compare(root, files, old)
	if err != nil {
		return err
	}
	if len(foreign) > 0 {
		return &Foreign{Dir: dir, Paths: foreign}
	}
	return apply(root, files, changed, stale, old, tool)
}

func readLock(root *os.Root) (lock, error) {
	var l lock
	data, err := root.ReadFile(LockFile)
	if errors.Is(err, fs.ErrNotExist) {
		return l, nil
	}
	if err != nil {
		return l, err
	}
	if err := json.Unmarshal(data, &l); err != nil {
		return l, fmt.Errorf("%s is damaged (%v): remove it, and the generated files with it", LockFile, err)
	}
	return l, nil
}

// compare tells what is to be written and removed, and what stands in the way.
func compare(root *os.Root, files []File, old lock) (changed []File, stale, foreign []string, err error) {
	known := old.hashes()
	planned := map[string]bool{}
	for _, f := range files {
		planned[f.Path] = true
		have, err := readRegular(root, f.Path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			changed = append(changed, f)
		case err != nil:
			foreign = append(foreign, f.Path)
		case bytes.Equal(have, f.Data):
		case known[f.Path] != nil || generated(have):
			changed = append(changed, f)
		default:
			foreign = append(foreign, f.Path)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(known)) {
		if planned[name] {
			continue
		}
		have, err := readRegular(root, name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil, !slices.Contains(known[name], hash(have)):
			foreign = append(foreign, name)
		default:
			stale = append(stale, name)
		}
	}
	return changed, stale, foreign, nil
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
	return bytes.HasPrefix(data, []byte(gocode.Header+"\n"))
}

// apply writes. The lock comes first and names old and new files, so that a
// run after a crash still knows which are mdwire's; at the end it names the
// new ones alone.
func apply(root *os.Root, files, changed []File, stale []string, old lock, tool string) error {
	next := lock{Tool: tool}
	for _, f := range files {
		next.Files = append(next.Files, lockFile{f.Path, hash(f.Data)})
	}
	slices.SortFunc(next.Files, byPath)
	if len(changed) > 0 || len(stale) > 0 {
		if err := writeLock(root, union(next, old)); err != nil {
			return err
		}
	}
	for _, f := range changed {
		if err := writeFile(root, f.Path, f.Data); err != nil {
			return err
		}
	}
	for _, name := range stale {
		if err := root.Remove(name); err != nil {
			return err
		}
		removeEmpty(root, path.Dir(name))
	}
	return writeLock(root, next)
}

// union is the lock while files are being written: each holds what it held or
// what it will hold.
func union(next, old lock) lock {
	both := lock{Tool: next.Tool, Files: slices.Concat(next.Files, old.Files)}
	slices.SortFunc(both.Files, byPath)
	both.Files = slices.Compact(both.Files)
	return both
}

func writeLock(root *os.Root, l lock) error {
	data, err := json.MarshalIndent(l, "", "  ")
	if err != nil {
		return err
	}
	data = append(data, '\n')
	if have, err := root.ReadFile(LockFile); err == nil && bytes.Equal(have, data) {
		return nil
	}
	return writeFile(root, LockFile, data)
}

// writeFile writes beside and renames, so that a reader or a crash never sees
// half a file.
func writeFile(root *os.Root, name string, data []byte) error {
	if err := root.MkdirAll(path.Dir(name), 0o777); err != nil {
		return err
	}
	temporary := name + ".mdwire-new"
	// One that stands there is left from a crash; were it a link, writing would
	// follow it.
	if err := ignoreMissing(root.Remove(temporary)); err != nil {
		return err
	}
	if err := root.WriteFile(temporary, data, 0o666); err != nil {
		return errors.Join(err, ignoreMissing(root.Remove(temporary)))
	}
	return root.Rename(temporary, name)
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// removeEmpty removes folders that the last removal left empty; Remove fails
// on the first that is not, and that ends it.
func removeEmpty(root *os.Root, dir string) {
	for dir != "." && root.Remove(dir) == nil {
		dir = path.Dir(dir)
	}
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
