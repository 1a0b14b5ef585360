// Package ir holds the content of reference pages: operations, routes,
// permissions, examples, resources. It is data with pure methods. It knows
// neither Markdown, from which it is read, nor Go, which is generated from it.
package ir

import (
	"iter"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
)

// Spec is the content of a docs tree, in path order. Each page has elements in
// exactly one of the three slices: nearly always one, but an operation for each
// call that it documents, and an operation or resource for each version. Parts
// refer to each other by name and not by pointer, so that a Spec can be compared,
// printed and cached.
type Spec struct {
	Operations []Operation
	Resources  []Resource
	Others     []Page
}

// Versions returns the API versions of the pages, sorted. "" means pages
// without a version.
func (s *Spec) Versions() []string {
	var vs []string
	for i := range s.Operations {
		vs = append(vs, s.Operations[i].Version)
	}
	for i := range s.Resources {
		vs = append(vs, s.Resources[i].Version)
	}
	slices.Sort(vs)
	return slices.Compact(vs)
}

// Resource returns the resource of a version by its qualified name, in the
// exact spelling; nil if no page documents it.
func (s *Spec) Resource(version, name string) *Resource {
	for i := range s.Resources {
		if r := &s.Resources[i]; r.Name == name && r.Version == version {
			return r
		}
	}
	return nil
}

// Routes yields the routes of all operations, each with its operation.
func (s *Spec) Routes() iter.Seq2[*Operation, *Route] {
	return func(yield func(*Operation, *Route) bool) {
		for i := range s.Operations {
			op := &s.Operations[i]
			for k := range op.Routes {
				if !yield(op, &op.Routes[k]) {
					return
				}
			}
		}
	}
}

// Page is the part that every page has.
type Page struct {
	File    string // slash-separated path below the docs root
	Version string // "v1.0", "beta"; "" when the path names none
	DocType string // doc_type of the front matter, as written
	Title   string // the heading, or the title in the front matter
	Doc     string // the description: plain text, with a blank line between paragraphs
	At      diag.Range
}

// Operation is one documented call.
type Operation struct {
	Page
	// Name is the file name without ".md" or ".mdx"; on a page that documents several calls,
	// "#" and the anchor of the call's heading follow. It is the stable key of the
	// operation within its version.
	Name        string
	Namespace   string // as in "microsoft.graph"; "" when the page states none
	Routes      []Route
	Permissions []Permission
	Params      []Param
	// Options are the OData query options, such as "$select", that the section
	// about query parameters names, in tables or in prose.
	Options []string
	Body    *Body // nil when the page documents none
	// Responses are the responses that the Response section names. If it names no
	// successful one, they begin with those of the examples: the section's text
	// precedes the status lines of examples, which precede their annotations.
	Responses []Response
	Examples  []Example
	// Links are the resource pages that the description, request body and
	// response sections link to, as type names, in page order.
	Links []string
}

// Route is a line of an HTTP request section.
type Route struct {
	Method string // upper case
	// Base is the text before Path that belongs to the base URL of the service:
	// "https://api.contoso.com/v1.0", "{siteUrl}", "servicePrefix". It is "" for a
	// path alone.
	Base string
	// Path has no Prefix and no segments if the whole URL is known only at run time:
	// the page has a placeholder for it.
	Path   PathTemplate
	Query  string // the text after "?" in the line, as written
	At     diag.Range
	PathAt Span // Path in At, without a base URL and a query
}

// IsRuntime reports whether the URL of the call is known only at run time.
func (r *Route) IsRuntime() bool {
	return r.Base != "" && r.Path.Prefix == "" && len(r.Path.Segments) == 0
}

// PermissionKind is the kind of caller: a person with a work or school account,
// a person with a personal account, or the application itself.
type PermissionKind int

// The kinds of permission, in the order of the pages' tables.
const (
	DelegatedWork PermissionKind = iota + 1
	DelegatedPersonal
	Application
)

// String returns the kind's name in mdwire's JSON.
func (k PermissionKind) String() string {
	switch k {
	case DelegatedWork:
		return "delegatedWork"
	case DelegatedPersonal:
		return "delegatedPersonal"
	case Application:
		return "application"
	}
	return ""
}

