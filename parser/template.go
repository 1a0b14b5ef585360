package parser

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

var methods = []string{"GET", "POST", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS", "MERGE"}

// templates reads the lines of a fence as documented calls: method, space,
// path. When the fence is an example too, headers and a body may follow.
func (r *reader) templates(op *ir.Operation, f *page.Fence, example bool) {
	found := false
	for at := 0; at < len(f.Content); {
		end := at + lineLen(f.Content[at:])
		line := f.Content[at:end]
		next := min(end+1, len(f.Content))
		trimmed := strings.TrimSpace(line)
		if trimmed != "" && (trimmed[0] == '{' || trimmed[0] == '[') || found && example && trimmed == "" {
			break
		}
		if trimmed != "" {
			start := at + strings.Index(line, trimmed)
			found = r.templateLine(op, f, trimmed, start, found) || found
		}
		at = next
	}
}

func lineLen(s string) int {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return i
	}
	return len(s)
}

// templateLine reads one line and reports whether it is a call.
func (r *reader) templateLine(op *ir.Operation, f *page.Fence, line string, at int, found bool) bool {
	span := f.SourceSpan(at, at+len(line))
	n := methodLen(line)
	if n == 0 {
		r.otherLine(op, line, span, found)
		return false
	}
	method, rest := strings.ToUpper(line[:n]), line[n:]
	path := strings.TrimLeft(rest, " \t\u00a0")
	if strings.HasPrefix(path, "**") || strings.Contains(path, "** not found") {
		r.report(diag.GeneratorErrorLeaked, diag.Error, span, "%q is an error message of a page generator, not a path", page.Clip(line))
		return true
	}
	if path == "" || path == rest {
		r.report(diag.TemplateUnparseable, diag.Error, span, "%q is not a call; expected a method, a space and a path", page.Clip(line))
		if path == "" {
			return true
		}
	}
	pathAt := at + len(line) - len(path)
	r.route(op, f, method, cutHTTPVersion(path), pathAt, span)
	return true
}

// methodLen returns the length of the HTTP method at the start of a line, 0
// when there is none.
func methodLen(line string) int {
	n := 0
	for n < len(line) && vocab.IsLetter(line[n]) {
		n++
	}
	if n < 3 || !slices.Contains(methods, strings.ToUpper(line[:n])) {
		return 0
	}
	if n < len(line) && line[n] != ' ' && line[n] != '\t' && line[n] != '/' {
		return 0
	}
	return n
}

// otherLine reads a line of a template block that is not a call. A header
// becomes a parameter; "or" is ignored.
func (r *reader) otherLine(op *ir.Operation, line string, span page.Span, found bool) {
	name, value, ok := strings.Cut(line, ":")
	switch {
	case strings.EqualFold(line, "or"):
	case found && ok && vocab.IsName(name) && !strings.HasPrefix(value, "//"):
		p := ir.Param{Name: name, In: ir.InHeader, Doc: strings.TrimSpace(value), At: r.page.Range(span)}
		if !hasParam(op.Params, p) {
			op.Params = append(op.Params, p)
		}
	default:
		r.report(diag.TemplateUnparseable, diag.Error, span, "%q is not a call; expected a method, a space and a path", page.Clip(line))
	}
}

// cutHTTPVersion removes " HTTP/1.1" from the end of a line.
func cutHTTPVersion(path string) string {
	if i := strings.LastIndex(path, " HTTP/"); i > 0 && vocab.IsName("v"+strings.TrimSpace(path[i+6:])) {
		return strings.TrimRight(path[:i], " ")
	}
	return path
}

// route adds the route of a call in a fence. at is the offset of its URL.
func (r *reader) route(op *ir.Operation, f *page.Fence, method, text string, at int, span page.Span) {
	r.addRoute(op, method, text, span, func(start, end int) page.Span { return f.SourceSpan(at+start, at+end) })
}

// addRoute adds a route to an operation. text is its URL as written, with the query,
// and span is the call. place returns the span of a part of text.
func (r *reader) addRoute(op *ir.Operation, method, text string, span page.Span, place func(start, end int) page.Span) {
	path, query := ir.CutQuery(text)
	route := ir.Route{Method: method, Query: query, At: r.page.Range(span)}
	route.Base, path = splitBase(strings.TrimRight(path, " "))
	cut := len(route.Base)
	if path != "" {
		var faults []ir.PathFault
		route.Path, faults = ir.ParsePath(path)
		for _, fault := range faults {
			r.pathFault(fault, place(cut+fault.Start, cut+fault.End), path)
		}
	} else if !isAddress(route.Base) { // the address of a service, without a path
		route.Path, _ = ir.ParsePath("/")
	}
	route.PathAt = spanIn(r.page, route.At, place(cut, cut+len(path)))
	op.Routes = append(op.Routes, route)
}

// pathFault reports the faults that change the meaning of a path. Rules of the
// linter report faults of form.
func (r *reader) pathFault(f ir.PathFault, at page.Span, path string) {
	switch f.Kind {
	case ir.UnbalancedBrace, ir.UnbalancedAngle, ir.UnbalancedParen, ir.BlankInPath, ir.QuoteInBraces:
		r.report(diag.TemplateUnbalanced, diag.Error, at, "the path %q has an error at %q: %s", page.Clip(path), page.Clip(f.Text), f.Kind)
	case ir.DoubleSlash:
		r.report(diag.TemplateForm, diag.Warning, at, "the path %q has an empty segment; it is sent as it is", page.Clip(path))
	case ir.MissingSlash, ir.LoneDollar:
		r.report(diag.TemplateUnparseable, diag.Error, at, "the path %q has an error at %q: %s", page.Clip(path), page.Clip(f.Text), f.Kind)
	}
}

// splitBase cuts the base URL from the start of a documented URL without a query: the
// host and the version of an absolute URL, or a placeholder without a slash before
// it. A URL that is only a placeholder has no path.
func splitBase(u string) (base, path string) {
	i := strings.Index(u, "://")
	if i < 0 || i > len("https") {
		if n := placeholderLen(u); n > 0 && (n == len(u) || u[n] == '/') {
			return u[:n], u[n:]
		}
		return "", u
	}
	at := i + len("://")
	if n := placeholderLen(u[at:]); n > 0 {
		at += n
	}
	k := strings.IndexByte(u[at:], '/')
	if k < 0 {
		return u, ""
	}
	cut := at + k
	first := u[cut+1:]
	if n := strings.IndexByte(first, '/'); n >= 0 {
		first = first[:n]
	}
	if ir.IsVersion(first) {
		cut += 1 + len(first)
	}
	return u[:cut], u[cut:]
}

// placeholderLen returns the length of the placeholder that a text begins with, 0
// for none.
func placeholderLen(text string) int {
	for _, brackets := range [...][2]string{{"{{", "}}"}, {"${", "}"}, {"{", "}"}, {"<", ">"}} {
		if strings.HasPrefix(text, brackets[0]) {
			if i := strings.Index(text, brackets[1]); i >= 0 {
				return i + len(brackets[1])
			}
			return 0
		}
	}
	return 0
}

// isAddress reports whether a base URL is only a placeholder, as in
// "https://<upload URL>".
func isAddress(base string) bool {
	_, rest, ok := strings.Cut(base, "://")
	if !ok {
		rest = base
	}
	n := placeholderLen(rest)
	return n > 0 && n == len(rest)
}
