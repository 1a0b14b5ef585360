package main

import (
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/mdwire/mdwire/config"
	"github.com/mdwire/mdwire/generate"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/lint/rules"
	"github.com/mdwire/mdwire/source"
)

// settings is the content of mdwire.yaml. Each command uses a part of it.
type settings struct {
	file     string // "" for none
	lint     *lint.Config
	docs     source.Location
	base     []string // the pages' words for the base URL
	generate generate.Config
	keys     []config.Key
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
	s.keys = append([]config.Key{s.docs.Key(base), source.BaseKey(&s.base), s.generate.Key(base)}, s.lint.Keys(rules.All, func(name string) ([]string, error) {
		list, err := config.ReadFile(config.Resolve(base, name))
		return strings.Split(string(list), "\n"), err
	})...)
	return s
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
		return usageError(cmd, "--config and --no-config cannot be used together")
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
