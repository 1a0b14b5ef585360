package diag

import (
	"slices"
	"strings"
)

// Report is the input of a Writer. All fields except Diagnostics are optional.
type Report struct {
	Diagnostics []Diagnostic
	// Show turns the path of a diagnostic into one that the reader can open. nil
	// keeps paths unchanged.
	Show func(path string) string
	// Source returns the content of a file by the path of a diagnostic, for formats
	// that quote it. If Source or its result is nil, nothing is quoted.
	Source func(path string) []byte
	// Color turns on terminal colors. The caller checks whether the output is a
	// terminal.
	Color bool
	// Rules describes the rules of the diagnostics, for formats that include their
	// texts, such as SARIF.
	Rules []RuleInfo
	// Below turns the path of a diagnostic into the path below its docs root, for
	// formats that do not allow absolute paths. nil keeps paths unchanged.
	Below func(path string) string
	// Version is mdwire's version.
	Version string

	// Of Add, by the path that is shown.
	trees map[string]Files
	below map[string]string // path below the root of its tree
}

// RuleInfo describes a rule in a report.
type RuleInfo struct {
	Code     Code
	Severity Severity
	Summary  string
	Manual   string
}

// Sort sorts diagnostics by Compare and removes duplicates.
func Sort(ds []Diagnostic) []Diagnostic {
	slices.SortStableFunc(ds, Compare)
	return slices.CompactFunc(ds, func(a, b Diagnostic) bool { return Compare(a, b) == 0 })
}

// show returns a path that the reader can open.
func (r *Report) show(path string) string {
	if r.Show == nil {
		return path
	}
	return r.Show(path)
}

// source returns the content of a file, nil if it is not available.
func (r *Report) source(path string) []byte {
	if r.Source == nil {
		return nil
	}
	return r.Source(path)
}

// Choice joins alternatives: "a, b or c".
func Choice(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}
