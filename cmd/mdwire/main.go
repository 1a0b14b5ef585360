// Command mdwire reads API reference pages written in Markdown and writes Go:
// a client, route handlers and tests from the pages' examples. It also lints the
// pages.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
)

// The exit statuses, on which scripts depend.
const (
	exitOK          = 0
	exitDiagnostics = 1 // success, with diagnostics
	exitFailed      = 2 // wrong usage, or an I/O error
	exitInternal    = 3 // a bug in mdwire
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run runs the command. From the process it uses only the working directory and the
// environment.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	return guard(stderr, func() error {
		root := newRoot()
		root.SetArgs(args)
		root.SetIn(stdin)
		root.SetOut(stdout)
		root.SetErr(stderr)
		return root.Execute()
	})
}

// errDiagnostics is returned by a command that has printed diagnostics, for exit status 1.
var errDiagnostics = errors.New("findings")

// guard runs the command and returns its exit status, also after a panic.
func guard(stderr io.Writer, command func() error) (status int) {
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(stderr, "mdwire: internal error: %v\n\n%s\n", fault, debug.Stack())
			fmt.Fprint(stderr, "This is a bug in mdwire, not in your pages; nothing was written after it.\n"+
				"Please report the text above with the command line, the output of \"mdwire version\"\n"+
				"and, if possible, the page that was read.\n")
			status = exitInternal
		}
	}()
	err := command()
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errDiagnostics):
		return exitDiagnostics
	}
	fmt.Fprintf(stderr, "mdwire: %v\n", err)
	return exitFailed
}
