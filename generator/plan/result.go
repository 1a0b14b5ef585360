package plan

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// planResult decides the result of a method from the documented responses and the
// example responses.
func (t *types) planResult(prepared *preparedMethod) Result {
	op, answer := prepared.op, &prepared.answer
	res := Result{Status: answer.promised.Status}
	if res.Status == 0 {
		res.Status = defaultStatus(op)
	}
	if answer.redirect != 0 {
		res.Status = answer.redirect
	}
	ref := t.resultRef(op, answer)
	noBody := hasNoBody(answer.shown)
	switch {
	case IsRedirect(res.Status):
		res.Kind = Redirect
	case answer.isCount:
		res.Kind, res.Type = Scalar, countType
	case res.Status == 204 && noBody && (answer.promised != (ir.Response{}) || answer.shown != nil): // even if an annotation names a type
		res.Kind = None
	case res.Status == 202 && noBody && (ref.Name == "" || answer.promised.Body == ir.NoBody):
		res.Kind = Accepted
	case answer.promised.Body == ir.NoBody && noBody:
		res.Kind = None
	case isStream(op, ref, answer.shown):
		res.Kind = Stream
	case ref.Name == "" && noBody:
		res.Kind, res.Type = t.undescribed(op, answer)
	case answer.envelope.List != "":
		res.Kind, res.Type = Collection, t.envelopeList(op, answer, ref)
	case t.isContradicted(ref.Name, answer):
		t.assumeResult(op, answer, diag.Warning, fmt.Sprintf("the example response has no property of the type %q that the page names; assumed to be raw JSON", ref.Name))
		res.Kind, res.Type = t.jsonResult(ir.TypeRef{Collection: ref.Collection}, answer.shown, answer.wrapped)
	case ref.Collection && answer.wrapped == 0 && showsObject(answer.shown) && answer.shown.Type.Name == "":
		t.assumeResult(op, answer, diag.Warning, fmt.Sprintf("the page names a collection of %q, but the example response has no \"value\" array; assumed to be raw JSON", ref.Name))
		res.Kind, res.Type = Value, rawJSON
	default:
		res.Kind, res.Type = t.jsonResult(ref, answer.shown, answer.wrapped)
		t.reportUntyped(op, answer, ref)
	}
	if res.Kind == Collection {
		res.Envelope = answer.envelope
		if writes(op) {
			res.Kind = Page
		}
	}
	switch res.Kind {
	case Value, Scalar, Stream, Page:
		res.OrAccepted = answer.orAccepted && res.Status != 202
	}
	return res
}

// resultRef returns the type of a response, and settles whether it has an envelope.
func (t *types) resultRef(op *ir.Operation, answer *documentedAnswer) ir.TypeRef {
	ref := t.answerRef(answer)
	t.dropEnvelope(answer, ref.Name)
	if ref.Name == "" && answer.envelope.List != "" {
		ref.Collection = true
	}
	return t.fittingRef(op, answer, ref)
}

// undescribed returns the result of a call whose response has no documented type and
// no example with a body. A GET without any content is rare, so it is not assumed.
func (t *types) undescribed(op *ir.Operation, answer *documentedAnswer) (ResultKind, gocode.Type) {
	get := op.Routes[0].Method == "GET"
	switch {
	case answer.promised.Body == ir.Binary, get && allEndIn(op, "content"):
		t.assumeResult(op, answer, diag.Info, "the page names no type of the response; assumed to be a stream of bytes")
		return Stream, gocode.Type{}
	case answer.promised.Body == ir.JSON:
		t.assumeResult(op, answer, diag.Info, "the page names no type of the response; assumed to be raw JSON")
		return Value, rawJSON
	case get:
		t.assumeResult(op, answer, diag.Warning, "the page does not describe the response; assumed to be raw JSON")
		return Value, rawJSON
	case answer.promised == (ir.Response{}) && answer.shown == nil:
		t.assumeResult(op, answer, diag.Info, "the page does not describe the response; assumed to have no content")
	}
	return None, gocode.Type{}
}

// answerRef returns the type of a response: the one in the Response section, then the one
// in the comments of the examples. If the comments name several, it is the type that
// all of them extend.
func (t *types) answerRef(answer *documentedAnswer) ir.TypeRef {
	ref := answer.promised.Type
	if answer.shown == nil || ref.Name != "" && (t.isDocumented(ref.Name) || t.resources[answer.shown.Type.Name] == nil) {
		return ref
	}
	ref = answer.shown.Type
	for _, name := range answer.declared {
		ref.Name = t.commonBase(ref.Name, name)
	}
	return ref
}

