package source

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/mdwire/mdwire/config"
)

// Key is the key "docs" of the configuration file. Paths in it are relative to
// the folder base; reading it sets d.
func Key(base string, d *Docs) config.Key {
	return config.Key{
		Name: "docs",
		Schema: map[string]any{
			"description": "Where the pages are: a folder beside this file, a git repository or an archive.",
			"oneOf":       []map[string]any{config.WordSchema("A folder."), config.ObjectSchema("A git repository or an archive.", docsKeys("", &Docs{}))},
		},
		Read:  func(n *config.Node) error { return d.read(n, base) },
		Value: func() any { return d.value() },
	}
}

func (d *Docs) value() any {
	if d.Folder != "" {
		return filepath.ToSlash(d.Folder)
	}
	return config.Values(docsKeys("", d))
}

func (d *Docs) read(n *config.Node, base string) error {
	d.Base = base
	if config.IsWord(n) {
		folder, err := config.Word(n, "a folder")
		d.Folder = within(base, folder)
		return err
	}
	if err := config.Object(n, docsKeys(base, d)); err != nil {
		return err
	}
	switch {
	case (d.Git == "") == (d.Archive == ""):
		return config.At(n, "docs are a folder, or have just one of git and archive")
	case d.Git != "" && d.Ref == "":
		return config.At(n, "docs from git need a ref: a branch, a tag or a commit")
	case d.Git == "" && d.Ref != "":
		return config.At(n, "only docs from git have a ref")
	}
	return nil
}

func docsKeys(base string, d *Docs) []config.Key {
	word := func(name, doc string, set *string, check func(string) string) config.Key {
		return config.Key{Name: name, Schema: config.WordSchema(doc), Read: func(n *config.Node) (err error) {
			if *set, err = config.Word(n, "a word"); err != nil {
				return err
			}
			if wrong := check(*set); wrong != "" {
				return config.At(n, "%q %s", *set, wrong)
			}
			return nil
		}, Value: func() any { return filepath.ToSlash(*set) }}
	}
	keys := []config.Key{
		word("git", "What git clone takes: a URL, or a folder.", &d.Git, checkURL),
		word("ref", "A branch, a tag or a commit; mdwire.lock keeps the commit until \"mdwire generate --update\".", &d.Ref, checkRef),
		word("archive", "A .zip, .tar.gz or .tgz file beside this one.", &d.Archive, checkArchive),
		word("path", "Where the pages are within the repository or the archive.", &d.Path, checkPath),
	}
	read := keys[2].Read
	keys[2].Read = func(n *config.Node) error {
		err := read(n)
		d.Archive = within(base, d.Archive)
		return err
	}
	return keys
}

// within returns a path of the configuration file as the current directory
// sees it.
func within(base, name string) string {
	name = filepath.FromSlash(name)
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(base, name)
}

// checkURL says what is wrong with a repository's address. One that began with
// a dash would be an option to git.
func checkURL(url string) string {
	if strings.HasPrefix(url, "-") || strings.ContainsAny(url, "\r\n\x00") {
		return "is no address of a git repository"
	}
	return ""
}

// checkRef says what is wrong with a revision, by git's rules for names of
// refs; a colon or a plus would make it a refspec.
func checkRef(ref string) string {
	if strings.HasPrefix(ref, "-") || strings.Contains(ref, "..") || strings.Contains(ref, "@{") ||
		strings.ContainsFunc(ref, func(r rune) bool { return r <= ' ' || r == 0x7f || strings.ContainsRune(`:+*?[\^~`, r) }) {
		return "is no branch, tag or commit"
	}
	return ""
}

func checkArchive(name string) string {
	if archiveKind(name) == 0 {
		return "is no .zip, .tar.gz or .tgz file"
	}
	return ""
}

// checkPath says what is wrong with a path within a source.
func checkPath(p string) string {
	if path.IsAbs(p) || strings.ContainsAny(p, "\\:\x00") || !filepath.IsLocal(filepath.FromSlash(p)) {
		return "is no path below the root"
	}
	return ""
}
