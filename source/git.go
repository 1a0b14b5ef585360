package source

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// commitHash is a commit in full, of SHA-1 or SHA-256.
var commitHash = regexp.MustCompile(`^([0-9a-f]{40}|[0-9a-f]{64})$`)

// git opens a revision of a repository. The commit that the pin names is taken
// from the cache without asking the repository.
func (f *Fetcher) git(docs Docs, pin Pin) (string, Pin, error) {
	now := Pin{Git: docs.Git, Ref: docs.Ref}
	want := docs.Ref
	if !f.Update && pin.Git == docs.Git && pin.Ref == docs.Ref && commitHash.MatchString(pin.Commit) {
		want = pin.Commit
	}
	if commitHash.MatchString(want) {
		now.Commit = want
		folder, err := f.keep(checkoutName(docs, want), func(dir string) error {
			_, err := f.checkout(dir, docs, want)
			return err
		})
		return folder, now, err
	}
	folder, commit, err := f.newest(docs)
	now.Commit = commit
	return folder, now, err
}

// newest fetches what a branch or tag leads to now.
func (f *Fetcher) newest(docs Docs) (folder, commit string, err error) {
	if err := os.MkdirAll(f.Cache, 0o777); err != nil {
		return "", "", err
	}
	dir, err := os.MkdirTemp(f.Cache, ".new-*")
	if err != nil {
		return "", "", err
	}
	defer os.RemoveAll(dir)
	commit, err = f.checkout(filepath.Join(dir, "tree"), docs, docs.Ref)
	if err != nil {
		return "", "", err
	}
	folder, err = f.keep(checkoutName(docs, commit), func(empty string) error {
		if err := os.Remove(empty); err != nil {
			return err
		}
		return os.Rename(filepath.Join(dir, "tree"), empty)
	})
	return folder, commit, err
}

// checkoutName is the folder of the cache that a checkout is kept in.
func checkoutName(docs Docs, commit string) string {
	sum := sha256.Sum256([]byte(docs.Git + "\x00" + sparse(docs.Path)))
	return filepath.Join("git", hex.EncodeToString(sum[:8]), commit)
}

// checkout fills a folder with the pages of a revision, and returns its commit.
// Only that revision is fetched, and of it only the pages.
func (f *Fetcher) checkout(dir string, docs Docs, rev string) (commit string, err error) {
	f.say("fetching " + docs.Git + " " + rev)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", err
	}
	url, err := docs.address()
	if err != nil {
		return "", err
	}
	for _, args := range [][]string{
		{"init", "--quiet", "--template="},
		{"remote", "add", "--", "origin", url},
		{"sparse-checkout", "set", "--no-cone", sparse(docs.Path)},
		{"fetch", "--quiet", "--depth=1", "--no-tags", "--filter=blob:none", "origin", rev},
		{"checkout", "--quiet", "--detach", "FETCH_HEAD"},
	} {
		if _, err := git(dir, args...); err != nil {
			return "", fmt.Errorf("docs from %s at %s: %w", docs.Git, rev, err)
		}
	}
	commit, err = git(dir, "rev-parse", "--verify", "FETCH_HEAD^{commit}")
	if err != nil {
		return "", err
	}
	return strings.TrimSpace(commit), os.RemoveAll(filepath.Join(dir, ".git"))
}

// address is what git is told: a folder is named as seen from anywhere.
func (d Docs) address() (string, error) {
	if !strings.HasPrefix(d.Git, "./") && !strings.HasPrefix(d.Git, "../") {
		return d.Git, nil
	}
	return filepath.Abs(within(d.Base, d.Git))
}

// sparse is the pattern of the files that are wanted: the pages of the docs
// tree that a path lies in. Pages of one version include what stands beside
// the versions, so it reaches up to the folder api-reference.
func sparse(within string) string {
	parts := strings.Split(path.Clean("/" + within)[1:], "/")
	for i, part := range parts {
		if part == "api-reference" {
			return "/" + escapePattern.Replace(strings.Join(parts[:i+1], "/")) + "/**/*.md"
		}
	}
	return "*.md"
}

var escapePattern = strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`, "!", `\!`, "#", `\#`)

// git runs git with what could change the bytes of pages, or run a program,
// turned off. Credentials are git's own matter.
func git(dir string, args ...string) (string, error) {
	settings := []string{"-c", "core.autocrlf=false", "-c", "core.eol=lf", "-c", "core.symlinks=false", "-c", "core.hooksPath=.no-hooks", "-c", "advice.detachedHead=false"}
	cmd := exec.Command("git", append(settings, args...)...)
	cmd.Dir = dir
	cmd.Env = append(slices.DeleteFunc(os.Environ(), ofRepository), "LC_ALL=C")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return "", errors.New("the command git is not installed")
	}
	if err != nil {
		return "", fmt.Errorf("git %s: %s", args[0], gitSays(stderr.String(), err))
	}
	return string(out), nil
}

// ofRepository reports variables that git sets for its hooks: they would name
// the user's own repository.
func ofRepository(variable string) bool {
	name, _, _ := strings.Cut(variable, "=")
	switch name {
	case "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
		"GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_PREFIX":
		return true
	}
	return false
}

// gitSays returns the line of git's complaint that tells most: the first that is
// fatal.
func gitSays(stderr string, err error) string {
	for line := range strings.Lines(stderr) {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), "fatal: "); ok {
			return rest
		}
	}
	if s := strings.TrimSpace(stderr); s != "" {
		return s
	}
	return err.Error()
}
