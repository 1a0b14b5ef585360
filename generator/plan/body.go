package plan

import (
	"bytes"
	"fmt"
	"mime"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// planBody decides the request body of a method: none, a documented type, a struct
// of the documented parameters, or bytes. Of several candidates, it takes the first
// that can hold all examples of the page.
func (t *types) planBody(m *Method, prepared *preparedMethod) Body {
	op := t.spelledByExamples(m.Op, prepared.bodies)
	if !prepared.sendsBody {
		t.reportLeftOut(prepared)
		return Body{}
	}
	if prepared.sendsContent || len(prepared.bodies) == 0 && op.Body != nil && t.isContent(op) {
		return Body{Kind: ContentBody, Name: "content", Doc: bodyDoc(op), ContentType: contentType(op, prepared.calls)}
	}
	unread := len(prepared.bodies) == 0 && sendsUnread(op, prepared.calls)
	if op.Body == nil && len(prepared.bodies) == 0 && !unread {
		return t.missingBody(prepared)
	}
	candidates := t.bodyCandidates(op, prepared)
	for _, c := range candidates {
		if t.holdsAll(c, prepared.bodies) {
			return t.typedBody(m, c, prepared.bodies)
		}
	}
	if len(candidates) > 0 {
		return t.typedBody(m, candidates[0], prepared.bodies)
	}
	t.reportUntypedBody(prepared)
	return Body{Kind: JSONBody, Type: rawJSON, Name: "body", Doc: bodyDoc(op)}
}

// missingBody returns the body of an operation whose page has none. PATCH and PUT have
// no purpose without a body, so one is assumed.
func (t *types) missingBody(prepared *preparedMethod) Body {
	op := prepared.op
	if verb := op.Routes[0].Method; verb != "PATCH" && verb != "PUT" {
		return Body{}
	}
	if allEndIn(op, "content") || allEndIn(op, "$value") {
		t.reportBody(op, diag.Info, "the page does not describe the request body; assumed to be bytes")
		return Body{Kind: ContentBody, Name: "content", Doc: bodyDoc(op)}
	}
	t.reportUntypedBody(prepared)
	return Body{Kind: JSONBody, Type: rawJSON, Name: "body", Doc: bodyDoc(op)}
}

// isContent reports whether the documented body of an operation is bytes. It reports a
// contradiction.
func (t *types) isContent(op *ir.Operation) bool {
	if op.Body.Bytes && op.Body.ContentType != "" && jsonContent(op.Body.ContentType) {
		t.reportBody(op, diag.Warning, fmt.Sprintf("the request body is bytes, but its type is %q; assumed to be bytes", op.Body.ContentType))
	}
	return op.Body.Bytes || !jsonContent(op.Body.ContentType)
}

// bodyCandidate is a possible type of a request body.
type bodyCandidate struct {
	ref    ir.TypeRef
	props  []ir.Property // if ref is zero
	update bool
}

func (t *types) bodyCandidates(op *ir.Operation, prepared *preparedMethod) []bodyCandidate {
	var list []bodyCandidate
	examples := prepared.bodies
	if allEndIn(op, "$ref") && !(op.Body != nil && hasName(op.Body.Properties, referenceBody[0].Name)) {
		list = append(list, bodyCandidate{props: referenceBody})
	}
	patch := op.Routes[0].Method == "PATCH"
	var props []ir.Property
	named := ""
	if op.Body != nil {
		props, named = op.Body.Properties, op.Body.Type.Name
	}
	contrary := t.isContrary(named, examples)
	if t.resources[named] != nil && !contrary {
		ref := op.Body.Type
		ref.Collection = ref.Collection || areArrays(examples)
		list = append(list, bodyCandidate{ref: ref, update: patch && !ref.Collection})
	}
	if len(list) == 0 && !areArrays(examples) {
		if name := t.unnamedBody(prepared); name != "" && t.declaresAll(name, props) {
			list = append(list, bodyCandidate{ref: ir.TypeRef{Name: name}, update: patch})
		}
	}
	if table := (bodyCandidate{props: props}); len(props) > 0 && (!contrary || t.holdsAll(table, examples)) {
		if list = append(list, table); contrary {
			t.reportBody(op, diag.Warning, fmt.Sprintf("the example request has no property of the type %q that the page names; assumed to have the properties in the table", named))
		}
	}
	return list
}

// referenceBody has the properties that calls of "…/$ref" send, even if their pages
// name the type of the entity. See "entity reference" in OData JSON Format.
var referenceBody = []ir.Property{{
	Name: "@odata.id", Type: ir.TypeRef{Name: "Edm.String"},
	Doc: "The URL of the entity to refer to, such as \"https://graph.microsoft.com/v1.0/directoryObjects/{id}\".",
}}

// areArrays reports whether all example bodies are arrays. The text of pages says
// "an array of" in too many ways.
func areArrays(examples []exampleBody) bool {
	return len(examples) > 0 && !slices.ContainsFunc(examples, func(ex exampleBody) bool {
		return !bytes.HasPrefix(bytes.TrimSpace(ex.text), []byte("["))
	})
}

// declaresAll reports whether a type documents all given properties.
func (t *types) declaresAll(wire string, props []ir.Property) bool {
	for _, p := range props {
		if !strings.Contains(p.Name, "@") && !t.hasProperty(wire, p.Name) && !t.hasRelationship(wire, p.Name) {
			return false
		}
	}
	return true
}

func (t *types) typedBody(m *Method, c bodyCandidate, examples []exampleBody) Body {
	b := Body{Kind: JSONBody, Doc: bodyDoc(m.Op), Name: "body"}
	if c.ref.Name == "" {
		typ := t.addBody(m.Key+"Body", m.Op.File, m.Service.File, c.props, m.Routes[0].Method == "PATCH")
		typ.Doc = fmt.Sprintf("[%s.%s]", m.Service.TypeName(), m.Name)
		b.Type = gocode.Type{Name: typ.Name, Local: true}
		return b
	}
	typ := t.reach(c.ref.Name, true)
	if typ == nil {
		b.Type = rawJSON
		return b
	}
	if c.update && typ.Kind == Struct {
		typ = t.addUpdate(typ, bodyNames(m.Op, examples))
	}
	b.Type = gocode.Type{Name: typ.Name, Local: true, Slice: c.ref.Collection}
	return b
}

// bodyNames returns the properties that an operation documents or shows in its body.
func bodyNames(op *ir.Operation, examples []exampleBody) []string {
	var names []string
	if op.Body != nil {
		for _, p := range op.Body.Properties {
			names = append(names, p.Name)
		}
	}
	return append(names, bodyMembers(examples)...)
}

// exampleBodies returns the JSON bodies of the example requests. content is set if
// the examples send bytes instead.
func exampleBodies(op *ir.Operation, calls []exampleCall) (bodies [][]byte, content bool) {
	for _, ex := range matching(calls) {
		if ex.Request.Method != op.Routes[0].Method {
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

// jsonVariant returns the media type of an operation's JSON body if it has a meaning
// of its own, as application/merge-patch+json, and "" for plain JSON.
func jsonVariant(op *ir.Operation, calls []exampleCall) string {
	if op.Body != nil && isJSONVariant(op.Body.ContentType) {
		return op.Body.ContentType
	}
	if shown := contentType(op, calls); isJSONVariant(shown) {
		return shown
	}
	return ""
}

func isJSONVariant(contentType string) bool {
	media, _, _ := mime.ParseMediaType(contentType)
	return strings.HasSuffix(media, "+json")
}

// sendsUnread reports whether an example request has a JSON body that cannot be
// read: with mistakes, or in a file.
func sendsUnread(op *ir.Operation, calls []exampleCall) bool {
	return slices.ContainsFunc(matching(calls), func(ex exampleCall) bool {
		return ex.Request.Method == op.Routes[0].Method && ex.Request.Kind == ir.JSONInvalid && ex.Request.JSON == nil
	})
}

// contentType returns the media type of an operation's content body: the documented
// one, or that of all examples.
func contentType(op *ir.Operation, calls []exampleCall) string {
	var types []string
	if op.Body != nil && op.Body.ContentType != "" && !jsonContent(op.Body.ContentType) {
		types = []string{op.Body.ContentType}
	} else {
		for _, ex := range matching(calls) {
			for _, h := range ex.Request.Headers {
				if strings.EqualFold(h.Name, "Content-Type") {
					types = append(types, strings.TrimSpace(h.Value))
				}
			}
		}
	}
	slices.Sort(types)
	types = slices.Compact(types)
	if len(types) != 1 || !canBeSent(types[0]) {
		return ""
	}
	return types[0]
}

// canBeSent reports whether a media type is a valid header value without changes.
// "image/*" is not, and the boundary of a multipart type is the sender's choice.
func canBeSent(mediaType string) bool {
	media, _, err := mime.ParseMediaType(mediaType)
	return err == nil && strings.Contains(media, "/") && !strings.Contains(media, "*") && !strings.HasPrefix(media, "multipart/")
}

func bodyDoc(op *ir.Operation) string {
	if op.Body == nil {
		return ""
	}
	return op.Body.Doc
}

// holdsAll reports whether a candidate has the members of all example bodies.
func (t *types) holdsAll(c bodyCandidate, examples []exampleBody) bool {
	for _, ex := range examples {
		if !ex.isObject {
			return c.ref.Collection
		}
		for _, name := range ex.members {
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
