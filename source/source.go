// Package source brings reference pages to where they can be read: from a
// folder, a revision of a git repository, or an archive. A description of the
// source goes in, a folder comes out, and a pin that says what is in it. It
// does not look into pages.
package source

import (
	"os"
	"path/filepath"
)

// Docs say where the pages are. One of Folder, Git and Archive is set.
type Docs struct {
	Folder  string // as the user can open it
	Git     string // what git clone takes; a folder begins with "./" or "../"
	Ref     string // a branch, a tag or a commit of Git
	Archive string // a .zip, .tar.gz or .tgz file
	Path    string // of the pages within the repository or the archive
	Base    string // the folder that a relative Git starts from
}

// Pin says which pages a source held, so that the next run, here or elsewhere,
// takes the same. That of a folder is zero: it is what it is.
type Pin struct {
	Git    string `json:"git,omitempty"`
	Ref    string `json:"ref,omitempty"`
	Commit string `json:"commit,omitempty"`
	SHA256 string `json:"sha256,omitempty"` // of an archive
}

// Fetcher opens sources. Cache is the folder where it keeps what it fetched and
// unpacked; any of it can be removed at any time.
type Fetcher struct {
	Cache string
	// Update takes what the source holds now, whatever the pin says.
	Update bool
	// Say tells what takes long; it may be nil.
	Say func(what string)
}

// Open returns the folder that the pages are in, and the pin that stands for
// them. pin is that of an earlier run; a zero one binds to nothing.
func (f *Fetcher) Open(docs Docs, pin Pin) (folder string, now Pin, err error) {
	switch {
	case docs.Git != "":
		folder, now, err = f.git(docs, pin)
	case docs.Archive != "":
		folder, now, err = f.archive(docs, pin)
	default:
		return docs.Folder, Pin{}, nil
	}
	return filepath.Join(folder, filepath.FromSlash(docs.Path)), now, err
}

func (f *Fetcher) say(what string) {
	if f.Say != nil {
		f.Say(what)
	}
}

// keep makes a folder of the cache, unless it is there: fill writes to a folder
// beside it, which is renamed when it is whole. Of two runs at once that make
// the same folder, one wins.
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
	if err := os.Rename(dir, final); err != nil && !isFolder(final) {
		return "", err
	}
	return final, nil
}

func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}
