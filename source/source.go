// Package source opens documentation trees: a folder, a revision of a git
// repository or an archive is fetched, unpacked and opened with the pages that
// were asked for. It also reports which lines have changed since a revision, and
// watches pages for changes. It does not look into pages.
package source

import (
	"cmp"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Location says where the pages are. One of Folder, Git and Archive is set.
type Location struct {
	Folder  string // relative to the working directory, or absolute
	Git     string // a URL, or a folder that begins with "./" or "../"
	Ref     string // a branch, tag or commit of Git
	Archive string // a .zip, .tar.gz or .tgz file
	Path    string // of the pages within the repository or the archive
	Base    string // the folder that a relative Git is resolved against
}

// IsZero reports whether no location is set.
func (l Location) IsZero() bool { return l == Location{} }

// String returns the repository, archive or folder.
func (l Location) String() string { return cmp.Or(l.Git, l.Archive, l.Folder) }

// Pin identifies the pages that a location held, so that later runs, also on
// other machines, use the same. The pin of a folder is zero.
type Pin struct {
	Git    string `json:"git,omitempty"`
	Ref    string `json:"ref,omitempty"`
	Commit string `json:"commit,omitempty"`
	SHA256 string `json:"sha256,omitempty"` // of an archive, in hexadecimal
}

// Fetcher brings pages to a local folder.
type Fetcher struct {
	// Cache is the folder for checkouts and unpacked archives. Any of its content
	// can be removed at any time.
	Cache string
	// Update fetches the current state of the location and ignores the pin.
	Update bool
	// Log, if not nil, is called before something that takes long.
	Log func(message string)
}

// Open returns the folder of the pages, and the pin that identifies them. pin is
// the pin of an earlier run; a zero pin accepts any state.
func (f *Fetcher) Open(loc Location, pin Pin) (folder string, now Pin, err error) {
	switch {
	case loc.Git != "":
		folder, now, err = f.git(loc, pin)
	case loc.Archive != "":
		folder, now, err = f.archive(loc, pin)
	default:
		return loc.Folder, Pin{}, nil
	}
	return filepath.Join(folder, filepath.FromSlash(loc.Path)), now, err
}

func (f *Fetcher) log(message string) {
	if f.Log != nil {
		f.Log(message)
	}
}

// keep returns a folder of the cache, and makes it if it is missing: fill writes
// to a temporary folder, which is then renamed. If two runs make the same folder
// at the same time, the first rename wins.
func (f *Fetcher) keep(name string, fill func(dir string) error) (string, error) {
	final := filepath.Join(f.Cache, name)
	if isFolder(final) {
		return final, nil
	}
	if err := os.MkdirAll(filepath.Dir(final), 0o777); err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp(filepath.Dir(final), ".new-*")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	if err := fill(dir); err != nil {
		return "", err
	}
	// It is the root of its repository, also if the cache is in another one.
	if err := os.WriteFile(filepath.Join(dir, ".git"), nil, 0o666); err != nil {
		return "", err
	}
	if err := os.Rename(dir, final); err != nil && !isFolder(final) {
		return "", err
	}
	return final, nil
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// IsPage reports whether a file is a page by its name.
func IsPage(name string) bool {
	ext := path.Ext(name)
	return strings.EqualFold(ext, ".md") || strings.EqualFold(ext, ".mdx")
}
