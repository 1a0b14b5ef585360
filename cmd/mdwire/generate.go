package main

import (
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generate"
)

// generateFlags are the flags of the generate command.
type generateFlags struct {
	configFlags
	generate.Config
	strict, all         bool
	update              bool
	check, diff, dryRun bool
	watch               bool
	noCache             bool
}

func newGenerate() *cobra.Command {
	var f generateFlags
	cmd := &cobra.Command{
		Use:   "generate [PATH] [--out FOLDER]",
		Short: "Write a Go client, route handlers and tests from pages",
		Long: `Write a Go client, route handlers and tests from the pages below PATH; without PATH,
from the docs in mdwire.yaml; without docs, from the pages bundled with mdwire. The
nearest mdwire.yaml in the current folder or above is used, up to the root of the
repository. Flags override it. "mdwire init" writes one.

Files that mdwire did not write are never replaced or removed: if one is in the way,
nothing is written. Generated files are restored if they were edited. A file that is
no longer generated is removed, unless it was edited. A problem in a page is reported
and does not stop other pages. The exit status is 0 on success, 1 with --strict if there
are errors or warnings, and 1 with --check or --diff if the files are out of date.`,
		Example: `  mdwire generate docs --out graph
  mdwire generate            # with the settings in mdwire.yaml
  mdwire generate --check    # in CI
  mdwire generate --update   # use the current commit of the docs' branch
  mdwire generate --watch`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runGenerate(cmd, args, &f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.Out, "out", "", "write the code to `FOLDER`")
	flags.StringArrayVar(&f.Include, "include", nil, "generate only from pages that match `GLOB`, such as 'v1.0/api/user-*' (can be repeated)")
	flags.StringArrayVar(&f.Exclude, "exclude", nil, "exclude pages that match `GLOB` (can be repeated)")
	flags.StringVar(&f.Package, "package", "", "`NAME` of the client packages (default: the names of their folders)")
	flags.BoolVar(&f.strict, "strict", false, "exit with 1 if there are errors or warnings")
	flags.BoolVar(&f.all, "all-findings", false, "show all findings, not only the first five")
	flags.BoolVar(&f.update, "update", false, "use the current state of the docs' git ref or archive instead of the one in mdwire.lock")
	flags.BoolVar(&f.check, "check", false, "write nothing; exit with 1 if the files are out of date")
	flags.BoolVar(&f.diff, "diff", false, "like --check, and print all differences")
	flags.BoolVar(&f.dryRun, "dry-run", false, "write nothing; print what would be written")
	flags.BoolVar(&f.watch, "watch", false, "generate again whenever a page changes, until interrupted")
	flags.BoolVar(&f.noCache, "no-cache", false, "parse and render everything again")
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

// checkFlags rejects combinations of flags.
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
		return usageError(cmd, "%s cannot be used together", strings.Join(modes, " and "))
	case f.update && (f.check || f.diff):
		return usageError(cmd, "%s compares with the docs in mdwire.lock, so it cannot be used with --update", modes[0])
	case f.update && len(args) > 0:
		return usageError(cmd, "--update needs docs from git or an archive in mdwire.yaml, and no PATH")
	}
	if f.Package != "" {
		if err := generate.CheckPackage(f.Package); err != nil {
			return usageError(cmd, "%v", err)
		}
	}
	return f.configFlags.check(cmd)
}

// generation is one run of the command.
type generation struct {
	cmd  *cobra.Command
	f    *generateFlags
	opts generate.Options
}

// newGeneration returns the options of the configuration file, overridden by flags.
func newGeneration(cmd *cobra.Command, args []string, f *generateFlags) (*generation, error) {
	cwd, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	set, err := loadSettings(relativeTo(cwd, f.find(cwd)))
	if err != nil {
		return nil, err
	}
	g := &generation{cmd: cmd, f: f, opts: generate.Options{
		Config: set.generate, Docs: set.docs, Base: set.base, Update: f.update, NoCache: f.noCache, Version: version(),
		Log: func(message string) { fmt.Fprintf(cmd.ErrOrStderr(), "%s\n", diag.Printable(message)) },
	}}
	g.opts.Override(f.Config)
	if len(args) > 0 {
		g.opts.Path = args[0]
	}
	if f.update && set.docs.Git == "" && set.docs.Archive == "" {
		return nil, usageError(cmd, "--update has nothing to update: the docs in mdwire.yaml are not from git or an archive")
	}
	if g.opts.Out == "" {
		return nil, usageError(cmd, "generate needs --out FOLDER, or an mdwire.yaml with generate.out: see \"mdwire init\"")
	}
	return g, nil
}

// relativeTo returns a file's path relative to a folder, where possible.
func relativeTo(dir, file string) string {
	if rel, err := filepath.Rel(dir, file); file != "" && err == nil {
		return rel
	}
	return file
}

// The garbage collector runs rarely, because a run is short, until memory reaches a
// limit. The largest known trees then take a fifth less time than with GOGC=100, and
// no more memory.
const (
	gcPercent   = 300
	memoryLimit = 600 << 20
)

// tuneGC sets the garbage collector for a run. The result restores it.
func tuneGC() (restore func()) {
	limit := debug.SetMemoryLimit(min(memoryLimit, debug.SetMemoryLimit(-1)))
	percent := debug.SetGCPercent(gcPercent)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}

// run generates once.
func (g *generation) run() error {
	defer tuneGC()()
	r, err := generate.Prepare(g.opts)
	if err != nil {
		return err
	}
	defer r.Close()
	switch {
	case r.Files == 0: // each page has a diagnostic that explains it
	case g.f.check, g.f.diff:
		return g.reportDrift(r)
	case g.f.dryRun:
		return g.reportDryRun(r)
	}
	changes, err := r.Changes()
	if err != nil {
		return err
	}
	if err := uninterrupted(r.Apply); err != nil {
		return err
	}
	if err := writeChanges(g.cmd.OutOrStdout(), changes, g.f.all); err != nil {
		return err
	}
	return g.summarize(r)
}

// uninterrupted ignores interrupts while files are replaced. That takes a moment, and
// a part of the files would not compile.
func uninterrupted(write func() error) error {
	ignored := make(chan os.Signal, 1)
	signal.Notify(ignored, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(ignored)
	return write()
}
