package diag

import (
	"encoding/xml"
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

// writeXML writes an XML document with its declaration.
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
