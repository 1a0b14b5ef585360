package link

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// memberTypes returns the "@odata.type" of a member of the JSON that a page shows, or
// of the elements of its array.
func memberTypes(shown *ir.Message, name string) []string {
	if shown == nil || shown.JSON == nil {
		return nil
	}
	var members map[string]json.RawMessage
	if json.Unmarshal(shown.JSON, &members) != nil {
		return nil
	}
	value := bytes.TrimSpace(members[name])
	if !bytes.HasPrefix(value, []byte("[")) {
		value = append(append([]byte("["), value...), ']')
	}
	var elements []struct {
		Type string `json:"@odata.type"`
	}
	if json.Unmarshal(value, &elements) != nil {
		return nil
	}
	var types []string
	for _, e := range elements {
		types = append(types, strings.TrimPrefix(e.Type, "#"))
	}
	return types
}

// compareComments reports a successful example whose comment names another type than
// the Response section. Either may be the base of the other.
func (u *use) compareComments(op *ir.Operation) {
	for i := range op.Examples {
		r := op.Examples[i].Response
		if r == nil || r.Type.Name == "" {
			continue
		}
		for _, said := range op.Responses {
			if said.Status == r.Status && u.isContrary(said.Type.Name, r.Type.Name) {
				u.diags = append(u.diags, diag.Diagnostic{
					Code: diag.AssumedType, Severity: diag.Warning, At: r.At,
					Message: fmt.Sprintf("the comment of the response names the type %q, the Response section %q; assumed to be the latter", r.Type.Name, said.Type.Name),
				})
				return
			}
		}
	}
}

// isContrary reports whether two documented types exclude each other.
func (u *use) isContrary(a, b string) bool {
	return a != b && u.isDocumented(a) && u.isDocumented(b) && !u.extends(a, b) && !u.extends(b, a)
}

func (u *use) isDocumented(name string) bool {
	return u.byName[typeKey{u.version, strings.ToLower(name)}] == name && name != ""
}

// maxBases limits a chain of base types, which may be a circle.
const maxBases = 20

func (u *use) extends(name, base string) bool {
	for n := 0; name != "" && n < maxBases; n++ {
		if name == base {
			return true
		}
		name = u.bases[typeKey{u.version, name}]
	}
	return false
}
