// Package plan decides what the generated Go will say: every identifier, type
// and file name. A spec of one version goes in, a Package comes out, and
// nothing is printed; the client, server and tests writers read it.
package plan

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// Package is the plan of the Go packages of one API version.
type Package struct {
	Name       string // of the client package: "graph"
	ImportPath string // of the client package
	Version    string // of the API: "v1.0"; "" when the pages name none
	Services   []*Service
	Types      []*Type

	owners map[methodRoute]*Method
	alias  string
}

// ServerPath returns the import path of the server package.
func (p *Package) ServerPath() string { return p.ImportPath + "/server" }

// Owner returns the method whose handler serves the requests of m's route: where
// several pages state one route, the first in the order of the plan.
func (p *Package) Owner(m *Method, r Route) *Method { return p.owners[methodRoute{m, r.Index}] }

// stated is a route as one method states it.
type methodRoute struct {
	by    *Method
	index int
}

// Service groups the methods of one resource.
type Service struct {
	Name    string // "Message": the type is MessageService, the accessor Client.Message
	Doc     string
	File    string // file name without ending: "message"
	Methods []*Method
}

// TypeName names the type that has the service's methods.
func (s *Service) TypeName() string { return serviceType(s.Name) }

// HandlerType names the interface that serves the service's methods.
func (s *Service) HandlerType() string { return s.Name + "Handler" }

func serviceType(name string) string { return name + "Service" }

// Method is one operation as Go sees it.
type Method struct {
	Name    string // "Move"
	Key     string // "MessageMove": unique in the package, first part of all that belongs to the method
	Op      *ir.Operation
	Routes  []Route
	Fields  []Arg // the arguments of all routes, each once: the fields of a handler's input
	Body    Body
	Result  Result
	Query   []Arg // required query arguments
	Service *Service

	routeOf []int // for each route of Op, its index in Routes
}

// OneRoute reports whether path parameters are plain arguments; otherwise the
// method takes a value of its route type.
func (m *Method) OneRoute() bool { return len(m.Routes) == 1 }

// RouteOf returns the index in Routes of the operation's route i. Documented
// routes of the same shape share an element.
func (m *Method) RouteOf(i int) int { return m.routeOf[i] }

// RouteType names the type whose values are the method's documented routes.
func (m *Method) RouteType() string { return routeType(m.Key) }

// Descriptor names the variable that describes the operation.
func (m *Method) Descriptor() string { return descriptor(m.Key) }

// InputType names the struct that a handler of the method receives.
func (m *Method) InputType() string { return m.Key + "Input" }

func routeType(key string) string { return key + "Route" }

func descriptor(key string) string { return "Op" + key }

// Route is one documented route of a method.
type Route struct {
	Method      string
	Template    string // as documented, rooted
	Constructor string // of the route type: "MessageMoveMe"; "" when it is the only route
	Pieces      []Piece
	Args        []Arg
	ArgFields   []int // for each argument, its index in the method's Fields
	// Index is the route's place in the operation's routes.
	Index int

	// Shape is the same for two routes that take the same requests.
	Shape string
}

// Called returns the path with the arguments under their Go names, dots behind
// one that may hold slashes: "/users/{userID}/messages", "/drive/root:/{itemPath...}:".
func (r Route) Called() string {
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

// braces escapes what would be taken for an argument.
var braceEscaper = strings.NewReplacer("{", "%7B", "}", "%7D")

// Piece is a stretch of a path: a literal, or the argument of that index.
type Piece struct {
	Literal string
	Arg     int // -1 for a literal
}

// ArgKind tells how an argument is written into a request.
type ArgKind int

// The kinds of argument.
const (
	Segment ArgKind = iota + 1 // one path segment
	Quoted                     // inside the single quotes of a function argument
	Subpath                    // a path below a colon: slashes stay
	Bare                       // a function argument without quotes
)

// Arg is an argument of a method.
type Arg struct {
	Name  string // "messageID"
	Field string // "MessageID"
	Param string // the parameter as the page names it: "id"
	Key   string // of a function or query argument, the name it is sent under: "startDateTime"
	Kind  ArgKind
	Type  ArgType
}

// BodyKind tells what a method sends.
type BodyKind int

// The kinds of request body.
const (
	NoBody BodyKind = iota
	JSONBody
	ContentBody // bytes of any content type
)

// Body is what a method sends.
type Body struct {
	Kind BodyKind
	Type gocode.Type // of a JSON body
	Name string      // of the argument: "message"
	Doc  string
	// ContentType is what the page documents or shows for one that is not JSON;
	// "" for none, or several.
	ContentType string
}

// ResultKind tells what a method returns.
type ResultKind int

// The kinds of result.
const (
	None       ResultKind = iota
	Value                 // a JSON object
	Scalar                // a primitive, wrapped in {"value": …} or bare
	Collection            // pages of values
	Stream                // bytes
	Accepted              // 202 with a place to look
	Redirect              // 302 with a place to fetch from
)

// Result is what a method returns. Type is that of the value, or of the
// elements of a collection.
type Result struct {
	Kind   ResultKind
	Type   gocode.Type
	Status int
}

// Handler returns the type that a server's handler answers with beside an error;
// the zero Type when it answers with an error alone.
func (r Result) Handler() gocode.Type {
	t := r.Type
	switch r.Kind {
	case None:
		return gocode.Type{}
	case Value:
		t.Ptr = true
	case Collection:
		t.Page = true
	case Stream:
		t = gocode.Type{Name: "Stream", Local: true, Ptr: true}
	case Accepted:
		t = gocode.Type{Name: "Accepted", Local: true, Ptr: true}
	case Redirect:
		t = gocode.Type{Name: "Redirect", Local: true, Ptr: true}
	}
	return t
}

// TypeKind tells what a planned type is.
type TypeKind int

// The kinds of type.
const (
	Struct TypeKind = iota + 1
	Enum
	Update // the PATCH body of a struct: every field can be unset, null or set
)

// Type is a Go type made from a resource page or an operation's body.
type Type struct {
	Name   string
	Kind   TypeKind
	Doc    string // of a body of parameters: the method that sends it
	Source string // page
	File   string // file name without ending
	Wire   string // the name the service knows: "microsoft.graph.fileAttachment"
	Base   *Type
	Fields []Field
	Consts []Const // of an enum
	// Keeps tells that properties the type does not declare are kept: it has
	// derived types, or the page calls it open.
	Keeps bool
	Open  bool
	// Polymorphic tells that values of the type may be of a derived one, which
	// is planned too.
	Polymorphic bool
	// Derived are the planned types that extend this one, by name.
	Derived []*Type
	// UpdateOf is the struct that an Update is the body for.
	UpdateOf *Type
}

// UpcastName names the method of derived types that converts to t.
func (t *Type) UpcastName() string { return "As" + t.Name }

// Upcasts returns the types that v can be passed as: its bases whose values may
// be of a derived type, nearest first.
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
	return t.Base == nil && !t.Keeps && !t.Open && !slices.ContainsFunc(t.Fields, func(f Field) bool {
		return f.Type.Slice || f.Type.Opt || f.Type.Related || primitiveOf(f.Type).uncomparable
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

// Outcome is what became of the operations of a spec.
type Outcome struct {
	Package     *Package
	Operations  int // how many are planned; one may have several methods
	Diagnostics []diag.Diagnostic
	// Skipped are the operations that could not be generated, by page.
	Skipped []string
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
