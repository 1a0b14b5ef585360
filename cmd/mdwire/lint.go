package main

import (
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/rules"
)

// lintFlags are what the lint verb was told.
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
		Short: "Check pages and report what is wrong with them",
		Long: `Check the pages below each PATH and report what is wrong with them, by file,
line and column. A PATH within a docs tree chooses the pages to report on; links
are followed through the whole tree.

Findings go to standard output, a count to standard error. The exit status is 1
when there are errors, or more warnings than --max-warnings. "mdwire explain
RULE" tells more of a rule.

The configuration is the file mdwire.yaml in the docs root or in a folder above
it, up to the root of the repository.`,
		Example: `  mdwire lint docs
  mdwire lint docs --format text --format sarif=mdwire.sarif
  git diff --name-only main | mdwire lint --files-from -
  mdwire lint docs --baseline known.json --new-from origin/main
  mdwire lint docs --fix --diff`,
		RunE: func(cmd *cobra.Command, paths []string) error { return runLint(cmd, &f, paths) },
	}
	fl := cmd.Flags()
	fl.StringArrayVar(&f.formats, "format", nil, "`FORM` of the report: "+diag.Choice(diag.Formats())+"; FORM=FILE writes it to a file; may be given several times")
	fl.StringVar(&f.level, "level", "", "least `SEVERITY` to report: error, warning or info (default: the configuration's, else warning)")
	f.configFlags.add(fl)
	fl.StringVar(&f.baseline, "baseline", "", "`FILE` of known findings, which are not reported")
	fl.BoolVar(&f.writeBaseline, "write-baseline", false, "write the findings to the --baseline file")
	fl.StringVar(&f.newFrom, "new-from", "", "report only on lines changed since a git `REVISION`")
	fl.StringVar(&f.filesFrom, "files-from", "", "`FILE` that lists the pages to report on, one a line; - is standard input")
	fl.IntVar(&f.maxWarnings, "max-warnings", -1, "exit with 1 when there are more than `N` warnings; -1 never does")
	fl.BoolVar(&f.statistics, "statistics", false, "print how many findings each rule has, in place of the findings")
	fl.BoolVar(&f.fix, "fix", false, "mend what has a safe fix")
	fl.BoolVar(&f.unsafe, "unsafe", false, "with --fix, apply fixes too that may change what a page says")
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
	if len(paths) == 0 && f.filesFrom != "" {
		return writeReports(cmd, outs, &findings{}) // reports are expected even when nothing changed
	}
	trees, err := openDocs(paths)
	if err != nil {
		return err
	}
	all := &findings{}
	if err := f.readBaseline(all); err != nil {
		return err
	}
	for _, d := range trees {
		if err := f.tree(cmd, all, d, level); err != nil {
			return err
		}
	}
	if all.pages == 0 {
		return noPages(paths)
	}
	if f.writeBaseline {
		return f.saveBaseline(cmd, all)
	}
	all.addStale(f.baseline)
	return f.finish(cmd, outs, all)
}

// check reads the flags that have a form of their own.
func (f *lintFlags) check(cmd *cobra.Command) ([]output, diag.Severity, error) {
	outs, err := parseOutputs(f.formats)
	if err != nil {
		return nil, 0, usageError(cmd, "%v", err)
	}
	if err := f.configFlags.check(cmd); err != nil {
		return nil, 0, err
	}
	level, err := severity(f.level)
	switch {
	case err != nil:
		return nil, 0, usageError(cmd, "%v", err)
	case f.writeBaseline && f.baseline == "":
		return nil, 0, usageError(cmd, "--write-baseline needs the name of the file: --baseline FILE")
	case (f.unsafe || f.diff) && !f.fix:
		return nil, 0, usageError(cmd, "--unsafe and --diff say how to --fix")
	case f.fix && f.writeBaseline:
		return nil, 0, usageError(cmd, "--fix and --write-baseline are two runs")
	case f.statistics && len(f.formats) > len(slicesWithFile(slices.Clone(outs))):
		return nil, 0, usageError(cmd, "--statistics goes to standard output: write the report to a file, FORM=FILE")
	}
	return outs, level, nil
}

