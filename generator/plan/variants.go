package plan

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// variant is an operation, or the routes and examples of one whose responses have
// another form than those of the others. A page that documents /photo and
// /photo/$value documents two Go methods: one returns a value, the other bytes.
// The same is true of a report as JSON or by a redirect, of settings and a
// single setting at a longer path, and of a search by GET or POST.
type variant struct {
	op     *ir.Operation
	suffix string // of the method's name
	call   otherCall
}

// variantsOf splits an operation into variants. Each has the examples of its
// routes. The first also has the examples that match no route.
func variantsOf(op *ir.Operation, named *namedOperation) []variant {
	var list []variant
	for _, m := range variantsByMethod(op, named) {
		for _, v := range variantsByForm(m.op) {
			v.suffix, v.call = m.suffix+suffix(v.suffix), m.call
			for _, v := range variantsByCall(v, named.method) {
				list = append(list, variantsByAnswer(v)...)
			}
		}
	}
	return list
}

// variantsByAnswer separates the redirects and the bytes of an operation from its
// JSON, and answers of one type from those of another.
func variantsByAnswer(v variant) []variant {
	v, redirected := v.extract("Redirect", showsRedirect, true)
	v, content := v.extract("Content", sendsContent, false)
	return slices.Concat(variantsByType(v), redirected, content)
}

// variantsByForm separates the routes that end in $value or $count from the others.
func variantsByForm(op *ir.Operation) []variant {
	forms := make([]string, len(op.Routes))
	for i, r := range op.Routes {
		forms[i] = responseForm(r)
	}
	if !slices.ContainsFunc(forms, func(f string) bool { return f != forms[0] }) {
		return []variant{{op: op}}
	}
	var list []variant
	for _, form := range []string{"", "value", "count"} {
		if slices.Contains(forms, form) {
			list = append(list, variant{op: withForm(op, forms, form), suffix: form})
		}
	}
	assignExamples(op, forms, list)
	return list
}

// responseForm returns "value" or "count" for a route that ends in $value or $count.
func responseForm(r ir.Route) string {
	switch last := lastSegment(r); last {
	case "$value", "$count":
		return last[1:]
	}
	return ""
}

// lastSegment returns the last segment of a route in lower case.
func lastSegment(r ir.Route) string {
	if n := len(r.Path.Segments); n > 0 {
		return strings.ToLower(r.Path.Segments[n-1].String())
	}
	return ""
}

// withForm copies an operation with the routes of one form and no examples.
func withForm(op *ir.Operation, forms []string, form string) *ir.Operation {
	own := *op
	own.Routes, own.Examples = nil, nil
	for i, r := range op.Routes {
		if forms[i] == form {
			own.Routes = append(own.Routes, r)
		}
	}
	return &own
}

func assignExamples(op *ir.Operation, forms []string, list []variant) {
	for _, ex := range op.Examples {
		owner := list[0].op
		if i, ok := routeOf(op, &ex); ok {
			at := slices.IndexFunc(list, func(v variant) bool { return v.suffix == forms[i] })
			owner = list[at].op
		}
		owner.Examples = append(owner.Examples, ex)
	}
}

// routeOf returns the index of the route that an example request matches.
func routeOf(op *ir.Operation, ex *ir.Example) (index int, ok bool) {
	if ex.Request == nil {
		return 0, false
	}
	index, _, ok = op.MatchRoute(ex.Request.Method, ex.Request.URL)
	return index, ok
}

func showsRedirect(ex *ir.Example) bool { return ex.Response != nil && IsRedirect(ex.Response.Status) }

// sendsContent reports whether an example sends bytes rather than JSON.
func sendsContent(ex *ir.Example) bool {
	switch ex.Request.Kind {
	case ir.Text, ir.Binary, ir.Multipart:
		return true
	}
	return false
}

// IsRedirect reports whether a response with a status has the location of the content.
// A 304 has none.
func IsRedirect(status int) bool { return status >= 300 && status < 400 && status != 304 }

// variantsByType separates the examples whose response has another type than that
// of the first example, one type after the other.
func variantsByType(v variant) []variant {
	first := ir.TypeRef{}
	for i := range v.op.Examples {
		typ := responseType(&v.op.Examples[i])
		if typ == first || typ.Name == "" {
			continue
		}
		if first.Name == "" {
			first = typ
			continue
		}
		rest, moved := v.extract("", func(ex *ir.Example) bool { return responseType(ex) == typ }, false)
		if moved != nil {
			moved[0].suffix = v.suffix + variantSuffix(moved[0].op, rest.op, typ)
			return append(variantsByType(rest), moved...)
		}
	}
	return []variant{v}
}

// responseType returns the documented type of an example's successful JSON response.
func responseType(ex *ir.Example) ir.TypeRef {
	if ex.Request == nil || ex.Response == nil || ex.Response.Status >= 300 || ex.Response.JSON == nil {
		return ir.TypeRef{}
	}
	return ex.Response.Type
}

// variantSuffix names a variant after the last name in its path, or after its
// type if the remaining routes have the same last name.
func variantSuffix(own, rest *ir.Operation, typ ir.TypeRef) string {
	last := func(op *ir.Operation) string {
		word := ""
		for _, s := range op.Routes[0].Path.Segments {
			if isName(s) {
				word = s.String()
			}
		}
		return word
	}
	word := last(own)
	if strings.EqualFold(word, last(rest)) {
		word = typ.Name
	}
	return exported(lastPart(word))
}

// extract moves the examples that moves selects, and the routes with the same
// last segment, to a variant. It moves nothing if no successful example would
// remain. With share, both may have the same route, if the service distinguishes
// them by the query.
func (v variant) extract(suffix string, moves func(*ir.Example) bool, share bool) (rest variant, moved []variant) {
	kept, own := *v.op, *v.op
	kept.Examples, own.Examples = nil, nil
	keptEnds, ownEnds := map[string]bool{}, map[string]bool{}
	last := &kept
	for _, ex := range v.op.Examples {
		if ex.Request != nil { // a response without a request belongs to the previous request
			last = &kept
			if i, ok := routeOf(v.op, &ex); ok && moves(&ex) {
				last = &own
				ownEnds[lastSegment(v.op.Routes[i])] = true
			} else if ok && ex.Response != nil && ex.Response.Status < 400 {
				keptEnds[lastSegment(v.op.Routes[i])] = true
			}
		}
		last.Examples = append(last.Examples, ex)
	}
	shared := func(r ir.Route) bool { return keptEnds[lastSegment(r)] && ownEnds[lastSegment(r)] }
	if len(keptEnds) == 0 || len(ownEnds) == 0 || !share && slices.ContainsFunc(v.op.Routes, shared) {
		return v, nil
	}
	kept.Routes, own.Routes = nil, nil
	for _, r := range v.op.Routes {
		end := lastSegment(r)
		if ownEnds[end] {
			own.Routes = append(own.Routes, r)
		}
		if !ownEnds[end] || keptEnds[end] {
			kept.Routes = append(kept.Routes, r)
		}
	}
	// The documented responses do not name routes: the variant's examples count.
	own.Responses = nil
	kept.Responses = slices.DeleteFunc(slices.Clone(v.op.Responses), func(r ir.Response) bool { return IsRedirect(r.Status) })
	return variant{&kept, v.suffix, v.call}, []variant{{&own, v.suffix + suffix, v.call}}
}
