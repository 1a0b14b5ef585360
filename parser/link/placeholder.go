package link

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// placeholders reads literals in the paths of an operation as placeholders: keys and
// arguments whose text says so, such as books('id') and view(from=from-value), and
// those for which the examples have other values.
func placeholders(op *ir.Operation) {
	if !slices.ContainsFunc(op.Routes, mayHavePlaceholder) {
		return
	}
	for i := range op.Routes {
		r := &op.Routes[i]
		if replaced, ok := replaceLiterals(r.Path, literal.isSample); ok {
			r.Path = replaced
		}
	}
	for i := range op.Examples {
		if req := op.Examples[i].Request; req != nil {
			shownPlaceholders(op, req)
		}
	}
}

// shownPlaceholders replaces the literals of a segment for one of which an example
// that matches no route has another value.
func shownPlaceholders(op *ir.Operation, req *ir.Request) {
	if op.Matches(req) {
		return
	}
	for i := range op.Routes {
		r := &op.Routes[i]
		if !strings.EqualFold(r.Method, req.Method) || !mayHavePlaceholder(*r) {
			continue
		}
		all, ok := replaceLiterals(r.Path, literal.mayStandIn)
		if !ok {
			continue
		}
		one := ir.Operation{Routes: []ir.Route{*r}}
		one.Routes[0].Path = all
		_, args, ok := one.MatchRoute(req.Method, req.URL)
		if !ok {
			continue
		}
		r.Path.Segments = slices.Clone(r.Path.Segments)
		for k, p := range all.Params() {
			if k < len(args) && args[k] != p.Name {
				r.Path.Segments[p.Segment] = all.Segments[p.Segment]
			}
		}
		return
	}
}

// mayHavePlaceholder reports whether a path has a key, an argument or a segment that
// may be read as a placeholder.
func mayHavePlaceholder(r ir.Route) bool {
	return slices.ContainsFunc(r.Path.Segments, func(s ir.Segment) bool {
		return slices.ContainsFunc(s.Parts, func(p ir.Part) bool {
			return strings.Contains(p.Literal, "(") || len(s.Parts) == 1 && isID(p.Literal)
		})
	})
}

// literal is a key, an argument of a function or a whole segment without a
// placeholder.
type literal struct {
	text      string // without quotes
	argument  string // name of the argument
	quoted    bool
	isSegment bool
}

// isSample reports whether a literal says that it is a placeholder: id and list-id as a
// key, from-value, or the name of the argument.
func (l literal) isSample() bool {
	switch {
	case l.isSegment:
		return false
	case l.argument == "":
		return isID(l.text)
	}
	return l.text == l.argument || l.text == l.argument+"Value" || strings.HasSuffix(l.text, "-value")
}

// mayStandIn reports whether a literal can be a placeholder if an example has another
// value.
func (l literal) mayStandIn() bool { return l.quoted || isID(l.text) }

// isID reports whether a word names an ID: id, list-id, list_id, listId.
func isID(word string) bool {
	for _, end := range []string{"-id", "_id", "Id", "ID"} {
		if rest, ok := strings.CutSuffix(word, end); ok && isWord(rest) {
			return true
		}
	}
	return strings.EqualFold(word, "id")
}

func isWord(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(c rune) bool {
		return c != '-' && c != '_' && (c|0x20 < 'a' || c|0x20 > 'z')
	})
}

// replaceLiterals makes placeholders of the literals of a path that is accepts.
func replaceLiterals(p ir.PathTemplate, is func(literal) bool) (ir.PathTemplate, bool) {
	changed := false
	segments := slices.Clone(p.Segments)
	for i, s := range segments {
		f, isCall := s.Function()
		switch {
		case isCall && len(f.Args) > 0:
			if parts, ok := replaceArguments(s, f, is); ok {
				segments[i], changed = ir.Segment{Parts: parts}, true
			}
		case i > 0 && len(s.Parts) == 1 && isID(s.Parts[0].Literal) && is(literal{text: s.Parts[0].Literal, isSegment: true}):
			segments[i], changed = ir.Segment{Parts: []ir.Part{{Param: s.Parts[0].Literal, Form: ir.Bare}}}, true
		}
	}
	return ir.PathTemplate{Prefix: p.Prefix, Segments: segments}, changed
}

// replaceArguments returns the parts of a call with placeholders for the literal
// values that is accepts.
func replaceArguments(s ir.Segment, f ir.Function, is func(literal) bool) ([]ir.Part, bool) {
	var parts []ir.Part
	rest, changed := s.Parts, false
	from := len(f.Name) + len("(") // values begin after this offset of rest[0]
	for _, a := range f.Args {
		if len(a.Value) != 1 || a.Value[0].IsParam() || !is(literal{text: a.Value[0].Literal, argument: a.Name, quoted: a.Quoted}) {
			continue
		}
		value := a.Value[0].Literal
		for len(rest) > 0 {
			at := valueAt(rest[0].Literal, from, a, value)
			if at < 0 { // in a later part
				parts, rest, from = append(parts, rest[0]), rest[1:], 0
				continue
			}
			text := rest[0].Literal
			parts = append(parts, ir.Part{Literal: text[:at]}, ir.Part{Param: value, Form: ir.Bare})
			rest = append([]ir.Part{{Literal: text[at+len(value):]}}, rest[1:]...)
			changed, from = true, 0
			break
		}
	}
	return append(parts, rest...), changed
}

// valueAt returns the offset of the value of an argument in a part of a call, -1 if
// the part does not have it after the offset from.
func valueAt(text string, from int, a ir.Argument, value string) int {
	for from <= len(text) {
		i := strings.Index(text[from:], value)
		if i < 0 {
			return -1
		}
		at := from + i
		after := text[at+len(value):]
		if beginsValue(text[:at], a) && after != "" && strings.IndexByte("',) ", after[0]) >= 0 {
			return at
		}
		from = at + 1
	}
	return -1
}

// beginsValue reports whether the value of an argument follows a text of a call.
func beginsValue(text string, a ir.Argument) bool {
	text = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(text, " '"), a.Cast), " ")
	if a.Name == "" {
		return strings.HasSuffix(text, "(") || strings.HasSuffix(text, ",")
	}
	text, ok := strings.CutSuffix(text, "=")
	return ok && strings.HasSuffix(strings.TrimRight(text, " "), a.Name)
}
