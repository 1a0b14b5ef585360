package main

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/mdwire/mdwire/config"
	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/rules"
	"github.com/mdwire/mdwire/source"
)

// settings is the content of mdwire.yaml. Each verb uses a part of it.
type settings struct {
	file     string // "" for none
	lint     *lint.Config
	docs     source.Location
	generate generateSettings
	keys     []config.Key
}

// generateSettings are what the generate verb is told, by the file and by
// flags, which win.
type generateSettings struct {
	Out              string
	Package          string
	Include, Exclude []string
	Names            map[string]string
}

// loadSettings reads a configuration file; "" returns the defaults.
func loadSettings(file string) (*settings, error) {
	s := newSettings(file)
	if file == "" {
		return s, nil
	}
	return s, config.Load(file, s.keys)
}

// newSettings returns the defaults, and the keys that change them.
func newSettings(file string) *settings {
	s := &settings{file: file, lint: lint.DefaultConfig()}
	base := filepath.Dir(file)
	s.keys = append([]config.Key{s.docs.Key(base), s.generate.key(base)}, s.lint.Keys(rules.All, func(name string) ([]string, error) {
		list, err := os.ReadFile(config.Resolve(base, name))
		return strings.Split(string(list), "\n"), err
	})...)
	return s
}

// key is the key "generate".
func (g *generateSettings) key(base string) config.Key {
	keys := []config.Key{
		{
			Name: "out", Schema: config.WordSchema("The folder that generated code is written to."),
			Read: func(n *config.Node) error {
				out, err := config.Word(n, "a folder")
				g.Out = config.Resolve(base, out)
				return err
			},
			Value: func() any { return filepath.ToSlash(g.Out) },
		},
		{
			Name: "package", Schema: config.WordSchema("The name of the client package; by default that of the folder."),
			Read: func(n *config.Node) (err error) {
				if g.Package, err = config.Word(n, "a name"); err == nil && !isPackageName(g.Package) {
					err = config.At(n, "%s", noPackageName(g.Package))
				}
				return err
			},
			Value: func() any { return g.Package },
		},
		globs("include", "Globs that the pages to generate from match; by default all pages.", &g.Include),
		globs("exclude", "Globs of pages to leave out.", &g.Exclude),
		{
			Name:   "names",
			Schema: config.StringsSchema("Go names of one's own, by page (\"message-move\": Message.Transfer) or by type (microsoft.graph.message: Mail)."),
			Read:   g.readNames,
			Value:  func() any { return g.Names },
		},
	}
	return config.Key{
		Name: "generate", Schema: config.ObjectSchema("What mdwire generate writes.", keys),
		Read:  func(n *config.Node) error { return config.Object(n, keys) },
		Value: func() any { return config.Values(keys) },
	}
}

func (g *generateSettings) readNames(n *config.Node) (err error) {
	g.Names = map[string]string{}
	return config.Mapping(n, "name", nil, func(key string, value *config.Node) error {
		name, err := config.Word(value, "a Go name")
		if err != nil {
			return err
		}
		if err := generator.CheckName(name); err != nil {
			return config.At(value, "%v", err)
		}
		g.Names[key] = name
		return nil
	})
}

func globs(name, doc string, set *[]string) config.Key {
	return config.Key{
		Name: name, Schema: config.WordsSchema(doc),
		Read: func(n *config.Node) (err error) {
			*set, err = config.Globs(n)
			return err
		},
		Value: func() any { return *set },
	}
}

// configFlags select the configuration file.
type configFlags struct {
	file string
	none bool
}

func (f *configFlags) add(flags *pflag.FlagSet) {
	flags.StringVar(&f.file, "config", "", "configuration `FILE` to use instead of the nearest mdwire.yaml")
	flags.BoolVar(&f.none, "no-config", false, "read no configuration file")
}

func (f *configFlags) check(cmd *cobra.Command) error {
	if f.none && f.file != "" {
		return usageError(cmd, "--config and --no-config exclude each other")
	}
	return nil
}

// find returns the configuration file for a folder, "" for none.
func (f configFlags) find(dir string) string {
	switch {
	case f.file != "":
		return f.file
	case f.none:
		return ""
	}
	return config.Find(dir)
}
