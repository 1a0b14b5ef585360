package cache

import (
	"os"
	"path/filepath"
	"testing"
)

func TestRun(t *testing.T) {
	dir := t.TempDir()
	page, file := filepath.Join(dir, "docs", "a.md"), filepath.Join(dir, "out", "a.go")
	write := func(name, text string) {
		t.Helper()
		err := os.MkdirAll(filepath.Dir(name), 0o777)
		if err == nil {
			err = os.WriteFile(name, []byte(text), 0o666)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	opts := RunOptions{Dir: filepath.Join(dir, "cache"), Build: "1", Key: "k", Docs: filepath.Join(dir, "docs"), Out: filepath.Join(dir, "out")}
	open := func(opts RunOptions) *Run[string] {
		t.Helper()
		r, err := OpenRun[string](opts)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	check := func(what string, opts RunOptions, unchanged bool, value string) {
		t.Helper()
		if r := open(opts); r.Unchanged() != unchanged || r.Get() != value {
			t.Errorf("%s: unchanged is %v, the value %q", what, r.Unchanged(), r.Get())
		}
	}
	write(page, "# A")
	write(file, "package a")
	check("first run", opts, false, "")
	if err := open(opts).Put("value", []Output{{File: File{Path: "a.go"}, SHA256: hashOf([]byte("package a"))}}); err != nil {
		t.Fatal(err)
	}
	check("next run", opts, true, "value")
	other := opts
	other.Key = "l"
	check("other options", other, false, "")
	other = opts
	other.Build = "2"
	check("other build", other, false, "")
	write(file, "package b")
	check("changed output", opts, false, "value")
	if got := open(opts).OnDisk("a.go"); got != "" {
		t.Errorf("a changed file is taken for unchanged: %s", got)
	}
	write(file, "package a")
	write(page, "# B")
	check("changed page", opts, false, "value")
	var none *Run[string]
	if none.Unchanged() || none.Get() != "" || none.OnDisk("a.go") != "" || none.Put("", nil) != nil {
		t.Error("a nil Run has state")
	}
}
