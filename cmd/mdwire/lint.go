package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

func newLint() *cobra.Command {
	var format, level string
	cmd := &cobra.Command{
		Use:   "lint PATH...",
		Short: "Check pages and report what is wrong with them",
		Long: `Check the pages below each PATH and report what is wrong with them, by file,
line and column. A PATH within a docs tree chooses the pages to report on; links
are followed through the whole tree.

Findings go to standard output, a count to standard error. The exit status is 1
when there are errors. "mdwire explain RULE" tells more of a rule.`,
		Args: atLeastOne("a file or folder of pages"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			return runLint(cmd, paths, format, level)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "form of the report: "+strings.Join(diag.Formats(), " or "))
	cmd.Flags().StringVar(&level, "level", "warning", "least severity to report: error, warning or info")
	return cmd
}

func runLint(cmd *cobra.Command, paths []string, format, level string) error {
	write, err := diag.WriterFor(format)
	if err != nil {
		return usageError(cmd, "%v", err)
	}
	least, err := severity(level)
	if err != nil {
		return usageError(cmd, "%v", err)
	}
	trees, err := openDocs(paths)
	if err != nil {
		return err
	}
	out := cmd.OutOrStdout()
	var all []diag.Diagnostic
	pages := 0
	for _, d := range trees {
		res, err := lint.Run(d.fsys, lint.Options{Include: d.globs(), Select: d.selects})
		if err != nil {
			return err
		}
		pages += res.Pages
		found := atLeast(res.Findings, least)
		all = append(all, found...)
		report := &diag.Report{Findings: found, Show: d.show, Source: d.source, Color: wantsColor(out), Rules: ruleInfos()}
		if err := write(out, report); err != nil {
			return err
		}
	}
	if pages == 0 {
		return noPages(paths)
	}
	count := diag.Count(all)
	fmt.Fprintf(cmd.ErrOrStderr(), "%s checked: %s\n", plural(pages, "page"), countText(count))
	if count.Errors > 0 {
		return errFindings
	}
	return nil
}

func severity(name string) (diag.Severity, error) {
	for _, s := range []diag.Severity{diag.Error, diag.Warning, diag.Info} {
		if s.String() == name {
			return s, nil
		}
	}
	return 0, fmt.Errorf("unknown level %q: want error, warning or info", name)
}

// atLeast drops findings milder than a severity. Severities count up from the
// worst.
func atLeast(ds []diag.Diagnostic, least diag.Severity) []diag.Diagnostic {
	var kept []diag.Diagnostic
	for _, d := range ds {
		if d.Severity <= least {
			kept = append(kept, d)
		}
	}
	return kept
}

func ruleInfos() []diag.RuleInfo {
	var infos []diag.RuleInfo
	for _, r := range lint.Rules {
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
	f, ok := out.(*os.File)
	if !ok || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
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
