package plan

import (
	"fmt"
	"slices"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// unnamedBody returns the type of a request body if the page names none, or one that
// the examples contradict. It is the type of the response if the call creates or
// changes a resource, else, for a body without documented properties, a type that the
// path names. It returns "" if none fits.
func (t *types) unnamedBody(prepared *preparedMethod) string {
	op, members := prepared.op, bodyMembers(prepared.bodies)
	documented := op.Body != nil && len(op.Body.Properties) > 0
	put := op.Routes[0].Method == "PUT"
	changes := put || op.Routes[0].Method == "PATCH" || createsResource(op)
	if name := t.answerType(op); changes && name != "" && !t.isContrary(name, prepared.bodies) && (!put || !documented && len(members) > 0 && t.hasAll(name, members)) {
		return name
	}
	if documented {
		return ""
	}
	shown := members
	if changes {
		shown = slices.Concat(members, prepared.answer.members)
	}
	name := t.fittingType(op, shown)
	if name == "" || !t.hasAll(name, members) {
		return ""
	}
	if op.Body != nil && t.isContrary(op.Body.Type.Name, prepared.bodies) {
		t.reportBody(op, diag.Warning, fmt.Sprintf("the example request has no property of the type %q that the page names; assumed to be %q, which fits the example", op.Body.Type.Name, name))
	} else {
		t.reportBody(op, diag.Info, fmt.Sprintf("the page names no type of the request body; assumed to be %q, which fits the example", name))
	}
	return name
}

// isContrary reports whether all examples of a body have several properties, and a type
// has none of them.
func (t *types) isContrary(wire string, examples []exampleBody) bool {
	return len(examples) > 0 && !slices.ContainsFunc(examples, func(ex exampleBody) bool { return !t.hasNone(wire, ex.members) })
}

// bodyMembers returns the members of all example bodies, each once.
func bodyMembers(examples []exampleBody) []string {
	var all []string
	for _, ex := range examples {
		all = append(all, ex.members...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// createsResource reports whether an operation creates a resource from its body.
// Then the body has the type of the response.
func createsResource(op *ir.Operation) bool {
	verb := titleVerb(op.Title, "")
	return op.Routes[0].Method == "POST" && (verb == "create" || verb == "add")
}

// answerType returns the type of the single value in an operation's response.
func (t *types) answerType(op *ir.Operation) string {
	for _, r := range op.Responses {
		if t.resources[r.Type.Name] != nil && !r.Type.Collection {
			return r.Type.Name
		}
	}
	for _, ex := range op.Examples {
		if ex.Response != nil && t.resources[ex.Response.Type.Name] != nil {
			return ex.Response.Type.Name
		}
	}
	return ""
}

// reportUntypedBody reports a request body that is raw JSON.
func (t *types) reportUntypedBody(prepared *preparedMethod) {
	op := prepared.op
	message, severity := "the page does not describe the request body; assumed to be raw JSON", diag.Info
	if op.Body != nil {
		message = "the page names no type of the request body; assumed to be raw JSON"
		switch name := op.Body.Type.Name; {
		case t.isContrary(name, prepared.bodies):
			message, severity = fmt.Sprintf("the example request has no property of the type %q that the page names; assumed to be raw JSON", name), diag.Warning
		case name != "":
			message = fmt.Sprintf("no page documents the type %q of the request body; assumed to be raw JSON", name)
		}
	}
	t.reportBody(op, severity, message)
}

func (t *types) reportBody(op *ir.Operation, severity diag.Severity, message string) {
	at := op.At
	if op.Body != nil {
		at = op.Body.At
	}
	t.report(diag.AssumedType, severity, at, message)
}
