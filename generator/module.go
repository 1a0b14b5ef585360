package generator

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
	modpath "golang.org/x/mod/module"

	"github.com/mdwire/mdwire/generator/gocode"
)

// goVersion is the language version that generated code needs: generic
// iterators and omitzero are from before it.
const goVersion = "1.24"

// Place is an output folder seen as Go sees it.
type Place struct {
	Package    string // package name that the folder suggests
	ImportPath string
	// GoMod is the go.mod to write when the folder lies in no module; nil
	// otherwise. It makes the output compile at once; from then on it is the
	// user's.
	GoMod []byte
}

// Locate finds the module that dir lies in. dir need not exist.
func Locate(dir string) (Place, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return Place{}, err
	}
	place := Place{Package: packageName(filepath.Base(abs))}
	for at, below := abs, ""; ; {
		data, err := os.ReadFile(filepath.Join(at, "go.mod"))
		if err == nil {
			module := modfile.ModulePath(data)
			if module == "" {
				return Place{}, fmt.Errorf("%s has no module line", filepath.Join(at, "go.mod"))
			}
			place.ImportPath = path.Join(module, below)
			return place, checkImportPath(abs, place.ImportPath)
		}
		if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrInvalid) {
			return Place{}, err
		}
		parent := filepath.Dir(at)
		if parent == at {
			break
		}
		at, below = parent, path.Join(filepath.Base(at), below)
	}
	place.ImportPath = place.Package
	if slices.Contains(standard, place.Package) {
		place.ImportPath = "example/" + place.Package // a first element that Go keeps free for users
	}
	place.GoMod = fmt.Appendf(nil, "module %s\n\ngo %s\n", place.ImportPath, goVersion)
	return place, nil
}

// checkImportPath reports folders whose packages nobody could import.
func checkImportPath(dir, importPath string) error {
	if err := modpath.CheckImportPath(importPath); err != nil {
		return fmt.Errorf("%s cannot hold a Go package: %w", dir, err)
	}
	return nil
}

// standard are the first elements of the standard library's import paths: a
// module of such a name would not be found.
var standard = strings.Fields(`archive bufio builtin bytes cmd cmp compress container context crypto database debug embed
	encoding errors expvar flag fmt go hash html image index internal io iter log maps math mime net os path plugin
	reflect regexp runtime slices sort strconv strings structs sync syscall testing text time unicode unique unsafe
	vendor weak`)

// packageName makes a package name of a folder's name, "api" when nothing of
// it can be one.
func packageName(folder string) string {
	name := gocode.FileName(folder, "")
	if name == "x" || name[0] >= '0' && name[0] <= '9' || gocode.Reserved(name) {
		return "api"
	}
	return name
}
