package parser

import (
	"path"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// reader reads one page.
type reader struct {
	*worker
	page      *page.Page
	file      string
	version   string
	namespace string
	diags     []diag.Diagnostic
	includes  int           // files read for this page's includes
	split     bool          // page is the part of one of several calls
	inner     []ir.Resource // the types that the bodies of operations describe
}

func (r *reader) read() result {
	r.page = unnumbered(r.page)
	translateHeadings(r.page)
	r.roles = sectionRoles(r.page, r.roles)
	r.checkIncludes()
	var res result
	versions := r.zoneVersions()
	if len(versions) == 0 {
		r.readInto(&res)
	}
	for _, v := range versions {
		r.version = v.version
		r.within(r.zonePart(v), func() { r.readInto(&res) })
	}
	if len(res.ops)+len(res.resources) > 0 {
		res.other = nil
	}
	res.diags = r.diags
	return res
}

// readInto adds what the page is, or a part of it, to the result.
func (r *reader) readInto(res *result) {
	kind := r.kind()
	common := r.common()
	if kind == otherPage {
		res.other = &common
		r.unreadExamples()
		return
	}
	r.namespace = r.readNamespace()
	r.lostTables()
	if kind == operationPage {
		res.ops = append(res.ops, r.operations(common)...)
		res.resources, r.inner = append(res.resources, r.inner...), nil
		return
	}
	res.resources = append(res.resources, r.resources(common)...)
}

func (r *reader) operation(common ir.Page) ir.Operation {
	op := ir.Operation{Page: common, Name: pageName(r.file), Namespace: r.namespace}
	op.Doc = r.description()
	op.Permissions = r.permissions()
	r.calls(&op)
	r.unknownContexts(&op)
	r.settleParams(&op)
	op.Params = r.params(&op)
	op.Options = r.options()
	op.Body = r.requestBody()
	op.Responses = r.responses(&op)
	op.Links = r.resourceLinks()
	r.checkSections(&op)
	r.strayTables()
	r.orphans()
	return op
}

// pageName returns the file name without ".md" or ".mdx".
func pageName(file string) string {
	name := file[strings.LastIndexByte(file, '/')+1:]
	return name[:len(name)-len(path.Ext(name))]
}
