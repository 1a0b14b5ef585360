package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"

	"github.com/spf13/cobra"

	"github.com/mdwire/mdwire/config"
	"github.com/mdwire/mdwire/generate"
	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/source"
)

// answers are the values for a new configuration file.
type answers struct {
	Docs, Git, Ref, Archive, Path string
	Out, Package                  string
	Prefix, Namespace             string // found in the pages
}

func newInit() *cobra.Command {
	var a answers
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Write a first mdwire.yaml",
		Long: `Write an mdwire.yaml to the current folder, with comments about further keys. It does not
overwrite an existing file. If the folder of --docs has pages, a prefix of all file names and
the namespace of all types become settings, so that later pages do not change Go names.`,
		Example: `  mdwire init --docs ../docs --out graph
  mdwire init --git https://github.com/contoso/docs --ref main --path api-reference/v1.0 --out graph`,
		Args: atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.init(cmd) },
	}
	flags := cmd.Flags()
	flags.StringVar(&a.Docs, "docs", "", "`FOLDER` of the pages")
	flags.StringVar(&a.Git, "git", "", "`URL` of a git repository with the pages")
	flags.StringVar(&a.Ref, "ref", "", "`REF` of --git: a branch, a tag or a commit")
	flags.StringVar(&a.Archive, "archive", "", "`FILE` with the pages: .zip, .tar.gz or .tgz")
	flags.StringVar(&a.Path, "path", "", "`FOLDER` of the pages within --git or --archive")
	flags.StringVar(&a.Out, "out", "api", "write the code to `FOLDER`")
	flags.StringVar(&a.Package, "package", "", "`NAME` of the client packages (default: the names of their folders)")
	return cmd
}

func (a *answers) init(cmd *cobra.Command) error {
	if err := a.check(cmd); err != nil {
		return err
	}
	if err := a.readDocs(); err != nil {
		return err
	}
	var text strings.Builder
	if err := initial.Execute(&text, a); err != nil {
		return err
	}
	// Reading the file checks all answers.
	probe := newSettings(config.File)
	if err := config.Parse([]byte(text.String()), probe.keys); err != nil {
		return usageError(cmd, "%s would not be valid: %v", config.File, err)
	}
	file, err := os.OpenFile(config.File, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s already exists: edit it, or remove it first", config.File)
	}
	if err != nil {
		return err
	}
	_, err = file.WriteString(text.String())
	if err := errors.Join(err, file.Close()); err != nil {
		return err
	}
	_, err = fmt.Fprintln(cmd.OutOrStdout(), "Wrote "+config.File+". "+a.next())
	return err
}

// readDocs finds what the pages in the folder of the docs share. The folder need not
// exist yet.
func (a *answers) readDocs() error {
	if a.Docs == "" {
		return nil
	}
	if _, err := os.Stat(a.Docs); err != nil {
		return nil
	}
	tree, err := source.OpenTree(a.Docs)
	if err != nil {
		return err
	}
	read, err := parser.Load(tree.FS, parser.Options{Include: tree.Globs(), Outside: tree.Outside(), Below: tree.Below()})
	if err != nil {
		return err
	}
	read.Spec.Operations = slices.DeleteFunc(read.Spec.Operations, func(op ir.Operation) bool { return !tree.Selects(op.File) })
	a.Prefix, a.Namespace = generator.Shared(read.Spec)
	return nil
}

// next returns the next step for the user.
func (a *answers) next() string {
	if pages := cmp.Or(a.Docs, a.Archive); pages != "" {
		if _, err := os.Stat(pages); err != nil {
			return fmt.Sprintf("Next, put the pages at %s, which does not exist yet, and run mdwire generate", pages)
		}
	}
	return "Next, run mdwire generate"
}

func (a *answers) check(cmd *cobra.Command) error {
	given := 0
	for _, from := range []string{a.Docs, a.Git, a.Archive} {
		if from != "" {
			given++
		}
	}
	switch {
	case given > 1:
		return usageError(cmd, "--docs, --git and --archive cannot be used together")
	case a.Git != "" && a.Ref == "":
		return usageError(cmd, "--git needs a --ref: a branch, a tag or a commit")
	case a.Git == "" && a.Ref != "":
		return usageError(cmd, "--ref needs --git")
	case a.Git == "" && a.Archive == "" && a.Path != "":
		return usageError(cmd, "--path needs --git or --archive")
	}
	if a.Package != "" {
		if err := generate.CheckPackage(a.Package); err != nil {
			return usageError(cmd, "%v", err)
		}
	}
	return nil
}

// initial is the file that init writes: the answers as keys, other keys as comments.
var initial = template.Must(template.New("").Funcs(template.FuncMap{"yaml": config.Scalar, "slash": filepath.ToSlash}).Parse(
	`# yaml-language-server: $schema=https://raw.githubusercontent.com/mdwire/mdwire/main/docs/mdwire.schema.json
#
# The configuration of mdwire in this repository. "mdwire config" prints the configuration in force.

# Where the pages are, relative to this file: a folder, or
#   docs: {git: https://github.com/contoso/docs, ref: main, path: api-reference/v1.0}
#   docs: {archive: docs.zip, path: api-reference}
# mdwire.lock in the output folder pins the commit of a git ref and the hash of an archive.
# "mdwire generate --update" moves the pin to the current ones.
{{- if .Docs}}
docs: {{.Docs | slash | yaml}}
{{- else if .Git}}
docs:
  git: {{.Git | yaml}}
  ref: {{.Ref | yaml}}
{{- if .Path}}
  path: {{.Path | slash | yaml}}
{{- end}}
{{- else if .Archive}}
docs:
  archive: {{.Archive | slash | yaml}}
{{- if .Path}}
  path: {{.Path | slash | yaml}}
{{- end}}
{{- else}}
# docs: docs    # by default mdwire's bundled pages
{{- end}}
# base: servicePrefix    # the pages' word for the base URL, as in "GET servicePrefix/books"

generate:
  out: {{.Out | slash | yaml}}
{{- if .Package}}
  package: {{.Package | yaml}}
{{- else}}
  # package: graph                          # of the clients; by default v1, beta, … like their folders
{{- end}}
{{- if .Prefix}}
  prefix: {{.Prefix | yaml}}  # the start of all file names; Go names leave it out
{{- else}}
  # prefix: contoso_                        # the start of all file names, which Go names leave out
{{- end}}
{{- if .Namespace}}
  namespace: {{.Namespace | yaml}}  # of all types; Go names leave it out
{{- else}}
  # namespace: microsoft.graph              # the root of all types, which Go names leave out
{{- end}}
  # include: ["v1.0/api/message-*"]         # pages to generate from; by default all
  # exclude: ["**/intune-*"]
  # names:                                  # your own Go names
  #   message-move: Message.Transfer        # for a page: service and method
  #   microsoft.graph.message: Mail         # for a type

# Settings of "mdwire lint": see docs/lint.md.
# level: warning
# rules:
#   link-dead: error
`))
