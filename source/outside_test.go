package source

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func write(t *testing.T, dir string, files ...string) {
	t.Helper()
	for _, name := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(filepath.Base(name)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpenOutside(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "secret.md", "repo/.git/HEAD", "repo/includes/note.md", "repo/book/manual/page.md", "plain/docs/page.md", "plain/note.md")
	links := true
	for name, to := range map[string]string{"repo/out.md": "../secret.md", "repo/within.md": "includes/note.md", "repo/up": ".."} {
		links = links && os.Symlink(filepath.FromSlash(to), filepath.Join(dir, filepath.FromSlash(name))) == nil
	}
	for _, tt := range []struct {
		docs, name string
		want       string // of the error; "" if the file is read
		link       bool
	}{
		{"repo/book/manual", "../../includes/note.md", "", false},
		{"repo/book/manual", "../../includes/gone.md", "there is no", false},
		{"repo/book/manual", "../../includes", "not a regular file", false},
		{"repo/book/manual", "../../../secret.md", "outside the repository", false},
		{"repo/book/manual", "../../includes/../../secret.md", "outside the repository", false},
		{"repo/book/manual", "../../out.md", "not a regular file", true},
		{"repo/book/manual", "../../within.md", "not a regular file", true},
		{"repo/book/manual", "../../up/secret.md", "escapes", true},
		{"repo", "../secret.md", "outside the repository", false},
	} {
		if tt.link && !links {
			continue // the system has no symbolic links
		}
		tree, err := OpenTree(filepath.Join(dir, filepath.FromSlash(tt.docs)))
		if err != nil {
			t.Fatal(err)
		}
		f, err := tree.Outside()(tt.name)
		if err == nil {
			defer f.Close()
		}
		if tt.want != "" {
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%s from %s: error is %v, want %q", tt.name, tt.docs, err, tt.want)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s from %s: %v", tt.name, tt.docs, err)
			continue
		}
		if src, err := io.ReadAll(f); err != nil || string(src) != filepath.Base(tt.name) || string(tree.Read(tt.name)) != string(src) {
			t.Errorf("%s from %s: %q, %v", tt.name, tt.docs, src, err)
		}
	}
	for docs, want := range map[string]string{"repo/book/manual": "book/manual", "repo": "", "plain/docs": ""} {
		if tree, err := OpenTree(filepath.Join(dir, filepath.FromSlash(docs))); err != nil || tree.Below() != want {
			t.Errorf("%s: %q below the root of the repository (%v), want %q", docs, tree.Below(), err, want)
		}
	}
	tree, err := OpenTree(filepath.Join(dir, "plain", "docs"))
	if err != nil || tree.Outside() != nil || tree.Read("../note.md") != nil {
		t.Errorf("without a repository, files outside the docs root are read (%v)", err)
	}
}
