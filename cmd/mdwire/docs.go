package main

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
)

// docs is a documentation tree and the part of it that the user named. Pages
// link to each other across folders, so the tree is read from its root even
// when one page of it is asked for.
type docs struct {
	root     string // the root folder, as the user can open it
	absolute string // the same, for comparing
	below    string // the current directory, seen from the root, when that lies above it
	fsys     fs.FS  // the tree; it opens nothing outside the root
	picks    []string

	// The file that was read last: findings come in the order of files.
	lastFile string
	lastSrc  []byte
}

// openDocs groups the given paths by the tree they lie in.
func openDocs(paths []string) ([]*docs, error) {
	var trees []*docs
	for _, p := range paths {
		root, pick, err := locate(p)
		if err != nil {
			return nil, err
		}
		abs, err := filepath.Abs(root)
		if err != nil {
			return nil, err
		}
		i := slices.IndexFunc(trees, func(d *docs) bool { return d.absolute == abs })
		if i < 0 {
			dir, err := os.OpenRoot(root)
			if err != nil {
				return nil, err
			}
			i = len(trees)
			trees = append(trees, &docs{root: root, absolute: abs, below: cwdBelow(root, abs), fsys: dir.FS()})
		}
		trees[i].picks = append(trees[i].picks, pick)
	}
	return trees, nil
}

// locate finds the docs root of a path and the path below it. The root is
// given in the form of the path: relative for a relative path.
func locate(given string) (root, pick string, err error) {
	info, err := os.Stat(given)
	if errors.Is(err, fs.ErrNotExist) {
		return "", "", fmt.Errorf("%s: there is no such file or folder", given)
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

// relative returns the folder that lies some steps above a path, seen from
// the current directory.
func relative(abs string, up int) (string, error) {
	cwd, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return filepath.Rel(cwd, filepath.Join(abs, strings.Repeat("../", up)))
}

// cwdBelow returns the current directory below a root that was given as a
// relative path, "" where it does not lie below.
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

// versionFolder is the name of a folder that holds one version's pages.
var versionFolder = regexp.MustCompile(`^(beta|v\d+(\.\d+)*)$`)

// stepsToRoot counts the folders from a path up to its docs root: the folder
// that holds api-reference, else the one that holds the version or the api
// folder, else the path itself.
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

// selects reports whether a file of the tree is among what the user named.
func (d *docs) selects(file string) bool {
	return slices.ContainsFunc(d.picks, func(pick string) bool {
		return pick == "." || pick == file || strings.HasPrefix(file, pick+"/")
	})
}

// show returns the path of a file of the tree as the user can open it from the
// current directory.
func (d *docs) show(file string) string {
	native := filepath.FromSlash(file)
	if d.below != "" {
		if short, err := filepath.Rel(d.below, native); err == nil {
			return filepath.ToSlash(short)
		}
	}
	return filepath.ToSlash(filepath.Join(d.root, native))
}

// source returns the bytes of a file of the tree, nil where it cannot be read.
func (d *docs) source(file string) []byte {
	if file != d.lastFile {
		d.lastFile, d.lastSrc = file, nil
		if info, err := fs.Stat(d.fsys, file); err == nil && info.Mode().IsRegular() { // a pipe would block
			d.lastSrc, _ = fs.ReadFile(d.fsys, file)
		}
	}
	return d.lastSrc
}

// globs chooses for the parser what the user named, so that one page of a big
// tree is checked without reading the others. A glob may also choose a page
// that ends in the same path; selects is exact.
func (d *docs) globs() []string {
	var globs []string
	for _, pick := range d.picks {
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
