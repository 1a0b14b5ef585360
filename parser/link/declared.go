package link

import (
	"bytes"
	"encoding/json"
	"strings"

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
