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

// commitHash matches a full commit hash, SHA-1 or SHA-256.
var commitHash = regexp.MustCompile(`^([0-9a-f]{40}|[0-9a-f]{64})$`)

// git opens a revision of a repository. A pinned commit that is in the cache is
// opened without access to the repository.
func (f *Fetcher) git(loc Location, pin Pin) (string, Pin, error) {
	now := Pin{Git: loc.Git, Ref: loc.Ref}
	want := loc.Ref
	if !f.Update && pin.Git == loc.Git && pin.Ref == loc.Ref && commitHash.MatchString(pin.Commit) {
		want = pin.Commit
	}
	if commitHash.MatchString(want) {
		now.Commit = want
		folder, err := f.keep(checkoutName(loc, want), func(dir string) error {
			_, err := f.checkout(dir, loc, want)
			return err
		})
		return folder, now, err
	}
	folder, commit, err := f.newest(loc)
	now.Commit = commit
	return folder, now, err
}

// newest fetches the commit that a branch or tag points to now.
func (f *Fetcher) newest(loc Location) (folder, commit string, err error) {
	if err := os.MkdirAll(f.Cache, 0o777); err != nil {
		return "", "", err
	}
	dir, err := os.MkdirTemp(f.Cache, ".new-*")
	if err != nil {
		return "", "", err
	}
	defer os.RemoveAll(dir)
	commit, err = f.checkout(filepath.Join(dir, "tree"), loc, loc.Ref)
	if err != nil {
		return "", "", err
	}
	folder, err = f.keep(checkoutName(loc, commit), func(empty string) error {
		if err := os.Remove(empty); err != nil {
			return err
		}
		return os.Rename(filepath.Join(dir, "tree"), empty)
	})
	return folder, commit, err
}

// checkoutName is the cache folder of a checkout.
func checkoutName(loc Location, commit string) string {
	sum := sha256.Sum256([]byte(loc.Git + "\x00" + sparse(loc.Path)))
	return filepath.Join("git", hex.EncodeToString(sum[:8]), commit)
}

// checkout fills a folder with the pages of a revision, and returns its commit.
// It fetches that revision only, and only its pages.
func (f *Fetcher) checkout(dir string, loc Location, rev string) (commit string, err error) {
	f.log("fetching " + loc.Git + " " + rev)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return "", err
	}
	url, err := loc.address()
	if err != nil {
		return "", err
	}
	for _, args := range [][]string{
		{"init", "--quiet", "--template="},
		{"remote", "add", "--", "origin", url},
		{"sparse-checkout", "set", "--no-cone", sparse(loc.Path), sparse(loc.Path) + "x"}, // .md and .mdx
		{"fetch", "--quiet", "--depth=1", "--no-tags", "--filter=blob:none", "origin", rev},
		{"checkout", "--quiet", "--detach", "FETCH_HEAD"},
	} {
		if _, err := isolatedGit(dir, args...); err != nil {
			return "", fmt.Errorf("docs from %s at %s: %w", loc.Git, rev, err)
		}
	}
	commit, err = isolatedGit(dir, "rev-parse", "--verify", "FETCH_HEAD^{commit}")
	if err != nil {
		return "", err
	}
	return strings.TrimSpace(commit), os.RemoveAll(filepath.Join(dir, ".git"))
}

// address returns the repository for git, a local folder as an absolute path.
func (l Location) address() (string, error) {
	if !strings.HasPrefix(l.Git, "./") && !strings.HasPrefix(l.Git, "../") {
		return l.Git, nil
	}
	return filepath.Abs(filepath.Join(l.Base, filepath.FromSlash(l.Git)))
}

// sparse returns the sparse-checkout pattern of the pages that a path needs. Pages
// of one version include files from outside the version's folder, so the pattern
// covers the whole api-reference folder.
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

// isolatedGit runs git in a repository of mdwire's cache. Settings that could
// change the bytes of pages or run a program are off. Credentials are left to git.
func isolatedGit(dir string, args ...string) (string, error) {
	settings := []string{"-c", "core.autocrlf=false", "-c", "core.eol=lf", "-c", "core.symlinks=false", "-c", "core.hooksPath=.no-hooks", "-c", "advice.detachedHead=false"}
	cmd := exec.Command("git", append(settings, args...)...)
	cmd.Dir = dir
	cmd.Env = append(slices.DeleteFunc(os.Environ(), ofRepository), "LC_ALL=C")
	return runGit(cmd, args[0])
}

// userGit runs git in the user's repository, in the user's environment.
func userGit(dir string, args ...string) (string, error) {
	cmd := exec.Command("git", append([]string{"-c", "core.quotePath=false"}, args...)...)
	cmd.Dir = dir
	return runGit(cmd, args[0])
}

// runGit returns the output of a git command. name identifies it in the error.
func runGit(cmd *exec.Cmd, name string) (string, error) {
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return "", errors.New("git was not found in PATH")
	}
	if err != nil {
		return "", fmt.Errorf("git %s: %s", name, gitMessage(stderr.String(), err))
	}
	return string(out), nil
}

// ofRepository reports whether git sets a variable for its hooks. It would make
// git work on the user's repository.
func ofRepository(variable string) bool {
	name, _, _ := strings.Cut(variable, "=")
	switch name {
	case "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
		"GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_PREFIX":
		return true
	}
	return false
}

// gitMessage returns git's first fatal error, else all that it printed.
func gitMessage(stderr string, err error) string {
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
