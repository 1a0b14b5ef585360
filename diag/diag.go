// Package diag holds findings: what a page says is wrong, and where. It is a
// leaf: it knows neither Markdown nor Go, and every other package may use it.
package diag

import (
	"cmp"
	"fmt"
)

// Severity says how much a finding matters. Its zero value is no severity.
type Severity int

// The severities, worst first.
const (
	Error Severity = iota + 1
	Warning
	Info
)

// String returns the severity's lower-case name, as reports spell it.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Info:
		return "info"
	}
	return fmt.Sprintf("severity(%d)", int(s))
}

// Pos is a place in a file. Offset counts bytes from 0; Line and Column count
// from 1, columns in characters (Unicode code points), as editors show them.
// The zero value is no place.
type Pos struct {
	Offset, Line, Column int
}

// IsValid reports whether p is a place.
func (p Pos) IsValid() bool { return p.Line > 0 }

// Range is a stretch of a file from Start up to, not including, End. Path is
// slash-separated and relative to the docs root.
type Range struct {
	Path       string
	Start, End Pos
}

// String returns the range in the form that editors and terminals can follow:
// path:line:column.
func (r Range) String() string {
	if !r.Start.IsValid() {
		return r.Path
	}
	return fmt.Sprintf("%s:%d:%d", r.Path, r.Start.Line, r.Start.Column)
}

// Diagnostic is one finding.
type Diagnostic struct {
	Code     Code // of the rule that reports it
	Severity Severity
	At       Range
	Message  string // one sentence that quotes the text and says what was expected
	// Page is the page that was being read when At lies in another file, an
	// include; empty otherwise.
	Page    string
	Related []Related
	Fixes   []Fix
}

// Related is a further place that explains a finding.
type Related struct {
	At      Range
	Message string
}

// Fix is a way to mend a finding. A safe fix keeps the page's meaning.
type Fix struct {
	Title string
	Safe  bool
	Edits []Edit
}

// Edit replaces the text of a range.
type Edit struct {
	At  Range
	New string
}

// Compare orders findings by path, place, rule and message, so that reports
// do not depend on the order of discovery.
func Compare(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.At.Path, b.At.Path),
		cmp.Compare(a.At.Start.Offset, b.At.Start.Offset),
		cmp.Compare(a.At.End.Offset, b.At.End.Offset),
		cmp.Compare(a.Code, b.Code),
		cmp.Compare(a.Message, b.Message),
		cmp.Compare(a.Page, b.Page),
	)
}

// Counts tells how many findings there are of each severity.
type Counts struct {
	Errors, Warnings, Infos int
}

// Count counts findings by severity.
func Count(ds []Diagnostic) Counts {
	var c Counts
	for _, d := range ds {
		switch d.Severity {
		case Error:
			c.Errors++
		case Warning:
			c.Warnings++
		case Info:
			c.Infos++
		}
	}
	return c
}
