package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/source"
)

func newInspect() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "inspect PATH...",
		Short: "Print the parsed pages as JSON",
		Long: `Parse the pages below each PATH and print them in path order: one JSON object per
line for each call, type or other page, and a summary last. File paths are below the root of the docs tree.`,
		Args: atLeastOne("a file or folder of pages"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			return runInspect(cmd, paths, format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "json", "`FORMAT` of the output: json")
	return cmd
}

func runInspect(cmd *cobra.Command, paths []string, format string) error {
	if format != "json" {
		return usageError(cmd, "unknown format %q: want json", format)
	}
	trees, err := source.OpenTrees(paths)
	if err != nil {
		return err
	}
	var spec ir.Spec
	var found []diag.Diagnostic
	for _, t := range trees {
		loaded, err := parser.Load(t.FS, parser.Options{Include: t.Globs(), Outside: t.Outside(), Below: t.Below()})
		if err != nil {
			return err
		}
		addSelected(&spec, loaded.Spec, t.Selects)
		found = append(found, diag.Select(loaded.Diagnostics, t.Selects)...)
	}
	if len(spec.Operations)+len(spec.Resources)+len(spec.Others) == 0 {
		return noPages(paths)
	}
	if err := ir.WriteInspect(cmd.OutOrStdout(), &spec, diag.Count(found)); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

// addSelected moves the selected pages of a tree to spec. The parser also reads the
// pages of types that they refer to.
func addSelected(spec, tree *ir.Spec, selected func(file string) bool) {
	spec.Operations = moved(spec.Operations, tree.Operations, func(op ir.Operation) bool { return !selected(op.File) })
	spec.Resources = moved(spec.Resources, tree.Resources, func(r ir.Resource) bool { return !selected(r.File) })
	spec.Others = moved(spec.Others, tree.Others, func(p ir.Page) bool { return !selected(p.File) })
}

// moved appends pages to all, without those to drop. It reuses the memory of pages.
func moved[T any](all, pages []T, drop func(T) bool) []T {
	pages = slices.DeleteFunc(pages, drop)
	if len(all) == 0 {
		return pages
	}
	return append(all, pages...)
}
