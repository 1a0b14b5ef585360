package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/page"
)

// ignore is a comment in a page that suppresses findings of a rule.
type ignore struct {
	rule   diag.Code
	reason string
	at     page.Span // the rule's name
	where  page.Span // the span it applies to; zero for the whole page
}

// ignoreText matches the text of such a comment: rules, then a reason.
var ignoreText = regexp.MustCompile(`^\s*mdwire-ignore[ \t]+([^:\n]+?)[ \t]*(?::\s*((?s:.*?))\s*)?$`)

// ignores returns the ignores of the page.
func (p *Subject) ignores() []ignore {
	var out []ignore
	above, next := true, 0
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Kind != page.Comment || b.Note == nil {
			above = false
			continue
		}
		if m := ignoreText.FindStringSubmatchIndex(b.Note.Text); m != nil {
			where := page.Span{}
			if !above {
				next = p.nextBlock(max(next, i))
				where = page.Span{Start: b.Span.Start, End: p.endOf(next)}
			}
			out = appendIgnores(out, b.Note.Text, m, b.Note.Body.Start, where)
		}
	}
	return out
}

// nextBlock returns the index of the first block from i on that is not a
// comment.
func (p *Subject) nextBlock(i int) int {
	for i < len(p.Blocks) && p.Blocks[i].Kind == page.Comment {
		i++
	}
	return i
}

func (p *Subject) endOf(block int) int {
	if block >= len(p.Blocks) {
		return len(p.Src)
	}
	return p.Blocks[block].Span.End
}

func appendIgnores(out []ignore, text string, m []int, base int, where page.Span) []ignore {
	reason := ""
	if m[4] >= 0 {
		reason = text[m[4]:m[5]]
	}
	from := m[2]
	for name := range strings.SplitSeq(text[m[2]:m[3]], ",") {
		lead := len(name) - len(strings.TrimLeft(name, " \t"))
		rule := strings.TrimSpace(name)
		s := page.Span{Start: base + from + lead, End: base + from + lead + len(rule)}
		from += len(name) + 1
		if rule != "" {
			out = append(out, ignore{diag.Code(rule), reason, s, where})
		}
	}
	return out
}

// pageIgnore is an ignore of a page and whether it was used.
type pageIgnore struct {
	ignore
	file string
	at   diag.Range
	used bool
}

// applyIgnores drops the diagnostics that the pages' ignores suppress and adds
// one for each ignore that is unused or malformed.
func (r *runner) applyIgnores(ds []diag.Diagnostic) []diag.Diagnostic {
	byFile := map[string][]*pageIgnore{}
	for i := range r.ignores {
		byFile[r.ignores[i].file] = append(byFile[r.ignores[i].file], &r.ignores[i])
	}
	kept := slices.DeleteFunc(ds, func(d diag.Diagnostic) bool {
		if d.Code == diag.IgnoreUnused {
			return false
		}
		drop := false
		for _, ig := range append(byFile[d.At.Path], byFile[d.Page]...) {
			if ig.suppresses(d) {
				ig.used, drop = true, true
			}
		}
		return drop
	})
	unused := r.rule(diag.IgnoreUnused)
	if unused == nil {
		return kept
	}
	for i := range r.ignores {
		ig := &r.ignores[i]
		if message := r.problem(ig); message != "" && r.selected(ig.file) {
			kept = append(kept, diag.Diagnostic{
				Code: unused.Code, Severity: unused.Severity, At: ig.at, Message: message,
			})
		}
	}
	return kept
}

// problem returns a message about an ignore that is unused or malformed, "" for
// others.
func (r *runner) problem(ig *pageIgnore) string {
	rule := r.opts.Rules.Find(ig.rule)
	switch {
	case rule == nil:
		return fmt.Sprintf("there is no rule %q%s", ig.rule, diag.DidYouMean(string(ig.rule), r.opts.Rules.Names()))
	case ig.reason == "":
		return fmt.Sprintf("the ignore comment for %q has no reason", ig.rule)
	case !ig.used && r.ran(rule, ig.file):
		return fmt.Sprintf("the ignore comment matches no finding of %s", ig.rule)
	}
	return ""
}

// suppresses reports whether an ignore applies to a diagnostic.
func (ig *pageIgnore) suppresses(d diag.Diagnostic) bool {
	if ig.rule != d.Code {
		return false
	}
	if ig.where.IsZero() {
		return true
	}
	return d.At.Path == ig.file && d.At.Start.Offset < ig.where.End && d.At.End.Offset >= ig.where.Start
}

// pageIgnores returns the page's ignores in the form that is kept until the end
// of the run.
func (p *Subject) pageIgnores() []pageIgnore {
	var out []pageIgnore
	for _, ig := range p.ignores() {
		out = append(out, pageIgnore{ignore: ig, file: p.Path, at: p.Range(ig.at)})
	}
	return out
}
