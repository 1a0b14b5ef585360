package generate

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/change"
)

// Changes returns the changes for callers of the generated code, those that break
// them first. There are none if the folder is written for the first time. It must be
// called before Apply for the first time.
func (g *Generation) Changes() ([]change.Change, error) { return g.changes() }

// compareAPI compares the Go files of the difference with those in the folder.
func (g *Generation) compareAPI() ([]change.Change, error) {
	d := g.Difference
	if d.Same() {
		return nil, nil
	}
	if lock, err := g.folder.Lock(); err != nil || len(lock.Files) == 0 {
		return nil, err
	}
	before, after := change.API{}, change.API{}
	for _, f := range slices.Concat(d.Changed, d.New) {
		if isPublic(f.Path) {
			if err := after.Add(packageFolder(f.Path), f.Data); err != nil {
				return nil, err
			}
		}
	}
	old := slices.Clone(d.Stale)
	for _, f := range d.Changed {
		old = append(old, f.Path)
	}
	for _, name := range old {
		if !isPublic(name) {
			continue
		}
		src, err := g.folder.Read(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue // another run has removed it
		}
		if err != nil {
			return nil, err
		}
		_ = before.Add(packageFolder(name), src) // a file with syntax errors has no API
	}
	return change.Compare(before, after), nil
}

// isPublic reports whether callers can use the code in a generated file.
func isPublic(name string) bool {
	return path.Ext(name) == ".go" && !strings.HasSuffix(name, "_test.go") && path.Base(path.Dir(name)) != "exampletest"
}

func packageFolder(name string) string {
	if dir := path.Dir(name); dir != "." {
		return dir
	}
	return ""
}
