package permission

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/mdwire/mdwire/ir"
)

// cellScopes are the permissions in a cell.
type cellScopes struct {
	cases   []cellCase
	names   []string // all names in cell order
	joined  string   // a name that the cell has with a space for a dot
	left    string   // text that is not understood: the cell grants nothing
	tooMany bool     // more alternatives than ir.MaxAlternatives: the cell grants nothing
}

// cellCase is a list of a cell. Cells with several lists label each: "For users:
// A, B", or "A (for users)".
type cellCase struct {
	label  string
	groups [][]string // alternatives in cell order
	least  int        // how many of them are in the column of least privileged permissions
}

// readScopes reads a cell of permission names. Commas separate alternatives;
// the names of a group "A and B" are needed together. allNeeded is set when a
// footnote or a sentence says that all names of the cell are needed. A cell that
// is not understood completely has no cases.
func readScopes(cell string, allNeeded bool) cellScopes {
	if name := scopeName(cell); name != "" && plainCell(cell) {
		return cellScopes{names: []string{name}, cases: []cellCase{{groups: [][]string{{name}}}}}
	}
	var s scanner
	tokens := s.scan(cell, 0)
	c := cellScopes{names: s.names, joined: s.joined}
	for _, part := range splitCases(tokens) {
		if i := slices.IndexFunc(part.tokens, func(t token) bool { return t.kind == otherToken || t.kind == caseToken }); i >= 0 {
			return c.refuse(notUnderstood, part.tokens[i].text)
		}
		var groups alternatives
		if len(trimSeparators(part.tokens)) > 0 || part.label == "" {
			var fail failure
			if groups, fail = expression(part.tokens, allNeeded); fail != 0 {
				return c.refuse(fail, cell)
			}
		}
		c.cases = append(c.cases, cellCase{label: part.label, groups: groups})
	}
	return c
}

// plainCell reports whether a cell has no word or separator besides a name.
func plainCell(cell string) bool {
	for i := range len(cell) {
		if cell[i] >= utf8.RuneSelf || cell[i] == ' ' || cell[i] == '(' {
			return false
		}
	}
	return true
}

func (c cellScopes) refuse(reason failure, text string) cellScopes {
	c.cases, c.left, c.tooMany = nil, text, reason == tooMany
	return c
}

// only returns the list of a cell that has one, an empty list for others.
func (c cellScopes) only() cellCase {
	if len(c.cases) != 1 {
		return cellCase{}
	}
	return c.cases[0]
}

// higher adds the cell of higher privileged permissions. When one of the two
// cells is refused, the other one still grants its permissions.
func (c cellScopes) higher(h cellScopes) cellScopes {
	c.names = append(c.names, h.names...)
	for i := range c.cases {
		c.cases[i].least = len(c.cases[i].groups)
	}
	c.left += h.left
	switch {
	case len(c.cases) == 1 && len(h.cases) == 1 && c.cases[0].label == h.cases[0].label:
		c.cases[0].groups = slices.Concat(c.cases[0].groups, h.cases[0].groups)
	default:
		c.cases = append(c.cases, h.cases...)
	}
	return c
}

// setNames sets p.Names if the groups do not have the names in page order, each
// once, and reverses the groups when the page has the most privileged first.
func setNames(p *ir.Permission, names []string) {
	if !slices.Equal(slices.Concat(p.AnyOf...), names) {
		p.Names = names
	}
	if p.MostFirst {
		slices.Reverse(p.AnyOf)
	}
}

// casePart are the tokens of a list of a cell.
type casePart struct {
	label  string
	tokens []token
}

// splitCases splits the tokens of a cell at its labels. A label holds up to the
// next label; a remark holds for the name before it.
func splitCases(ts []token) []casePart {
	parts := []casePart{{}}
	for _, t := range ts {
		last := &parts[len(parts)-1]
		switch t.kind {
		case labelToken:
			parts = append(parts, casePart{label: t.text})
		case caseToken:
			parts = splitRemark(parts, t)
		default:
			last.tokens = append(last.tokens, t)
		}
	}
	if len(parts) > 1 && len(trimSeparators(parts[0].tokens)) == 0 {
		parts = parts[1:]
	}
	if len(parts) > 1 {
		parts = slices.DeleteFunc(parts, func(p casePart) bool { return p.label == "" && len(trimSeparators(p.tokens)) == 0 })
	}
	return parts
}

// splitRemark makes a list of the item before a remark: "A (for users)". When a
// label precedes it or the item has several names, the remark stays as a token,
// which is not understood.
func splitRemark(parts []casePart, remark token) []casePart {
	last := &parts[len(parts)-1]
	n := len(last.tokens)
	alone := n == 1 || n > 1 && (last.tokens[n-2].kind == commaToken || last.tokens[n-2].kind == lineToken)
	if last.label != "" || !alone || last.tokens[n-1].kind != nameToken {
		last.tokens = append(last.tokens, remark)
		return parts
	}
	name := last.tokens[n-1]
	last.tokens = last.tokens[:n-1]
	return append(parts, casePart{label: strings.Join(strings.Fields(remark.text), " "), tokens: []token{name}}, casePart{})
}
