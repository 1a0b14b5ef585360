package parser

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/link"
)

// assemble joins the results in path order and links them.
func assemble(results []result, base []string) (*ir.Spec, []diag.Diagnostic) {
	spec, diags := gather(results)
	return spec, append(diags, link.Spec(spec, base)...)
}

func gather(results []result) (*ir.Spec, []diag.Diagnostic) {
	var ops, ress, others, ds int
	for i := range results {
		r := &results[i]
		ops += len(r.ops)
		ress += len(r.resources)
		if r.other != nil {
			others++
		}
		ds += len(r.diags)
	}
	spec := &ir.Spec{
		Operations: make([]ir.Operation, 0, ops), Resources: make([]ir.Resource, 0, ress), Others: make([]ir.Page, 0, others),
	}
	diags := make([]diag.Diagnostic, 0, ds)
	for i := range results {
		r := &results[i]
		spec.Operations = append(spec.Operations, r.ops...)
		spec.Resources = append(spec.Resources, r.resources...)
		if r.other != nil {
			spec.Others = append(spec.Others, *r.other)
		}
		diags = append(diags, r.diags...)
		results[i] = result{}
	}
	return spec, diags
}
