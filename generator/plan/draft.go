package plan

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/mdwire/mdwire/ir"
)

// draft is a method without a name. What takes reading is found out here, for
// many pages side by side; names are then given one after the other.
type draft struct {
	namedOp
	plan   *Method // what does not depend on other pages
	labels []routeLabel
	answer answer
	bodies []sentBody
	// sendsContent tells that the examples send bytes rather than JSON.
	sendsContent bool
}

// answer is what a page promises and shows of the answer to a call.
type answer struct {
	promised ir.Response
	shown    *ir.Reply
	wrapped  byte // see wrappedValue
	redirect int  // see onlyRedirects
	counts   bool // it is a number of things
}

// sentBody is the JSON of an example request.
type sentBody struct {
	text     []byte
	isObject bool
	members  []string // of the object
}

// drafts are the methods of an operation.
func (p *planner) drafts(n namedOp, known *addresses) []draft {
	var list []draft
	for _, part := range split(withShown(n.op, known)) {
		d := draft{namedOp: namedOp{part.op, n.service, n.method + suffix(part.suffix)}}
		d.plan = p.planArgs(d.op)
		d.labels = labelRoutes(d.plan.Routes)
		d.answer = readAnswer(d.op)
		if sends(d.plan.Routes[0].Method) {
			d.readBodies()
		}
		list = append(list, d)
	}
	return list
}

// planArgs plans the routes of an operation and its arguments.
func (p *planner) planArgs(op *ir.Operation) *Method {
	m := &Method{Op: op}
	m.Routes, m.routeOf = planRoutes(op.Routes, p.hides)
	m.Fields = unionFields(m.Routes)
	m.Query = p.queryArgs(m)
	typeArgs(m)
	return m
}

func readAnswer(op *ir.Operation) answer {
	a := answer{redirect: onlyRedirects(op), counts: allEndIn(op, "$count")}
	a.promised, a.shown = successOf(op)
	a.wrapped = wrappedValue(a.shown)
	return a
}

func (d *draft) readBodies() {
	texts, content := requestBodies(d.op)
	d.sendsContent = content
	for _, text := range texts {
		var members map[string]json.RawMessage
		err := json.Unmarshal(text, &members)
		d.bodies = append(d.bodies, sentBody{text, err == nil, slices.Collect(maps.Keys(members))})
	}
}
