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
	report := func(code diag.Code, severity diag.Severity, at diag.Range, format string, args ...any) {
		list = append(list, diag.Diagnostic{Code: code, Severity: severity, At: at, Message: fmt.Sprintf(format, args...)})
		list[len(list)-1].SetPage(op.File)
	}
	for i := range op.Routes {
		r := &op.Routes[i]
		if r.Base == "" && r.Path.Prefix != "/" && len(r.Path.Segments) > 0 {
			report(diag.AssumedRoot, diag.Info, r.PathAt.In(r.At), "the path %q has no leading slash; assumed to be below the base URL", r.Path)
		}
		r.EachPart(func(_ int, p ir.Part, at diag.Range) {
			if p.IsParam() && (p.Form == ir.Bare || p.Form == ir.Colon) {
				report(diag.AssumedPlaceholder, diag.Warning, at, "the path has %q without braces; assumed to be a placeholder", p.String())
			}
		})
	}
	return list
}
