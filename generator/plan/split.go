package plan

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// part is an operation, or what of one answers in another form than the rest. A
// page that documents /photo and /photo/$value documents two calls for a Go
// programmer, one that returns a value and one that returns bytes; so does one
// whose report comes as JSON or by a redirection, and one that shows settings
// and, at an address below, one of them.
type part struct {
	op     *ir.Operation
	suffix string // of the method's name
}

// split parts an operation. Each part has the examples of its routes; those of
// none stay with the first.
func split(op *ir.Operation) []part {
	var parts []part
	for _, p := range splitForms(op) {
		p, moved := p.carve("Redirect", redirects, true)
		p, sent := p.carve("Content", sendsContent, false)
		parts = slices.Concat(parts, splitTypes(p), moved, sent)
	}
	return parts
}

// splitForms parts the routes that end in $value or $count from the others.
func splitForms(op *ir.Operation) []part {
	forms := make([]string, len(op.Routes))
	for i, r := range op.Routes {
		forms[i] = formOf(r)
	}
	if !slices.ContainsFunc(forms, func(f string) bool { return f != forms[0] }) {
		return []part{{op: op}}
	}
	var parts []part
	for _, form := range []string{"", "value", "count"} {
		if i := slices.Index(forms, form); i >= 0 {
			parts = append(parts, part{op: restrict(op, forms, form), suffix: form})
		}
	}
	keepExamples(op, forms, parts)
	return parts
}

func formOf(r ir.Route) string {
	switch end := endOf(r); end {
	case "$value", "$count":
		return end[1:]
	}
	return ""
}

// endOf returns the last segment of a route.
func endOf(r ir.Route) string {
	if n := len(r.Path.Segments); n > 0 {
		return strings.ToLower(r.Path.Segments[n-1].String())
	}
	return ""
}

// restrict copies an operation with the routes of one form and no examples.
func restrict(op *ir.Operation, forms []string, form string) *ir.Operation {
	own := *op
	own.Routes, own.Examples = nil, nil
	for i, r := range op.Routes {
		if forms[i] == form {
			own.Routes = append(own.Routes, r)
		}
	}
	return &own
}

func keepExamples(op *ir.Operation, forms []string, parts []part) {
	for _, ex := range op.Examples {
		owner := parts[0].op
		if i, ok := routeOf(op, &ex); ok {
			at := slices.IndexFunc(parts, func(p part) bool { return p.suffix == forms[i] })
			owner = parts[at].op
		}
		owner.Examples = append(owner.Examples, ex)
	}
}

func routeOf(op *ir.Operation, ex *ir.Example) (index int, ok bool) {
	if ex.Request == nil {
		return 0, false
	}
	index, _, ok = op.MatchRoute(ex.Request.Method, ex.Request.URL)
	return index, ok
}

func redirects(ex *ir.Example) bool { return ex.Response != nil && isRedirect(ex.Response.Status) }

// sendsContent reports whether an example sends bytes rather than JSON.
func sendsContent(ex *ir.Example) bool {
	switch ex.Request.Kind {
	case ir.Text, ir.Binary, ir.Multipart:
		return true
	}
	return false
}

func isRedirect(status int) bool { return status >= 300 && status < 400 }

// splitTypes parts off what answers with another type than the first example
// does, one type after the other.
func splitTypes(p part) []part {
	first := ir.TypeRef{}
	for i := range p.op.Examples {
		ex := &p.op.Examples[i]
		typ := shownType(ex)
		if typ == first || typ.Name == "" {
			continue
		}
		if first.Name == "" {
			first = typ
			continue
		}
		rest, moved := p.carve("", func(ex *ir.Example) bool { return shownType(ex) == typ }, false)
		if moved != nil {
			moved[0].suffix = p.suffix + wordFor(moved[0].op, rest.op, typ)
			return append(splitTypes(rest), moved...)
		}
	}
	return []part{p}
}

// shownType returns the type that a page gives for an example's answer.
func shownType(ex *ir.Example) ir.TypeRef {
	if ex.Request == nil || ex.Response == nil || ex.Response.Status >= 300 || ex.Response.JSON == nil {
		return ir.TypeRef{}
	}
	return ex.Response.Type
}

// wordFor names a part after the last name in its path, or after its type where
// the rest has the same.
func wordFor(own, rest *ir.Operation, typ ir.TypeRef) string {
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
	return exported(word[strings.LastIndexByte(word, '.')+1:])
}

// carve makes a part of its own of the examples for which moves holds and of
// the routes that end like theirs, if answered examples remain. Parts may share
// routes if the service tells them apart by the query.
func (p part) carve(suffix string, moves func(*ir.Example) bool, share bool) (rest part, moved []part) {
	kept, own := *p.op, *p.op
	kept.Examples, own.Examples = nil, nil
	keptEnds, ownEnds := map[string]bool{}, map[string]bool{}
	last := &kept
	for _, ex := range p.op.Examples {
		if ex.Request != nil { // a reply alone is that to the request before it
			last = &kept
			if i, ok := routeOf(p.op, &ex); ok && moves(&ex) {
				last = &own
				ownEnds[endOf(p.op.Routes[i])] = true
			} else if ok && ex.Response != nil && ex.Response.Status < 400 {
				keptEnds[endOf(p.op.Routes[i])] = true
			}
		}
		last.Examples = append(last.Examples, ex)
	}
	shared := func(end string) bool { return keptEnds[end] && ownEnds[end] }
	if len(keptEnds) == 0 || len(ownEnds) == 0 || !share && slices.ContainsFunc(p.op.Routes, func(r ir.Route) bool { return shared(endOf(r)) }) {
		return p, nil
	}
	kept.Routes, own.Routes = nil, nil
	for _, r := range p.op.Routes {
		if ownEnds[endOf(r)] {
			own.Routes = append(own.Routes, r)
		}
		if !ownEnds[endOf(r)] || keptEnds[endOf(r)] {
			kept.Routes = append(kept.Routes, r)
		}
	}
	// What the page promises is not told by route: the part's examples show it.
	own.Responses = nil
	kept.Responses = slices.DeleteFunc(slices.Clone(p.op.Responses), func(r ir.Response) bool { return isRedirect(r.Status) })
	return part{&kept, p.suffix}, []part{{&own, p.suffix + suffix}}
}
