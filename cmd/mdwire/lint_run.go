package main

import (
	"fmt"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/cobra"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/rules"
	"github.com/mdwire/mdwire/source"
)

// linting is one run of the command, over all docs trees.
type linting struct {
	*lintFlags
	cmd    *cobra.Command
	level  diag.Severity // of the flag, 0 for none
	pages  int
	report *diag.Report

	known   *lint.Baseline                           // nil for none
	checked []func(rule diag.Code, file string) bool // by tree, for stale entries of the baseline
}

func newReport() *diag.Report {
	report := &diag.Report{Version: version()}
	for _, r := range rules.All {
		report.Rules = append(report.Rules, r.Info())
	}
	return report
}

// tree checks one docs tree.
func (l *linting) tree(t *source.Tree) error {
	set, err := loadSettings(l.find(t.Dir))
	if err != nil {
		return err
	}
	switch {
	case l.level != 0:
		set.lint.Level = l.level
	case set.lint.Level == 0:
		set.lint.Level = diag.Warning
	}
	opts := lint.Options{Rules: rules.All, Include: t.Globs(), Outside: t.Outside(), Below: t.Below(), Select: t.Selects, Base: set.base, Config: set.lint}
	stop := progress(l.cmd.ErrOrStderr(), t.Root)
	res, err := lint.Run(t.FS, opts)
	stop()
	if err != nil {
		return err
	}
	l.pages += res.Pages
	filter := func(found []diag.Diagnostic) ([]diag.Diagnostic, error) { return l.filter(t, found) }
	found, err := filter(res.Diagnostics)
	if err != nil {
		return err
	}
	if l.known != nil && !l.writeBaseline {
		l.checked = append(l.checked, func(rule diag.Code, file string) bool {
			r := rules.All.Find(rule)
			return r != nil && t.Selects(file) && set.lint.Applies(r, file)
		})
	}
	if l.fix {
		fixer := &lint.Fixer{FS: t.FS, Options: opts, Read: t.Read, Write: t.Write, Filter: filter, Unsafe: l.unsafe}
		if found, err = l.applyFixes(t, fixer, found); err != nil {
			return err
		}
	}
	l.report.Add(t, found)
	return nil
}

// applyFixes returns the diagnostics that remain. With --diff it prints the changes.
func (l *linting) applyFixes(t *source.Tree, fixer *lint.Fixer, found []diag.Diagnostic) ([]diag.Diagnostic, error) {
	outcome := "fixed"
	if l.diff {
		outcome = "would be fixed"
		fixer.Once = true
		fixer.Write = func(file string, data []byte) error {
			name := t.Show(file)
			_, err := l.cmd.OutOrStdout().Write(diff.Diff("a/"+name, t.Read(file), "b/"+name, data))
			return err
		}
	}
	fixed, err := fixer.Fix(found)
	if fixed.Count > 0 {
		fmt.Fprintf(l.cmd.ErrOrStderr(), "%s in %s %s\n", plural(fixed.Count, "finding"), plural(fixed.Files, "page"), outcome)
	}
	return fixed.Diagnostics, err
}

// finish prints the reports and returns errDiagnostics for exit status 1.
func (l *linting) finish(outs []diag.Output) error {
	found := l.report.Diagnostics
	if l.statistics {
		if err := diag.WriteStatistics(l.cmd.OutOrStdout(), found); err != nil {
			return err
		}
		outs = diag.ToFiles(outs)
	}
	if err := l.writeReports(outs); err != nil {
		return err
	}
	count := diag.Count(found)
	status := l.cmd.ErrOrStderr()
	if !l.statistics && len(found) >= manyDiagnostics {
		if err := diag.WriteStatistics(status, found); err != nil {
			return err
		}
	}
	fmt.Fprintf(status, "%s checked: %s\n", plural(l.pages, "page"), countText(count))
	tooMany := l.maxWarnings >= 0 && count.Warnings > l.maxWarnings
	if tooMany {
		fmt.Fprintf(status, "more warnings than --max-warnings %d allows\n", l.maxWarnings)
	}
	if count.Errors > 0 || tooMany {
		return errDiagnostics
	}
	return nil
}

// manyDiagnostics is the number of diagnostics from which a run also prints statistics.
const manyDiagnostics = 50

func (l *linting) writeReports(outs []diag.Output) error {
	stdout := l.cmd.OutOrStdout()
	l.report.Color = wantsColor(stdout)
	for _, o := range outs {
		if err := o.WriteReport(stdout, l.report); err != nil {
			return err
		}
	}
	return nil
}