// Permission is a row of a permission table.
type Permission struct {
	Kind PermissionKind
	// AnyOf lists the alternatives, least privileged first. Each is a group of
	// permissions that are needed together, nearly always one. It is empty when
	// the call does not support the kind.
	AnyOf [][]string
	// Open is set when the page has a placeholder instead of permissions: the
	// permissions of the kind are not known.
	Open bool
	// Unread is set when the words of a cell of the row are not understood. The
	// cell grants nothing: AnyOf has no permission of it, only Names has them.
	Unread bool
	// Parent is set for a row without permissions above rows of workflows, which
	// have those of the kind.
	Parent bool
	// Names are the names of the row in page order when AnyOf does not have them
	// in that order, each once: "one from A, B with one from C, D". Otherwise it
	// is empty.
	Names []string
	// Least is the number of alternatives in the "least privileged" column, 0
	// when the table has no such column.
	Least int
	// MostFirst is set when the page lists the most privileged permission
	// first. AnyOf has the reverse order then.
	MostFirst bool
	// Context distinguishes tables or rows when a page has several: the heading
	// or the paragraph above the table, the label of the row, the column's head.
	Context string
	// Case is the label of the list in a cell with several: "For users". Such a
	// cell makes several permissions of one row.
	Case string
	// Table is the index of the table on the page.
	Table int
	// Subjects are the statements of the page about the routes of the permissions.
	// All of them hold.
	Subjects []Subject
	At       diag.Range
	// Mentions are the positions of the names, in page order.
	Mentions []Mention
}

// Mention is a place where a page names a permission.
type Mention struct {
	Name string
	At   Place // in the At of the Permission
}

// Supported reports whether the row names a permission.
func (p Permission) Supported() bool { return len(p.AnyOf) > 0 || p.Unread && len(p.Names) > 0 }

// Scopes returns the permission names of the row in page order.
func (p Permission) Scopes() []string {
	if len(p.Names) > 0 {
		return p.Names
	}
	groups := p.AnyOf
	if p.MostFirst {
		groups = slices.Clone(groups)
		slices.Reverse(groups)
	}
	return slices.Concat(groups...)
}

// TypeRef names a primitive type ("Edm.String") or a documented type by its
// qualified name ("microsoft.graph.user"). The zero value means no type.
type TypeRef struct {
	Name       string
	Collection bool // a list of such values
	Map        bool // an object whose members, of any name, are such values
}

// ParamPlace is the place of a parameter in a request.
type ParamPlace int

// The places of a parameter.
const (
	InPath ParamPlace = iota + 1
	InQuery
	InHeader
)

// String returns the place's name in mdwire's JSON.
func (p ParamPlace) String() string {
	switch p {
	case InPath:
		return "path"
	case InQuery:
		return "query"
	case InHeader:
		return "header"
	}
	return ""
}

// Param is a documented parameter: a row of a table of function parameters,
// query parameters or headers.
type Param struct {
	Name     string
	In       ParamPlace
	Type     TypeRef
	Required bool
	Optional bool // the page says that it is optional
	Doc      string
	At       diag.Range
}

// Body is the documentation of a request body.
type Body struct {
	Type        TypeRef    // the documented type; zero when the page lists only properties
	TypeAt      diag.Range // the paragraph that names Type
	ContentType string     // as in "application/json"
	Bytes       bool       // the section says that the body is bytes, and names no type
	Properties  []Property
	Doc         string
	At          diag.Range
}

// Response is a documented response.
type Response struct {
	Status int // 0 if neither the Response section nor an example states it
	Type   TypeRef
	// OtherType is a second type that the section names for the same body: the text
	// of a link may differ from its target.
	OtherType string
	// Body is what the page says of a body without a type: NoBody, Binary, or JSON
	// for any other body; 0 if it says nothing.
	Body BodyKind
	At   diag.Range // in the section, or the example's response
}

// Example is a request with its response.
type Example struct {
	Name  string // from the annotation; "" when there is none
	Title string // the heading above it
	// Request is nil for a response without a request on the page.
	Request *Request
	// Response is nil for a request without a response on the page.
	Response *Reply
	At       diag.Range
}

// Request is the request of an example.
type Request struct {
	Method string
	URL    string // as written; relative to the host if the page shows only the body
	// Command is set when the request is written as a command for curl.
	Command bool
	Message
	MethodAt, URLAt Span // in At; URLAt is zero for a URL over several lines
}

// HasURL reports whether the page writes the URL of the request. A request that
// shows only its body has the path of the page's template.
func (r *Request) HasURL() bool { return r.Command || !r.MethodAt.IsZero() || !r.URLAt.IsZero() }

// IsBatch reports whether the request is a batch of calls. It is no call of the page
// that shows it.
func (r *Request) IsBatch() bool {
	_, _, path, _ := SplitURL(r.URL)
	path = strings.ToLower(strings.TrimSuffix(path, "/"))
	return strings.HasSuffix(path, "/$batch") || path == "$batch"
}

