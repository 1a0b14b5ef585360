// Command mdwire reads API reference pages written in Markdown and writes Go:
// a client, route handlers and tests made from the pages' own examples. It
// also lints the pages.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
)

// The exit statuses. They are part of the command's contract: scripts tell a
// page that is wrong from a tool that could not work.
const (
	exitOK       = 0
	exitFindings = 1 // the work was done and something was found
	exitFailed   = 2 // the work could not be done: usage, files
	exitInternal = 3 // a fault of mdwire itself
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the whole command, with nothing taken from the process but the
// working directory and the environment.
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

// errFindings ends a verb that did its work and found something wrong. The
// findings were printed; there is nothing to add.
var errFindings = errors.New("findings")

// guard runs the command and turns its end, a panic too, into an exit status.
func guard(stderr io.Writer, command func() error) (status int) {
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(stderr, "mdwire: internal fault: %v\n\n%s\n", fault, debug.Stack())
			fmt.Fprint(stderr, "This is a fault of mdwire, not of your pages; nothing was written after it.\n"+
				"Please report the text above with the command line, the output of \"mdwire version\"\n"+
				"and, where you can, the page that was read.\n")
			status = exitInternal
		}
	}()
	err := command()
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFindings):
		return exitFindings
	}
	fmt.Fprintf(stderr, "mdwire: %v\n", err)
	return exitFailed
}
