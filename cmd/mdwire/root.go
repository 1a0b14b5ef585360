package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// newRoot returns the command with its commands.
func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "mdwire",
		Short: "Turn Markdown API reference pages into a Go client, route handlers and tests",
		Long: `mdwire reads API reference pages written in Markdown and writes Go: a client, route
handlers and tests made from the pages' examples. It also lints the pages.

Exit status: 0 success, 1 findings, 2 usage or I/O error, 3 a bug in mdwire.`,
		Args:              unknownCommand,
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
	}
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(newInit(), newGenerate(), newLint(), newInspect(), newConfig(), newExplain(), newVersion())
	return root
}

// unknownCommand returns an error for an unknown command, with the nearest command.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return usageError(cmd, "unknown command %q%s", args[0], diag.DidYouMean(args[0], names))
}

// flagError adds the nearest flag to cobra's message about an unknown one, and
// says which value a flag expects.
func flagError(cmd *cobra.Command, err error) error {
	bad, syntax := (*pflag.InvalidValueError)(nil), (*strconv.NumError)(nil)
	if errors.As(err, &bad) && errors.As(err, &syntax) {
		name, value := bad.GetFlag().Name, diag.Printable(bad.GetValue())
		if syntax.Func == "ParseBool" {
			return usageError(cmd, "--%s=%s: expected true or false", name, value)
		}
		return usageError(cmd, "--%s %s: expected a whole number", name, value)
	}
	_, name, found := strings.Cut(err.Error(), "unknown flag: --")
	if !found {
		return usageError(cmd, "%v", err)
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near := diag.Nearest(name, names); near != "" {
		return usageError(cmd, "%v; did you mean %q?", err, "--"+near)
	}
	return usageError(cmd, "%v", err)
}

// usageError returns an error about wrong usage, with a hint to the command's help.
func usageError(cmd *cobra.Command, format string, args ...any) error {
	return fmt.Errorf("%s\nRun \"%s --help\" for usage", fmt.Sprintf(format, args...), cmd.CommandPath())
}

// atLeastOne requires an argument; what describes it.
func atLeastOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usageError(cmd, "%s needs %s", cmd.Name(), what)
		}
		return nil
	}
}

// atMost limits the number of arguments to n, which is 0 or 1.
func atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) <= n:
			return nil
		case n == 0:
			return usageError(cmd, "%s takes no argument", cmd.Name())
		}
		return usageError(cmd, "%s takes one argument, not %d", cmd.Name(), len(args))
	}
}
