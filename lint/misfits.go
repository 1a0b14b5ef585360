package lint

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// misfit is a place where an example's body is not as the pages document it.
// One walk through the bodies finds what five rules report.
type misfit struct {
	rule    diag.Code
	page    string
	at      diag.Range
	message string
	mend    string // the text to put at the place, "" for none
	safe    bool   // the mend is certain
}

// ReportMismatches reports those of the pass's rule.
func (p *TreePass) ReportMismatches() {
	if !p.checked {
		p.checked = true
		for i := range p.Spec.Operations {
			p.checkOperation(&p.Spec.Operations[i])
		}
	}
	for _, m := range p.misfits {
		if m.rule != p.rule.Code {
			continue
		}
		d := p.Report(m.at, "%s", m.message)
		if m.at.Path != m.page {
			d.Page = m.page
		}
		if m.mend != "" {
			AddFix(d, m.safe, "write "+m.mend, diag.Edit{At: m.at, New: m.mend})
		}
	}
}

func (p *TreePass) checkOperation(op *ir.Operation) {
	for i := range op.Examples {
		ex := &op.Examples[i]
		if ex.Response != nil && ex.Response.Status < 300 {
			p.checkReply(op, ex.Response)
		}
		if ex.Request != nil && op.Body != nil && len(ex.Request.Body) > 0 && p.routeMatch(op, ex.Request) == fullMatch {
			p.checkRequest(op, ex.Request)
		}
	}
}

func (p *TreePass) checkReply(op *ir.Operation, r *ir.Reply) {
	typ := replyType(op, r)
	b, ok := ReadBody(&r.Message)
	if !ok || typ.Name == "" || b.Root.Kind != '{' {
		return
	}
	c := &bodyCheck{TreePass: p, op: op, body: &b}
	c.twins(&b.Root)
	s := p.Shape(op.Version, typ.Name)
	value := b.Root.Member("value")
	if s == nil || value == nil || s.Props["value"] != nil && !typ.Collection && !wraps(value) {
		c.object(&b.Root, typ.Name)
		return
	}
	c.value(value, ir.TypeRef{Name: typ.Name, Collection: value.Kind == '['}, "value")
}

// wraps reports whether a "value" holds a whole object, as some APIs answer,
// and is no property of its type.
func wraps(value *Node) bool { return value.Kind == '{' && value.Member("@odata.type") != nil }

// replyType returns the type of a response: the example's own, else the one
// that the prose names for its status.
func replyType(op *ir.Operation, r *ir.Reply) ir.TypeRef {
	if r.Type.Name != "" {
		return r.Type
	}
	for _, promised := range op.Responses {
		if promised.Status == r.Status || r.Status == 0 { // a body alone
			return promised.Type
		}
	}
	return ir.TypeRef{}
}

func (p *TreePass) checkRequest(op *ir.Operation, r *ir.Request) {
	b, ok := ReadBody(&r.Message)
	if !ok || b.Root.Kind != '{' {
		return
	}
	c := &bodyCheck{TreePass: p, op: op, body: &b, sent: true}
	c.twins(&b.Root)
	for i := range b.Root.Kids {
		c.parameter(&b.Root, &b.Root.Kids[i])
	}
}

// bodyCheck is the check of one body.
type bodyCheck struct {
	*TreePass
	op   *ir.Operation
	body *Body
	sent bool
}

// parameter checks a member at the top of a request: a row of the page's own
// table, else a property of the type that the page links to.
func (c *bodyCheck) parameter(root, m *Node) {
	if IsInstanceAnnotation(m.Key) {
		return
	}
	rows := c.op.Body.Properties
	folded := ""
	for i := range rows {
		if rows[i].Name == m.Key {
			c.value(m, rows[i].Type, m.Key)
			return
		}
		if strings.EqualFold(rows[i].Name, m.Key) {
			folded = rows[i].Name
		}
	}
	own := c.ownType(root, c.op.Body.Type.Name)
	for _, name := range append([]string{own, c.made()}, c.op.Links...) {
		if s := c.Shape(c.op.Version, name); s != nil {
			if prop, ok := s.prop(m.Key); ok {
				c.typed(m, prop, m.Key)
				return
			}
			if folded == "" {
				folded = s.spelling(m.Key)
			}
			if prop, ok := c.derivedProp(c.op.Version, name, m.Key); ok {
				c.typed(m, prop, m.Key)
				return
			}
			if s.open && folded == "" {
				return
			}
		}
	}
	switch {
	case folded != "":
		c.wrongCase(m, folded)
	case len(rows) > 0 || c.Shape(c.op.Version, own) != nil:
		c.misfit(diag.RequestPropertyUndocumented, m.KeyStart, m.KeyEnd, "%q is neither in the page's table nor a property of what it links to", m.Key)
	}
}

// made returns the type that the operation answers with, where the page does
// not say what it is sent: what is made is sent, too.
func (c *bodyCheck) made() string {
	if c.op.Body.Type.Name != "" || len(c.op.Body.Properties) > 0 || len(c.op.Responses) == 0 {
		return ""
	}
	for _, ex := range c.op.Examples {
		if ex.Response != nil && !ex.Response.Type.Collection && ex.Response.Type.Name != "" {
			return ex.Response.Type.Name
		}
	}
	return c.op.Responses[0].Type.Name
}

