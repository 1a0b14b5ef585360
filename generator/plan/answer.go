package plan

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/mdwire/mdwire/ir"
)

// documentedAnswer is the documented response to a call, and the example of it.
type documentedAnswer struct {
	promised ir.Response
	shown    *ir.Reply
	declared []string // the types in the comments of the examples
	wrapped  byte     // see wrappedValue
	envelope Envelope // see findEnvelope
	members  []string // see shownMembers
	redirect int      // see onlyRedirects
	isCount  bool     // the answer is the number of elements
	// orAccepted is set if a 202 without content may come instead of promised.
	orAccepted bool
}

// findAnswer finds the documented response of an operation. shared is the example of
// another call with the same response, nil for none.
func findAnswer(op *ir.Operation, calls []exampleCall, shared *ir.Reply) documentedAnswer {
	a := documentedAnswer{redirect: onlyRedirects(calls), isCount: allEndIn(op, "$count")}
	replies := successfulReplies(op)
	if shared != nil {
		replies = append(replies, shared)
	}
	a.promised, a.shown = successOf(op, replies)
	for _, r := range replies {
		if name := r.Type.Name; name != "" && !slices.Contains(a.declared, name) {
			a.declared = append(a.declared, name)
		}
	}
	a.wrapped = wrappedValue(a.shown)
	var list []byte
	if a.envelope, list = findEnvelope(a.shown, a.promised.Type.Collection); a.envelope.List != "" {
		a.members = firstOf(list)
	} else {
		a.members = a.shownMembers()
	}
	a.orAccepted = mayBeAccepted(op, replies)
	return a
}

// shownMembers returns the names of the members of the example response, or of its
// first element if it is a list.
func (a *documentedAnswer) shownMembers() []string {
	var one map[string]json.RawMessage
	if a.shown == nil || json.Unmarshal(a.shown.JSON, &one) != nil {
		return nil
	}
	switch a.wrapped {
	case '[':
		var list []map[string]json.RawMessage
		if json.Unmarshal(one["value"], &list) != nil || len(list) == 0 {
			return nil
		}
		one = list[0]
	case '{':
		value := one["value"]
		if one = nil; json.Unmarshal(value, &one) != nil {
			return nil
		}
	}
	return slices.Sorted(maps.Keys(one))
}

// onlyRedirects returns the status of the redirect if all successful examples of an
// operation's routes are redirects, otherwise 0. Examples that match no route are
// calls of the service that the redirect leads to.
func onlyRedirects(calls []exampleCall) (status int) {
	for _, ex := range calls {
		if ex.route < 0 || ex.Response == nil || ex.Response.Status >= 400 {
			continue
		}
		if !IsRedirect(ex.Response.Status) {
			return 0
		}
		status = ex.Response.Status
	}
	return status
}

// successfulReplies returns the successful responses of an operation's examples: those
// to requests that match its routes, or all if there is none. A response without a
// request belongs to the previous request.
func successfulReplies(op *ir.Operation) []*ir.Reply {
	var own, all []*ir.Reply
	matches := false
	for i := range op.Examples {
		ex := &op.Examples[i]
		if ex.Request != nil {
			if _, matches = routeOf(op, ex); !matches && ex.Request.IsBatch() {
				continue
			}
		}
		r := ex.Response
		if r == nil || r.Status != 0 && (r.Status < 200 || r.Status >= 400) { // 0: the page shows only a body
			continue
		}
		all = append(all, r)
		if matches {
			own = append(own, r)
		}
	}
	if len(own) > 0 {
		return own
	}
	return all
}

// successOf returns the documented successful response of an operation and an
// example of it.
func successOf(op *ir.Operation, replies []*ir.Reply) (ir.Response, *ir.Reply) {
	var promised ir.Response
	known := false
	for _, r := range op.Responses {
		success := r.Status == 0 || r.Status >= 200 && r.Status < 400
		if success && (!known || promised.Type.Name == "" && r.Type.Name != "") {
			promised, known = r, true
		}
	}
	var shown *ir.Reply
	for _, r := range replies {
		similar := r.Status == 0 || r.Status == promised.Status || r.Status < 300 && promised.Status < 300
		if shown == nil || shown.Kind == ir.NoBody && r.Kind != ir.NoBody && similar {
			shown = r
		}
	}
	switch {
	case promised.Status == 0 && shown != nil:
		promised.Status = shown.Status
	case promised.Status == 202 && shown != nil && shown.Kind != ir.NoBody:
		if i := slices.IndexFunc(op.Responses, func(r ir.Response) bool { return r.Status == shown.Status }); i >= 0 {
			promised = op.Responses[i] // the value, rather than the promise of one
		}
	}
	return promised, shown
}

// mayBeAccepted reports whether a call may be answered by 202 without content. Pages
// also name 202 for a GET whose value is only not yet complete, so that an example
// must show it.
func mayBeAccepted(op *ir.Operation, replies []*ir.Reply) bool {
	for _, r := range replies {
		if r.Status == 202 {
			return r.Kind == ir.NoBody
		}
	}
	return op.Routes[0].Method != "GET" && slices.ContainsFunc(op.Responses, func(r ir.Response) bool { return r.Status == 202 && r.Type.Name == "" })
}
