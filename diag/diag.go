// Package diag defines diagnostics, which report a problem at a position in a page
// with an optional fix, and writes them in several formats. Messages for users call
// them findings. It knows neither Markdown nor Go, and every package may use it.
package diag

import (
	"cmp"
	"fmt"
)

// Severity is how serious a diagnostic is. The zero value is no severity.
type Severity int

// The severities, worst first.
const (
	Error Severity = iota + 1
	Warning
	Info
)

// String returns the severity's lower-case name.
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

// Pos is a position in a file. Offset counts bytes from 0. Line and Column count
// from 1; columns count characters (Unicode code points), as editors do. The zero
// value is no position.
type Pos struct {
	Offset, Line, Column int
}

// IsValid reports whether p is a position.
func (p Pos) IsValid() bool { return p.Line > 0 }

// Range is a part of a file from Start up to, but not including, End. Path is
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

// Diagnostic is a problem in a page.
type Diagnostic struct {
	Code     Code // of the rule that reports it
	Severity Severity
	At       Range
	Message  string // one sentence; it quotes the text and states the expectation
	// Page is the page that includes the file of At; "" if At is in the page itself.
	Page    string
	Related []Related
	Fixes   []Fix
}

// SetPage sets the page that d was found on, unless d is in the file of the page.
func (d *Diagnostic) SetPage(file string) {
	if d.At.Path != file {
		d.Page = file
	}
}

// File returns the page that d was found on.
func (d *Diagnostic) File() string { return cmp.Or(d.Page, d.At.Path) }

// Related is another position that explains a diagnostic.
type Related struct {
	At      Range
	Message string
}

// Fix is a change that resolves a diagnostic. A safe fix keeps the page's meaning.
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

// Compare orders diagnostics by path, position, rule and message, so that reports
// do not depend on the order in which they were found.
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

// Counts are the numbers of diagnostics by severity.
type Counts struct {
	Errors, Warnings, Infos int
}

// Count counts diagnostics by severity.
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
