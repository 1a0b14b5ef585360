package diag

import (
	"encoding/xml"
	"fmt"
	"io"
)

type junitReport struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Class   string       `xml:"classname,attr"`
	Name    string       `xml:"name,attr"`
	File    string       `xml:"file,attr,omitempty"`
	Failure *junitFailed `xml:"failure"`
}

type junitFailed struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// WriteJUnit prints diagnostics as failed tests, with a suite for each file. Without
// diagnostics it prints one passed test, because servers reject a report without
// tests.
func WriteJUnit(w io.Writer, r *Report) error {
	report := junitReport{Tests: len(r.Diagnostics), Failures: len(r.Diagnostics)}
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		name := r.show(d.At.Path)
		if n := len(report.Suites); n == 0 || report.Suites[n-1].Name != name {
			report.Suites = append(report.Suites, junitSuite{Name: name})
		}
		s := &report.Suites[len(report.Suites)-1]
		s.Tests, s.Failures = s.Tests+1, s.Failures+1
		s.Cases = append(s.Cases, junitCase{
			Class: name, Name: fmt.Sprintf("%s %d:%d", d.Code, d.At.Start.Line, d.At.Start.Column), File: name,
			Failure: &junitFailed{Type: d.Severity.String(), Message: Printable(d.Message), Text: place(r, d.At)},
		})
	}
	if len(r.Diagnostics) == 0 {
		report.Tests = 1
		report.Suites = []junitSuite{{Name: toolName, Tests: 1, Cases: []junitCase{{Class: toolName, Name: "no findings"}}}}
	}
	return writeXML(w, report)
}
