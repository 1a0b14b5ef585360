// Package output writes generated files to a folder. Files in memory go in; the
// folder then holds exactly those, next to the files of its user. A lock file
// lists the written files, so that the next run knows which ones it may replace or
// remove. The package knows nothing of pages, and of generated code only the
// header line that marks it.
package output

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"
)

// File is a file that belongs in the folder.
type File struct {
	Path   string // slash-separated, relative to the folder
	Data   []byte // nil when the folder already holds the file with this SHA256
	SHA256 string // of the content, in hexadecimal; computed from Data when empty
}

// Folder is a folder that files are generated into. Its methods are not safe for
// concurrent use, except Lock.
type Folder struct {
	dir    string
	header string
	root   *os.Root // nil while the folder does not exist
	lock   func() (Lock, error)
	locked []byte // content of the lock file when lock was first called
}

// Open opens the folder dir, which need not exist. The first line of a generated
// file is header: a file with that line may be replaced even if the lock file
// does not list it.
func Open(dir, header string) (*Folder, error) {
	info, err := os.Lstat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return newFolder(dir, header, nil), nil
	}
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		return nil, fmt.Errorf("%s is a symbolic link: name the folder that it points to", dir)
	}
	if err == nil && !info.IsDir() {
		return nil, fmt.Errorf("%s is a file: the output needs a folder", dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return newFolder(dir, header, root), nil
}

func newFolder(dir, header string, root *os.Root) *Folder {
	f := &Folder{dir: dir, header: header, root: root}
	f.lock = sync.OnceValues(f.readLock)
	return f
}

// Close releases the folder.
func (f *Folder) Close() error {
	if f.root == nil {
		return nil
	}
	return f.root.Close()
}

// Lock returns the content of the lock file, which is read once. Without a lock
// file it returns the zero Lock.
func (f *Folder) Lock() (Lock, error) { return f.lock() }

func (f *Folder) readLock() (Lock, error) {
	if f.root == nil {
		return Lock{}, nil
	}
	data, err := readLock(f.root)
	if err != nil {
		return Lock{}, err
	}
	f.locked = data
	return parseLock(data, f.dir)
}

// Read returns the content of a file in the folder. It fails with fs.ErrInvalid
// for anything but a regular file: a symbolic link could lead out of the folder.
func (f *Folder) Read(name string) ([]byte, error) {
	if f.root == nil {
		return nil, fs.ErrNotExist
	}
	info, err := f.root.Lstat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fs.ErrInvalid
	}
	return f.root.ReadFile(name)
}

// SHA256 returns the hash of a file in the folder, in hexadecimal, and "" for a
// file that is missing or unreadable.
func (f *Folder) SHA256(name string) string {
	data, err := f.Read(name)
	if err != nil {
		return ""
	}
	return hash(data)
}

// create creates the folder if it does not exist.
func (f *Folder) create() error {
	if f.root != nil {
		return nil
	}
	if err := os.MkdirAll(f.dir, 0o777); err != nil {
		return err
	}
	root, err := os.OpenRoot(f.dir)
	f.root = root
	return err
}

// hasHeader reports whether the first line of data is the header.
func (f *Folder) hasHeader(data []byte) bool {
	first, _, ok := strings.Cut(string(data[:min(len(data), len(f.header)+1)]), "\n")
	return ok && first == f.header
}

// removeEmpty removes dir and its parents as long as they are empty.
func removeEmpty(root *os.Root, dir string) {
	for dir != "." && root.Remove(dir) == nil {
		dir = path.Dir(dir)
	}
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
