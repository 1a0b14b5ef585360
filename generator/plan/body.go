package plan

import (
	"encoding/json"
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// planBody decides what a method sends: nothing, a documented type, a struct
// of the documented parameters, or bytes. Where the page leaves a choice, the
// first that holds all of its own examples is taken.
func (t *types) planBody(m *Method) Body {
	op := m.Op
	verb := m.Routes[0].Method
	if verb == "GET" || verb == "DELETE" || verb == "HEAD" {
		return Body{}
	}
	examples, content := requestBodies(op)
	if content || op.Body != nil && !jsonContent(op.Body.ContentType) {
		return Body{Kind: ContentBody, Name: "content", Doc: bodyDoc(op)}
	}
	if op.Body == nil && len(examples) == 0 {
		return Body{}
	}
	candidates := t.bodyCandidates(op, verb)
	for _, c := range candidates {
		if t.fitsAll(c, examples) {
			return t.typedBody(m, c)
		}
	}
	if len(candidates) > 0 {
		return t.typedBody(m, candidates[0])
	}
	if len(examples) == 0 {
		return Body{}
	}
	return Body{Kind: JSONBody, Type: rawJSON, Name: "body", Doc: bodyDoc(op)}
}

// bodyCandidate is one reading of what a request body is.
type bodyCandidate struct {
	ref    ir.TypeRef
	props  []ir.Property // when ref is zero
	update bool
}

func (t *types) bodyCandidates(op *ir.Operation, verb string) []bodyCandidate {
	var list []bodyCandidate
	patch := verb == "PATCH"
	var props []ir.Property
	if op.Body != nil {
		props = op.Body.Properties
		if t.resources[op.Body.Type.Name] != nil {
			list = append(list, bodyCandidate{ref: op.Body.Type, update: patch && !op.Body.Type.Collection})
		}
	}
	if len(list) == 0 && (patch || creates(op)) {
		if name := t.answered(op); name != "" && t.declaresAll(name, props) {
			list = append(list, bodyCandidate{ref: ir.TypeRef{Name: name}, update: patch})
		}
	}
	if len(props) > 0 {
		list = append(list, bodyCandidate{props: props})
	}
	return list
}

// creates reports whether an operation makes something of what it is sent: then
// the body is of the type that it answers with.
func creates(op *ir.Operation) bool {
	verb := titleVerb(op.Title, "")
	return op.Routes[0].Method == "POST" && (verb == "create" || verb == "add")
}

// answered returns the type of the single value that an operation answers with.
func (t *types) answered(op *ir.Operation) string {
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

// declaresAll reports whether a type documents all of the properties.
func (t *types) declaresAll(wire string, props []ir.Property) bool {
	for _, p := range props {
		if !strings.Contains(p.Name, "@") && !t.hasProperty(wire, p.Name) && !t.hasRelationship(wire, p.Name) {
			return false
		}
	}
	return true
}

func (t *types) typedBody(m *Method, c bodyCandidate) Body {
	b := Body{Kind: JSONBody, Doc: bodyDoc(m.Op), Name: "body"}
	if c.ref.Name == "" {
		typ := t.addBody(m.Key+"Body", m.Op.File, m.Service.File, c.props, m.Routes[0].Method == "PATCH")
		b.Type = gocode.Type{Name: typ.Name, Local: true}
		return b
	}
	typ := t.reach(c.ref.Name, true)
	if typ == nil {
		b.Type = rawJSON
		return b
	}
	if c.update && typ.Kind == Struct {
		typ = t.addUpdate(typ)
	}
	b.Type = gocode.Type{Name: typ.Name, Local: true, Slice: c.ref.Collection}
	return b
}

// requestBodies returns the JSON bodies of the example requests; content tells
// that the examples show bytes instead.
func requestBodies(op *ir.Operation) (bodies [][]byte, content bool) {
	for _, ex := range op.Examples {
		if ex.Request == nil || ex.Request.Method != op.Routes[0].Method {
			continue
		}
		switch ex.Request.Kind {
		case ir.JSON, ir.JSONInvalid:
			if ex.Request.JSON != nil {
				bodies = append(bodies, ex.Request.JSON)
			}
		case ir.Text, ir.Binary, ir.Multipart:
			content = true
		}
	}
	return bodies, content && len(bodies) == 0
}

func bodyDoc(op *ir.Operation) string {
	if op.Body == nil {
		return ""
	}
	return op.Body.Doc
}

// fitsAll reports whether every example body is an object whose members the
// candidate knows.
func (t *types) fitsAll(c bodyCandidate, examples [][]byte) bool {
	for _, ex := range examples {
		var members map[string]json.RawMessage
		if json.Unmarshal(ex, &members) != nil {
			return c.ref.Collection
		}
		for name := range members {
			if !t.candidateHas(c, name) {
				return false
			}
		}
	}
	return true
}

func (t *types) candidateHas(c bodyCandidate, name string) bool {
	if strings.HasPrefix(name, "@odata.") || !gocode.TagSafe(name) {
		return true
	}
	if c.ref.Name == "" {
		for _, p := range c.props {
			if p.Name == name {
				return true
			}
		}
		return false
	}
	if t.hasProperty(c.ref.Name, name) || len(t.derived[c.ref.Name]) > 0 {
		return true
	}
	return t.hasRelationship(c.ref.Name, name)
}
