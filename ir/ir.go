// Package ir is what reference pages say, in the pages' own words: operations,
// routes, permissions, examples, resources. It is data with pure methods; it
// knows neither Markdown, from which it is read, nor Go, into which it is made.
package ir

import (
	"slices"

	"github.com/mdwire/mdwire/diag"
)

// Spec is everything read from a docs tree: each page stands in exactly one of
// the three slices, in path order. Parts name each other and hold no pointers,
// so that a Spec can be compared, printed and cached.
type Spec struct {
	Operations []Operation
	Resources  []Resource
	Others     []Page
}

// Versions returns the API versions of the spec's pages, sorted; "" stands for
// pages of no version.
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

// Resource returns the resource of a version by its qualified name, nil if no
// page documents it. Names are compared as they are spelled.
func (s *Spec) Resource(version, name string) *Resource {
	for i := range s.Resources {
		if r := &s.Resources[i]; r.Name == name && r.Version == version {
			return r
		}
	}
	return nil
}

// Page is what every page has.
type Page struct {
	File    string // slash-separated path below the docs root
	Version string // "v1.0", "beta"; "" when the path names none
	DocType string // doc_type of the front matter, as written
	Title   string // the heading; the front matter's title when there is none
	Doc     string // the description: plain text, paragraphs parted by a blank line
	At      diag.Range
}

// Operation is one documented call.
type Operation struct {
	Page
	// Name is the page's file name without ".md": the operation's stable key
	// within its version.
	Name        string
	Namespace   string // as in "microsoft.graph"; "" when the page names none
	Routes      []Route
	Permissions []Permission
	Params      []Param
	// Options are the OData query options, such as "$select", that the section
	// of query parameters names, in tables or in prose.
	Options   []string
	Body      *Body // nil when the page documents none
	Responses []Response
	Examples  []Example
	// Links are the resource pages that the description, request body and
	// response sections link to, as type names, in page order.
	Links []string
}

// Route is one line of an HTTP request section.
type Route struct {
	Method string // upper case
	Path   PathTemplate
	Query  string // what follows "?" in the line, as written
	At     diag.Range
}

// PermissionKind tells who calls: a person with a work or school account, one
// with a personal account, or the application itself.
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

// Permission is one row of a permission table.
type Permission struct {
	Kind PermissionKind
	// AnyOf lists what suffices, least privileged first; each alternative is
	// a group of permissions that are needed together, nearly always one.
	// It is empty where the call is not supported for the kind.
	AnyOf [][]string
	// Open says that the page still has a placeholder where permissions belong:
	// nothing is known of the kind.
	Open bool
	// Names are the row's names in page order where AnyOf cannot show it: "one
	// from A, B with one from C, D". Empty in the others.
	Names []string
	// Least counts the alternatives of the "least privileged" column, in
	// tables that have one; 0 in the others.
	Least int
	// MostFirst says that the page lists the most privileged permission
	// first, so that AnyOf stands the other way round than the page.
	MostFirst bool
	// Context names the table or row where a page has several: its heading
	// or row label.
	Context string
	At      diag.Range
}

// Supported reports whether any permission is named for the kind.
func (p Permission) Supported() bool { return len(p.AnyOf) > 0 }

// Scopes returns the row's permission names in page order.
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

// TypeRef names a type: a primitive ("Edm.String") or a documented type by its
// qualified name ("microsoft.graph.user"). The zero value is no type.
type TypeRef struct {
	Name       string
	Collection bool
}

// ParamPlace tells where a parameter stands in a request.
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

// Param is a documented parameter: a row of a function parameter, query
// parameter or header table.
type Param struct {
	Name     string
	In       ParamPlace
	Type     TypeRef
	Required bool
	Doc      string
	At       diag.Range
}

// Body is what a page says of the request body.
type Body struct {
	Type        TypeRef // the documented type sent; zero when the page lists properties alone
	ContentType string  // as in "application/json"
	Properties  []Property
	Doc         string
	At          diag.Range
}

// Response is one answer that a page's Response section promises.
type Response struct {
	Status int
	Type   TypeRef
	At     diag.Range
}

// Example is a request with its answer.
type Example struct {
	Name  string // the annotation's name; "" when there is none
	Title string // the heading it stands under
	// Request is nil for a response that answers no request on the page.
	Request *Request
	// Response is nil for a request that the page shows no answer to.
	Response *Reply
	At       diag.Range
}

// Request is the request of an example.
type Request struct {
	Method string
	URL    string // as written
	Message
}

// Reply is the response of an example.
type Reply struct {
	Status    int
	Reason    string // the reason phrase, as written
	Type      TypeRef
	Declared  string // the annotation's type as written, without "Collection(…)"
	Truncated bool   // the page says that the body is shortened
	Message
}

// Header is a header line of a message.
type Header struct {
	Name, Value string
	At          diag.Range
}

// BodyKind tells what the body of a message is.
type BodyKind int

// The kinds of body.
const (
	NoBody      BodyKind = iota + 1
	JSON                 // parses as JSON
	JSONInvalid          // meant as JSON and does not parse
	Text
	Binary // stands for bytes that a page cannot show
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

// Message is what requests and responses share. Body holds the bytes that the
// page shows, with LF line ends.
type Message struct {
	Headers []Header
	Body    []byte
	// JSON is Body as strict JSON: Body itself, or what it was mended to where
	// the page writes JSON leniently; nil for what is no JSON.
	JSON   []byte
	Kind   BodyKind
	At     diag.Range // the message, from its first line
	BodyAt diag.Range
}

// Header returns the value of the first header of that name in any letter
// case, "" when there is none.
func (m Message) Header(name string) string {
	for _, h := range m.Headers {
		if equalFold(h.Name, name) {
			return h.Value
		}
	}
	return ""
}

// Resource is a documented type: an entity, a complex type or an enum.
type Resource struct {
	Page
	Name          string // qualified, as its page spells it: "microsoft.graph.user"
	BaseType      string // qualified; "" when the page names none
	KeyProperty   string
	OpenType      bool
	Abstract      bool
	Properties    []Property
	Relationships []Property
	Members       []Member // of an enum
	// Enums are the enums that a page lists beside its own type, by the
	// heading or property they stand under.
	Enums []Enum
	// JSON is the page's JSON representation; nil when it shows none.
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
	Required bool
	Doc      string
	Values   []string // the values that the description says are possible
	At       diag.Range
}

// Enum is a named list of members.
type Enum struct {
	Name    string // qualified
	Members []Member
	At      diag.Range
}

// Member is one value of an enum. Value is its number as written, "" when the
// page gives none.
type Member struct {
	Name, Value, Doc string
	At               diag.Range
}
