package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/source"
)

// filter removes diagnostics that --baseline lists, and those on lines that have not
// changed since --new-from.
func (l *linting) filter(t *source.Tree, found []diag.Diagnostic) ([]diag.Diagnostic, error) {
	switch {
	case l.writeBaseline:
		l.known.Add(found, t.Read)
	case l.known != nil:
		found = l.known.Filter(found, t.Read)
	}
	if l.newFrom == "" {
		return found, nil
	}
	changes, err := source.ChangedSince(t.Root, l.newFrom)
	if err != nil {
		return nil, fmt.Errorf("--new-from: %w", err)
	}
	return slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return !changes.Touch(d.At) }), nil
}

func (l *linting) readBaseline() error {
	switch {
	case l.baseline == "":
		return nil
	case l.writeBaseline:
		l.known = lint.NewBaseline()
		return nil
	}
	src, err := os.ReadFile(l.baseline)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: no such file or folder; --write-baseline writes it", l.baseline)
	}
	if err != nil {
		return err
	}
	l.known, err = lint.ReadBaseline(src)
	if err != nil {
		return fmt.Errorf("%s: %w", l.baseline, err)
	}
	return nil
}

// addStale adds a diagnostic for each entry of the baseline that matched nothing.
func (l *linting) addStale() {
	if l.known == nil {
		return
	}
	stale := l.known.Stale(filepath.ToSlash(l.baseline), func(rule diag.Code, page string) bool {
		return slices.ContainsFunc(l.checked, func(f func(rule diag.Code, file string) bool) bool { return f(rule, page) })
	})
	l.report.Diagnostics = append(l.report.Diagnostics, stale...)
}

// saveBaseline writes the diagnostics with paths below the docs roots, so that the
// baseline does not depend on where the repository is.
func (l *linting) saveBaseline() error {
	var buf bytes.Buffer
	if err := l.known.Write(&buf); err != nil {
		return err
	}
	if err := os.WriteFile(l.baseline, buf.Bytes(), 0o666); err != nil {
		return err
	}
	fmt.Fprintf(l.cmd.ErrOrStderr(), "%s: %s written\n", l.baseline, plural(len(l.known.Entries), "finding"))
	return nil
}
