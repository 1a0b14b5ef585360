// Package lint checks pages. Pages and what was read from them go in, findings
// come out; it prints nothing, decides no exit status and knows no Go code that
// is made from the pages.
package lint

import (
	"strings"

	"github.com/mdwire/mdwire/diag"
)

// Rule is one thing that pages are checked for. A rule without Page and Tree
// is one that the parser reports while it reads; its manual still stands here.
type Rule struct {
	// Code names the rule in reports, configurations and inline ignores.
	Code diag.Code
	// Severity is that of the rule's findings, unless a check has a reason to
	// report a milder one.
	Severity diag.Severity
	// Manual says what the rule finds, why that matters and how to mend it.
	// Its first line is the summary.
	Manual string
	// Bad is a page that the rule finds fault with, each fault between « and
	// »; Good is one that it is content with. Both run as tests. Several files
	// are parted by txtar's "-- path --" lines.
	Bad, Good string
	// Complete says that the rule's check finds all that the parser notes under
	// its name, and knows better what to leave out.
	Complete bool
	// Page checks one page.
	Page func(*Pass)
	// Tree checks what needs all pages.
	Tree func(*TreePass)
}

// unquote stands in for the back-quote, which Go's raw strings cannot hold:
// manuals and examples write ” for ` (as two apostrophes) and three of them
// for the mark of a fence.
var unquote = strings.NewReplacer("'''", "```", "''", "`")

// Summary returns the first line of the manual.
func (r *Rule) Summary() string {
	line, _, _ := strings.Cut(r.ManualText(), "\n")
	return line
}

// ManualText returns the manual as Markdown.
func (r *Rule) ManualText() string { return unquote.Replace(strings.TrimSpace(r.Manual)) }

// BadText returns the bad example, marks included.
func (r *Rule) BadText() string { return ExampleText(r.Bad) }

// GoodText returns the good example.
func (r *Rule) GoodText() string { return ExampleText(r.Good) }

func ExampleText(s string) string { return unquote.Replace(strings.TrimPrefix(s, "\n")) }

// Info describes the rule to writers of reports.
func (r *Rule) Info() diag.RuleInfo {
	return diag.RuleInfo{Code: r.Code, Severity: r.Severity, Summary: r.Summary(), Manual: r.ManualText()}
}

// Catalog is a list of rules in the order in which a manual lists them.
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
