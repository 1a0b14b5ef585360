package parser

import (
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
	includes  int // files read for this page's includes
}

func (r *reader) read() result {
	translateHeadings(r.page)
	r.roles = sectionRoles(r.page, r.roles)
	kind := r.kind()
	common := r.common()
	if kind != otherPage {
		r.namespace = r.readNamespace()
		r.lostTables()
	}
	r.checkIncludes()
	switch kind {
	case operationPage:
		ops := r.operations(common)
		return result{ops: ops, diags: r.diags}
	case resourcePage:
		return result{resources: r.resources(common), diags: r.diags}
	}
	return result{other: &common, diags: r.diags}
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

// pageName returns the file name without ".md".
func pageName(file string) string {
	name := file[strings.LastIndexByte(file, '/')+1:]
	return name[:len(name)-len(".md")]
}
