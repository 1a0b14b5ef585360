package plan

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// preparedMethod is a method before it is declared. Preparing reads examples,
// which is slow and is done for many pages in parallel; declaring depends on the
// names and types of earlier methods.
type preparedMethod struct {
	namedOperation
	part      string // see [Name]
	call      otherCall
	spare     string // the name of the method if its name is taken; "" for none
	plan      *Method
	answer    documentedAnswer
	calls     []exampleCall
	bodies    []exampleBody
	optional  []optionalParam
	sendsBody bool
	// sendsContent is set if the examples send bytes rather than JSON.
	sendsContent bool
}

// exampleCall is an example with a request, and the route that the request matches.
type exampleCall struct {
	*ir.Example
	route int      // index in the operation's routes; -1 for none
	args  []string // values of the route's parameters
}

func exampleCalls(op *ir.Operation) []exampleCall {
	var calls []exampleCall
	for i := range op.Examples {
		ex := &op.Examples[i]
		if ex.Request == nil {
			continue
		}
		c := exampleCall{Example: ex, route: -1}
		if index, args, ok := op.MatchRoute(ex.Request.Method, ex.Request.URL); ok {
			c.route, c.args = index, args
		}
		calls = append(calls, c)
	}
	return calls
}

// matching returns the calls that match a route, or all calls if none does.
func matching(calls []exampleCall) []exampleCall {
	own := slices.DeleteFunc(slices.Clone(calls), func(c exampleCall) bool { return c.route < 0 })
	if len(own) == 0 {
		return calls
	}
	return own
}

// exampleBody is the JSON of an example request.
type exampleBody struct {
	text     []byte
	isObject bool
	members  []string // of the object
}

// prepare returns the methods of an operation.
func (p *planner) prepare(n namedOperation, known *routeIndex) []preparedMethod {
	var list []preparedMethod
	op := withExampleRoutes(n.op, known)
	sets := op.PermissionSets()
	for _, v := range variantsOf(op, &n) {
		m := preparedMethod{namedOperation: n, part: partName(n.method, suffix(v.suffix), list), call: v.call}
		m.op, m.method = v.op, n.method+m.part
		if v.call.name != "" {
			m.spare, m.method = m.method, v.call.name+strings.TrimPrefix(m.part, exported(strings.ToLower(v.op.Routes[0].Method)))
		}
		m.calls = exampleCalls(m.op)
		m.plan, m.optional = p.planArgs(m.op, m.calls)
		m.plan.OffTitle = v.call.title
		m.plan.Contexts = m.plan.contexts(op, sets)
		m.answer = findAnswer(m.op, m.calls, v.call.reply)
		if m.sendsBody = m.mayHaveBody(); m.sendsBody {
			m.readBodies()
		}
		list = append(list, m)
	}
	return list
}

// partName names a part of an operation without the words that the name of the method
// ends in, unless another part has that name.
func partName(method, name string, others []preparedMethod) string {
	short := withoutOverlap(method, name)
	if slices.ContainsFunc(others, func(m preparedMethod) bool { return m.part == short }) {
		return name
	}
	return short
}

// planArgs plans the routes of an operation and its arguments.
func (p *planner) planArgs(op *ir.Operation, calls []exampleCall) (m *Method, optional []optionalParam) {
	m = &Method{Op: op}
	m.Routes, m.routeOf = planRoutes(op.Routes, calls, p.shadows)
	m.Fields = unionFields(m.Routes)
	optional = p.planQuery(m, calls)
	m.Headers = p.headerArgs(m)
	typeArgs(m, calls)
	planPlaces(m)
	return m, optional
}

func (m *preparedMethod) readBodies() {
	texts, content := exampleBodies(m.op, m.calls)
	m.sendsContent = content
	for _, text := range texts {
		var members map[string]json.RawMessage
		err := json.Unmarshal(text, &members)
		m.bodies = append(m.bodies, exampleBody{text, err == nil, slices.Collect(maps.Keys(members))})
	}
}
