package plan

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/validate"
)

// Checker checks whether JSON texts can be decoded into planned types and
// encoded again. A Checker is not safe for concurrent use; see Clone.
type Checker struct {
	types map[string]*Type
	sent  bool
	used  map[string]bool          // see Used
	json  map[*Type]*validate.Type // see jsonType
}

// NewChecker returns a Checker over the types of a package. sent is for JSON that
// clients send: a client cannot send a member that the type does not declare.
func NewChecker(pkg *Package, sent bool) *Checker {
	types := make(map[string]*Type, len(pkg.Types))
	for _, t := range pkg.Types {
		types[t.Name] = t
	}
	return newChecker(types, sent)
}

func newChecker(types map[string]*Type, sent bool) *Checker {
	return &Checker{types: types, sent: sent, used: map[string]bool{}, json: map[*Type]*validate.Type{}}
}

// Clone returns a Checker over the same types that can be used at the same time.
func (c *Checker) Clone() *Checker { return newChecker(c.types, c.sent) }

// find returns the planned type that a type expression names, nil for none.
func (c *Checker) find(typ gocode.Type) *Type {
	t := c.types[typ.Name]
	for b := t; b != nil && !c.used[b.Name]; b = b.Base {
		c.used[b.Name] = true
	}
	return t
}

// Used returns the names of the types that results have depended on since the
// previous call.
func (c *Checker) Used() []string {
	names := slices.Sorted(maps.Keys(c.used))
	clear(c.used)
	return names
}

// Undeclared are the members of a JSON text that types do not declare, by path
// as in "value[].name".
type Undeclared struct {
	Dropped []string // decoding drops them: no page documents them
	Kept    []string // the types keep them; annotations are not listed
}

// Check returns the first mismatch between a JSON text and a type, nil if there
// is none.
func (c *Checker) Check(data []byte, typ gocode.Type) (Undeclared, *validate.Mismatch) {
	text, ok := validate.ParseValid(string(data))
	if !ok {
		return Undeclared{}, tooDeep
	}
	return c.check(text, c.jsonType(typ), typ.Slice)
}

// CheckResult is Check for a response body and the result of a method. The paths
// in a scalar result do not begin with "value".
func (c *Checker) CheckResult(data []byte, r Result) (Undeclared, *validate.Mismatch) {
	text, ok := validate.ParseValid(string(data))
	if !ok {
		return Undeclared{}, tooDeep
	}
	list := r.Envelope.ListMember()
	value := slices.IndexFunc(text.Root.Values, func(v validate.Value) bool { return strings.EqualFold(v.Name, list) })
	switch {
	case r.IsList() && value < 0:
		return Undeclared{}, &validate.Mismatch{
			Code: diag.ExampleTypeMismatch, Start: text.Root.Start, End: text.Root.End,
			Message: fmt.Sprintf("the body is not an object with a %q array, although a collection is documented", list),
		}
	case r.IsList():
		return c.check(text, &validate.Type{Name: "the response", Properties: resultPage{c.jsonType(r.Type), r.Envelope}}, false)
	case r.Kind == Scalar && value >= 0:
		text.Root = text.Root.Values[value]
	}
	return c.check(text, c.jsonType(r.Type), r.Type.Slice)
}

var tooDeep = &validate.Mismatch{Code: diag.JSONInvalid, Message: "the body is nested too deeply"}

func (c *Checker) check(text validate.JSON, typ *validate.Type, collection bool) (Undeclared, *validate.Mismatch) {
	found := validate.Check(text, typ, collection, validate.Options{Sent: c.sent, NoNull: true, Undeclared: true})
	var members Undeclared
	for _, u := range found.Undeclared {
		switch annotation := strings.Contains(u.Name, "@"); {
		case u.Open && !annotation:
			members.Kept = append(members.Kept, u.Path)
		case !u.Open && (c.sent || !annotation):
			members.Dropped = append(members.Dropped, u.Path)
		}
	}
	members.Dropped, members.Kept = unique(members.Dropped), unique(members.Kept)
	return members, c.first(found)
}

func unique(names []string) []string {
	slices.Sort(names)
	return slices.Compact(names)
}

// first returns the first mismatch in the text that keeps Go from decoding and
// encoding it, nil if there is none.
func (c *Checker) first(found validate.Result) *validate.Mismatch {
	var first *validate.Mismatch
	for i := range found.Mismatches {
		if m := &found.Mismatches[i]; !c.accepts(m.Code) && (first == nil || m.Start < first.Start) {
			first = m
		}
	}
	for i := range found.Undeclared {
		u := &found.Undeclared[i]
		if c.sent && u.Annotation && isLost(u) && (first == nil || u.Start < first.Start) {
			first = &validate.Mismatch{
				Code: diag.RequestPropertyUndocumented, Path: u.Path, Start: u.Start, End: u.End,
				Message: strconv.Quote(u.Path) + " is not a documented property of " + u.In.Name,
			}
		}
	}
	return first
}

// accepts reports whether Go decodes JSON with mismatches of a rule: received
// names may have any letter case, and undeclared ones are dropped.
func (c *Checker) accepts(code diag.Code) bool {
	return !c.sent && (code == diag.ExamplePropertyCase || code == diag.ExamplePropertyUndocumented)
}

// isLost reports whether an undeclared member of a request is lost in Go. An
// annotation is not if it only repeats the documented type of a property or of
// the object.
func isLost(u *validate.Undeclared) bool {
	if u.Open {
		return false
	}
	if u.Name != "@odata.type" {
		return !strings.HasSuffix(u.Name, "@odata.type") && u.Name != "@odata.context"
	}
	var stated string
	if json.Unmarshal([]byte(u.Value), &stated) != nil {
		return true
	}
	t := plannedType(u)
	if t.UpdateOf != nil {
		t = t.UpdateOf
	}
	return strings.TrimPrefix(stated, "#") != t.Wire
}
