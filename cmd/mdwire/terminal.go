package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/mdwire/mdwire/diag"
)

// wantsColor reports whether out is a terminal, and the user has not turned
// colors off (https://no-color.org).
func wantsColor(out io.Writer) bool {
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(out)
}

func isTerminal(out io.Writer) bool {
	f, ok := out.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// progress shows on a terminal that a tree is being checked, if that takes longer
// than a second. stop removes the message.
func progress(out io.Writer, root string) (stop func()) {
	if !isTerminal(out) {
		return func() {}
	}
	done, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		select {
		case <-done:
		case <-time.After(time.Second):
			fmt.Fprintf(out, "checking %s …", diag.Printable(root))
			<-done
			fmt.Fprint(out, "\r\x1b[K")
		}
	}()
	return func() {
		close(done)
		<-gone
	}
}