// IsForeign reports whether the request calls another service, such as an app's own
// callback: its URL has a host but no version of the API. A placeholder as the host
// means the documented service.
func (r *Request) IsForeign() bool {
	host, version, _, _ := SplitURL(r.URL)
	return host != "" && version == "" && !strings.EqualFold(host, GraphHost) && !HasPlaceholder(host)
}

// URLPart returns the range of URL[start:end]; ok is false if it is not known.
func (r *Request) URLPart(start, end int) (at diag.Range, ok bool) {
	s := r.URLAt.Part(r.URL, start, end)
	if s.IsZero() {
		return r.At, false
	}
	return s.In(r.At), true
}

// Reply is the response of an example.
type Reply struct {
	Status    int
	Reason    string // the reason phrase, as written
	Type      TypeRef
	Declared  string // the type in the annotation as written, without "Collection(…)"
	Truncated bool   // the annotation says that the body is shortened
	Message
	StatusAt, ReasonAt Span // in At
}

// Header is a header line of a message.
type Header struct {
	Name, Value string
	At          diag.Range
}

// BodyKind is the kind of the body of a message.
type BodyKind int

// The kinds of body.
const (
	NoBody      BodyKind = iota + 1
	JSON                 // valid JSON
	JSONInvalid          // meant as JSON but not valid
	Text
	Binary // a placeholder for bytes that a page cannot show
	Multipart
)

// String returns the kind's name in mdwire's JSON.
func (k BodyKind) String() string {
	switch k {
	case NoBody:
		return "none"
	case JSON:
		return "json"
	case JSONInvalid:
		return "jsonInvalid"
	case Text:
		return "text"
	case Binary:
		return "binary"
	case Multipart:
		return "multipart"
	}
	return ""
}

// Message is the common part of requests and responses. Body has the bytes on
// the page, with LF line ends.
type Message struct {
	Headers []Header
	Body    []byte
	// JSON is Body as strict JSON: Body itself, or its repaired form; nil when
	// the body is not JSON.
	JSON   []byte
	Kind   BodyKind
	At     diag.Range // the message, from its first line
	BodyAt diag.Range
	// Breaks are the line breaks of Body in the page. The last one is repeated
	// for all further lines. It is nil if the page has Body as it is.
	Breaks []LineBreak
}

// LineBreak is a line break of a body.
type LineBreak struct {
	CRLF   bool
	Indent int16 // bytes of the page before the next line that the body does not have
}

// Header returns the value of the first header with the name in any letter
// case, "" when there is none.
func (m Message) Header(name string) string {
	for _, h := range m.Headers {
		if equalFold(h.Name, name) {
			return h.Value
		}
	}
	return ""
}

// Break returns a line break of the body by its number, from 0. ok is false if it
// is not known.
func (m *Message) Break(i int) (b LineBreak, ok bool) {
	if len(m.Breaks) == 0 {
		return b, m.BodyAt.End.Offset-m.BodyAt.Start.Offset == len(m.Body)
	}
	return m.Breaks[min(i, len(m.Breaks)-1)], true
}

// Resource is a documented type: an entity, a complex type or an enum.
type Resource struct {
	Page
	Name          string // qualified, in the spelling of its page: "microsoft.graph.user"
	Anchor        string // of the heading that names the type on a page of several types; "" for the type in the title
	BaseType      string // qualified; "" when there is none
	KeyProperty   string
	KeyAt         diag.Range // KeyProperty in the annotation, with its quotes; zero if unknown
	OpenType      bool
	Abstract      bool
	Properties    []Property
	Relationships []Property
	Members       []Member // of an enum
	// Enums are the enums that a page lists in addition to its own type, named
	// by their headings.
	Enums []Enum
	// JSON is the JSON representation on the page, nil when there is none.
	JSON *Message
}

// IsEnum reports whether the page documents an enum.
func (r *Resource) IsEnum() bool {
	return len(r.Members) > 0 && len(r.Properties) == 0 && len(r.Relationships) == 0
}

// Property is a row of a property or relationship table.
type Property struct {
	Name     string
	Type     TypeRef
	TypeLink string // the destination that a type without a page links to, as written
	Required bool
	NoType   bool  // the table has no column of types
	NameAt   Place // Name in At
	TypeAt   Place // the last part of a documented type's name in At
	Table    int32 // offset in the page of the first row of the table
	Doc      string
	Values   []string // the possible values in the description
	At       diag.Range
}

// Enum is a named list of members.
type Enum struct {
	Name    string // qualified
	Members []Member
	At      diag.Range
}

// Member is a value of an enum. Value is its number as written, "" when the
// page has none.
type Member struct {
	Name, Value, Doc string
	At               diag.Range
}
