package generator_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/generator/gocode"
)

// code is a generated Go file, data one of test data: it has no header.
func code(path, text string) generator.File {
	return generator.File{Path: path, Data: []byte(gocode.Header + "\n\npackage x\n\n// " + text + "\n")}
}

func data(path, text string) generator.File {
	return generator.File{Path: path, Data: []byte(text)}
}

func write(t *testing.T, dir string, files ...generator.File) {
	t.Helper()
	if err := generator.Write(dir, files, "v1"); err != nil {
		t.Fatal(err)
	}
}

func put(t *testing.T, dir, name, text string) {
	t.Helper()
	full := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(full, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// tree reads a folder: files with their text, links with where they lead, and
// folders that hold nothing.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(dir, name)
		rel = filepath.ToSlash(rel)
		switch {
		case d.IsDir():
			entries, err := os.ReadDir(name)
			if len(entries) == 0 && rel != "." {
				got[rel+"/"] = ""
			}
			return err
		case d.Type()&fs.ModeSymlink != 0:
			to, err := os.Readlink(name)
			got[rel] = "-> " + to
			return err
		}
		text, err := os.ReadFile(name)
		got[rel] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// without leaves the lock out of a tree.
func without(files map[string]string, names ...string) map[string]string {
	for _, n := range append(names, generator.LockFile) {
		delete(files, n)
	}
	return files
}

func want(files ...generator.File) map[string]string {
	m := map[string]string{}
	for _, f := range files {
		m[f.Path] = string(f.Data)
	}
	return m
}

func TestWrite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there", "yet")
	steps := []struct {
		name  string
		files []generator.File
	}{
		{"new", []generator.File{code("a_gen.go", "1"), code("server/b_gen.go", "1"), data("exampletest/testdata/a/x.request", "1")}},
		{"changed", []generator.File{code("a_gen.go", "2"), code("server/b_gen.go", "1"), data("exampletest/testdata/a/x.request", "2")}},
		{"one more", []generator.File{code("a_gen.go", "2"), code("c_gen.go", "1"), code("server/b_gen.go", "1"), data("exampletest/testdata/a/x.request", "2")}},
		{"fewer, with their folders", []generator.File{code("c_gen.go", "1")}},
		{"a file where a folder was", []generator.File{code("server", "1")}},
		{"none", nil},
	}
	for _, step := range steps {
		write(t, dir, step.files...)
		if d := cmp.Diff(want(step.files...), without(tree(t, dir))); d != "" {
			t.Errorf("%s: %s", step.name, d)
		}
	}
}

func TestLock(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, data("b", "x"), data("a/c", "y"))
	want := `{
  "tool": "v1",
  "files": [
    {
      "path": "a/c",
      "sha256": "a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa"
    },
    {
      "path": "b",
      "sha256": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    }
  ]
}
`
	if d := cmp.Diff(want, tree(t, dir)[generator.LockFile]); d != "" {
		t.Error(d)
	}
}

// TestLockIsJSON: the lock is what encoding/json would write.
func TestLockIsJSON(t *testing.T) {
	for _, files := range [][]generator.File{nil, {data("a", "")}, {data(`q"<&>\\\a\u00e4 b/c`, "x"), data("z-1_2.A", "y")}} {
		dir := t.TempDir()
		if err := generator.Write(dir, files, "v1"); err != nil {
			t.Skip(err) // a name that this system does not take
		}
		text := []byte(tree(t, dir)[generator.LockFile])
		var lock generator.Lock
		if err := json.Unmarshal(text, &lock); err != nil {
			t.Fatal(err)
		}
		want, err := json.MarshalIndent(lock, "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want)+"\n", string(text)); d != "" {
			t.Error(d)
		}
	}
}

func TestWriteLeavesUnchangedFilesAlone(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, code("a_gen.go", "1"), code("b_gen.go", "1"))
	long := time.Now().Add(-time.Hour).Truncate(time.Second)
	for _, name := range []string{"a_gen.go", "b_gen.go", generator.LockFile} {
		if err := os.Chtimes(filepath.Join(dir, name), long, long); err != nil {
			t.Fatal(err)
		}
	}
	write(t, dir, code("a_gen.go", "1"), code("b_gen.go", "1"))
	if got := touched(t, dir, long); got != nil {
		t.Errorf("nothing changed, but %q were written", got)
	}
	write(t, dir, code("a_gen.go", "2"), code("b_gen.go", "1"))
	if d := cmp.Diff([]string{"a_gen.go", generator.LockFile}, touched(t, dir, long)); d != "" {
		t.Error(d)
	}
}

