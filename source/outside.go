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
	if err != nil || below == "." {
		return nil // there is nothing outside the docs root
	}
	files, err := os.OpenRoot(dir)
	if err != nil {
		return nil
	}
	return &repository{files, filepath.ToSlash(below)}
}

// OpenOutside opens a regular file of the repository that is outside the docs root,
// for reading. Its name is relative to the docs root: "../includes/note.md". Nothing
// outside the repository is opened, also not through links.
func (t *Tree) OpenOutside(name string) (fs.File, error) {
	if t.repository == nil {
		return nil, fmt.Errorf("it is outside the docs root")
	}
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
	f, err := t.OpenOutside(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	src, _ := io.ReadAll(f)
	return src
}

func isOutside(name string) bool { return strings.HasPrefix(name, "../") }
