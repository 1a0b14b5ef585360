package diag

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

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
