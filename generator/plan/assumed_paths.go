package plan

import (
	"fmt"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// assumedPaths reports what is assumed about the paths of an operation. In lint,
// rules about the form of paths report the same places.
func assumedPaths(op *ir.Operation) []diag.Diagnostic {
	var list []diag.Diagnostic
	for i := range op.Routes {
		r := &op.Routes[i]
		if r.Base == "" && r.Path.Prefix != "/" && len(r.Path.Segments) > 0 {
			list = append(list, diag.Diagnostic{
				Code: diag.AssumedRoot, Severity: diag.Info, At: r.PathAt.In(r.At), Page: pageOf(op, r.At),
				Message: fmt.Sprintf("the path %q has no leading slash; assumed to be below the base URL", r.Path),
			})
		}
		r.EachPart(func(_ int, p ir.Part, at diag.Range) {
			if p.IsParam() && (p.Form == ir.Bare || p.Form == ir.Colon) {
				list = append(list, diag.Diagnostic{
					Code: diag.AssumedPlaceholder, Severity: diag.Warning, At: at, Page: pageOf(op, at),
					Message: fmt.Sprintf("the path has %q without braces; assumed to be a placeholder", p.String()),
				})
			}
		})
	}
	return list
}

// pageOf returns the page of an operation for a finding in a file that it includes,
// "" for one on the page itself.
func pageOf(op *ir.Operation, at diag.Range) string {
	if at.Path == op.File {
		return ""
	}
	return op.File
}
