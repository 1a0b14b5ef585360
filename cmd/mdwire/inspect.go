package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser"
)

func newInspect() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "inspect PATH...",
		Short: "Print what was read from pages, as JSON",
		Long: `Print what was read from the pages below each PATH: one JSON object a line, one
line a page, in path order, and a summary as the last line. The file of a page
is given below the root of its docs tree.`,
		Args: atLeastOne("a file or folder of pages"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			return runInspect(cmd, paths, format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "json", "`FORM` of the output: json")
	return cmd
}

func runInspect(cmd *cobra.Command, paths []string, format string) error {
	if format != "json" {
		return usageError(cmd, "unknown format %q: want json", format)
	}
	trees, err := openDocs(paths)
	if err != nil {
		return err
	}
	var spec ir.Spec
	var found []diag.Diagnostic
	for _, d := range trees {
		loaded, err := parser.Load(d.fsys, parser.Options{Include: d.globs()})
		if err != nil {
			return err
		}
		part := d.selected(loaded.Spec)
		spec.Operations = append(spec.Operations, part.Operations...)
		spec.Resources = append(spec.Resources, part.Resources...)
		spec.Others = append(spec.Others, part.Others...)
		found = append(found, d.findings(loaded.Diagnostics)...)
	}
	if len(spec.Operations)+len(spec.Resources)+len(spec.Others) == 0 {
		return noPages(paths)
	}
	if err := ir.WriteInspect(cmd.OutOrStdout(), &spec, diag.Count(found)); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

// selected returns the pages of a spec that the user named. Pages of types are
// read beside them, for their names.
func (d *docs) selected(spec *ir.Spec) ir.Spec {
	return ir.Spec{
		Operations: slices.DeleteFunc(slices.Clone(spec.Operations), func(op ir.Operation) bool { return !d.selects(op.File) }),
		Resources:  slices.DeleteFunc(slices.Clone(spec.Resources), func(r ir.Resource) bool { return !d.selects(r.File) }),
		Others:     slices.DeleteFunc(slices.Clone(spec.Others), func(p ir.Page) bool { return !d.selects(p.File) }),
	}
}

// findings returns those about pages that the user named.
func (d *docs) findings(all []diag.Diagnostic) []diag.Diagnostic {
	return slices.DeleteFunc(slices.Clone(all), func(f diag.Diagnostic) bool {
		return !d.selects(f.At.Path) && (f.Page == "" || !d.selects(f.Page))
	})
}
