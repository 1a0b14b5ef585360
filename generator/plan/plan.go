// Package plan decides every identifier, type and file name of the generated Go.
// A spec of one version goes in and a [Package] comes out, which the writers of
// the client, server and tests read. It writes no code itself.
package plan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// Package is the plan of the Go packages of one API version.
type Package struct {
	Name       string // of the client package: "graph"
	ImportPath string // of the client package
	Version    string // of the API: "v1.0"; "" if the pages name none
	BaseURL    string // as documented: "https://api.contoso.com/v1.0"; "" if it is not known
	Services   []*Service
	Types      []*Type
	Places     []DeclaredPlace // by name

	owners map[methodRoute]*Method
	alias  string
}

// ServerPath returns the import path of the server package.
func (p *Package) ServerPath() string { return p.ImportPath + "/server" }

// Owner returns the method whose handler serves the requests of m's route. It is
// another method if another page documents the route too and ranks higher.
func (p *Package) Owner(m *Method, r Route) *Method { return p.owners[methodRoute{m, r.Index}] }

// methodRoute is a route as one method documents it.
type methodRoute struct {
	method *Method
	index  int // see Route
}

// Service groups the methods of one resource.
type Service struct {
	Name    string // "Message": the type is MessageService, the accessor Client.Message
	Doc     string
	File    string // file name without extension: "message"
	Methods []*Method
}

// TypeName names the type that has the service's methods.
func (s *Service) TypeName() string { return serviceType(s.Name) }

// HandlerType names the interface that serves the service's methods.
func (s *Service) HandlerType() string { return s.Name + "Handler" }

func serviceType(name string) string { return name + "Service" }

// Method is the Go form of an operation.
type Method struct {
	Name    string // "Move"
	Key     string // "MessageMove": unique in the package, prefix of all names that belong to the method
	Op      *ir.Operation
	Routes  []Route
	Fields  []Arg // the arguments of all routes, each once; fields of a handler's input
	Body    Body
	Result  Result
	Query   []Arg // required query arguments
	Fixed   []FixedParam
	Headers []Arg // required headers that are arguments
	Service *Service
	// OffTitle is set if the page's title and description are about another method.
	OffTitle bool
	// Contexts are the documented permissions, nil if there are none.
	Contexts []PermissionContext

	// Overlaps are the examples of Op that servers take for calls of another method.
	Overlaps []Overlap

	// PlaceMethod names the method of the places of the routes, which returns the index
	// of the route; "" if the method has no place. It is not exported, so that nothing
	// else has it. Methods with the same places share it: one for each would take a third
	// of the time to compile a package.
	PlaceMethod string

	routeOf []int // for each route of Op, its index in Routes
}

// Overlap is an example whose URL has a value where the path of another method has
// the same text, as /bills/open/lines for /bills/{id}/lines. Servers prefer the text.
type Overlap struct {
	Example  int    // index in the operation's examples
	Template string // of the other method
	File     string // its page
}

// Subject returns what comments call the documentation of the method: the title of its
// page, in quotes, without a full stop.
func (m *Method) Subject() string {
	title := strconv.Quote(strings.TrimSuffix(m.Op.Title, "."))
	if m.OffTitle {
		return "the " + m.Routes[0].Method + " request of " + title
	}
	return title
}

// HasPlace reports whether the method takes a place. Otherwise its only route
// identifies nothing.
func (m *Method) HasPlace() bool { return m.Routes[0].Place != nil }

// CallArgs returns the arguments of the path after the place: those of a function.
func (m *Method) CallArgs() []Arg { return m.Routes[0].CallArgs() }

// RouteOf returns the index in Routes of the operation's route i. Documented
// routes of the same shape share an element.
func (m *Method) RouteOf(i int) int { return m.routeOf[i] }

// FirstSegments returns the distinct first segments of the method's routes.
func (m *Method) FirstSegments() []string {
	var segments []string
	for _, r := range m.Routes {
		if s := FirstSegment(r.Template); !slices.Contains(segments, s) {
			segments = append(segments, s)
		}
	}
	return segments
}

// PlaceType names the interface of the places that the method is documented for.
func (m *Method) PlaceType() string { return placeType(m.Key) }

// Places returns the places of the method's routes.
func (m *Method) Places() []*Place {
	var list []*Place
	for _, r := range m.Routes {
		list = append(list, r.Place)
	}
	return list
}

