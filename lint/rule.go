// Package lint is the engine that applies rules to documentation pages. Pages,
// with the IR that the parser made of them, go in and diagnostics come out. The
// rules are in lint/rules; this package knows none of them, prints nothing and
// does not know the Go code that is generated from the pages.
package lint

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
)

// Rule is one check. A rule without Page and Tree is reported by the parser or
// by the generator and has only its manual here.
type Rule struct {
	// Code names the rule in reports, configurations and inline ignores.
	Code diag.Code
	// Severity is the severity of the rule's findings. A check may report a
	// milder one.
	Severity diag.Severity
	// Manual says what the rule finds, why it matters and how to fix it. The
	// first line is the summary.
	Manual string
	// Bad is a page with findings of the rule, each marked by « and »; Good is a
	// page without any. Both run as tests. Several files are separated by the
	// "-- path --" lines of txtar.
	Bad, Good string
	// Page checks one page.
	Page func(*Pass)
	// Tree checks all pages together, after Page has seen each of them.
	Tree func(*TreePass)
}

// unquote restores back-quotes, which Go's raw strings cannot hold: manuals and
// examples write two apostrophes for one back-quote and three apostrophes for
// the marker of a fence.
var unquote = strings.NewReplacer("'''", "```", "''", "`")

// Summary returns the first line of the manual.
func (r *Rule) Summary() string {
	line, _, _ := strings.Cut(r.ManualText(), "\n")
	return line
}

// ManualText returns the manual as Markdown.
func (r *Rule) ManualText() string { return unquote.Replace(strings.TrimSpace(r.Manual)) }

// BadText returns the bad example with its « and ».
func (r *Rule) BadText() string { return ExampleText(r.Bad) }

// GoodText returns the good example.
func (r *Rule) GoodText() string { return ExampleText(r.Good) }

// ExampleText returns the text of an example as a rule's source spells it.
func ExampleText(s string) string { return unquote.Replace(strings.TrimPrefix(s, "\n")) }

// Info describes the rule for the writers of reports.
func (r *Rule) Info() diag.RuleInfo {
	return diag.RuleInfo{Code: r.Code, Severity: r.Severity, Summary: r.Summary(), Manual: r.ManualText()}
}

// Catalog is a list of rules in the order of the manual.
type Catalog []*Rule

// Find returns the rule of a code, nil when there is none.
func (c Catalog) Find(code diag.Code) *Rule {
	for _, r := range c {
		if r.Code == code {
			return r
		}
	}
	return nil
}

// Names returns the names of the rules in order.
func (c Catalog) Names() []string {
	names := make([]string, len(c))
	for i, r := range c {
		names[i] = string(r.Code)
	}
	return names
}
