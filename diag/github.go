package diag

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// githubLimit is how many annotations of a severity GitHub shows for a step;
// it drops the others without a word.
const githubLimit = 10

var githubCommands = map[Severity]string{Error: "error", Warning: "warning", Info: "notice"}

// WriteGitHub prints workflow commands, which GitHub shows as annotations of
// a pull request's lines: the worst first, and how many more there are.
func WriteGitHub(w io.Writer, r *Report) error {
	buf := bufio.NewWriter(w)
	for _, s := range []Severity{Error, Warning, Info} {
		n := 0
		for i := range r.Findings {
			if d := &r.Findings[i]; d.Severity == s {
				if n++; n <= githubLimit {
					githubLine(buf, r, d)
				}
			}
		}
		if n > githubLimit {
			fmt.Fprintf(buf, "%d more with severity %s are not shown as annotations: GitHub takes %d of a step.\n", n-githubLimit, s, githubLimit)
		}
	}
	return buf.Flush()
}

func githubLine(w io.Writer, r *Report, d *Diagnostic) {
	fmt.Fprintf(w, "::%s file=%s", githubCommands[d.Severity], githubProperty.Replace(r.show(d.At.Path)))
	if at := d.At; at.Start.IsValid() {
		fmt.Fprintf(w, ",line=%d,endLine=%d", at.Start.Line, at.End.Line)
		if at.Start.Line == at.End.Line { // columns are refused where lines differ
			fmt.Fprintf(w, ",col=%d,endColumn=%d", at.Start.Column, at.End.Column)
		}
	}
	fmt.Fprintf(w, ",title=%s::%s\n", githubProperty.Replace(string(d.Code)), githubMessage.Replace(Printable(d.Message)))
}

// What GitHub's workflow commands escape, in messages and in properties.
var (
	githubMessage  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
