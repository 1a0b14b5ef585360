package source

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/config"
)

// Tree is an open docs tree and the part of it that was asked for. Pages link to
// each other across folders, so a tree is always read from its root, even for a
// single page.
type Tree struct {
	// Root is the root folder as the user can open it: relative for a relative
	// path.
	Root string
	// Dir is the absolute path of the root, "" for a tree that is not on disk.
	Dir string
	// FS holds the files. It opens nothing outside the root.
	FS fs.FS
	// Picks are the files and folders asked for, slash-separated and below the
	// root; "." is the whole tree.
	Picks []string

	repository *repository // around the docs root; nil if there is none
	cwdBelow   string      // the working directory below the root, "" if it is elsewhere

	// The file read last. Diagnostics are sorted by file, so one is enough.
	lastFile string
	lastSrc  []byte
}

// OpenFS returns a tree that is not on disk, all of it asked for. Its files are
// shown with the name as their root folder.
func OpenFS(name string, fsys fs.FS) *Tree {
	return &Tree{Root: name, FS: fsys, Picks: []string{"."}}
}

// OpenTree opens the docs tree that a file or folder belongs to, and asks for
// that file or folder.
func OpenTree(name string) (*Tree, error) {
	trees, err := OpenTrees([]string{name})
	if err != nil {
		return nil, err
	}
	return trees[0], nil
}

// OpenTrees opens the docs trees that files and folders belong to. Paths in the
// same tree share one Tree.
func OpenTrees(paths []string) ([]*Tree, error) {
	var trees []*Tree
	for _, p := range paths {
		root, pick, err := locate(p)
		if err != nil {
			return nil, err
		}
		abs, err := filepath.Abs(root)
		if err != nil {
			return nil, err
		}
		i := slices.IndexFunc(trees, func(t *Tree) bool { return t.Dir == abs })
		if i < 0 {
			dir, err := os.OpenRoot(root)
			if err != nil {
				return nil, err
			}
			i = len(trees)
			trees = append(trees, &Tree{Root: root, Dir: abs, FS: dir.FS(), repository: repositoryOf(abs), cwdBelow: cwdBelow(root, abs)})
		}
		trees[i].Picks = append(trees[i].Picks, pick)
	}
	return trees, nil
}

// locate returns the docs root of a path, and the path below it. The root is
// relative if the path is.
func locate(given string) (root, pick string, err error) {
	info, err := os.Stat(given)
	if errors.Is(err, fs.ErrNotExist) {
		return "", "", config.Missing(given)
	}
	if err != nil {
		return "", "", err
	}
	abs, err := filepath.Abs(given)
	if err != nil {
		return "", "", err
	}
	up := stepsToRoot(filepath.ToSlash(abs), info.IsDir())
	below := strings.Split(filepath.ToSlash(abs), "/")
	root = filepath.Join(given, strings.Repeat("../", up))
	if up > 0 && !filepath.IsAbs(given) {
		root, err = relative(abs, up)
		if err != nil {
			return "", "", err
		}
	}
	return root, path.Join(append([]string{"."}, below[len(below)-up:]...)...), nil
}

// relative returns the folder some steps above an absolute path, relative to the
// working directory.
func relative(abs string, up int) (string, error) {
	cwd, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return filepath.Rel(cwd, filepath.Join(abs, strings.Repeat("../", up)))
}

// cwdBelow returns the working directory relative to a root that was given as a
// relative path, "" if it is not below the root.
func cwdBelow(root, abs string) string {
	cwd, err := os.Getwd()
	if err != nil || filepath.IsAbs(root) {
		return ""
	}
	below, err := filepath.Rel(abs, cwd)
	if err != nil || below == "." || below == ".." || strings.HasPrefix(below, ".."+string(filepath.Separator)) {
		return ""
	}
	return below
}

// versionFolder matches the name of a folder that holds the pages of one version.
var versionFolder = regexp.MustCompile(`^(beta|v\d+(\.\d+)*)$`)

// stepsToRoot returns how many folders a path is below its docs root. The root is
// the folder that contains api-reference; without one, the folder that contains
// the version or api folder; else the path itself.
func stepsToRoot(p string, isDir bool) int {
	parts := strings.Split(strings.TrimPrefix(p, "/"), "/")
	for i := len(parts) - 1; i >= 0; i-- {
		if parts[i] == "api-reference" {
			return len(parts) - i
		}
	}
	up := 0
	if !isDir {
		up = 1
	}
	at := func() string { return parts[max(0, len(parts)-1-up)] }
	if at() == "api" || at() == "resources" {
		up++
	}
	if versionFolder.MatchString(at()) {
		up++
	}
	return up
}

// Selects reports whether a file of the tree was asked for.
func (t *Tree) Selects(file string) bool {
	return slices.ContainsFunc(t.Picks, func(pick string) bool {
		return pick == "." || pick == file || strings.HasPrefix(file, pick+"/")
	})
}

// Show returns the path of a file of the tree as the user can open it from the
// working directory.
func (t *Tree) Show(file string) string {
	native := filepath.FromSlash(file)
	if t.cwdBelow != "" {
		if short, err := filepath.Rel(t.cwdBelow, native); err == nil {
			return filepath.ToSlash(short)
		}
	}
	return filepath.ToSlash(filepath.Join(t.Root, native))
}

// Read returns the content of a file of the tree, nil if it cannot be read. It
// keeps the file in memory until another file is read or written.
func (t *Tree) Read(file string) []byte {
	if file != t.lastFile {
		t.lastFile, t.lastSrc = file, nil
		if isOutside(file) {
			t.lastSrc = t.readOutside(file)
		} else if info, err := fs.Stat(t.FS, file); err == nil && info.Mode().IsRegular() { // a pipe would block
			t.lastSrc, _ = fs.ReadFile(t.FS, file)
		}
	}
	return t.lastSrc
}

// Globs returns the picks as globs for the parser, nil for the whole tree, so
// that checking one page of a big tree does not read the others. A glob also
// matches pages whose paths only end like the pick; Selects is exact.
func (t *Tree) Globs() []string {
	var globs []string
	for _, pick := range t.Picks {
		if pick == "." {
			return nil
		}
		escaped := globEscape.Replace(pick)
		globs = append(globs, escaped, escaped+"/**")
	}
	return globs
}

var globEscape = strings.NewReplacer(
	`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`, "]", `\]`, "{", `\{`, "}", `\}`)

// Write replaces a page of a tree on disk. It writes a temporary file and renames
// it, so that a crash leaves either the old or the new page. It does not follow
// links out of the tree.
func (t *Tree) Write(file string, data []byte) error {
	dir, err := os.OpenRoot(t.Dir)
	if err != nil {
		return err
	}
	defer dir.Close()
	name := filepath.FromSlash(file)
	info, err := dir.Lstat(name)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is not a regular file, so it is not changed", file)
	}
	temp := name + ".mdwire-new"
	if err := dir.WriteFile(temp, data, info.Mode().Perm()); err != nil {
		return err
	}
	if err := dir.Rename(temp, name); err != nil {
		_ = dir.Remove(temp)
		return err
	}
	t.lastFile, t.lastSrc = "", nil
	return nil
}