// isDocumented reports whether a name is that of a primitive or documented type.
func (t *types) isDocumented(name string) bool {
	_, isEnum := t.enums[name]
	return isPrimitive(name) || isEnum || t.resources[name] != nil
}

// commonBase returns the nearest type that two types are or extend, "" if there is none.
func (t *types) commonBase(a, b string) string {
	for n := 0; a != "" && n < maxBases; n++ {
		if t.extends(b, a) {
			return a
		}
		r := t.resources[a]
		if r == nil {
			return ""
		}
		a = r.BaseType
	}
	return ""
}

// reportUntyped reports a JSON response whose type no page documents.
func (t *types) reportUntyped(op *ir.Operation, answer *documentedAnswer, ref ir.TypeRef) {
	switch {
	case ref.Name == "":
		t.assumeResult(op, answer, diag.Info, "the page names no type of the response; assumed to be raw JSON")
	case ref.Name == streamType:
		t.assumeResult(op, answer, diag.Info, "the page names a stream, but the example response is JSON; assumed to be raw JSON")
	case !isPrimitive(ref.Name) && t.planned[ref.Name] == nil:
		t.assumeResult(op, answer, diag.Info, fmt.Sprintf("no page documents the type %q of the response; assumed to be raw JSON", ref.Name))
	}
}

func (t *types) assumeResult(op *ir.Operation, answer *documentedAnswer, severity diag.Severity, message string) {
	at := op.At
	switch {
	case answer.promised.At != (diag.Range{}):
		at = answer.promised.At
	case answer.shown != nil:
		at = answer.shown.At
	}
	t.report(diag.AssumedResult, severity, at, message)
}

// writes reports whether an operation may change something. Such a call is made once,
// when its method is called, and not by a loop over its result.
func writes(op *ir.Operation) bool {
	return slices.ContainsFunc(op.Routes, func(r ir.Route) bool { return r.Method != "GET" })
}

func hasNoBody(shown *ir.Reply) bool { return shown == nil || shown.Kind == ir.NoBody }

func defaultStatus(op *ir.Operation) int {
	if op.Routes[0].Method == "DELETE" {
		return 204
	}
	return 200
}

// allEndIn reports whether all routes of an operation end in a segment.
func allEndIn(op *ir.Operation, last string) bool {
	for _, r := range op.Routes {
		if !strings.HasSuffix(strings.ToLower(strings.TrimSuffix(r.Path.String(), "/")), "/"+last) {
			return false
		}
	}
	return true
}

// streamType is the type of content that is not JSON.
const streamType = "Edm.Stream"

// isStream reports whether the response is bytes rather than JSON.
func isStream(op *ir.Operation, ref ir.TypeRef, shown *ir.Reply) bool {
	if shown != nil {
		switch shown.Kind {
		case ir.Binary, ir.Text, ir.Multipart:
			return true
		case ir.JSON, ir.JSONInvalid:
			return false
		}
	}
	get := op.Routes[0].Method == "GET"
	if ref.Name == streamType || get && allEndIn(op, "$value") {
		return true
	}
	return get && shown != nil && !jsonContent(shown.Header("Content-Type"))
}

// jsonContent reports whether a content type is JSON or missing.
func jsonContent(contentType string) bool {
	return contentType == "" || strings.Contains(strings.ToLower(contentType), "json")
}

// jsonResult decides whether a JSON response is a value, a collection or a wrapped
// primitive. wrapped is the wrappedValue of the response.
func (t *types) jsonResult(ref ir.TypeRef, shown *ir.Reply, wrapped byte) (ResultKind, gocode.Type) {
	typ := t.reach(ref.Name, true)
	hasValue := typ != nil && t.hasValue(ref.Name, wrapped)
	if scalar, ok := scalarShown(shown, wrapped); ok && !hasValue && (typ == nil || typ.Kind == Struct) && !isPrimitive(ref.Name) {
		return Scalar, scalar
	}
	switch {
	case ref.Collection && showsArray(shown): // without paging
		return Value, t.fieldType(ref)
	case wrapped == '[' && !hasValue, ref.Collection && wrapped == 0 && !showsObject(shown):
		return Collection, t.elementType(ref)
	case isPrimitive(ref.Name), wrapped != 0 && wrapped != '[' && !hasValue, typ != nil && typ.Kind == Enum:
		return Scalar, t.elementType(ref)
	}
	return Value, t.valueType(ref)
}