// Descriptor names the variable that describes the operation.
func (m *Method) Descriptor() string { return descriptor(m.Key) }

// InputType names the struct that a handler of the method receives.
func (m *Method) InputType() string { return m.Key + "Input" }

func placeType(key string) string { return key + "Place" }

func descriptor(key string) string { return "Op" + key }

// Route is one documented route of a method.
type Route struct {
	Method    string
	Template  string // as documented, rooted
	Pieces    []Piece
	Args      []Arg
	ArgFields []int  // for each argument, its index in the method's Fields
	Index     int    // in the operation's routes
	Shape     string // the same for routes that match the same requests
	Place     *Place // nil if the method has none; its arguments are the first of Args
}

// CallArgs returns the arguments after those of the place.
func (r Route) CallArgs() []Arg {
	if r.Place == nil {
		return r.Args
	}
	return r.Args[len(r.Place.Args):]
}

// NamedPath returns the path with the Go names of its arguments. Dots follow an
// argument that may contain slashes: "/users/{userID}/messages",
// "/drive/root:/{itemPath...}:".
func (r Route) NamedPath() string {
	var path strings.Builder
	for _, p := range r.Pieces {
		if p.Arg < 0 {
			path.WriteString(braceEscaper.Replace(p.Literal))
			continue
		}
		path.WriteString("{" + r.Args[p.Arg].Name)
		if r.Args[p.Arg].Kind == Subpath {
			path.WriteString("...")
		}
		path.WriteString("}")
	}
	return path.String()
}

// braceEscaper escapes braces that do not enclose an argument.
var braceEscaper = strings.NewReplacer("{", "%7B", "}", "%7D")

// Piece is a part of a path: a literal or an argument.
type Piece struct {
	Literal string
	Arg     int // index in the route's Args; -1 for a literal
}

// ArgKind is the way in which an argument is written into a request.
type ArgKind int

// The kinds of arguments.
const (
	Segment  ArgKind = iota + 1 // one path segment
	Quoted                      // inside the single quotes of a function argument
	Subpath                     // a path after a colon, with its slashes
	Unquoted                    // a function argument without quotes
)

// Arg is an argument of a method.
type Arg struct {
	Name  string // "messageID"
	Field string // "MessageID"
	Param string // documented name of the parameter: "id"
	Key   string // name that a function or query argument is sent under: "startDateTime"
	Kind  ArgKind
	Type  ArgType
	// Repeats is set for a parameter of a path that has the value of an earlier one with
	// the same name.
	Repeats bool
	// Optional is set for a query argument or header that another page of the route does
	// not have: the server, which has one handler for both pages, accepts calls without it.
	Optional bool
}

// BodyKind is the kind of a request body.
type BodyKind int

// The kinds of request bodies.
const (
	NoBody BodyKind = iota
	JSONBody
	ContentBody // bytes of any content type
)

// Body is the request body of a method.
type Body struct {
	Kind BodyKind
	Type gocode.Type // of a JSON body
	Name string      // of the argument: "message"
	Doc  string
	// ContentType is the documented media type of the body, or that of its examples;
	// "" for none or several, and for application/json.
	ContentType string
}

// GoType returns the type of the argument of a method that has a body.
func (b Body) GoType() gocode.Type {
	if b.Kind == ContentBody {
		return gocode.Type{Name: "Content", Local: true}
	}
	return b.Type
}

// ResultKind is the kind of a method's result.
type ResultKind int

// The kinds of results.
const (
	None       ResultKind = iota
	Value                 // a JSON object
	Scalar                // a primitive, wrapped in {"value": …} or bare
	Collection            // pages of values, read as a loop needs them
	Page                  // a page of values: the answer to a call that is not only a read
	Stream                // bytes
	Accepted              // 202 with the location of the result
	Redirect              // 302 with the location of the content
)

// Result is the result of a method. Type is the type of the value, or of the
// elements of a list.
type Result struct {
	Kind     ResultKind
	Type     gocode.Type
	Status   int
	Envelope Envelope // of a list
	// OrAccepted is set if the service may answer 202 instead of sending the value.
	// An *Accepted is a further result then.
	OrAccepted bool
}

