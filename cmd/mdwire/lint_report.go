package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// output is a form of the report and where it goes; no file is standard
// output.
type output struct {
	write diag.Writer
	file  string
}

// parseOutputs reads the --format flags: "text", "sarif=mdwire.sarif".
func parseOutputs(formats []string) ([]output, error) {
	if len(formats) == 0 {
		formats = []string{"text"}
	}
	var outs []output
	onScreen := ""
	for _, f := range formats {
		name, file, named := strings.Cut(f, "=")
		write, err := diag.WriterFor(name)
		switch {
		case err != nil:
			return nil, err
		case named && file == "":
			return nil, fmt.Errorf("--format %s= names no file", name)
		case !named && onScreen != "":
			return nil, fmt.Errorf("--format %s and --format %s both go to standard output: write one to a file, %s=FILE", onScreen, name, name)
		case !named:
			onScreen = name
		}
		outs = append(outs, output{write, file})
	}
	return outs, nil
}

func slicesWithFile(outs []output) []output {
	return slices.DeleteFunc(outs, func(o output) bool { return o.file == "" })
}

// findings are those of all trees, with their paths as the user can open
// them, for two trees may hold files of one name.
type findings struct {
	pages  int
	list   []diag.Diagnostic
	trees  map[string]*docs  // by path
	inTree map[string]string // the path below the tree's root, by path

	baseline *lint.Baseline // nil for none
	looked   []func(rule diag.Code, file string) bool
}

// add takes over the findings of a tree.
func (a *findings) add(d *docs, found []diag.Diagnostic) {
	if a.trees == nil {
		a.trees, a.inTree = map[string]*docs{}, map[string]string{}
	}
	shown := func(file string) string {
		s := d.show(file)
		a.trees[s], a.inTree[s] = d, file
		return s
	}
	for _, f := range found {
		f.At.Path = shown(f.At.Path)
		if f.Page != "" {
			f.Page = shown(f.Page)
		}
		f.Related = slices.Clone(f.Related)
		for i := range f.Related {
			f.Related[i].At.Path = shown(f.Related[i].At.Path)
		}
		f.Fixes = slices.Clone(f.Fixes)
		for i := range f.Fixes {
			f.Fixes[i].Edits = slices.Clone(f.Fixes[i].Edits)
			for k := range f.Fixes[i].Edits {
				e := &f.Fixes[i].Edits[k]
				e.At.Path = shown(e.At.Path)
			}
		}
		a.list = append(a.list, f)
	}
}

// source returns the bytes of a file by the path that it is shown with.
func (a *findings) source(path string) []byte {
	if d := a.trees[path]; d != nil {
		return d.source(a.inTree[path])
	}
	return nil
}

func (a *findings) below(path string) string {
	if file, ok := a.inTree[path]; ok {
		return file
	}
	return path
}

func writeReports(cmd *cobra.Command, outs []output, all *findings) error {
	for _, o := range outs {
		if err := writeReport(cmd.OutOrStdout(), o, all); err != nil {
			return err
		}
	}
	return nil
}

func writeReport(stdout io.Writer, o output, all *findings) error {
	report := &diag.Report{Findings: all.list, Source: all.source, Below: all.below, Rules: ruleInfos(), Version: version()}
	if o.file == "" {
		report.Color = wantsColor(stdout)
		return o.write(stdout, report)
	}
	var buf bytes.Buffer
	if err := o.write(&buf, report); err != nil {
		return err
	}
	return os.WriteFile(o.file, buf.Bytes(), 0o666)
}

// writeStatistics prints how many findings each rule has, the most first.
func writeStatistics(w io.Writer, list []diag.Diagnostic) error {
	type row struct {
		rule                  diag.Code
		severity              diag.Severity
		found, pages, fixable int
		last                  string
	}
	type key struct {
		rule     diag.Code
		severity diag.Severity
	}
	rows := map[key]*row{}
	for i := range list {
		d := &list[i]
		k := key{d.Code, d.Severity}
		r := rows[k]
		if r == nil {
			r = &row{rule: d.Code, severity: d.Severity}
			rows[k] = r
		}
		r.found++
		if r.last != d.At.Path { // findings come in the order of files
			r.pages, r.last = r.pages+1, d.At.Path
		}
		if d.Fixable(true) {
			r.fixable++
		}
	}
	sorted := make([]*row, 0, len(rows))
	for _, r := range rows {
		sorted = append(sorted, r)
	}
	slices.SortFunc(sorted, func(a, b *row) int {
		return cmp.Or(b.found-a.found, cmp.Compare(a.rule, b.rule), cmp.Compare(a.severity, b.severity))
	})
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tab, "findings\tpages\tfixable\tseverity\trule")
	for _, r := range sorted {
		fmt.Fprintf(tab, "%d\t%d\t%d\t%s\t%s\n", r.found, r.pages, r.fixable, r.severity, r.rule)
	}
	return tab.Flush()
}
