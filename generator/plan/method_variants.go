package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// methodClass is what a method says about a call.
type methodClass int

const (
	reads methodClass = iota
	deletes
	sends // a body
)

func classOf(method string) methodClass {
	switch method {
	case "GET", "HEAD", "OPTIONS":
		return reads
	case "DELETE":
		return deletes
	}
	return sends
}

// otherCall describes a variant with another method than the page's title is about.
type otherCall struct {
	// title is set if the title and the description are about another variant.
	title bool
	// name is the name of the method, unless another page has it: "ListUpgrades".
	name    string
	assumed string // a message
	// reply is the example response of the call that the page describes as the same.
	reply *ir.Reply
}

// variantsByMethod separates GET from DELETE, and both from the methods with the
// documented body: a search as GET or, with filters, as POST. A GET is no way to do what
// the name of a write says. Other methods may be two ways to one result. The class that the name of the method fits keeps the name.
func variantsByMethod(op *ir.Operation, n *namedOperation) []variant {
	var classes []methodClass
	for _, r := range op.Routes {
		if c := classOf(r.Method); !slices.Contains(classes, c) {
			classes = append(classes, c)
		}
	}
	if len(classes) < 2 {
		return []variant{{op: op}}
	}
	reading := slices.Contains(classes, reads)
	shown := showsAll(op, classes)
	sending := slices.Contains(classes, sends) && (hasTypedBody(op) || shown)
	named, fits := namedClass(op, n.method, classes)
	if !sending && !(reading && (fits || slices.Contains(classes, deletes))) {
		return []variant{{op: op}}
	}
	list := make([]variant, len(classes))
	for i, class := range classes {
		list[i].op = withClass(op, class)
		if i != named {
			list[i].suffix = exported(strings.ToLower(list[i].op.Routes[0].Method))
			if fits && class == reads {
				list[i].call = otherCall{title: true, name: readingName(list[i].op.Routes[0], n.service)}
			}
		}
	}
	shareExamplesByClass(op, classes, list)
	if i := slices.Index(classes, reads); i >= 0 && sending && !shown {
		list[i].shareBody(op)
	}
	return list
}

// shareExamplesByClass gives each variant the examples of its class. The first also has
// those of none.
func shareExamplesByClass(op *ir.Operation, classes []methodClass, list []variant) {
	last := list[0].op
	for _, ex := range op.Examples {
		if ex.Request != nil { // a response without a request belongs to the previous request
			if i := slices.Index(classes, classOf(ex.Request.Method)); i >= 0 {
				last = list[i].op
			}
		}
		last.Examples = append(last.Examples, ex)
	}
}

// shareBody says what the variant that reads has of the documented body. Where the page
// describes both calls as one, the properties are its query, and the response is its
// response.
func (v *variant) shareBody(op *ir.Operation) {
	other := op.Routes[slices.IndexFunc(op.Routes, func(r ir.Route) bool { return classOf(r.Method) == sends })].Method
	own := v.op.Routes[0].Method
	if op.Body == nil || !describesAlike(op.Doc, own, other) {
		v.call.assumed = fmt.Sprintf("the page documents %s and %s as one call; the body is assumed to be that of %s alone", own, other, other)
		return
	}
	v.call.assumed = fmt.Sprintf("the page documents one body for %s and %s; its properties are assumed to be query parameters of %s", own, other, own)
	v.op.Params = slices.Clone(v.op.Params)
	for _, p := range op.Body.Properties {
		v.op.Params = append(v.op.Params, ir.Param{Name: p.Name, In: ir.InQuery, Type: p.Type, Optional: true, Doc: p.Doc, At: p.At})
	}
	i := slices.IndexFunc(op.Examples, func(ex ir.Example) bool { return ex.Response != nil && ex.Response.Status < 300 })
	if len(v.op.Examples) == 0 && len(v.op.Responses) == 0 && i >= 0 {
		v.call.reply = op.Examples[i].Response
	}
}

// describesAlike reports whether a text says that two methods are ways of one call, as
// in "Run the GET or POST request", and says nothing else about them.
func describesAlike(text, a, b string) bool {
	words := strings.FieldsFunc(text, func(r rune) bool { return !isLetter(r) })
	var at []int
	for i, word := range words {
		if word == a || word == b {
			at = append(at, i)
		}
	}
	return len(at) == 2 && words[at[0]] != words[at[1]] && at[1] == at[0]+2 && (words[at[0]+1] == "or" || words[at[0]+1] == "and")
}

// showsAll reports whether there is an example with a response for each class.
func showsAll(op *ir.Operation, classes []methodClass) bool {
	return !slices.ContainsFunc(classes, func(class methodClass) bool {
		return !slices.ContainsFunc(op.Examples, func(ex ir.Example) bool {
			return ex.Request != nil && ex.Response != nil && classOf(ex.Request.Method) == class
		})
	})
}

// hasTypedBody reports whether an operation documents more of its body than prose.
func hasTypedBody(op *ir.Operation) bool {
	return op.Body != nil && (op.Body.Type.Name != "" || len(op.Body.Properties) > 0)
}

// withClass copies an operation with the routes of one class and no examples.
func withClass(op *ir.Operation, class methodClass) *ir.Operation {
	own := *op
	own.Routes, own.Examples = nil, nil
	for _, r := range op.Routes {
		if classOf(r.Method) == class {
			own.Routes = append(own.Routes, r)
		}
	}
	if class != sends {
		own.Body = nil
	}
	return &own
}
