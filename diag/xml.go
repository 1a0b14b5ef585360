package diag

import (
	"encoding/xml"
	"fmt"
	"io"
)

type checkstyleReport struct {
	XMLName xml.Name         `xml:"checkstyle"`
	Version string           `xml:"version,attr"`
	Files   []checkstyleFile `xml:"file"`
}

type checkstyleFile struct {
	Name   string            `xml:"name,attr"`
	Errors []checkstyleError `xml:"error"`
}

type checkstyleError struct {
	Line     int    `xml:"line,attr"`
	Column   int    `xml:"column,attr"`
	Severity string `xml:"severity,attr"`
	Message  string `xml:"message,attr"`
	Source   string `xml:"source,attr"`
}

// WriteCheckstyle prints the XML format of Checkstyle, which many CI servers read.
func WriteCheckstyle(w io.Writer, r *Report) error {
	report := checkstyleReport{Version: "4.3"}
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		name := r.show(d.At.Path)
		if n := len(report.Files); n == 0 || report.Files[n-1].Name != name {
			report.Files = append(report.Files, checkstyleFile{Name: name})
		}
		f := &report.Files[len(report.Files)-1]
		f.Errors = append(f.Errors, checkstyleError{
			d.At.Start.Line, d.At.Start.Column, d.Severity.String(), Printable(d.Message), toolName + "." + string(d.Code),
		})
	}
	return writeXML(w, report)
}

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

func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