// ownType returns the type that an object says it is of, else the given one.
func (c *bodyCheck) ownType(n *Node, typ string) string {
	if m := n.Member("@odata.type"); m != nil && m.Kind == '"' {
		return strings.TrimPrefix(unquoteJSON(c.body.raw(m)), "#")
	}
	return typ
}

// object checks the members of an object against a type.
func (c *bodyCheck) object(n *Node, typ string) {
	typ = c.ownType(n, typ)
	s := c.Shape(c.op.Version, typ)
	if s == nil || n.Kind != '{' {
		return
	}
	for i := range n.Kids {
		m := &n.Kids[i]
		prop, ok := s.prop(m.Key)
		if !ok && !IsInstanceAnnotation(m.Key) {
			prop, ok = c.derivedProp(c.op.Version, typ, m.Key)
		}
		switch {
		case ok:
			c.typed(m, prop, m.Key)
		case IsInstanceAnnotation(m.Key):
		case s.spelling(m.Key) != "":
			c.wrongCase(m, s.spelling(m.Key))
		case s.open:
		case c.sent:
			c.misfit(diag.RequestPropertyUndocumented, m.KeyStart, m.KeyEnd, "%q is no documented property of %s", m.Key, typ)
		default:
			c.misfit(diag.ExamplePropertyUndocumented, m.KeyStart, m.KeyEnd, "%q is no documented property of %s", m.Key, typ)
		}
	}
}

// twins reports names that stand twice in an object, be it in another case, in
// all of a value: readers of JSON keep one of them, and not all the same.
func (c *bodyCheck) twins(n *Node) {
	stands := standsAmong
	if len(n.Kids) > fewNames {
		stands = newNames()
	}
	for i := range n.Kids {
		m := &n.Kids[i]
		if len(m.Kids) > 0 {
			c.twins(m)
		}
		if n.Kind == '{' && stands(m.Key, n.Kids[:i]) {
			c.misfit(diag.JSONInvalid, m.KeyStart, m.KeyEnd, "%q stands twice in one object", m.Key)
		}
	}
}

// fewNames are so few that looking through them costs less than a map.
const fewNames = 40

func standsAmong(name string, before []Node) bool {
	for i := range before {
		if len(before[i].Key) == len(name) && strings.EqualFold(before[i].Key, name) {
			return true
		}
	}
	return false
}

// newNames is standsAmong for many: it remembers the names that it was asked for.
func newNames() func(name string, _ []Node) bool {
	seen := map[string]bool{}
	return func(name string, _ []Node) bool {
		low := strings.ToLower(name)
		stood := seen[low]
		seen[low] = true
		return stood
	}
}

// IsInstanceAnnotation reports whether a member is none of a type's own: OData writes
// what it adds with a sign or a namespace, and directories with a prefix.
func IsInstanceAnnotation(key string) bool {
	return strings.ContainsAny(key, "@#.") || directoryExtension.MatchString(key)
}

// directoryExtension is the name of a property that a tenant has added.
var directoryExtension = regexp.MustCompile(`^extension_[0-9a-fA-F]{32}_`)

func (c *bodyCheck) wrongCase(m *Node, documented string) {
	c.misfit(diag.ExamplePropertyCase, m.KeyStart+1, m.KeyEnd-1, "%q is documented as %q", m.Key, documented)
	// What a service sends is spelled one way; for what it takes, pages'
	// tables err as often as their examples (beta/api/message-move.md).
	last := &c.misfits[len(c.misfits)-1]
	last.mend, last.safe = documented, !c.sent
}

func (c *bodyCheck) typed(m *Node, prop *ir.Property, name string) {
	if prop != nil {
		c.value(m, prop.Type, name)
	}
}

// value checks a value against a type.
func (c *bodyCheck) value(n *Node, typ ir.TypeRef, name string) {
	switch {
	case typ.Name == "" || n.Kind == 'n':
	case !typ.Collection:
		c.single(n, typ.Name, name)
	case n.Kind == '[':
		for i := range n.Kids {
			c.single(&n.Kids[i], typ.Name, name)
		}
	default:
		c.mismatch(n, name, "a collection, in brackets,")
	}
}

// single checks a value that is no collection.
func (c *bodyCheck) single(n *Node, typ, name string) {
	if n.Kind == 'n' {
		return
	}
	if want := c.wants(typ); want.kinds != "" && !strings.ContainsRune(want.kinds, rune(n.Kind)) {
		c.mismatch(n, name, want.words)
		return
	}
	switch n.Kind {
	case '{':
		c.object(n, typ)
	case '"':
		c.format(n, typ, name)
	case '0':
		if strings.HasPrefix(typ, "Edm.Int") && strings.ContainsAny(c.body.raw(n), ".eE") {
			c.mismatch(n, name, "a whole number")
		}
	}
}

func (c *bodyCheck) mismatch(n *Node, name, want string) {
	c.misfit(diag.ExampleTypeMismatch, n.Start, n.End, "%q is %s where the documented type asks for %s", name, shorten(c.body.raw(n)), strings.TrimSuffix(want, ","))
}

func (c *bodyCheck) misfit(rule diag.Code, start, end int, format string, args ...any) {
	c.misfits = append(c.misfits, misfit{
		rule: rule, page: c.op.File, at: c.Place(c.body, start, end), message: fmt.Sprintf(format, args...),
	})
}

// shorten cuts a value down to what a message can show.
func shorten(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}
