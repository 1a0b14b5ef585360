package main

import (
	"fmt"
	"path/filepath"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/source"
)

// fewFindings is how many findings the generate verb shows unasked.
const fewFindings = 5

// summarize tells what was generated and what was wrong with the pages.
func (g *generation) summarize(o *outcome) error {
	a := o.account
	fmt.Fprintf(g.cmd.OutOrStdout(), "%s: %s from %s (%d explained), %s (%d tested, %d explained), %s\n",
		g.outName(), plural(a.Operations, "operation"), plural(a.Pages, "page"), a.Explained,
		plural(a.Examples, "example"), a.Tested, a.ExamplesExplained, plural(o.files, "file"))
	if err := g.printFew(o.docs, o.found); err != nil {
		return err
	}
	if c := diag.Count(o.found); g.f.strict && c.Errors+c.Warnings > 0 {
		return errFindings
	}
	return nil
}

// outName is the output folder as the user can open it.
func (g *generation) outName() string { return filepath.ToSlash(g.set.generate.Out) }

// printFew prints the worst findings first, and how to see the others.
func (g *generation) printFew(d *source.Tree, found []diag.Diagnostic) error {
	if len(found) == 0 {
		return nil
	}
	shown := found
	if !g.f.all {
		shown = diag.WorstFirst(found)[:min(len(found), fewFindings)]
	}
	out := g.cmd.ErrOrStderr()
	fmt.Fprintf(out, "Findings: %s.\n", countText(diag.Count(found)))
	report := &diag.Report{Diagnostics: shown, Show: d.Show, Source: d.Read, Color: wantsColor(out)}
	if err := diag.WriteText(out, report); err != nil {
		return err
	}
	if more := len(found) - len(shown); more > 0 {
		fmt.Fprintf(out, "and %d more: run again with --all-findings to see them, or with \"mdwire lint\" to check the pages in full.\n", more)
	}
	return nil
}
