package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/mdwire/mdwire/config"
)

func newConfig() *cobra.Command {
	var f configFlags
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Print the configuration that is in force",
		Long: `Print the configuration that is in force in the current folder, as mdwire.yaml would say
it, and which file it comes from. What is not printed is not set.`,
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
		from = nameOf(set.file)
	}
	if _, err := fmt.Fprintf(cmd.OutOrStdout(), "# %s\n", from); err != nil {
		return err
	}
	return config.Print(cmd.OutOrStdout(), set.keys)
}
