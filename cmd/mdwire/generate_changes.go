package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/mdwire/mdwire/change"
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/output"
)

// fewChanges is how many changes that break nobody are shown unasked.
const fewChanges = 20

// news is what is new for the callers of generated code.
type news []change.Change

// changes compares the Go files that are about to be written with those that
// they replace. A folder that is written for the first time has no callers.
func (g *generation) changes(out *output.Folder, d *output.Difference) (news, error) {
	if d.Same() {
		return nil, nil
	}
	if lock, err := out.Lock(); err != nil || len(lock.Files) == 0 {
		return nil, err
	}
	old, now := change.API{}, change.API{}
	for _, f := range append(d.Changed, d.New...) {
		if !offers(f.Path) {
			continue
		}
		if err := now.Add(folderOf(f.Path), f.Data); err != nil {
			return nil, err
		}
	}
	for _, name := range append(paths(d.Changed), d.Stale...) {
		if !offers(name) {
			continue
		}
		src, err := out.Read(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue // another run has been quicker
		}
		if err != nil {
			return nil, err
		}
		// A file that was edited until it no longer parses offers nothing.
		_ = old.Add(folderOf(name), src)
	}
	return change.Compare(old, now), nil
}

// offers reports whether a generated file is one that callers use.
func offers(name string) bool {
	return path.Ext(name) == ".go" && !strings.HasSuffix(name, "_test.go") && path.Base(path.Dir(name)) != "exampletest"
}

func folderOf(name string) string {
	if dir := path.Dir(name); dir != "." {
		return dir
	}
	return ""
}

// write prints the changes, "!" before those that break callers.
func (n news) write(w io.Writer, all bool) error {
	if len(n) == 0 {
		return nil
	}
	breaking := n.breaking()
	fmt.Fprintf(w, "Changes for callers: %d, of which %d break them (!).\n", len(n), breaking)
	for i, c := range n {
		mark := " "
		if c.Breaks() {
			mark = "!"
		}
		if i >= breaking+fewChanges && !all {
			_, err := fmt.Fprintf(w, "and %s that break nobody\n", more(len(n)-i, "change"))
			return err
		}
		if _, err := fmt.Fprintf(w, "%s %s\n", mark, diag.Printable(c.String())); err != nil {
			return err
		}
	}
	return nil
}

// breaking counts the changes that break callers; they come first.
func (n news) breaking() int {
	count := 0
	for _, c := range n {
		if c.Breaks() {
			count++
		}
	}
	return count
}
