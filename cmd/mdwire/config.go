package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/mdwire/mdwire/config"
)

func newConfig() *cobra.Command {
	var f configFlags
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Print the configuration in force",
		Long: `Print the configuration in force in the current folder, in the form of mdwire.yaml,
and the path of its file. Defaults are included; keys without a value or default are
omitted.`,
		Args: atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return printConfig(cmd, &f) },
	}
	f.add(cmd.Flags())
	return cmd
}

func printConfig(cmd *cobra.Command, f *configFlags) error {
	if err := f.check(cmd); err != nil {
		return err
	}
	cwd, err := os.Getwd()
	if err != nil {
		return err
	}
	set, err := loadSettings(relativeTo(cwd, f.find(cwd)))
	if err != nil {
		return err
	}
	from := "no " + config.File + ": these are the defaults"
	if set.file != "" {
		from = filepath.ToSlash(set.file)
	}
	if _, err := fmt.Fprintf(cmd.OutOrStdout(), "# %s\n", from); err != nil {
		return err
	}
	return config.Print(cmd.OutOrStdout(), set.keys)
}