// GoTypes returns the types that a handler returns with an error. The client's method
// returns the same, except for a collection, which it reads page by page.
func (r Result) GoTypes() []gocode.Type {
	var list []gocode.Type
	if r.Kind != None {
		list = append(list, r.GoType())
	}
	if r.OrAccepted {
		list = append(list, acceptedType)
	}
	return list
}

var acceptedType = gocode.Type{Name: "Accepted", Local: true, Ptr: true}

// IsList reports whether the response is a page of values.
func (r Result) IsList() bool { return r.Kind == Collection || r.Kind == Page }

// GoType returns the type of the value, the zero Type if there is none.
func (r Result) GoType() gocode.Type {
	t := r.Type
	switch r.Kind {
	case None:
		return gocode.Type{}
	case Value:
		t.Ptr = true
	case Collection, Page:
		t.Page = true
	case Stream:
		t = gocode.Type{Name: "Stream", Local: true, Ptr: true}
	case Accepted:
		t = acceptedType
	case Redirect:
		t = gocode.Type{Name: "Redirect", Local: true, Ptr: true}
	}
	return t
}

// TypeKind is the kind of a planned type.
type TypeKind int

// The kinds of types.
const (
	Struct TypeKind = iota + 1
	Enum
	Update // the PATCH body of a struct: every field can be unset, null or set
)

// Type is a Go type made from a resource page or an operation's body.
type Type struct {
	Name   string
	Kind   TypeKind
	Doc    string // for a body of parameters, the method that sends it
	Source string // page
	File   string // file name without extension
	Wire   string // name in JSON: "microsoft.graph.fileAttachment"
	Base   *Type
	Fields []Field
	Consts []Const // of an enum
	// KeepsUndeclared is set if the type keeps undeclared properties: it is open, has
	// derived types, or has a base that keeps them.
	KeepsUndeclared bool
	Open            bool // the type is documented as open, or examples send undeclared properties
	// Polymorphic is set if values of the type may have a derived type, which is
	// planned too.
	Polymorphic bool
	Derived     []*Type // planned types that extend this one, by name
	UpdateOf    *Type   // the struct that an Update changes
	want        string  // of a body or an Update, the name without additions
}

// UndeclaredField is the field that has the undeclared properties of a type. Callers
// can set all that a test sets, so it is exported.
const UndeclaredField = "AdditionalProperties"

// UpcastName names the method of derived types that converts to t.
func (t *Type) UpcastName() string { return "As" + t.Name }

// Upcasts returns the types that a value of t converts to: its polymorphic bases,
// nearest first.
func (t *Type) Upcasts() []*Type {
	var list []*Type
	for b := t.Base; b != nil; b = b.Base {
		if b.Polymorphic {
			list = append(list, b)
		}
	}
	return list
}

// IsComparable reports whether Go's == would accept a struct of the type's
// fields. It does not accept a base, which is a field too.
func (t *Type) IsComparable() bool {
	return t.Base == nil && !t.KeepsUndeclared && !t.Open && !slices.ContainsFunc(t.Fields, func(f Field) bool {
		return f.Type.Slice || f.Type.Map || f.Type.Opt || f.Type.Related || primitiveOf(f.Type).uncomparable
	})
}

// Field is a field of a struct.
type Field struct {
	Name string
	JSON string
	Doc  string
	Type gocode.Type
}

// Const is a member of an enum.
type Const struct {
	Name, Value, Doc string
}

// Outcome is the plan of a spec, with the operations that could not be planned.
type Outcome struct {
	Package     *Package
	Names       []Name
	Operations  int // number of planned operations, each with one or more methods
	Diagnostics []diag.Diagnostic
	Skipped     []string // pages, one for each operation that could not be planned
}

// Alias is the name under which the other generated packages import the client
// package: its own name, unless their code uses that name.
func (p *Package) Alias() string { return p.alias }

// importerAlias is the alias of a client package whose own name is taken.
const importerAlias = "clientpkg"

func alias(opts Options) string {
	if slices.Contains(generatedNames, opts.Name) || slices.Contains(importerNames, opts.Name) || slices.Contains(opts.ReservedInImporters, opts.Name) {
		return importerAlias
	}
	return opts.Name
}

// importerNames are the imports and declarations of generated servers and tests,
// without those of the support code.
var importerNames = strings.Fields("server exampletest slices sync c handler handlers open operations none")
