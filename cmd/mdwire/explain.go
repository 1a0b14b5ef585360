package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/rules"
)

func newExplain() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [RULE]",
		Short: "Print the manual of a rule, with a bad and a good page",
		Long: `Print the manual of a rule of "mdwire lint", with a bad and a good page. Without RULE,
list all rules.`,
		Args:              atMost(1),
		ValidArgsFunction: completeRules,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return listRules(cmd.OutOrStdout())
			}
			r := rules.All.Find(diag.Code(args[0]))
			if r == nil {
				return fmt.Errorf("unknown rule %q%s\nRun \"%s\" for the list of rules", args[0], diag.DidYouMean(args[0], rules.All.Names()), cmd.CommandPath())
			}
			_, err := io.WriteString(cmd.OutOrStdout(), manual(r))
			return err
		},
	}
}

func completeRules(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return rules.All.Names(), cobra.ShellCompDirectiveNoFileComp
}

func listRules(w io.Writer) error {
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range rules.All {
		fmt.Fprintf(tab, "%s\t%s\t%s\n", r.Code, r.Severity, r.Summary())
	}
	return tab.Flush()
}

// manual returns the manual of a rule.
func manual(r *lint.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s)\n\n%s\n", r.Code, r.Severity, r.ManualText())
	if r.Bad != "" {
		fmt.Fprintf(&b, "\nBad (the rule reports the «marked» text):\n\n%s", indent(r.BadText()))
	}
	if r.Good != "" {
		fmt.Fprintf(&b, "\nGood:\n\n%s", indent(r.GoodText()))
	}
	return b.String()
}

func indent(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if strings.TrimSpace(line) != "" {
			b.WriteString("    ")
		}
		b.WriteString(line)
	}
	return b.String()
}
