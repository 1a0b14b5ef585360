// Package permission reads the permissions of a call: tables of permission
// names, the cells of those tables, and prose where a page has no table. Tables
// may be in files that the page includes.
package permission

import (
	"slices"
	"sort"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// Host is the part of the page reader that reading permissions needs.
type Host interface {
	// Include returns the file that a directive of a page includes, nil when it
	// cannot be read, which it reports.
	Include(from *page.Page, in *page.Include, depth int) *page.Page
	// ReportIn records a finding in the page or in a file that it includes.
	ReportIn(in *page.Page, rule diag.Code, sev diag.Severity, at page.Span, format string, args ...any)
	// Strings returns a string or a list of strings in the JSON of a comment.
	Strings(n *page.Note, member string) []string
}

// Reader reads the permissions of one page. Its caller sets the exported
// fields, then calls Section for the page's sections in order.
type Reader struct {
	Host  Host
	Page  *page.Page
	Heads *vocab.Heads

	out    []ir.Permission
	info   []rowInfo // of each of out
	tables []tableInfo
	above  above
	notes  []footnote // of the current table

	// intro has the footnotes of a Permissions section without tables. They hold
	// for its sub-sections.
	intro      []footnote
	introLevel int
}

// Section reads the permission tables of a section. Outside a Permissions
// section, only a table with the head of one is read. context is the heading
// that distinguishes the section's table from others, "" for none.
func (r *Reader) Section(s *page.Section, permissions bool, context string) {
	if r.out == nil {
		r.out = make([]ir.Permission, 0, 3) // one for each kind
	}
	r.above = above{}
	if s.Level <= r.introLevel {
		r.intro, r.introLevel = nil, 0
	}
	r.section(r.Page, s, permissions, context, r.intro, 0)
}

// section reads the tables of a section. outer are the footnotes of the page that
// includes it.
func (r *Reader) section(pg *page.Page, s *page.Section, permissions bool, context string, outer []footnote, depth int) {
	var tables []int // the blocks of tables and of files that may have some
	for k := range s.Blocks {
		if b := &s.Blocks[k]; r.isTable(b, permissions) || b.Kind == page.Paragraph && permissions && hasInclude(pg, b) {
			tables = append(tables, k)
		}
	}
	if len(tables) == 0 && (!permissions || depth > 0) {
		return
	}
	notes := footnotes(s.Blocks)
	if len(tables) == 0 {
		r.intro, r.introLevel = append(notes, outer...), s.Level
		return
	}
	for k := range s.Blocks {
		b := &s.Blocks[k]
		if _, ok := slices.BinarySearch(tables, k); !ok {
			r.above.block(r, b)
			continue
		}
		r.notes = append(footnotesOf(notes, tables, k), outer...)
		if b.Kind == page.TableBlock {
			r.table(pg, b.Table, context)
			r.above = above{}
		} else {
			r.includes(pg, b, context, depth)
		}
	}
}

func (r *Reader) isTable(b *page.Block, permissions bool) bool {
	return b.Kind == page.TableBlock && (permissions && IsTable(b.Table, r.Heads) || HasHead(b.Table, r.Heads))
}

// firstInclude returns the index of the first include in or after a block.
func firstInclude(pg *page.Page, b *page.Block) int {
	return sort.Search(len(pg.Includes), func(i int) bool { return pg.Includes[i].Span.Start >= b.Span.Start })
}

// hasInclude reports whether there is an include in a block.
func hasInclude(pg *page.Page, b *page.Block) bool {
	i := firstInclude(pg, b)
	return i < len(pg.Includes) && pg.Includes[i].Span.Start < b.Span.End
}

// includes reads the files that a paragraph of the Permissions section
// includes. Newer pages keep their tables in such files.
func (r *Reader) includes(pg *page.Page, b *page.Block, context string, depth int) {
	notes := r.notes
	from := firstInclude(pg, b)
	for i := from; i < len(pg.Includes) && pg.Includes[i].Span.Start < b.Span.End; i++ {
		inc := r.Host.Include(pg, &pg.Includes[i], depth)
		if inc == nil {
			continue
		}
		for k := range inc.Sections {
			r.section(inc, &inc.Sections[k], true, context, notes, depth+1)
		}
	}
}

// Tables returns the number of permission tables read so far.
func (r *Reader) Tables() int { return len(r.tables) }

// Permissions returns the permissions in page order. The context is dropped
// when the page has only one table and it has only one context.
func (r *Reader) Permissions() []ir.Permission {
	if len(r.tables) == 1 && r.sameContext() {
		for i := range r.out {
			r.out[i].Context = ""
		}
	}
	r.settle()
	return r.out
}

func (r *Reader) sameContext() bool {
	for i := range r.out {
		if r.out[i].Context != r.out[0].Context {
			return false
		}
	}
	return true
}

// KindOf returns the kind of permissions that the label of a row or a column
// announces, 0 for none.
func KindOf(label string) ir.PermissionKind {
	switch label {
	case "Delegated (work or school account)":
		return ir.DelegatedWork
	case "Delegated (personal Microsoft account)":
		return ir.DelegatedPersonal
	case "Application":
		return ir.Application
	}
	l := strings.ToLower(label)
	switch {
	case vocab.Personal.In(l) && (vocab.Work.In(l) || vocab.Account.In(l)):
		return ir.DelegatedPersonal
	case vocab.Work.In(l):
		return ir.DelegatedWork
	case vocab.Application.Begins(l):
		return ir.Application
	}
	return 0
}

// isUnsupported reports whether a cell says that there is no permission.
func isUnsupported(cell string) bool {
	switch cell {
	case "Not supported.", "Not supported":
		return true
	}
	return vocab.Unsupported[strings.TrimRight(vocab.FoldBlanks(cell), " .。*")]
}
