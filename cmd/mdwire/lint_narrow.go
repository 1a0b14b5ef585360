package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/rules"
)

// paths returns the paths to check: the arguments, and the pages that
// --files-from lists. Lists of changed files hold what is no page and what is
// gone; both are passed over.
func (f *lintFlags) paths(cmd *cobra.Command, args []string) ([]string, error) {
	if f.filesFrom == "" {
		return args, atLeastOne("a file or folder of pages")(cmd, args)
	}
	var src []byte
	var err error
	if f.filesFrom == "-" {
		src, err = io.ReadAll(cmd.InOrStdin())
	} else {
		src, err = os.ReadFile(f.filesFrom)
	}
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(src)) {
		line = strings.TrimRight(line, "\r\n")
		if info, err := os.Stat(line); line != "" && err == nil && info.Mode().IsRegular() && strings.EqualFold(filepath.Ext(line), ".md") {
			args = append(args, line)
		}
	}
	return args, nil
}

// loadConfig returns the configuration of a docs tree.
func (f *lintFlags) loadConfig(d *docs) (*lint.Config, error) {
	s, err := loadSettings(f.find(d.absolute))
	if err != nil {
		return nil, err
	}
	return s.lint, nil
}

// narrow drops what is known and what stands on lines that did not change.
func (f *lintFlags) narrow(all *findings, d *docs, config *lint.Config, found []diag.Diagnostic) ([]diag.Diagnostic, error) {
	switch {
	case f.writeBaseline:
		all.baseline.Add(found, d.source)
	case all.baseline != nil:
		found = all.baseline.Filter(found, d.source)
		all.looked = append(all.looked, func(rule diag.Code, file string) bool {
			r := rules.All.Find(rule)
			return r != nil && d.selects(file) && config.Applies(r, file)
		})
	}
	if f.newFrom == "" {
		return found, nil
	}
	changed, err := changedLines(d.root, f.newFrom)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(found, func(x diag.Diagnostic) bool { return !changed.touches(x.At) }), nil
}

func (f *lintFlags) readBaseline(all *findings) error {
	switch {
	case f.baseline == "":
		return nil
	case f.writeBaseline:
		all.baseline = lint.NewBaseline()
		return nil
	}
	src, err := os.ReadFile(f.baseline)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: there is no such baseline; --write-baseline writes one", f.baseline)
	}
	if err != nil {
		return err
	}
	all.baseline, err = lint.ReadBaseline(src)
	if err != nil {
		return fmt.Errorf("%s: %w", f.baseline, err)
	}
	return nil
}

// addStale adds a finding for each entry of the baseline that nothing matched.
func (a *findings) addStale(file string) {
	if a.baseline == nil {
		return
	}
	a.list = append(a.list, a.baseline.Stale(filepath.ToSlash(file), func(rule diag.Code, page string) bool {
		return slices.ContainsFunc(a.looked, func(f func(rule diag.Code, file string) bool) bool { return f(rule, page) })
	})...)
}

// saveBaseline writes what was found, with paths below the docs roots: the
// baseline holds wherever the repository was cloned to.
func (f *lintFlags) saveBaseline(cmd *cobra.Command, all *findings) error {
	var buf bytes.Buffer
	if err := all.baseline.Write(&buf); err != nil {
		return err
	}
	if err := os.WriteFile(f.baseline, buf.Bytes(), 0o666); err != nil {
		return err
	}
	fmt.Fprintf(cmd.ErrOrStderr(), "%s: %s written\n", f.baseline, plural(len(all.baseline.Findings), "finding"))
	return nil
}
