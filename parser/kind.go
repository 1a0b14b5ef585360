package parser

import (
	"cmp"
	"fmt"
	"path"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/message"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/permission"
	"github.com/mdwire/mdwire/parser/vocab"
)

// version returns the API version in a path: a folder "beta", or "v" and
// digits, in lower case. It returns "" when there is none.
func version(file string) string {
	dir := path.Dir(file)
	for part := range strings.SplitSeq(dir, "/") {
		if ir.IsVersion(part) && part == strings.ToLower(part) {
			return part
		}
	}
	return ""
}

// folder returns the innermost folder that decides the kind of a page: "api",
// "resources" or "includes"; "" for none.
func folder(file string) string {
	kind := ""
	for part := range strings.SplitSeq(path.Dir(file), "/") {
		switch part {
		case "includes":
			return part
		case "api", "resources":
			kind = part
		}
	}
	return kind
}

func inResources(file string) bool { return folder(file) == "resources" }

type pageKind int

const (
	otherPage pageKind = iota + 1
	operationPage
	resourcePage
)

// kind returns the kind of the page. The folder counts more than doc_type,
// which is wrong on some pages of every tree. The sections decide when both are
// missing, and when doc_type contradicts the folder.
func (r *reader) kind() pageKind {
	doc := docType(r.page.Front.Get("doc_type"))
	switch folder(r.file) {
	case "includes":
		return otherPage
	case "api":
		return r.apiKind(doc)
	case "resources":
		return r.resourceKind(doc)
	}
	switch {
	case doc == apiDoc || doc == 0 && (r.has(vocab.SecRequest) || r.hasCallSections()):
		return operationPage
	case doc == resourceDoc || doc == 0 && r.looksLikeType():
		return resourcePage
	}
	return otherPage
}

func (r *reader) apiKind(doc docKind) pageKind {
	switch {
	case doc == apiDoc || r.has(vocab.SecRequest):
		return operationPage
	case r.looksLikeType():
		return resourcePage
	case doc == resourceDoc: // a wrong doc_type
		return operationPage
	case doc == 0 && (!isOverview(r.page.Front.Get("ms.topic")) && r.isAboutCall() || r.hasCallSections()):
		return operationPage // the request section has another heading, or is missing
	}
	return otherPage
}

// isOverview reports whether ms.topic names a kind of page that documents no call
// of its own.
func isOverview(topic string) bool {
	switch strings.ToLower(topic) {
	case "overview", "conceptual", "concept-article", "include", "landing-page":
		return true
	}
	return false
}

// isAboutCall reports whether the page has something that only pages of calls have:
// an HTTP message or a table of permissions.
func (r *reader) isAboutCall() bool {
	for i := range r.page.Blocks {
		b := &r.page.Blocks[i]
		if b.Table != nil && permission.IsTable(b.Table, &r.heads) {
			return true
		}
		if b.Fence == nil {
			continue
		}
		if kind := message.KindOf(b.Fence.Content); kind == message.Request || kind == message.Response {
			return true
		}
	}
	return false
}

// unreadExamples reports the requests with responses on a page that documents no
// operation, such as a guide. They may be the only documentation of their calls.
func (r *reader) unreadExamples() {
	if folder(r.file) == "includes" {
		return
	}
	pairs := 0
	var first, request *page.Block
	for i := range r.page.Blocks {
		b := &r.page.Blocks[i]
		if b.Fence == nil {
			continue
		}
		switch message.KindOf(b.Fence.Content) {
		case message.Request:
			request = b
		case message.Response:
			if request != nil {
				pairs++
				first, request = cmp.Or(first, request), nil
			}
		}
	}
	shown := "a request and its response"
	if pairs > 1 {
		shown = fmt.Sprintf("%d requests and their responses", pairs)
	}
	if pairs > 0 {
		r.report(diag.ExampleWithoutOperation, diag.Info, first.Span, "the page shows %s, but has no HTTP request section; it documents no operation", shown)
	}
}

func (r *reader) resourceKind(doc docKind) pageKind {
	switch {
	case doc == conceptDoc && titleName(r.pageTitle()) == "":
		return otherPage
	case r.looksLikeType(), doc != conceptDoc && titleName(r.pageTitle()) != "":
		return resourcePage
	case doc == apiDoc && r.has(vocab.SecRequest):
		return operationPage
	}
	return otherPage
}

// looksLikeType reports whether the page has something that only pages of types
// have: a table of properties or members, or a resource annotation.
func (r *reader) looksLikeType() bool {
	for i := range r.page.Blocks {
		b := &r.page.Blocks[i]
		if a := r.annotation(b.Note); a.is("resource") {
			return true
		}
		if b.Fence != nil && r.roles[b.Section] == vocab.SecJSON {
			return true
		}
		if b.Table == nil {
			continue
		}
		c := r.readColumns(b.Table)
		switch r.roles[b.Section] {
		case vocab.SecProperties, vocab.SecRelationships:
			if c.of != otherTable && (c.typ >= 0 || c.of != namedTable) {
				return true
			}
		case vocab.SecMembers, vocab.SecTitle, vocab.SecOther:
			if c.of == memberTable || c.of == propertyTable && c.typ >= 0 {
				return true
			}
		}
	}
	return false
}

type docKind int

const (
	apiDoc docKind = iota + 1
	resourceDoc
	conceptDoc
)

// docType reads doc_type in any letter case and with extra characters
// ("resourcePageType_", "enumTypes").
func docType(v string) docKind {
	v = strings.ToLower(v)
	switch {
	case strings.HasPrefix(v, "api"):
		return apiDoc
	case strings.HasPrefix(v, "resource"), strings.HasPrefix(v, "enum"):
		return resourceDoc
	case v != "":
		return conceptDoc
	}
	return 0
}

// withoutSite removes the names of the product and the site, which published
// pages have in their titles: "Get user - Product v1.0 | The Site".
func withoutSite(title string) string {
	i := strings.LastIndex(title, " | ")
	if i < 0 {
		return title
	}
	title = title[:i]
	if k := strings.LastIndex(title, " - "); k > 0 {
		title = title[:k]
	}
	return title
}

// common reads the parts that every page has.
func (r *reader) common() ir.Page {
	p := ir.Page{
		File: r.file, Version: r.version, DocType: r.page.Front.Get("doc_type"),
		Title: r.page.Front.Get("title"), At: r.page.Range(page.Span{}),
	}
	if i := r.titleSection(); i >= 0 {
		s := &r.page.Sections[i]
		if s.Text != "" {
			p.Title = page.OneLine(s.Text)
		}
		p.At = r.page.Range(s.Span)
	}
	p.Title = withoutSite(p.Title)
	return p
}
