package parser

import (
	"slices"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/link"
)

// assemble joins the results in path order and links them.
func assemble(results []result, base []string) (*ir.Spec, []diag.Diagnostic) {
	spec, diags := gather(results)
	versionsFromURLs(spec)
	return spec, append(diags, link.Spec(spec, base)...)
}

// versionsFromURLs gives operations of pages without a version the one in their URLs,
// if other pages of the tree have zones for that version: a reference that keeps its
// versions on one page names them nowhere else.
func versionsFromURLs(spec *ir.Spec) {
	zoned := map[string]bool{}
	for i := 1; i < len(spec.Operations); i++ {
		if a, b := &spec.Operations[i-1], &spec.Operations[i]; a.File == b.File && a.Version != b.Version {
			zoned[a.Version], zoned[b.Version] = true, true
		}
	}
	if len(zoned) == 0 {
		return
	}
	for i := range spec.Operations {
		if op := &spec.Operations[i]; op.Version == "" && len(op.Routes) > 0 {
			_, version, _, _ := ir.SplitURL(op.Routes[0].Base)
			same := !slices.ContainsFunc(op.Routes, func(r ir.Route) bool { return r.Base != op.Routes[0].Base })
			if same && zoned[version] {
				op.Version = version
			}
		}
	}
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
