package main

import (
	"errors"
	"fmt"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/specs"
)

// generateFlags are the flags of the generate verb.
type generateFlags struct {
	out              string
	include, exclude []string
	pkg              string
	strict, all      bool
}

func newGenerate() *cobra.Command {
	var f generateFlags
	cmd := &cobra.Command{
		Use:   "generate [PATH] --out DIR",
		Short: "Write a Go client, route handlers and tests from pages",
		Long: `Write a Go client, route handlers and tests made from the pages below PATH, or from
mdwire's own pages when no PATH is given.

Files that mdwire did not write, or that were changed since, are never replaced:
then nothing is written. What a page says wrong is reported and stops no other
page. The exit status is 0 when what can be generated was written, 1 with --strict
when there are findings.`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runGenerate(cmd, args, &f)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&f.out, "out", "", "output folder")
	flags.StringArrayVar(&f.include, "include", nil, "generate only pages that match `GLOB`, as in 'v1.0/api/user-*'")
	flags.StringArrayVar(&f.exclude, "exclude", nil, "leave out pages that match `GLOB`")
	flags.StringVar(&f.pkg, "package", "", "`NAME` of the client package (default: the output folder's)")
	flags.BoolVar(&f.strict, "strict", false, "exit with 1 when there are errors or warnings")
	flags.BoolVar(&f.all, "all-findings", false, "show all findings, not the first few")
	return cmd
}

func runGenerate(cmd *cobra.Command, args []string, f *generateFlags) error {
	if f.out == "" {
		return usageError(cmd, "generate needs --out DIR")
	}
	if f.pkg != "" && (!token.IsIdentifier(f.pkg) || f.pkg != strings.ToLower(f.pkg)) {
		return usageError(cmd, "%q is no name for a Go package: want lower-case letters and digits", f.pkg)
	}
	d, name, err := generateDocs(args)
	if err != nil {
		return err
	}
	include := f.include
	if len(include) == 0 {
		include = d.globs()
	}
	loaded, err := parser.Load(d.fsys, parser.Options{Include: include, Exclude: f.exclude})
	if err != nil {
		return err
	}
	chosen := func(file string) bool { return loaded.Selected(file) && d.selects(file) }
	if err := anyChosen(loaded.Spec, chosen, name, f); err != nil {
		return err
	}
	res, err := generateTo(f, loaded.Spec, chosen)
	if err != nil {
		return err
	}
	found := append(d.findings(loaded.Diagnostics), res.Diagnostics...)
	found = diag.Sort(slices.DeleteFunc(found, func(x diag.Diagnostic) bool {
		return !chosen(x.At.Path) && (x.Page == "" || !chosen(x.Page))
	}))
	return summarize(cmd, f, d, res, found)
}

// generateDocs opens the pages to generate from: mdwire's own without a path.
func generateDocs(args []string) (d *docs, name string, err error) {
	if len(args) == 0 {
		return &docs{root: "specs", fsys: specs.FS, picks: []string{"."}}, "mdwire's own pages", nil
	}
	trees, err := openDocs(args)
	if err != nil {
		return nil, "", err
	}
	return trees[0], args[0], nil
}

// anyChosen refuses a selection without a single page of a call.
func anyChosen(spec *ir.Spec, chosen func(string) bool, name string, f *generateFlags) error {
	if slices.ContainsFunc(spec.Operations, func(op ir.Operation) bool { return chosen(op.File) }) {
		return nil
	}
	switch {
	case len(f.include)+len(f.exclude) > 0:
		return fmt.Errorf("no page of a call in %s matches --include and --exclude", name)
	case len(spec.Operations)+len(spec.Resources)+len(spec.Others) == 0:
		return noPages([]string{name})
	}
	return fmt.Errorf("no page in %s documents a call: none has an HTTP request section", name)
}

func generateTo(f *generateFlags, spec *ir.Spec, chosen func(string) bool) (*generator.Result, error) {
	place, err := generator.Locate(f.out)
	if err != nil {
		return nil, err
	}
	if f.pkg != "" {
		place.Package = f.pkg
	}
	res, err := generator.Generate(spec, generator.Options{
		Package: place.Package, ImportPath: place.ImportPath,
		Selected: func(op *ir.Operation) bool { return chosen(op.File) },
	})
	if err != nil {
		return nil, err
	}
	if len(res.Files) == 0 {
		return res, nil // every page was explained away; keep what is there
	}
	if err := generator.Write(f.out, res.Files, version()); err != nil {
		return nil, err
	}
	return res, writeGoMod(f.out, place.GoMod)
}

// writeGoMod makes the output a module of its own where it lies in none. An
// existing file is the user's.
func writeGoMod(dir string, content []byte) error {
	if content == nil {
		return nil
	}
	file, err := os.OpenFile(filepath.Join(dir, "go.mod"), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	return errors.Join(err, file.Close())
}
