package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generate"
	"github.com/mdwire/mdwire/output"
)

// Limits of the output of --check. --diff prints everything.
const (
	fewFiles = 20
	fewLines = 12
)

// reportDrift prints the result of --check and --diff: the missing, changed and stale
// files, and the command that updates them.
func (g *generation) reportDrift(r *generate.Generation) error {
	reasons, err := r.OutOfDate()
	if err != nil {
		return err
	}
	d := r.Difference
	if d.Same() && len(reasons) == 0 {
		_, err := fmt.Fprintf(g.cmd.ErrOrStderr(), "%s: up to date\n", g.outName())
		return err
	}
	w := g.cmd.OutOrStdout()
	if err := writeDrift(w, r, g.f.diff); err != nil {
		return err
	}
	fmt.Fprintf(w, "%s is out of date: %d missing, %d changed, %d stale", g.outName(), len(d.New), len(d.Changed), len(d.Stale))
	if n := len(d.Foreign); n > 0 {
		fmt.Fprintf(w, ", %d in the way", n)
	}
	for _, reason := range reasons {
		fmt.Fprintf(w, "; %s", reason)
	}
	fmt.Fprintf(w, ".\nTo update it: %s\n", g.commandLine())
	return errDiagnostics
}

// drift is a file that differs from the generated one.
type drift struct {
	status string
	output.File
}

// driftOf lists the files of a difference, those with the most useful diffs first.
func driftOf(d *output.Difference) []drift {
	var list []drift
	for _, f := range d.Changed {
		list = append(list, drift{"changed", f})
	}
	for _, f := range d.New {
		list = append(list, drift{"missing", f})
	}
	for _, name := range d.Stale {
		list = append(list, drift{"stale", output.File{Path: name}})
	}
	for _, name := range d.Foreign {
		list = append(list, drift{"in the way", output.File{Path: name}})
	}
	return list
}

// writeDrift prints the files with their diffs, or only the first of each.
func writeDrift(w io.Writer, r *generate.Generation, all bool) error {
	list := driftOf(r.Difference)
	shown := list
	if !all {
		shown = list[:min(len(list), fewFiles)]
	}
	for _, f := range shown {
		fmt.Fprintf(w, "%s: %s\n", f.status, diag.Printable(f.Path))
		if f.status == "in the way" || f.status != "changed" && !all {
			continue
		}
		old, err := r.Old(f.Path)
		if err != nil && f.status != "missing" {
			return err
		}
		if err := writeDiff(w, f.Path, old, f.Data, all); err != nil {
			return err
		}
	}
	if n := len(list) - len(shown); n > 0 {
		fmt.Fprintf(w, "and %s: --diff shows all\n", more(n, "file"))
	}
	return nil
}

// writeDiff prints the diff of a file.
func writeDiff(w io.Writer, name string, old, generated []byte, all bool) error {
	_, text, _ := bytes.Cut(diff.Diff(name, old, name+" (generated)", generated), []byte("\n")) // omits the line "diff a b"
	lines := strings.SplitAfter(string(text), "\n")
	cut := 0
	if !all && len(lines)-1 > fewLines {
		cut = len(lines) - 1 - fewLines
		lines = lines[:fewLines]
	}
	for _, line := range lines {
		if line == "" {
			continue
		}
		if _, err := fmt.Fprintln(w, diag.Printable(strings.ReplaceAll(strings.TrimRight(line, "\r\n"), "\t", "    "))); err != nil {
			return err
		}
	}
	if cut > 0 {
		fmt.Fprintf(w, "%s: --diff shows all\n", more(cut, "line"))
	}
	return nil
}

// reportDryRun prints the result of --dry-run: the files that would be written.
func (g *generation) reportDryRun(r *generate.Generation) error {
	w := g.cmd.OutOrStdout()
	d := r.Difference
	for _, part := range []struct {
		status string
		names  []string
	}{{"new", paths(d.New)}, {"changed", paths(d.Changed)}, {"removed", d.Stale}, {"in the way", d.Foreign}} {
		for _, name := range part.names {
			fmt.Fprintf(w, "%s: %s\n", part.status, diag.Printable(name))
		}
	}
	changes, err := r.Changes()
	if err != nil {
		return err
	}
	if err := writeChanges(w, changes, g.f.all); err != nil {
		return err
	}
	fmt.Fprintf(w, "%s: %d new, %d changed, %d removed (nothing written)\n", g.outName(), len(d.New), len(d.Changed), len(d.Stale))
	if len(d.Foreign) > 0 {
		return &output.ForeignError{Dir: g.outName(), Paths: d.Foreign}
	}
	return nil
}

func paths(files []output.File) []string {
	var names []string
	for _, f := range files {
		names = append(names, f.Path)
	}
	return names
}
