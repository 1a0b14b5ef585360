package diag

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Report is what a Writer prints: the findings and what a reader needs to
// follow them. Every field but Findings may be left empty.
type Report struct {
	Findings []Diagnostic
	// Show turns the path of a finding into the one that the reader can open;
	// nil shows paths as they are.
	Show func(path string) string
	// Source returns the bytes of a file by the path of a finding, for forms
	// that quote it; nil, or a nil answer, quotes nothing.
	Source func(path string) []byte
	// Color asks for terminal colours. Whether the reader is a terminal and
	// wants them is the caller's to know.
	Color bool
	// Rules describes the rules that Findings name, for forms that carry
	// their texts along, as SARIF does.
	Rules []RuleInfo
	// Below turns the path of a finding into the one below its docs root, for
	// forms whose paths may not be absolute; nil where they are that already.
	Below func(path string) string
	// Version is mdwire's own.
	Version string
}

// RuleInfo is what a report says of a rule.
type RuleInfo struct {
	Code     Code
	Severity Severity
	Summary  string
	Manual   string
}

// Writer prints a report in one form. A Writer keeps the order of the findings
// and writes nothing where there are none, unless its form has a frame.
type Writer func(w io.Writer, r *Report) error

// formats lists the writers by the name that a user asks for them with.
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

// Formats returns the names of the report forms.
func Formats() []string {
	var names []string
	for _, f := range formats {
		names = append(names, f.name)
	}
	return names
}

// WriterFor returns the writer of a form.
func WriterFor(format string) (Writer, error) {
	for _, f := range formats {
		if f.name == format {
			return f.write, nil
		}
	}
	hint := ""
	if near := Nearest(format, Formats()); near != "" {
		hint = fmt.Sprintf("; did you mean %q?", near)
	}
	return nil, fmt.Errorf("unknown format %q: want %s%s", format, Choice(Formats()), hint)
}

// Sort puts findings into the order of Compare and drops what is told twice.
func Sort(ds []Diagnostic) []Diagnostic {
	slices.SortStableFunc(ds, Compare)
	return slices.CompactFunc(ds, func(a, b Diagnostic) bool { return Compare(a, b) == 0 })
}

// show returns the path that the reader can open.
func (r *Report) show(path string) string {
	if r.Show == nil {
		return path
	}
	return r.Show(path)
}

// source returns the bytes of a file, nil where they are not to be had.
func (r *Report) source(path string) []byte {
	if r.Source == nil {
		return nil
	}
	return r.Source(path)
}

// Choice joins the words that one may be chosen of.
func Choice(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