// touched returns the files of a folder that are younger than a time.
func touched(t *testing.T, dir string, since time.Time) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			t.Fatal(err)
		}
		if info.ModTime().After(since) {
			names = append(names, e.Name())
		}
	}
	return names
}

// TestWriteRefuses holds that what is not mdwire's stops the whole run before
// anything is written or removed.
func TestWriteRefuses(t *testing.T) {
	outside := t.TempDir()
	put(t, outside, "victim", "theirs")
	tests := []struct {
		name    string
		prepare func(t *testing.T, dir string)
		foreign []string
	}{
		{"a file of somebody's", func(t *testing.T, dir string) { put(t, dir, "new_gen.go", "package x\n") }, []string{"new_gen.go"}},
		{"the header in another place", func(t *testing.T, dir string) { put(t, dir, "new_gen.go", "\n"+gocode.Header+"\n") }, []string{"new_gen.go"}},
		{"two of them", func(t *testing.T, dir string) {
			put(t, dir, "new_gen.go", "x")
			put(t, dir, "server/new_gen.go", "x")
		}, []string{"new_gen.go", "server/new_gen.go"}},
		{"a folder", func(t *testing.T, dir string) { put(t, dir, "new_gen.go/x", "x") }, []string{"new_gen.go"}},
		{"a file in the place of a folder", func(t *testing.T, dir string) { put(t, dir, "server", "x") }, []string{"server/new_gen.go"}},
		{"a file to remove that was edited", func(t *testing.T, dir string) { put(t, dir, "stale_gen.go", gocode.Header+"\n\npackage x // mine\n") }, []string{"stale_gen.go"}},
		{"a link to a file outside", func(t *testing.T, dir string) {
			link(t, filepath.Join(outside, "victim"), filepath.Join(dir, "new_gen.go"))
		}, []string{"new_gen.go"}},
		{"a link that leads nowhere", func(t *testing.T, dir string) { link(t, "nowhere", filepath.Join(dir, "new_gen.go")) }, []string{"new_gen.go"}},
		{"a link to a folder outside", func(t *testing.T, dir string) { link(t, outside, filepath.Join(dir, "server")) }, []string{"server/new_gen.go"}},
		{"a lock that names a file outside", func(t *testing.T, dir string) {
			rel, _ := filepath.Rel(dir, filepath.Join(outside, "victim"))
			addToLock(t, dir, filepath.ToSlash(rel))
		}, nil},
		{"a lock that names an absolute path", func(t *testing.T, dir string) { addToLock(t, dir, filepath.ToSlash(filepath.Join(outside, "victim"))) }, nil},
		{"a lock that names a file of somebody's", func(t *testing.T, dir string) {
			put(t, dir, "main.go", "package x")
			addToLock(t, dir, "main.go")
		}, []string{"main.go"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "out")
			write(t, dir, code("old_gen.go", "1"), code("stale_gen.go", "1"))
			tt.prepare(t, dir)
			before := tree(t, dir)
			err := generator.Write(dir, []generator.File{code("new_gen.go", "1"), code("old_gen.go", "2"), code("server/new_gen.go", "1")}, "v1")
			var foreign *generator.Foreign
			if !errors.As(err, &foreign) {
				t.Fatalf("error is %v", err)
			}
			if tt.foreign != nil {
				if d := cmp.Diff(tt.foreign, foreign.Paths); d != "" {
					t.Error(d)
				}
			}
			if d := cmp.Diff(before, tree(t, dir)); d != "" {
				t.Errorf("something was written: %s", d)
			}
			if d := cmp.Diff(map[string]string{"victim": "theirs"}, tree(t, outside)); d != "" {
				t.Errorf("something was written outside: %s", d)
			}
		})
	}
}

func link(t *testing.T, to, at string) {
	t.Helper()
	if err := os.Symlink(to, at); err != nil {
		t.Skip(err)
	}
}

// addToLock makes a lock claim a file, with a hash that is not the file's.
func addToLock(t *testing.T, dir, name string) {
	t.Helper()
	var lock struct {
		Tool  string              `json:"tool"`
		Files []map[string]string `json:"files"`
	}
	at := filepath.Join(dir, generator.LockFile)
	text, err := os.ReadFile(at)
	if err == nil {
		err = json.Unmarshal(text, &lock)
	}
	if err != nil {
		t.Fatal(err)
	}
	lock.Files = append(lock.Files, map[string]string{"path": name, "sha256": strings.Repeat("0", 64)})
	if text, err = json.Marshal(lock); err != nil {
		t.Fatal(err)
	}
	put(t, dir, generator.LockFile, string(text))
}

