package plan

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// Envelope names the members of a response that is a page of a list, if they are not
// those of OData.
type Envelope struct {
	List     string // has the values; "" is "value"
	NextLink string // has the URL of the next page; "" is "@odata.nextLink"
}

// ListMember returns the member of a response that has the values.
func (e Envelope) ListMember() string { return cmp.Or(e.List, "value") }

// besideList are the members of a response that describe its list: the letters of their
// names, in lower case. The value is true if only the response of a list has them.
var besideList = map[string]bool{
	"total": true, "totalcount": true, "totalitems": true, "totalresults": true, "totalrecords": true, "totalpages": true,
	"count": true, "morethantotal": true, "hasnext": true, "hasmore": true, "hasnextpage": true, "nextlink": true,
	"nextpage": true, "nextpagelink": true, "nexturl": true, "nexttoken": true, "nextpagetoken": true, "nextcursor": true,
	"continuationtoken": true, "skiptoken": true,
	"max": false, "next": false, "previous": false, "prev": false, "first": false, "last": false, "self": false, "cursor": false,
	"links": false, "paging": false, "pagination": false, "page": false, "pageindex": false, "pagenumber": false,
	"pagesize": false, "pagecount": false, "offset": false, "limit": false, "size": false, "skip": false, "top": false,
	"attributes": false, "objecttype": false, "meta": false, "metadata": false,
}

// nextLinks are the members that may have the URL of the next page, by their letters.
var nextLinks = []string{"nextlink", "next", "nextpage", "nextpagelink", "nexturl"}

// lettersOf returns the letters of a name in lower case.
func lettersOf(name string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, strings.TrimPrefix(name, "@odata."))
}

// shownMember is a member of the object in an example response.
type shownMember struct {
	name  string
	value []byte
}

// membersOf returns the members of a JSON object, nil if the text is none. It looks only
// at brackets and quotes: pages leave out parts of long examples ("…").
func membersOf(text []byte) (list []shownMember) {
	text = bytes.TrimSpace(text)
	if !bytes.HasPrefix(text, []byte("{")) {
		return nil
	}
	depth, quoted, start := 0, false, 1
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth++
		case (c == '}' || c == ']') && depth == 1:
			return append(list, memberOf(text[start:i]))
		case c == '}' || c == ']':
			depth--
		case c == ',' && depth == 1:
			list, start = append(list, memberOf(text[start:i])), i+1
		}
	}
	return nil
}

func memberOf(text []byte) shownMember {
	name, value, _ := bytes.Cut(text, []byte(":"))
	return shownMember{strings.Trim(string(bytes.TrimSpace(name)), `"`), bytes.TrimSpace(value)}
}

// findEnvelope returns the envelope of a list in an example response, and the array in it.
// The envelope is zero if the response has the form of OData or is no list: it must have
// exactly one array, and no other members than those that describe a list; if no
// list is documented, one of them must be a member that only lists have.
func findEnvelope(shown *ir.Reply, documented bool) (e Envelope, array []byte) {
	if shown == nil || shown.Kind != ir.JSON && shown.Kind != ir.JSONInvalid {
		return Envelope{}, nil
	}
	text := shown.JSON
	if text == nil {
		text = shown.Body
	}
	arrays, isList := 0, documented
	for _, m := range membersOf(text) {
		only, isBeside := besideList[lettersOf(m.name)]
		switch {
		case bytes.HasPrefix(m.value, []byte("[")):
			e.List, array = m.name, m.value
			arrays++
		case !isBeside && !strings.Contains(m.name, "@"):
			return Envelope{}, nil
		case slices.Contains(nextLinks, lettersOf(m.name)) && m.name != "@odata.nextLink" && bytes.HasPrefix(m.value, []byte(`"http`)):
			e.NextLink = m.name
		}
		isList = isList || only
	}
	if e.List == "value" {
		e.List = ""
	}
	if arrays != 1 || strings.Contains(e.List+e.NextLink, `\`) || e != (Envelope{}) && !isList {
		return Envelope{}, nil
	}
	return e, array
}

// firstOf returns the names of the members of the first element of an array.
func firstOf(array []byte) []string {
	var list []map[string]json.RawMessage
	if json.Unmarshal(array, &list) != nil || len(list) == 0 {
		return nil
	}
	return slices.Sorted(maps.Keys(list[0]))
}

// dropEnvelope forgets the envelope of a response if its type documents the member with
// the array: then the response is a value.
func (t *types) dropEnvelope(answer *documentedAnswer, wire string) {
	list := answer.envelope.List
	if list != "" && t.documents(wire, func(r *ir.Resource) bool {
		return slices.ContainsFunc(r.Properties, func(p ir.Property) bool { return strings.EqualFold(p.Name, list) })
	}) {
		answer.envelope = Envelope{}
		answer.members = answer.shownMembers()
	}
}

// envelopeList returns the type of the elements of a list that is not in "value", and
// reports what the page does not say.
func (t *types) envelopeList(op *ir.Operation, answer *documentedAnswer, ref ir.TypeRef) gocode.Type {
	list, severity := answer.envelope.List, diag.Info
	var text string
	switch known := t.isDocumented(ref.Name); {
	case ref.Name == "":
		text = fmt.Sprintf("the page names no type for the list in %q; assumed to be a list of raw JSON", list)
	case !known:
		text = fmt.Sprintf("no page documents the type %q of the list in %q; assumed to be a list of raw JSON", ref.Name, list)
	case t.isContradicted(ref.Name, answer):
		severity = diag.Warning
		text = fmt.Sprintf("the list in %q has no property of the type %q that the page names; assumed to be a list of raw JSON", list, ref.Name)
		ref.Name = ""
	case !ref.Collection && !t.hasAny(ref.Name, answer.members):
		ref.Name, severity = t.elementsOf(ref.Name, answer.members), diag.Warning
		text = fmt.Sprintf("the list in %q has no property of the type that the page names; assumed to be a list of %s", list, cmp.Or(ref.Name, "raw JSON"))
	case !ref.Collection:
		text = fmt.Sprintf("the page names one %q, but the example response has a list in %q; assumed to be a list", ref.Name, list)
	}
	if text != "" {
		t.assumeResult(op, answer, severity, text)
	}
	t.reach(ref.Name, true)
	return t.elementType(ref)
}

// hasAny reports whether a type documents one of several members, or there are none.
func (t *types) hasAny(wire string, members []string) bool {
	return len(members) == 0 || slices.ContainsFunc(members, func(name string) bool { return t.hasAnyCase(wire, name) })
}

// elementsOf returns the type of the elements in a list that a type has and that fits
// an object with the given members: the page may name the list as a type. It returns
// "" if there is none.
func (t *types) elementsOf(wire string, members []string) string {
	for _, p := range t.resources[wire].Properties {
		if p.Type.Collection && t.resources[p.Type.Name] != nil && len(members) > 1 && t.hasAll(p.Type.Name, members) {
			return p.Type.Name
		}
	}
	return ""
}

// ShowsNextLink reports whether an example response of a method has the URL of the next
// page where the client reads it.
func (m *Method) ShowsNextLink() bool {
	if m.Result.Envelope.NextLink != "" {
		return true
	}
	for i := range m.Op.Examples {
		if r := m.Op.Examples[i].Response; r != nil && bytes.Contains(r.Body, []byte(`"@odata.nextLink"`)) {
			return true
		}
	}
	return false
}
