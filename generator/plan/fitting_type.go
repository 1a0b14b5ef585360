package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// fittingRef returns the type of a response. If the page names none, or one that the
// example contradicts, it is another type that the page or the path names and that fits
// the example.
func (t *types) fittingRef(op *ir.Operation, answer *documentedAnswer, ref ir.TypeRef) ir.TypeRef {
	contradicted := t.isContradicted(ref.Name, answer)
	if ref.Name != "" && !contradicted {
		return t.linkText(op, answer, ref)
	}
	name := t.fittingType(op, answer.members, answer.promised.OtherType)
	switch {
	case name == "":
		return ref
	case contradicted:
		t.assumeResult(op, answer, diag.Warning, fmt.Sprintf("the example response has no property of the type %q that the page names; assumed to be %q, which fits the example", ref.Name, name))
	default:
		t.assumeResult(op, answer, diag.Info, fmt.Sprintf("the page names no type of the response; assumed to be %q, which fits the example", name))
	}
	ref.Name = name
	return ref
}

// linkText returns the type that the text of a link names if only that type fits the
// example, and otherwise ref, the target of the link.
func (t *types) linkText(op *ir.Operation, answer *documentedAnswer, ref ir.TypeRef) ir.TypeRef {
	text := answer.promised.OtherType
	if !t.fits(text, answer.members) || t.fits(ref.Name, answer.members) {
		return ref
	}
	t.assumeResult(op, answer, diag.Warning, fmt.Sprintf("the example response has properties that %q lacks, the target of the link; assumed to be %q, its text", ref.Name, text))
	ref.Name = text
	return ref
}

// fittingType returns the first type that fits an object: one of the given types, or
// one that the path of the operation names. It returns "" if there is none.
func (t *types) fittingType(op *ir.Operation, members []string, names ...string) string {
	for _, name := range append(names, t.pathTypes(op)...) {
		if t.fits(name, members) {
			return name
		}
	}
	return ""
}

// fits reports whether a documented type has several of the members of an object. Of
// five members, one may be unknown: examples have spelling mistakes.
func (t *types) fits(wire string, members []string) bool {
	known, unknown := 0, 0
	for _, member := range members {
		switch {
		case strings.Contains(member, "@"):
		case t.hasAnyCase(wire, member):
			known++
		default:
			unknown++
		}
	}
	return t.resources[wire] != nil && known > 1 && known >= 4*unknown
}

// hasAll reports whether a type has all members of an object.
func (t *types) hasAll(wire string, members []string) bool {
	return !slices.ContainsFunc(members, func(name string) bool { return !strings.Contains(name, "@") && !t.hasAnyCase(wire, name) })
}

// pathTypes returns the types that the last name in the path of an operation names in
// the singular or the plural. The one that it spells comes first.
func (t *types) pathTypes(op *ir.Operation) []string {
	segments := op.Routes[0].Path.Segments
	for len(segments) > 0 && !isName(segments[len(segments)-1]) {
		segments = segments[:len(segments)-1]
	}
	if len(segments) == 0 {
		return nil
	}
	last, _, _ := strings.Cut(segments[len(segments)-1].String(), "(")
	if t.byNumber == nil {
		t.byNumber = map[string][]string{}
		for wire := range t.resources {
			name := inNumber(lastPart(wire))
			t.byNumber[name] = append(t.byNumber[name], wire)
		}
	}
	list := slices.Sorted(slices.Values(t.byNumber[inNumber(last)]))
	if i := slices.IndexFunc(list, func(wire string) bool { return strings.EqualFold(lastPart(wire), last) }); i > 0 {
		list[0], list[i] = list[i], list[0]
	}
	return list
}

// inNumber returns a name in lower case and in the singular.
func inNumber(name string) string { return singular(strings.ToLower(name)) }
