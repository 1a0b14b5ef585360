package link

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// addLastSegment adds the placeholder to the path of a call that the paths of its examples
// have and the template lacks, if the page documents a required parameter of that name.
// It returns what it assumed.
func addLastSegment(op *ir.Operation) []diag.Diagnostic {
	required := func(p ir.Param) bool { return p.In == ir.InQuery && p.Required }
	if len(op.Routes) != 1 || !slices.ContainsFunc(op.Params, required) {
		return nil
	}
	segment, shown := segmentAfter(op)
	for i := range op.Params {
		name := op.Params[i].Name
		if !required(op.Params[i]) || !isPlaceholderOf(segment, name) {
			continue
		}
		op.Params = slices.Clone(op.Params)
		op.Params[i].In = ir.InPath
		path := &op.Routes[0].Path
		path.Segments = append(slices.Clip(path.Segments), ir.Segment{Parts: []ir.Part{{Param: name}}})
		return []diag.Diagnostic{{
			Code: diag.AssumedPlaceholder, Severity: diag.Warning, At: shown.URLAt.In(shown.At),
			Message: fmt.Sprintf("the path of the example ends with %q, which the path template lacks; assumed to be part of it", segment),
		}}
	}
	return nil
}

// segmentAfter returns the segment that the URLs of all examples of a call have after the
// path of its only route, with one of the requests; "" if they do not have the same.
func segmentAfter(op *ir.Operation) (segment string, shown *ir.Request) {
	for i := range op.Examples {
		r := op.Examples[i].Request
		if r == nil || !strings.EqualFold(r.Method, op.Routes[0].Method) {
			continue
		}
		whole, _ := ir.CutQuery(strings.TrimSpace(r.URL))
		cut := strings.LastIndexByte(whole, '/')
		if cut < 0 || op.Matches(r) || shown != nil && whole[cut+1:] != segment {
			return "", nil
		}
		if _, _, ok := op.MatchRoute(r.Method, whole[:cut]); !ok {
			return "", nil
		}
		if shown == nil {
			segment, shown = whole[cut+1:], r
		}
	}
	return segment, shown
}

// isPlaceholderOf reports whether a segment is a placeholder with a name.
func isPlaceholderOf(segment, name string) bool {
	for _, marks := range []string{"{}", "<>"} {
		inner, ok := strings.CutPrefix(segment, marks[:1])
		if inner, closed := strings.CutSuffix(inner, marks[1:]); ok && closed {
			return strings.EqualFold(inner, name)
		}
	}
	return false
}
