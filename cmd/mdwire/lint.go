package main

import (
	"io"
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mdwire/mdwire/config"
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/source"
)

// lintFlags are the flags of the lint command.
type lintFlags struct {
	configFlags
	formats       []string
	level         string
	baseline      string
	writeBaseline bool
	newFrom       string
	filesFrom     string
	maxWarnings   int
	statistics    bool
	fix           bool
	unsafe        bool
	diff          bool
}

func newLint() *cobra.Command {
	var f lintFlags
	cmd := &cobra.Command{
		Use:   "lint PATH...",
		Short: "Check pages and report problems",
		Long: `Check the pages below each PATH and report problems by file, line and column. If
PATH is a part of a docs tree, only the pages below it are reported; links are still
followed through the whole tree.

Findings are printed to standard output, their number to standard error. The exit
status is 1 if there are errors, or more warnings than --max-warnings. "mdwire
explain RULE" describes a rule.

The configuration is the file mdwire.yaml in the docs root or in a folder above it,
up to the root of the repository.`,
		Example: `  mdwire lint docs
  mdwire lint docs --format text --format sarif=mdwire.sarif
  git diff --name-only main | mdwire lint --files-from -
  mdwire lint docs --baseline known.json --new-from origin/main
  mdwire lint docs --fix --diff`,
		RunE: func(cmd *cobra.Command, paths []string) error { return runLint(cmd, &f, paths) },
	}
	fl := cmd.Flags()
	fl.StringArrayVar(&f.formats, "format", nil, "`FORMAT` of the report: "+diag.Choice(diag.Formats())+"; FORMAT=FILE writes it to a file (can be repeated)")
	fl.StringVar(&f.level, "level", "", "lowest `SEVERITY` to report: error, warning or info (default: from the configuration, else warning)")
	f.configFlags.add(fl)
	fl.StringVar(&f.baseline, "baseline", "", "`FILE` of known findings, which are not reported")
	fl.BoolVar(&f.writeBaseline, "write-baseline", false, "write the findings to the --baseline file")
	fl.StringVar(&f.newFrom, "new-from", "", "report only findings on lines changed since a git `REVISION`")
	fl.StringVar(&f.filesFrom, "files-from", "", "`FILE` with a list of pages to check, one per line; - is standard input")
	fl.IntVar(&f.maxWarnings, "max-warnings", -1, "exit with 1 if there are more than `N` warnings; -1 is no limit")
	fl.BoolVar(&f.statistics, "statistics", false, "print the number of findings by rule instead of the findings")
	fl.BoolVar(&f.fix, "fix", false, "apply safe fixes")
	fl.BoolVar(&f.unsafe, "unsafe", false, "with --fix, also apply fixes that may change the meaning of a page")
	fl.BoolVar(&f.diff, "diff", false, "with --fix, print the changes and write nothing")
	return cmd
}

func runLint(cmd *cobra.Command, f *lintFlags, paths []string) error {
	outs, level, err := f.check(cmd)
	if err != nil {
		return err
	}
	if os.Getenv("GOGC") == "" {
		defer debug.SetGCPercent(debug.SetGCPercent(lint.GCPercent))
	}
	paths, err = f.paths(cmd, paths)
	if err != nil {
		return err
	}
	l := &linting{lintFlags: f, cmd: cmd, level: level, report: newReport()}
	if len(paths) == 0 && f.filesFrom != "" {
		return l.writeReports(outs) // an empty report: users expect the file even if nothing changed
	}
	trees, err := source.OpenTrees(paths)
	if err != nil {
		return err
	}
	if err := l.readBaseline(); err != nil {
		return err
	}
	for _, t := range trees {
		if err := l.tree(t); err != nil {
			return err
		}
	}
	switch {
	case l.pages == 0:
		return noPages(paths)
	case f.writeBaseline:
		return l.saveBaseline()
	}
	l.addStale()
	return l.finish(outs)
}

// check returns the parsed values of --format and --level.
func (f *lintFlags) check(cmd *cobra.Command) ([]diag.Output, diag.Severity, error) {
	outs, err := diag.ParseOutputs(f.formats)
	if err != nil {
		return nil, 0, usageError(cmd, "%v", err)
	}
	if err := f.configFlags.check(cmd); err != nil {
		return nil, 0, err
	}
	level, err := parseLevel(f.level)
	switch {
	case err != nil:
		return nil, 0, usageError(cmd, "%v", err)
	case f.writeBaseline && f.baseline == "":
		return nil, 0, usageError(cmd, "--write-baseline needs a file name: --baseline FILE")
	case (f.unsafe || f.diff) && !f.fix:
		return nil, 0, usageError(cmd, "--unsafe and --diff need --fix")
	case f.fix && f.writeBaseline:
		return nil, 0, usageError(cmd, "--fix and --write-baseline cannot be used together")
	case f.statistics && len(f.formats) > len(diag.ToFiles(outs)):
		return nil, 0, usageError(cmd, "--statistics goes to standard output: write the report to a file, FORMAT=FILE")
	}
	return outs, level, nil
}

// parseLevel returns the severity of a name, 0 for "".
func parseLevel(name string) (diag.Severity, error) {
	if name == "" {
		return 0, nil
	}
	return lint.ParseLevel(name)
}

// paths returns the arguments and the pages that --files-from lists. Lists of
// changed files also contain deleted files and other files than pages; these are
// skipped.
func (f *lintFlags) paths(cmd *cobra.Command, args []string) ([]string, error) {
	if f.filesFrom == "" {
		return args, atLeastOne("a file or folder of pages")(cmd, args)
	}
	var src []byte
	var err error
	if f.filesFrom == "-" {
		src, err = io.ReadAll(cmd.InOrStdin())
	} else {
		src, err = config.ReadFile(f.filesFrom)
	}
	if err != nil {
		return nil, err
	}
	for line := range strings.Lines(string(src)) {
		line = strings.TrimRight(line, "\r\n")
		if info, err := os.Stat(line); line != "" && err == nil && info.Mode().IsRegular() && source.IsPage(line) {
			args = append(args, line)
		}
	}
	return args, nil
}
