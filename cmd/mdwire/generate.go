package main

import (
	"fmt"
	"go/token"
	"strings"

	"github.com/spf13/cobra"
)

// generateFlags are the flags of the generate verb.
type generateFlags struct {
	configFlags
	generateSettings
	strict, all         bool
	update              bool
	check, diff, dryRun bool
	watch               bool
	noCache             bool
}

func newGenerate() *cobra.Command {
	var f generateFlags
	cmd := &cobra.Command{
		Use:   "generate [PATH] [--out DIR]",
		Short: "Write a Go client, route handlers and tests from pages",
		Long: `Write a Go client, route handlers and tests made from the pages below PATH, else from
the docs that mdwire.yaml names, else from mdwire's own pages. mdwire.yaml is looked
for in the current folder and above it, up to the root of the repository; flags
override it. "mdwire init" writes one.

Files that mdwire did not write are never replaced or removed, nor is one removed that
was changed since: then nothing is written. What a page says wrong is reported and
stops no other page. The exit status is 0 when what can be generated was written, 1
with --strict when there are findings, and with --check or --diff when the files are
not what would be written.`,
		Example: `  mdwire generate docs --out graph
  mdwire generate            # as mdwire.yaml says
  mdwire generate --check    # in CI
  mdwire generate --update   # take what the docs' branch holds now
  mdwire generate --watch`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runGenerate(cmd, args, &f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.Out, "out", "", "write to the folder `DIR`")
	flags.StringArrayVar(&f.Include, "include", nil, "generate only pages that match `GLOB`, as in 'v1.0/api/user-*'")
	flags.StringArrayVar(&f.Exclude, "exclude", nil, "leave out pages that match `GLOB`")
	flags.StringVar(&f.Package, "package", "", "`NAME` of the client package (default: the output folder's)")
	flags.BoolVar(&f.strict, "strict", false, "exit with 1 when there are errors or warnings")
	flags.BoolVar(&f.all, "all-findings", false, "show all findings, not the first few")
	flags.BoolVar(&f.update, "update", false, "take what the docs' git ref or archive holds now, not what mdwire.lock names")
	flags.BoolVar(&f.check, "check", false, "write nothing; exit with 1 when the files are not what would be written")
	flags.BoolVar(&f.diff, "diff", false, "as --check, and print all that differs")
	flags.BoolVar(&f.dryRun, "dry-run", false, "write nothing; say what would be written")
	flags.BoolVar(&f.watch, "watch", false, "generate again whenever a page changes, until interrupted")
	flags.BoolVar(&f.noCache, "no-cache", false, "read and render everything anew")
	f.configFlags.add(flags)
	return cmd
}

func runGenerate(cmd *cobra.Command, args []string, f *generateFlags) error {
	if err := f.checkFlags(cmd, args); err != nil {
		return err
	}
	g, err := newGeneration(cmd, args, f)
	if err != nil {
		return err
	}
	if f.watch {
		return g.watch()
	}
	return g.run()
}

// checkFlags refuses flags that do not go together.
func (f *generateFlags) checkFlags(cmd *cobra.Command, args []string) error {
	var modes []string
	for _, m := range []struct {
		name string
		set  bool
	}{{"--check", f.check}, {"--diff", f.diff}, {"--dry-run", f.dryRun}, {"--watch", f.watch}} {
		if m.set {
			modes = append(modes, m.name)
		}
	}
	switch {
	case len(modes) > 1:
		return usageError(cmd, "%s exclude each other", strings.Join(modes, " and "))
	case f.update && (f.check || f.diff):
		return usageError(cmd, "%s compares with the docs that mdwire.lock names; it cannot --update", modes[0])
	case f.update && len(args) > 0:
		return usageError(cmd, "--update is for docs from git or an archive, which mdwire.yaml names")
	case f.Package != "" && !isPackageName(f.Package):
		return usageError(cmd, "%s", noPackageName(f.Package))
	}
	return f.configFlags.check(cmd)
}

func isPackageName(name string) bool {
	return token.IsIdentifier(name) && name == strings.ToLower(name)
}

func noPackageName(name string) string {
	return fmt.Sprintf("%q is no name for a Go package: want lower-case letters and digits, and no word of the language", name)
}
