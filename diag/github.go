package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// githubLimit is how many annotations of one severity GitHub shows for a step. It
// drops the others silently.
const githubLimit = 10

var githubCommands = map[Severity]string{Error: "error", Warning: "warning", Info: "notice"}

// WriteGitHub prints workflow commands, which GitHub shows as annotations in a pull
// request: the worst first, and the number of those beyond the limit.
func WriteGitHub(w io.Writer, r *Report) error {
	buf := bufio.NewWriter(w)
	for _, s := range []Severity{Error, Warning, Info} {
		n := 0
		for i := range r.Diagnostics {
			if d := &r.Diagnostics[i]; d.Severity == s {
				if n++; n <= githubLimit {
					githubLine(buf, r, d)
				}
			}
		}
		if n > githubLimit {
			fmt.Fprintf(buf, "%d more with severity %s are not shown as annotations: GitHub shows %d for each step.\n", n-githubLimit, s, githubLimit)
		}
	}
	return buf.Flush()
}

func githubLine(w io.Writer, r *Report, d *Diagnostic) {
	fmt.Fprintf(w, "::%s file=%s", githubCommands[d.Severity], githubProperty.Replace(r.show(d.At.Path)))
	if at := d.At; at.Start.IsValid() {
		fmt.Fprintf(w, ",line=%d,endLine=%d", at.Start.Line, at.End.Line)
		if at.Start.Line == at.End.Line { // GitHub refuses columns if the lines differ
			fmt.Fprintf(w, ",col=%d,endColumn=%d", at.Start.Column, at.End.Column)
		}
	}
	fmt.Fprintf(w, ",title=%s::%s\n", githubProperty.Replace(string(d.Code)), githubMessage.Replace(Printable(d.Message)))
}

// Escapes of GitHub's workflow commands.
var (
	githubMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
