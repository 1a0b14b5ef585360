package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"github.com/mdwire/mdwire/change"
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generate"
	"github.com/mdwire/mdwire/source"
	"github.com/mdwire/mdwire/templates/exampletest/tolerance"
)

// outName returns the output folder as the user can open it.
func (g *generation) outName() string { return filepath.ToSlash(g.opts.Out) }

// fewChanges is how many changes that do not break callers are shown by default.
const fewChanges = 20

// writeChanges prints changes for callers, with "!" before those that break them.
func writeChanges(w io.Writer, changes []change.Change, all bool) error {
	if len(changes) == 0 {
		return nil
	}
	breaking := change.Breaking(changes)
	fmt.Fprintf(w, "Changes for callers: %d (%d breaking, marked !)\n", len(changes), breaking)
	for i, c := range changes {
		mark := " "
		if c.Breaks() {
			mark = "!"
		}
		if i >= breaking+fewChanges && !all {
			_, err := fmt.Fprintf(w, "and %s that do not break callers\n", more(len(changes)-i, "change"))
			return err
		}
		if _, err := fmt.Fprintf(w, "%s %s\n", mark, diag.Printable(c.String())); err != nil {
			return err
		}
	}
	return nil
}

// fewDiagnostics is how many diagnostics are shown by default.
const fewDiagnostics = 5

// summarize prints the account and the worst diagnostics.
func (g *generation) summarize(r *generate.Generation) error {
	a := r.Account
	assumed := ""
	if n := a.Assumed; n > 0 {
		assumed = fmt.Sprintf("%d with assumptions, ", n)
	}
	fmt.Fprintf(g.cmd.OutOrStdout(), "%s: %s from %s (%s%d explained), %s (%d tested, %d explained), %s\n",
		g.outName(), plural(a.Operations, "operation"), plural(a.Pages, "page"), assumed, a.Explained,
		plural(a.Examples, "example"), a.Tested, a.ExamplesExplained, plural(r.Files, "file"))
	if text := assumptions(r.Diagnostics); text != "" {
		fmt.Fprintln(g.cmd.OutOrStdout(), "assumptions: "+text)
	}
	if text := tolerances(a.Tolerances); text != "" {
		fmt.Fprintln(g.cmd.OutOrStdout(), "tolerances: "+text)
	}
	if err := g.printDiagnostics(r.Tree, r.Diagnostics); err != nil {
		return err
	}
	if c := diag.Count(r.Diagnostics); g.f.strict && c.Errors+c.Warnings > 0 {
		return errDiagnostics
	}
	return nil
}

// assumptions lists the codes of assumptions with the number of diagnostics, the most
// frequent first.
func assumptions(found []diag.Diagnostic) string {
	counts := map[diag.Code]int{}
	for i := range found {
		if code := found[i].Code; code.IsAssumption() {
			counts[code]++
		}
	}
	codes := slices.SortedFunc(maps.Keys(counts), func(a, b diag.Code) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b))
	})
	list := make([]string, len(codes))
	for i, code := range codes {
		list[i] = fmt.Sprintf("%d %s", counts[code], code)
	}
	return strings.Join(list, ", ")
}

// tolerances lists the rules of package tolerance with the number of tests that need
// them, in the order of the rules.
func tolerances(counts []int) string {
	var list []string
	for i, n := range counts {
		if n > 0 {
			list = append(list, fmt.Sprintf("%d %s", n, tolerance.Rules[i].Name))
		}
	}
	return strings.Join(list, ", ")
}

// printDiagnostics prints the worst diagnostics, or all with --all-findings.
func (g *generation) printDiagnostics(tree *source.Tree, found []diag.Diagnostic) error {
	if len(found) == 0 {
		return nil
	}
	shown := found
	if !g.f.all {
		shown = diag.WorstFirst(found)[:min(len(found), fewDiagnostics)]
	}
	out := g.cmd.ErrOrStderr()
	fmt.Fprintf(out, "Findings: %s.\n", countText(diag.Count(found)))
	report := &diag.Report{Diagnostics: shown, Show: tree.Show, Source: tree.Read, Color: wantsColor(out)}
	if err := diag.WriteText(out, report); err != nil {
		return err
	}
	if more := len(found) - len(shown); more > 0 {
		fmt.Fprintf(out, "and %d more: run again with --all-findings to see them, or with \"mdwire lint\" to check the pages in full.\n", more)
	}
	return nil
}

// commandLine returns the command that writes the files of this run.
func (g *generation) commandLine() string {
	line := "mdwire generate"
	if g.opts.Path != "" {
		line += " " + g.opts.Path
	}
	g.cmd.Flags().Visit(func(f *pflag.Flag) {
		switch f.Name {
		case "out", "package", "config":
			line += " --" + f.Name + " " + f.Value.String()
		case "include", "exclude":
			for _, glob := range f.Value.(pflag.SliceValue).GetSlice() {
				line += fmt.Sprintf(" --%s '%s'", f.Name, glob)
			}
		case "no-config":
			line += " --no-config"
		}
	})
	return line
}
