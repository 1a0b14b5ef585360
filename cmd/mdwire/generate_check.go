package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/spf13/pflag"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/output"
)

// Bounds of what --check prints; --diff prints all.
const (
	fewFiles = 20
	fewLines = 12
)

// reportDrift is --check and --diff: it says which files are missing, changed
// and stale, and how to mend that.
func (g *generation) reportDrift(out *output.Folder, d *output.Difference, now output.Origin) error {
	old, err := out.Lock()
	if err != nil {
		return err
	}
	why := reasons(old.Origin, now)
	if d.Same() && len(why) == 0 {
		return g.upToDate()
	}
	w := g.cmd.OutOrStdout()
	if err := writeDrift(w, out, drifted(d), g.f.diff); err != nil {
		return err
	}
	fmt.Fprintf(w, "%s is out of date: %d missing, %d changed, %d stale", g.outName(), len(d.New), len(d.Changed), len(d.Stale))
	if n := len(d.Foreign); n > 0 {
		fmt.Fprintf(w, ", %d in the way", n)
	}
	for _, reason := range why {
		fmt.Fprintf(w, "; %s", reason)
	}
	fmt.Fprintf(w, ".\nTo mend that: %s\n", g.commandLine())
	return errFindings
}

func (g *generation) upToDate() error {
	_, err := fmt.Fprintf(g.cmd.ErrOrStderr(), "%s: up to date\n", g.outName())
	return err
}

// reasons tells how the lock differs, beside in the files that it lists.
func reasons(old, now output.Origin) []string {
	var why []string
	if old.Tool != now.Tool && old.Tool != "" {
		why = append(why, fmt.Sprintf("mdwire %s wrote it, this is %s", diag.Printable(old.Tool), now.Tool))
	}
	if now.Docs != nil && (old.Docs == nil || *old.Docs != *now.Docs) {
		why = append(why, output.LockFile+" does not name the docs that mdwire.yaml names")
	}
	return why
}

// drift is a file that is not what would be written.
type drift struct {
	what string
	output.File
}

// drifted lists the files of a difference: first those whose content tells most.
func drifted(d *output.Difference) []drift {
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

// writeDrift prints the files and what would change in them: all, or the
// beginning.
func writeDrift(w io.Writer, out *output.Folder, list []drift, all bool) error {
	shown := list
	if !all {
		shown = list[:min(len(list), fewFiles)]
	}
	for _, f := range shown {
		fmt.Fprintf(w, "%s: %s\n", f.what, diag.Printable(f.Path))
		if f.what == "in the way" || f.what != "changed" && !all {
			continue
		}
		have, err := out.Read(f.Path)
		if err != nil && f.what != "missing" {
			return err
		}
		if err := writeDiff(w, f.Path, have, f.Data, all); err != nil {
			return err
		}
	}
	if n := len(list) - len(shown); n > 0 {
		fmt.Fprintf(w, "and %s: --diff shows all\n", more(n, "file"))
	}
	return nil
}

// writeDiff prints what would change in a file.
func writeDiff(w io.Writer, name string, have, want []byte, all bool) error {
	_, text, _ := bytes.Cut(diff.Diff(name, have, name+" (generated)", want), []byte("\n")) // "diff a b" says nothing more
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

func paths(files []output.File) []string {
	var names []string
	for _, f := range files {
		names = append(names, f.Path)
	}
	return names
}

// commandLine is the command that writes what this one compared with.
func (g *generation) commandLine() string {
	line := "mdwire generate"
	if g.path != "" {
		line += " " + g.path
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

// reportPlan is --dry-run: it says what would be written.
func (g *generation) reportPlan(out *output.Folder, d *output.Difference) error {
	w := g.cmd.OutOrStdout()
	for _, part := range []struct {
		what  string
		names []string
	}{{"new", paths(d.New)}, {"changed", paths(d.Changed)}, {"removed", d.Stale}, {"in the way", d.Foreign}} {
		for _, name := range part.names {
			fmt.Fprintf(w, "%s: %s\n", part.what, diag.Printable(name))
		}
	}
	news, err := g.changes(out, d)
	if err != nil {
		return err
	}
	if err := news.write(w, g.f.all); err != nil {
		return err
	}
	fmt.Fprintf(w, "%s: %d files would be new, %d changed, %d removed\n", g.outName(), len(d.New), len(d.Changed), len(d.Stale))
	if len(d.Foreign) > 0 {
		return &output.ForeignError{Dir: g.outName(), Paths: d.Foreign}
	}
	return nil
}
