package ir

import "slices"

type operationLine struct {
	Kind        string           `json:"kind"`
	File        string           `json:"file"`
	Name        string           `json:"name"`
	Title       string           `json:"title,omitempty"`
	Namespace   string           `json:"namespace,omitempty"`
	Version     string           `json:"version,omitempty"`
	DocType     string           `json:"docType,omitempty"`
	Routes      []routeJSON      `json:"routes,omitempty"`
	Permissions []permissionJSON `json:"permissions,omitempty"`
	Params      []paramJSON      `json:"params,omitempty"`
	Body        *bodyJSON        `json:"body,omitempty"`
	Responses   []responseJSON   `json:"responses,omitempty"`
	Examples    []exampleJSON    `json:"examples,omitempty"`
}

type routeJSON struct {
	Method string `json:"method"`
	Base   string `json:"base,omitempty"`
	Path   string `json:"path"`
	Query  string `json:"query,omitempty"`
	Line   int    `json:"line"`
}

// permissionJSON is a row of a permission table. File is set when the row is in
// a file that the page includes.
type permissionJSON struct {
	Kind      string   `json:"kind"`
	Supported bool     `json:"supported"`
	Scopes    []string `json:"scopes,omitempty"`
	Least     int      `json:"least,omitempty"`
	Context   string   `json:"context,omitempty"`
	// AnyOf is set when the scopes are not alternatives that suffice alone.
	AnyOf [][]string `json:"anyOf,omitempty"`
	// Cases are the lists of a cell with several.
	Cases []caseJSON `json:"cases,omitempty"`
	// Unread is set when the row has words that are not understood.
	Unread bool `json:"unread,omitempty"`
	// Routes are the routes of the page that demand the permissions. It is
	// omitted when all do.
	Routes []string `json:"routes,omitempty"`
	File   string   `json:"file,omitempty"`
	Line   int      `json:"line"`
}

// caseJSON is a list of permissions with a label in a cell.
type caseJSON struct {
	Label  string     `json:"label"`
	AnyOf  [][]string `json:"anyOf,omitempty"`
	Routes []string   `json:"routes,omitempty"`
}

type paramJSON struct {
	Name       string `json:"name"`
	In         string `json:"in"`
	Type       string `json:"type,omitempty"`
	Collection bool   `json:"collection"`
	Required   bool   `json:"required"`
	Line       int    `json:"line"`
}

type bodyJSON struct {
	Type        string             `json:"type,omitempty"`
	Collection  bool               `json:"collection,omitempty"`
	ContentType string             `json:"contentType,omitempty"`
	Properties  []bodyPropertyJSON `json:"properties,omitempty"`
}

type bodyPropertyJSON struct {
	Name       string `json:"name"`
	Type       string `json:"type"`
	Collection bool   `json:"collection"`
	Map        bool   `json:"map,omitempty"`
	Required   bool   `json:"required"`
}

type responseJSON struct {
	Status     int    `json:"status,omitempty"`
	Type       string `json:"type,omitempty"`
	Collection bool   `json:"collection"`
	BodyKind   string `json:"bodyKind,omitempty"`
}

// exampleJSON is an example. Response is null when the page has none. Responses
// without a request, such as a second response, are omitted.
type exampleJSON struct {
	Name     string       `json:"name,omitempty"`
	Line     int          `json:"line"`
	Request  *requestJSON `json:"request"`
	Response *replyJSON   `json:"response"`
}

type requestJSON struct {
	Method   string      `json:"method"`
	URL      string      `json:"url"`
	Headers  [][2]string `json:"headers,omitempty"`
	BodyKind string      `json:"bodyKind"`
	Line     int         `json:"line,omitempty"`
}

type replyJSON struct {
	Status     int         `json:"status"`
	Reason     string      `json:"reason,omitempty"`
	Headers    [][2]string `json:"headers,omitempty"`
	Type       string      `json:"type,omitempty"`
	Collection bool        `json:"collection"`
	Truncated  bool        `json:"truncated"`
	BodyKind   string      `json:"bodyKind"`
	Line       int         `json:"line"`
}

