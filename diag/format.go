package diag

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// Writer prints a report in one format, in the order of the diagnostics. Without
// diagnostics it writes nothing, or an empty document if the format requires one.
type Writer func(w io.Writer, r *Report) error

// formats are the writers with their names for users.
var formats = []struct {
	name  string
	write Writer
}{
	{"text", WriteText},
	{"json", WriteJSON},
	{"sarif", WriteSARIF},
	{"github", WriteGitHub},
	{"rdjson", WriteRDJSON},
	{"checkstyle", WriteCheckstyle},
	{"junit", WriteJUnit},
}

// Formats returns the names of the report formats.
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// WriterFor returns the writer of a format.
func WriterFor(format string) (Writer, error) {
	for _, f := range formats {
		if f.name == format {
			return f.write, nil
		}
	}
	return nil, fmt.Errorf("unknown format %q: want %s%s", format, Choice(Formats()), DidYouMean(format, Formats()))
}

// Output is a report format and its destination.
type Output struct {
	Write Writer
	File  string // "" for standard output
}

// ParseOutputs reads outputs such as "text" or "sarif=mdwire.sarif". At most one
// may go to standard output. Without any, the output is text.
func ParseOutputs(list []string) ([]Output, error) {
	if len(list) == 0 {
		list = []string{"text"}
	}
	var outs []Output
	onScreen := ""
	for _, item := range list {
		format, file, named := strings.Cut(item, "=")
		write, err := WriterFor(format)
		switch {
		case err != nil:
			return nil, err
		case named && file == "":
			return nil, fmt.Errorf("--format %s= has no file name", format)
		case !named && onScreen != "":
			return nil, fmt.Errorf("--format %s and --format %s both go to standard output: write one to a file, %s=FILE", onScreen, format, format)
		case !named:
			onScreen = format
		}
		outs = append(outs, Output{write, file})
	}
	return outs, nil
}

// ToFiles returns the outputs that do not go to standard output.
func ToFiles(outs []Output) []Output {
	return slices.DeleteFunc(slices.Clone(outs), func(o Output) bool { return o.File == "" })
}

// WriteReport writes the report to the output's file, or to stdout if it has none.
func (o Output) WriteReport(stdout io.Writer, r *Report) error {
	if o.File == "" {
		return o.Write(stdout, r)
	}
	plain := *r
	plain.Color = false
	var buf bytes.Buffer
	if err := o.Write(&buf, &plain); err != nil {
		return err
	}
	return os.WriteFile(o.File, buf.Bytes(), 0o666)
}
