package parser

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/lenient"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/permission"
	"github.com/mdwire/mdwire/parser/vocab"
)

// permissions reads every permission table of the page: those of its
// Permissions sections, and those in other sections that have the head of one.
// The text of the section is read when there is no table.
func (r *reader) permissions() []ir.Permission {
	pr := permission.Reader{Host: r, Page: r.page, Heads: &r.heads}
	for i := range r.page.Sections {
		role := r.roles[i]
		if role == vocab.SecExample || role == vocab.SecProperties {
			continue
		}
		pr.Section(&r.page.Sections[i], role == vocab.SecPermissions, r.contextOf(i))
	}
	if pr.Tables() == 0 {
		r.blocks(vocab.SecPermissions, func(b *page.Block) bool {
			pr.Prose(b)
			return true
		})
		r.noPermissionTable()
		if list := pr.Permissions(); len(list) > 0 {
			return list
		}
		return r.unreadTable()
	}
	return pr.Permissions()
}

// unreadTable returns a row that grants nothing for each kind of caller if a
// Permissions section has a table of another form, or an include that was not found.
// Without rows the call would seem to need no permissions.
func (r *reader) unreadTable() []ir.Permission {
	var list []ir.Permission
	r.blocks(vocab.SecPermissions, func(b *page.Block) bool {
		included := slices.ContainsFunc(r.page.Includes, func(i page.Include) bool {
			return b.Span.Start <= i.Span.Start && i.Span.End <= b.Span.End
		})
		if b.Table == nil && !included {
			return true
		}
		for _, kind := range []ir.PermissionKind{ir.DelegatedWork, ir.DelegatedPersonal, ir.Application} {
			list = append(list, ir.Permission{Kind: kind, Unread: true, At: r.page.Range(b.Span)})
		}
		return false
	})
	return list
}

// contextOf returns the heading that distinguishes a permission table from
// others: that of a sub-section of Permissions, or of the section that contains
// a second Permissions section.
func (r *reader) contextOf(i int) string {
	s := &r.page.Sections[i]
	if r.roles[i] != vocab.SecPermissions {
		return ""
	}
	if s.Slug != "permissions" && s.Slug != "prerequisites" {
		return page.OneLine(s.Text)
	}
	if s.Parent <= 0 || r.roles[s.Parent] == vocab.SecTitle || r.roles[s.Parent] == vocab.SecPermissions {
		return ""
	}
	return page.OneLine(r.page.Sections[s.Parent].Text)
}

func (r *reader) noPermissionTable() {
	at := r.titleSpan()
	if s := r.first(vocab.SecPermissions); s != nil {
		at = s.Span
	}
	r.report(diag.PermissionsTableMissing, diag.Error, at, "the page has no permissions table that can be read; expected rows for work accounts, personal accounts and applications")
}

// unknownContexts reports the permission tables for which the page does not say
// with certainty to which routes they apply.
func (r *reader) unknownContexts(op *ir.Operation) {
	if !op.HasPermissionContexts() {
		return
	}
	table := -1
	for _, s := range op.PermissionSets() {
		if !s.Guessed || s.Table == table {
			continue
		}
		table = s.Table
		of := "these permissions"
		if s.Context != "" {
			of = fmt.Sprintf("the permissions for %q", page.Clip(s.Context))
		}
		d := diag.Diagnostic{Code: diag.PermissionContextUnknown, Severity: diag.Info, At: s.At, Message: fmt.Sprintf(
			"it is not certain which routes %s are for, so %d of %d routes demand them together with other permissions", of, len(s.Routes), len(op.Routes))}
		d.SetPage(r.file)
		r.diags = append(r.diags, d)
	}
}

// Strings implements [permission.Host].
func (r *reader) Strings(n *page.Note, member string) []string {
	from := strings.IndexByte(n.Text, '{')
	if !n.JSON || from < 0 || !strings.Contains(n.Text, member) {
		return nil
	}
	var list []string
	eachMember(lenient.Read([]byte(n.Text[from:])).JSON, func(name, value []byte) bool {
		if string(name) == member {
			list = stringList(value)
		}
		return true
	})
	return list
}
