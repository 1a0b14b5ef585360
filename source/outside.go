package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// repository is the git repository around a docs root. Pages include files of it
// that are outside the docs root.
type repository struct {
	files *os.Root
	below string // the docs root in the repository, slash-separated
}

// repositoryOf opens the repository that the absolute path of a docs root is in,
// nil if there is none. It is the nearest folder above with an entry ".git".
func repositoryOf(root string) *repository {
	for dir := root; ; {
		if _, err := os.Lstat(filepath.Join(dir, ".git")); err == nil {
			return openRepository(dir, root)
		}
		up := filepath.Dir(dir)
		if up == dir {
			return nil
		}
		dir = up
	}
}

func openRepository(dir, root string) *repository {
	below, err := filepath.Rel(dir, root)
	if err != nil {
		return nil
	}
	files, err := os.OpenRoot(dir)
	if err != nil {
		return nil
	}
	return &repository{files, filepath.ToSlash(below)}
}

// Outside returns a function that opens the regular files of the repository outside
// the docs root, for reading, by their path relative to the docs root:
// "../includes/note.md". It opens nothing outside the repository, also not through
// links. Outside returns nil if the docs are in no repository.
func (t *Tree) Outside() func(name string) (fs.File, error) {
	if t.repository == nil {
		return nil
	}
	return t.openOutside
}

// Below returns the path of the docs root in its repository, "" if it is the root of the
// repository or in none.
func (t *Tree) Below() string {
	if t.repository == nil || t.repository.below == "." {
		return ""
	}
	return t.repository.below
}

func (t *Tree) openOutside(name string) (fs.File, error) {
	below := path.Join(t.repository.below, name)
	if !fs.ValidPath(below) {
		return nil, fmt.Errorf("it is outside the repository")
	}
	info, err := t.repository.files.Lstat(filepath.FromSlash(below))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, missing{name}
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular(): // a pipe would block
		return nil, fmt.Errorf("%s is not a regular file", name)
	}
	return t.repository.files.Open(filepath.FromSlash(below))
}

// missing is the error that there is no file with a name.
type missing struct{ name string }

func (m missing) Error() string { return "there is no " + m.name }

func (m missing) Unwrap() error { return fs.ErrNotExist }

func (t *Tree) readOutside(name string) []byte {
	if t.repository == nil {
		return nil
	}
	f, err := t.openOutside(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	src, _ := io.ReadAll(f)
	return src
}

func isOutside(name string) bool { return strings.HasPrefix(name, "../") }
