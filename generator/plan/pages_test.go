package plan_test

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// operation returns an operation with routes such as "GET /a/{id}?q={q}".
func operation(name, title string, routes ...string) ir.Operation {
	op := ir.Operation{Page: ir.Page{File: "api/" + name + ".md", Title: title}, Name: name}
	for _, r := range routes {
		method, rest, _ := strings.Cut(r, " ")
		before, query, _ := strings.Cut(rest, "?")
		path, _ := ir.ParsePath(before)
		op.Routes = append(op.Routes, ir.Route{Method: method, Path: path, Query: query})
	}
	return op
}

// with changes an operation.
func with(op ir.Operation, changes ...func(*ir.Operation)) ir.Operation {
	for _, change := range changes {
		change(&op)
	}
	return op
}

func in(namespace string) func(*ir.Operation) {
	return func(op *ir.Operation) { op.Namespace = namespace }
}

func linksTo(names ...string) func(*ir.Operation) {
	return func(op *ir.Operation) { op.Links = names }
}

// ref parses a type; "[]m.user" is a collection, "map m.user" a map.
func ref(name string) ir.TypeRef {
	elem, many := strings.CutPrefix(name, "[]")
	elem, named := strings.CutPrefix(elem, "map ")
	return ir.TypeRef{Name: elem, Collection: many, Map: named}
}

func answers(status int, typ string) func(*ir.Operation) {
	return func(op *ir.Operation) {
		op.Responses = append(op.Responses, ir.Response{Status: status, Type: ref(typ)})
	}
}

func sends(typ, contentType string, props ...ir.Property) func(*ir.Operation) {
	return func(op *ir.Operation) {
		op.Body = &ir.Body{Type: ref(typ), ContentType: contentType, Properties: props}
	}
}

// shows adds an example with a request body and a response body. Their kinds depend
// on their text.
func shows(request string, status int, response string) func(*ir.Operation) {
	return func(op *ir.Operation) {
		op.Examples = append(op.Examples, ir.Example{
			Request:  &ir.Request{Method: op.Routes[0].Method, URL: "https://example.com" + op.Routes[0].Path.String(), Message: message(request)},
			Response: &ir.Reply{Status: status, Message: message(response)},
		})
	}
}

// typed adds a Content-Type to the last example's request.
func typed(contentType string) func(*ir.Operation) {
	return func(op *ir.Operation) {
		r := op.Examples[len(op.Examples)-1].Request
		r.Headers = append(r.Headers, ir.Header{Name: "Content-type", Value: contentType})
	}
}

func message(body string) ir.Message {
	m := ir.Message{Kind: ir.Text, Body: []byte(body)}
	switch {
	case body == "":
		m.Kind, m.Body = ir.NoBody, nil
	case body[0] == '{' || body[0] == '[':
		m.Kind, m.JSON = ir.JSON, m.Body
	}
	return m
}

// property parses "name type", such as "members []m.user".
func property(text string) ir.Property {
	name, typ, _ := strings.Cut(text, " ")
	return ir.Property{Name: name, Type: ref(typ)}
}

func properties(texts ...string) []ir.Property {
	var list []ir.Property
	for _, text := range texts {
		list = append(list, property(text))
	}
	return list
}

// resource returns a documented type. base may be empty.
func resource(name, base string, props ...string) ir.Resource {
	return ir.Resource{Page: ir.Page{File: "resources/" + name + ".md"}, Name: name, BaseType: base, Properties: properties(props...)}
}

func enum(name string, members ...string) ir.Resource {
	r := ir.Resource{Page: ir.Page{File: "resources/" + name + ".md"}, Name: name}
	for _, m := range members {
		r.Members = append(r.Members, ir.Member{Name: m})
	}
	return r
}

func newPlan(parts ...any) plan.Outcome { return newPlanNaming(nil, parts...) }

// newPlanNaming plans with user names.
func newPlanNaming(names map[string]string, parts ...any) plan.Outcome {
	s := &ir.Spec{}
	for _, p := range parts {
		switch p := p.(type) {
		case ir.Operation:
			s.Operations = append(s.Operations, p)
		case ir.Resource:
			s.Resources = append(s.Resources, p)
		default:
			panic(fmt.Sprintf("%T is not a page", p))
		}
	}
	return plan.New(s, plan.Options{
		UserNames: names,
		Name:      "graph", ImportPath: "example.com/graph",
		Reserved: []string{"Client", "Client.Known", "Error", "Page", "segment", "value"},
	})
}

// methods returns a line for each method, with its arguments and with its places and
// their arguments.
func methods(out plan.Outcome) []string {
	var list []string
	for _, s := range out.Package.Services {
		for _, m := range s.Methods {
			line := s.Name + "." + m.Name + "(" + arguments(slices.Concat(m.CallArgs(), m.Query)) + ")"
			if m.HasPlace() {
				for _, p := range m.Places() {
					line += " " + p.Name + "(" + arguments(p.Args) + ")"
				}
			}
			list = append(list, line)
		}
	}
	return list
}

func arguments(args []plan.Arg) string {
	var names []string
	for _, a := range args {
		if !a.Repeats {
			names = append(names, a.Name)
		}
	}
	return strings.Join(names, ", ")
}

// rules returns the findings of a plan without its assumptions, which most small pages
// need.
func rules(out plan.Outcome) []string {
	var list []string
	for _, d := range out.Diagnostics {
		if d.Code.IsAssumption() {
			continue
		}
		list = append(list, d.Severity.String()+" "+string(d.Code))
	}
	return list
}

func collect(out plan.Outcome, severity diag.Severity) (messages []string) {
	for _, d := range out.Diagnostics {
		if d.Severity == severity {
			messages = append(messages, d.Message)
		}
	}
	return messages
}

// typeName returns a Go type as text.
func typeName(t gocode.Type) string {
	s := t.Name
	if t.Import != "" {
		s = path.Base(t.Import) + "." + s
	}
	if t.Slice {
		s = "[]" + s
	}
	if t.Ptr {
		s = "*" + s
	}
	if t.Opt {
		s = "Opt " + s
	}
	if t.Related {
		s = "Related " + s
	}
	return s
}
