package parser

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/link"
)

// assemble joins the results in path order and links them.
func assemble(results []result) (*ir.Spec, []diag.Diagnostic) {
	spec, diags := gather(results)
	link.Spec(spec)
	return spec, diags
}

func gather(results []result) (*ir.Spec, []diag.Diagnostic) {
	var ops, ress, others, ds int
	for i := range results {
		switch r := &results[i]; {
		case r.op != nil:
			ops++
		case r.res != nil:
			ress++
		case r.other != nil:
			others++
		}
		ds += len(results[i].diags)
	}
	spec := &ir.Spec{
		Operations: make([]ir.Operation, 0, ops), Resources: make([]ir.Resource, 0, ress), Others: make([]ir.Page, 0, others),
	}
	diags := make([]diag.Diagnostic, 0, ds)
	for i := range results {
		switch r := &results[i]; {
		case r.op != nil:
			spec.Operations = append(spec.Operations, *r.op)
		case r.res != nil:
			spec.Resources = append(spec.Resources, *r.res)
		case r.other != nil:
			spec.Others = append(spec.Others, *r.other)
		}
		diags = append(diags, results[i].diags...)
		results[i] = result{}
	}
	return spec, diags
}
