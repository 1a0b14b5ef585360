package ir

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
	File      string   `json:"file,omitempty"`
	Line      int      `json:"line"`
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
	Required   bool   `json:"required"`
}

type responseJSON struct {
	Status     int    `json:"status"`
	Type       string `json:"type,omitempty"`
	Collection bool   `json:"collection"`
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
		l.Routes = append(l.Routes, routeJSON{r.Method, r.Path.String(), r.Query, r.At.Start.Line})
	}
	for _, p := range op.Permissions {
		row := permissionJSON{p.Kind.String(), p.Supported(), p.Scopes(), p.leastScopes(), p.Context, "", p.At.Start.Line}
		if p.At.Path != op.File {
			row.File = p.At.Path
		}
		l.Permissions = append(l.Permissions, row)
	}
	for _, p := range op.Params {
		l.Params = append(l.Params, paramJSON{
			p.Name, p.In.String(), p.Type.Name, p.Type.Collection, p.Required, p.At.Start.Line,
		})
	}
	for _, r := range op.Responses {
		l.Responses = append(l.Responses, responseJSON{r.Status, r.Type.Name, r.Type.Collection})
	}
	for i := range op.Examples {
		if op.Examples[i].Request != nil {
			l.Examples = append(l.Examples, newExample(&op.Examples[i]))
		}
	}
	return l
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
		out.Properties = append(out.Properties, bodyPropertyJSON{p.Name, p.Type.Name, p.Type.Collection, p.Required})
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
