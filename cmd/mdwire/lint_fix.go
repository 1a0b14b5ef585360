package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/rules"
)

// mostRounds bounds how often pages are mended and checked again: a fix may
// uncover what another rule finds. Real pages need two rounds.
const mostRounds = 5

// mend applies fixes until none is left and returns what stays. With --diff it
// prints the first round's changes and writes nothing.
func (f *lintFlags) mend(cmd *cobra.Command, all *findings, d *docs, config *lint.Config, found []diag.Diagnostic) ([]diag.Diagnostic, error) {
	total := 0
	files := map[string]bool{}
	for range mostRounds {
		mended, rest, err := f.mendOnce(cmd, d, found, files)
		total += mended
		if err != nil || mended == 0 || f.diff {
			f.tellMended(cmd, total, len(files))
			return rest, err
		}
		d.lastFile = "" // the pages have changed
		res, err := lint.Run(d.fsys, lint.Options{Rules: rules.All, Include: d.globs(), Select: d.selects, Config: config})
		if err != nil {
			return nil, err
		}
		found, err = f.narrow(all, d, config, res.Findings)
		if err != nil {
			return nil, err
		}
	}
	f.tellMended(cmd, total, len(files))
	return found, nil
}

func (f *lintFlags) tellMended(cmd *cobra.Command, n, files int) {
	verb := "mended"
	if f.diff {
		verb = "would be mended"
	}
	if n > 0 {
		fmt.Fprintf(cmd.ErrOrStderr(), "%s in %s %s\n", plural(n, "finding"), plural(files, "page"), verb)
	}
}

// mendOnce applies the fixes of one run, file by file, and returns the
// findings of the files that it left alone.
func (f *lintFlags) mendOnce(cmd *cobra.Command, d *docs, found []diag.Diagnostic, files map[string]bool) (mended int, rest []diag.Diagnostic, err error) {
	for len(found) > 0 {
		n := 1
		for n < len(found) && found[n].At.Path == found[0].At.Path {
			n++
		}
		of, file := found[:n], found[0].At.Path
		found = found[n:]
		src := d.source(file)
		fixed, count := diag.Apply(src, file, of, f.unsafe)
		if count == 0 || bytes.Equal(src, fixed) {
			rest = append(rest, of...)
			continue
		}
		mended += count
		files[file] = true
		if f.diff {
			name := d.show(file)
			_, err = cmd.OutOrStdout().Write(diff.Diff("a/"+name, src, "b/"+name, fixed))
			rest = append(rest, slices.DeleteFunc(slices.Clone(of), func(x diag.Diagnostic) bool { return x.Fixable(f.unsafe) })...)
		} else {
			err = replaceFile(d.absolute, file, fixed)
		}
		if err != nil {
			return mended, rest, err
		}
	}
	return mended, rest, nil
}

// replaceFile writes a page beside the old one and renames it, so that a crash
// leaves one of the two whole. It does not follow a link out of the tree.
func replaceFile(root, file string, data []byte) error {
	dir, err := os.OpenRoot(root)
	if err != nil {
		return err
	}
	defer dir.Close()
	name := filepath.FromSlash(file)
	info, err := dir.Lstat(name)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is no regular file, so it is not mended", file)
	}
	beside := name + ".mdwire-new"
	if err := dir.WriteFile(beside, data, info.Mode().Perm()); err != nil {
		return err
	}
	if err := dir.Rename(beside, name); err != nil {
		_ = dir.Remove(beside)
		return err
	}
	return nil
}