// scalarShown returns the type of an example response that is a primitive value or
// {"value": …} with one. wrapped is the wrappedValue of the response.
func scalarShown(shown *ir.Reply, wrapped byte) (typ gocode.Type, ok bool) {
	first := wrapped
	if first == 0 && shown != nil && shown.JSON != nil {
		first = bytes.TrimSpace(shown.JSON)[0]
	}
	switch {
	case first == '"':
		return textType, true
	case first == 't' || first == 'f':
		return boolType, true
	case first == '-' || '0' <= first && first <= '9':
		return numberType, true
	}
	return gocode.Type{}, false
}

// hasValue reports whether a type documents a property "value" that can have a
// value that begins with the byte shown. Otherwise a response with such a member
// wraps a value of the type.
func (t *types) hasValue(wire string, shown byte) bool {
	return t.documents(wire, func(r *ir.Resource) bool {
		return slices.ContainsFunc(r.Properties, func(p ir.Property) bool {
			return p.Name == "value" && !(isPrimitive(p.Type.Name) && (shown == '{' || shown == '[' && !p.Type.Collection))
		})
	})
}

// showsObject reports whether an example response is an object.
func showsObject(shown *ir.Reply) bool {
	return shown != nil && bytes.HasPrefix(bytes.TrimSpace(shown.JSON), []byte("{"))
}

// showsArray reports whether an example response is an array.
func showsArray(shown *ir.Reply) bool {
	return shown != nil && bytes.HasPrefix(bytes.TrimSpace(shown.JSON), []byte("["))
}

// hasProperty reports whether a type or one of its bases documents a property.
func (t *types) hasProperty(wire, name string) bool {
	return t.documents(wire, func(r *ir.Resource) bool { return hasName(r.Properties, name) })
}

// hasRelationship is hasProperty for relationships.
func (t *types) hasRelationship(wire, name string) bool {
	return t.documents(wire, func(r *ir.Resource) bool { return hasName(r.Relationships, name) })
}

func hasName(list []ir.Property, name string) bool {
	return slices.ContainsFunc(list, func(p ir.Property) bool { return p.Name == name })
}

// documents reports whether has holds for a type or one of its bases. Pages may
// name each other as bases in a circle, so the number of bases is limited.
func (t *types) documents(wire string, has func(*ir.Resource) bool) bool {
	for n := 0; wire != "" && n < maxBases; n++ {
		r := t.resources[wire]
		if r == nil {
			return false
		}
		if has(r) {
			return true
		}
		wire = r.BaseType
	}
	return false
}

// wrappedValue returns the first byte of the "value" member of a response's JSON
// object, 0 for none.
func wrappedValue(shown *ir.Reply) byte {
	if shown == nil || shown.JSON == nil {
		return 0
	}
	var doc struct {
		Value json.RawMessage `json:"value"`
	}
	if json.Unmarshal(shown.JSON, &doc) != nil {
		return 0
	}
	v := bytes.TrimSpace(doc.Value)
	if len(v) == 0 {
		return 0
	}
	return v[0]
}

// isContradicted reports whether an example response has several properties and a type
// has none of them, except perhaps "id": then the page names a wrong type. The example
// does not name its type.
func (t *types) isContradicted(wire string, answer *documentedAnswer) bool {
	return answer.shown != nil && answer.shown.Type.Name != wire && t.hasNone(wire, answer.members)
}

// hasNone reports whether a type has none of several members of an object, except
// perhaps "id".
func (t *types) hasNone(wire string, members []string) bool {
	r := t.resources[wire]
	if r == nil || r.OpenType || len(r.Properties) < 2 || len(t.derived[wire]) > 0 {
		return false
	}
	unknown := 0
	for _, name := range members {
		switch {
		case name == typeKey:
			return false
		case name == "id" || strings.Contains(name, "@"):
		case t.hasAnyCase(wire, name):
			return false
		default:
			unknown++
		}
	}
	return unknown > 1
}

// hasAnyCase reports whether a type or one of its bases documents a property or
// relationship whose name may differ by letter case. It reports true if the properties
// of a base are not known.
func (t *types) hasAnyCase(wire, name string) bool {
	same := func(p ir.Property) bool { return strings.EqualFold(p.Name, name) }
	for n := 0; wire != "" && n < maxBases; n++ {
		r := t.resources[wire]
		if r == nil {
			return lastPart(wire) != entityType
		}
		if r.OpenType || slices.ContainsFunc(r.Properties, same) || slices.ContainsFunc(r.Relationships, same) {
			return true
		}
		wire = r.BaseType
	}
	return false
}
