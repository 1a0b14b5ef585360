package source

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/mdwire/mdwire/config"
)

// Key returns the key "docs" of mdwire.yaml; reading it sets l. Paths in it are
// relative to the folder base.
func (l *Location) Key(base string) config.Key {
	return config.Key{
		Name: "docs",
		Schema: map[string]any{
			"description": "Where the pages are: a folder, relative to this file, a git repository or an archive.",
			"oneOf":       []map[string]any{config.WordSchema("A folder."), config.ObjectSchema("A git repository or an archive.", docsKeys("", &Location{}))},
		},
		Read:  func(n *config.Node) error { return l.read(n, base) },
		Value: func() any { return l.value() },
	}
}

// BaseKey returns the key "base" of mdwire.yaml; reading it sets words.
func BaseKey(words *[]string) config.Key {
	return config.Key{
		Name: "base",
		Schema: map[string]any{
			"description": "The word that pages have for the base URL at the start of their paths, or a list of words. With servicePrefix, " +
				"\"GET servicePrefix/books\" is a call of /books. By default, mdwire infers it from all pages.",
			"oneOf": []map[string]any{config.WordSchema("A word."), config.WordsSchema("Words.")},
		},
		Read: func(n *config.Node) (err error) {
			if !config.IsWord(n) {
				*words, err = config.Words(n)
				return err
			}
			word, err := config.Word(n, "a word")
			*words = []string{word}
			return err
		},
		Value: func() any { return *words },
	}
}

func (l *Location) value() any {
	if l.Folder != "" {
		return filepath.ToSlash(l.Folder)
	}
	return config.Values(docsKeys("", l))
}

func (l *Location) read(n *config.Node, base string) error {
	l.Base = base
	if config.IsWord(n) {
		folder, err := config.Word(n, "a folder")
		l.Folder = config.Resolve(base, folder)
		return err
	}
	if err := config.Object(n, docsKeys(base, l)); err != nil {
		return err
	}
	switch {
	case (l.Git == "") == (l.Archive == ""):
		return config.At(n, "docs must be a folder, or have either git or archive")
	case l.Git != "" && l.Ref == "":
		return config.At(n, "docs from git need a ref: a branch, a tag or a commit")
	case l.Git == "" && l.Ref != "":
		return config.At(n, "only docs from git have a ref")
	}
	return nil
}

func docsKeys(base string, l *Location) []config.Key {
	word := func(name, doc string, set *string, check func(string) string) config.Key {
		return config.Key{Name: name, Schema: config.WordSchema(doc), Read: func(n *config.Node) (err error) {
			if *set, err = config.Word(n, "a text that is not empty"); err != nil {
				return err
			}
			if wrong := check(*set); wrong != "" {
				return config.At(n, "%q %s", *set, wrong)
			}
			return nil
		}, Value: func() any { return filepath.ToSlash(*set) }}
	}
	keys := []config.Key{
		word("git", "A URL that git can clone, or a folder.", &l.Git, checkURL),
		word("ref", "A branch, a tag or a commit; mdwire.lock keeps the commit until \"mdwire generate --update\".", &l.Ref, checkRef),
		word("archive", "A .zip, .tar.gz or .tgz file, relative to this file.", &l.Archive, checkArchive),
		word("path", "The folder of the pages within the repository or the archive.", &l.Path, checkPath),
	}
	read := keys[2].Read
	keys[2].Read = func(n *config.Node) error {
		err := read(n)
		l.Archive = config.Resolve(base, l.Archive)
		return err
	}
	return keys
}

// checkURL returns the error in a repository's address, "" for none. Git
// would take an address that begins with a dash as an option.
func checkURL(url string) string {
	if strings.HasPrefix(url, "-") || strings.ContainsAny(url, "\r\n\x00") {
		return "is not the address of a git repository"
	}
	return ""
}

// checkRef returns the error in a revision by git's rules for ref names. A
// colon or a plus would make it a refspec.
func checkRef(ref string) string {
	if strings.HasPrefix(ref, "-") || strings.Contains(ref, "..") || strings.Contains(ref, "@{") ||
		strings.ContainsFunc(ref, func(r rune) bool { return r <= ' ' || r == 0x7f || strings.ContainsRune(`:+*?[\^~`, r) }) {
		return "is not a branch, tag or commit"
	}
	return ""
}

func checkArchive(name string) string {
	if archiveKind(name) == 0 {
		return "is not a .zip, .tar.gz or .tgz file"
	}
	return ""
}

// checkPath returns the error in a path within a repository or an archive.
func checkPath(p string) string {
	if path.IsAbs(p) || strings.ContainsAny(p, "\\:\x00") || !filepath.IsLocal(filepath.FromSlash(p)) {
		return "is not a path below the root"
	}
	return ""
}
