package output

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
)

// Package is an output folder as the go command sees it.
type Package struct {
	Dir        string // absolute
	Name       string // package name, derived from the name of the folder
	ImportPath string
	// InModule says that a go.mod exists in the folder or above it. Otherwise
	// ImportPath is the path of the module that WriteGoMod creates.
	InModule bool
}

// Locate finds the module that contains dir, which need not exist. packageName
// returns the package name for the name of a folder.
func Locate(dir string, packageName func(folder string) string) (Package, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return Package{}, err
	}
	pkg := Package{Dir: abs, Name: packageName(filepath.Base(abs))}
	for at, below := abs, ""; ; {
		data, err := os.ReadFile(filepath.Join(at, "go.mod"))
		if err == nil {
			module := modfile.ModulePath(data)
			if module == "" {
				return Package{}, fmt.Errorf("%s has no module line", filepath.Join(at, "go.mod"))
			}
			pkg.ImportPath, pkg.InModule = path.Join(module, below), true
			return pkg, pkg.check()
		}
		if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrInvalid) {
			return Package{}, err
		}
		parent := filepath.Dir(at)
		if parent == at {
			break
		}
		at, below = parent, path.Join(filepath.Base(at), below)
	}
	pkg.ImportPath = pkg.Name
	if slices.Contains(standard, pkg.Name) {
		pkg.ImportPath = "example/" + pkg.Name // "example" is reserved for users
	}
	return pkg, nil
}

// check returns an error if the package could not be imported.
func (p Package) check() error {
	if err := modpath.CheckImportPath(p.ImportPath); err != nil {
		return fmt.Errorf("%s cannot hold a Go package: %w", p.Dir, err)
	}
	return nil
}

// WriteGoMod writes a go.mod to a folder that is in no module, so that the
// output compiles at once. goVersion is the version for its go directive. An
// existing file belongs to the user and is kept.
func (p Package) WriteGoMod(goVersion string) error {
	if p.InModule {
		return nil
	}
	file, err := os.OpenFile(filepath.Join(p.Dir, "go.mod"), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(file, "module %s\n\ngo %s\n", p.ImportPath, goVersion)
	return errors.Join(err, file.Close())
}

// standard lists the first elements of the standard library's import paths. The
// go command does not find a module with such a name.
var standard = strings.Fields(`archive bufio builtin bytes cmd cmp compress container context crypto database debug embed
	encoding errors expvar flag fmt go hash html image index internal io iter log maps math mime net os path plugin
	reflect regexp runtime slices sort strconv strings structs sync syscall testing text time unicode unique unsafe
	vendor weak`)