// tree checks one docs tree and adds what was found to all.
func (f *lintFlags) tree(cmd *cobra.Command, all *findings, d *docs, level diag.Severity) error {
	config, err := f.loadConfig(d)
	if err != nil {
		return err
	}
	switch {
	case level != 0:
		config.Level = level
	case config.Level == 0:
		config.Level = diag.Warning
	}
	stop := progress(cmd.ErrOrStderr(), d.root)
	res, err := lint.Run(d.fsys, lint.Options{Rules: rules.All, Include: d.globs(), Select: d.selects, Config: config})
	stop()
	if err != nil {
		return err
	}
	all.pages += res.Pages
	found, err := f.narrow(all, d, config, res.Findings)
	if err != nil {
		return err
	}
	if f.fix {
		found, err = f.mend(cmd, all, d, config, found)
		if err != nil {
			return err
		}
	}
	all.add(d, found)
	return nil
}

// finish prints the reports and decides the exit status.
func (f *lintFlags) finish(cmd *cobra.Command, outs []output, all *findings) error {
	if f.statistics {
		if err := writeStatistics(cmd.OutOrStdout(), all.list); err != nil {
			return err
		}
		outs = slicesWithFile(outs)
	}
	if err := writeReports(cmd, outs, all); err != nil {
		return err
	}
	count := diag.Count(all.list)
	status := cmd.ErrOrStderr()
	if !f.statistics && len(all.list) >= manyFindings {
		if err := writeStatistics(status, all.list); err != nil {
			return err
		}
	}
	fmt.Fprintf(status, "%s checked: %s\n", plural(all.pages, "page"), countText(count))
	tooMany := f.maxWarnings >= 0 && count.Warnings > f.maxWarnings
	if tooMany {
		fmt.Fprintf(status, "more warnings than --max-warnings %d allows\n", f.maxWarnings)
	}
	if count.Errors > 0 || tooMany {
		return errFindings
	}
	return nil
}

// manyFindings is from where on a run is summed up by rule.
const manyFindings = 50

// severity reads the level; the zero severity stands for none given.
func severity(name string) (diag.Severity, error) {
	if name == "" {
		return 0, nil
	}
	for _, s := range []diag.Severity{diag.Error, diag.Warning, diag.Info} {
		if s.String() == name {
			return s, nil
		}
	}
	return 0, fmt.Errorf("unknown level %q: want error, warning or info", name)
}

func ruleInfos() []diag.RuleInfo {
	var infos []diag.RuleInfo
	for _, r := range rules.All {
		infos = append(infos, r.Info())
	}
	return infos
}

// noPages is the error of a verb that was given paths without pages.
func noPages(paths []string) error {
	return fmt.Errorf("no pages (.md files) in %s", strings.Join(paths, ", "))
}

// wantsColor reports whether out is a terminal whose user has not asked for no
// colours (https://no-color.org).
func wantsColor(out io.Writer) bool {
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(out)
}

func isTerminal(out io.Writer) bool {
	f, ok := out.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// progress says on a terminal what is being done when that takes longer than a
// second. The function that it returns takes the line away again.
func progress(out io.Writer, root string) (stop func()) {
	if !isTerminal(out) {
		return func() {}
	}
	done, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		select {
		case <-done:
		case <-time.After(time.Second):
			fmt.Fprintf(out, "checking %s …", diag.Printable(root))
			<-done
			fmt.Fprint(out, "\r\x1b[K")
		}
	}()
	return func() {
		close(done)
		<-gone
	}
}

// countText tells in words how many findings there are.
func countText(c diag.Counts) string {
	if c == (diag.Counts{}) {
		return "nothing found"
	}
	var parts []string
	for _, p := range []struct {
		n    int
		noun string
	}{{c.Errors, "error"}, {c.Warnings, "warning"}, {c.Infos, "info"}} {
		if p.n > 0 {
			parts = append(parts, plural(p.n, p.noun))
		}
	}
	return strings.Join(parts, ", ")
}

// plural counts a noun whose plural takes an s.
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