func TestForeignNamesFirstAndCount(t *testing.T) {
	one := &generator.Foreign{Dir: "out", Paths: []string{"a"}}
	three := &generator.Foreign{Dir: "out", Paths: []string{"a", "b", "c"}}
	if s := one.Error(); !strings.Contains(s, "out/a ") || strings.Contains(s, "more") {
		t.Error(s)
	}
	if s := three.Error(); !strings.Contains(s, "out/a ") || !strings.Contains(s, "2 more") {
		t.Error(s)
	}
}

// TestWriteBringsBack: what mdwire wrote is its own, whatever became of it.
func TestWriteBringsBack(t *testing.T) {
	files := []generator.File{code("a_gen.go", "1"), data("testdata/x.request", "1")}
	tests := []struct {
		name    string
		prepare func(t *testing.T, dir string)
	}{
		{"an edited file", func(t *testing.T, dir string) { put(t, dir, "a_gen.go", gocode.Header+"\n\npackage y\n") }},
		{"an edited file without its header", func(t *testing.T, dir string) { put(t, dir, "a_gen.go", "package y\n") }},
		{"edited test data", func(t *testing.T, dir string) { put(t, dir, "testdata/x.request", "2") }},
		{"a removed file", func(t *testing.T, dir string) { os.Remove(filepath.Join(dir, "a_gen.go")) }},
		{"files without their lock", func(t *testing.T, dir string) { os.Remove(filepath.Join(dir, generator.LockFile)) }},
		{"an older file without its lock", func(t *testing.T, dir string) {
			os.Remove(filepath.Join(dir, generator.LockFile))
			put(t, dir, "a_gen.go", string(code("", "0").Data))
		}},
		{"remains of a crash", func(t *testing.T, dir string) {
			put(t, dir, "a_gen.go", gocode.Header+"\n")
			put(t, dir, ".mdwire-new/a_gen.go", "half a fi")
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			write(t, dir, files...)
			tt.prepare(t, dir)
			write(t, dir, files...)
			if d := cmp.Diff(want(files...), without(tree(t, dir))); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestWriteFollowsNoStagedLink: the name of the folder that files are staged in
// can be foreseen.
func TestWriteFollowsNoStagedLink(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "mine/a_gen.go", "mine")
	link(t, "mine", filepath.Join(dir, ".mdwire-new"))
	write(t, dir, code("a_gen.go", "1"))
	if d := cmp.Diff(want(code("a_gen.go", "1"), data("mine/a_gen.go", "mine")), without(tree(t, dir))); d != "" {
		t.Error(d)
	}
}

func TestWriteToLink(t *testing.T) {
	real, dir := t.TempDir(), filepath.Join(t.TempDir(), "out")
	link(t, real, dir)
	if err := generator.Write(dir, []generator.File{code("a_gen.go", "1")}, "v1"); err == nil || !strings.Contains(err.Error(), "symbolic link") {
		t.Errorf("error is %v", err)
	}
	if got := tree(t, real); len(got) > 0 {
		t.Errorf("wrote %v", got)
	}
}

func TestDamagedLock(t *testing.T) {
	for _, text := range []string{"", "{", "<<<<<<< HEAD\n{}", `{"files": "x"}`} {
		dir := t.TempDir()
		write(t, dir, code("a_gen.go", "1"))
		put(t, dir, generator.LockFile, text)
		before := tree(t, dir)
		err := generator.Write(dir, []generator.File{code("a_gen.go", "2")}, "v1")
		if err == nil || !strings.Contains(err.Error(), generator.LockFile) {
			t.Errorf("%q: error is %v", text, err)
		}
		if d := cmp.Diff(before, tree(t, dir)); d != "" {
			t.Errorf("%q: %s", text, d)
		}
	}
}

func TestWriteKeepsFoldersInUse(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, code("server/a_gen.go", "1"), data("exampletest/testdata/a/x.request", "1"))
	put(t, dir, "server/mine.go", "package server\n")
	write(t, dir)
	if d := cmp.Diff(map[string]string{"server/mine.go": "package server\n"}, without(tree(t, dir))); d != "" {
		t.Error(d)
	}
}

func TestWriteToFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	put(t, filepath.Dir(dir), "out", "x")
	if err := generator.Write(dir, nil, "v1"); err == nil {
		t.Error("a file was taken for a folder")
	}
}

func TestWriteToReadOnlyFolder(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		t.Skip("root writes anywhere")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	if err := generator.Write(dir, []generator.File{code("a_gen.go", "1")}, "v1"); err == nil {
		t.Error("no error")
	}
}
