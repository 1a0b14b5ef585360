package link

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// addLastSegment adds the placeholder to the path of a call that the path of its example
// has and the template lacks, if the page documents a required parameter of that name
// and no example matches the template. It returns what it assumed.
func addLastSegment(op *ir.Operation) []diag.Diagnostic {
	required := func(p ir.Param) bool { return p.In == ir.InQuery && p.Required }
	if len(op.Routes) != 1 || !slices.ContainsFunc(op.Params, required) {
		return nil
	}
	shown := onlyRequest(op)
	if shown == nil || op.Matches(shown) {
		return nil
	}
	whole, _ := ir.CutQuery(strings.TrimSpace(shown.URL))
	cut := strings.LastIndexByte(whole, '/')
	if cut < 0 {
		return nil
	}
	if _, _, ok := op.MatchRoute(shown.Method, whole[:cut]); !ok {
		return nil
	}
	for i := range op.Params {
		if name := op.Params[i].Name; required(op.Params[i]) && isPlaceholderOf(whole[cut+1:], name) {
			op.Params = slices.Clone(op.Params)
			op.Params[i].In = ir.InPath
			path := &op.Routes[0].Path
			path.Segments = append(slices.Clip(path.Segments), ir.Segment{Parts: []ir.Part{{Param: name}}})
			return []diag.Diagnostic{{
				Code: diag.AssumedPlaceholder, Severity: diag.Warning, At: shown.URLAt.In(shown.At),
				Message: fmt.Sprintf("the path of the example ends with %q, which the path template lacks; assumed to be part of it", whole[cut+1:]),
			}}
		}
	}
	return nil
}

// onlyRequest returns the request of the only example with the method of the call, nil
// if there are several.
func onlyRequest(op *ir.Operation) *ir.Request {
	var only *ir.Request
	for i := range op.Examples {
		if r := op.Examples[i].Request; r != nil && strings.EqualFold(r.Method, op.Routes[0].Method) {
			if only != nil {
				return nil
			}
			only = r
		}
	}
	return only
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