func newOperationLine(op *Operation) operationLine {
	l := operationLine{
		Kind: "operation", File: op.File, Name: op.Name, Title: op.Title,
		Namespace: op.Namespace, Version: op.Version, DocType: op.DocType, Body: newBody(op.Body),
	}
	for _, r := range op.Routes {
		l.Routes = append(l.Routes, routeJSON{r.Method, r.Base, r.Path.String(), r.Query, r.At.Start.Line})
	}
	l.Permissions = newPermissions(op)
	for _, p := range op.Params {
		l.Params = append(l.Params, paramJSON{
			p.Name, p.In.String(), p.Type.Name, p.Type.Collection, p.Required, p.At.Start.Line,
		})
	}
	for _, r := range op.Responses {
		l.Responses = append(l.Responses, responseJSON{r.Status, r.Type.Name, r.Type.Collection, r.Body.String()})
	}
	for i := range op.Examples {
		if op.Examples[i].Request != nil {
			l.Examples = append(l.Examples, newExample(&op.Examples[i]))
		}
	}
	return l
}

// newPermissions returns the rows. The lists of a cell are one row.
func newPermissions(op *Operation) []permissionJSON {
	var rows []permissionJSON
	routes := op.permissionRoutes()
	for i := range op.Permissions {
		p := &op.Permissions[i]
		row := permissionJSON{
			Kind: p.Kind.String(), Supported: p.Supported(), Scopes: p.Scopes(), Least: p.leastScopes(),
			Context: p.Context, Unread: p.Unread, Routes: op.routeNames(routes[i]), Line: p.At.Start.Line,
		}
		if p.At.Path != op.File {
			row.File = p.At.Path
		}
		one := caseJSON{p.Case, p.AnyOf, row.Routes}
		if p.Case != "" {
			row.Routes, row.Cases = nil, []caseJSON{one}
		} else if slices.ContainsFunc(p.AnyOf, func(group []string) bool { return len(group) > 1 }) {
			row.AnyOf = p.AnyOf
		}
		if i > 0 && p.sameCell(&op.Permissions[i-1]) {
			last := &rows[len(rows)-1]
			last.Supported, last.Scopes = last.Supported || row.Supported, append(slices.Clip(last.Scopes), row.Scopes...)
			last.Least, last.Cases = last.Least+row.Least, append(last.Cases, one)
			continue
		}
		rows = append(rows, row)
	}
	return rows
}

// sameCell reports whether q is the list before p in one cell.
func (p *Permission) sameCell(q *Permission) bool {
	return p.Case != "" && p.Kind == q.Kind && p.Context == q.Context && p.At == q.At
}

// routeNames returns routes as text, nil for all routes.
func (op *Operation) routeNames(routes []int) []string {
	if len(routes) == len(op.Routes) {
		return nil
	}
	var list []string
	for _, r := range routes {
		list = append(list, op.Routes[r].Method+" "+op.Routes[r].Path.String())
	}
	return list
}

// leastScopes counts the names in the "least privileged" column. The format
// counts each name of a group.
func (p Permission) leastScopes() int {
	n := 0
	for _, group := range p.AnyOf[:min(p.Least, len(p.AnyOf))] {
		n += len(group)
	}
	return n
}

func newBody(b *Body) *bodyJSON {
	if b == nil {
		return nil
	}
	out := &bodyJSON{Type: b.Type.Name, Collection: b.Type.Collection, ContentType: b.ContentType}
	for _, p := range b.Properties {
		out.Properties = append(out.Properties, bodyPropertyJSON{p.Name, p.Type.Name, p.Type.Collection, p.Type.Map, p.Required})
	}
	return out
}

func newExample(e *Example) exampleJSON {
	out := exampleJSON{Name: e.Name, Line: e.At.Start.Line}
	if r := e.Request; r != nil {
		out.Request = &requestJSON{r.Method, r.URL, r.pairs(), r.Kind.String(), r.At.Start.Line}
	}
	if r := e.Response; r != nil {
		out.Response = &replyJSON{
			r.Status, r.Reason, r.pairs(), r.Declared, r.Type.Collection, r.Truncated, r.Kind.String(), r.At.Start.Line,
		}
	}
	return out
}

func (m Message) pairs() [][2]string {
	var out [][2]string
	for _, h := range m.Headers {
		out = append(out, [2]string{h.Name, h.Value})
	}
	return out
}
