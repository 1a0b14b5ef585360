package lenient

import (
	"bytes"
	"encoding/json"
)

// Duplicate is a name that an object has already.
type Duplicate struct {
	Start, End int // of the name in the JSON, including quotes
	Name       string
}

// DuplicateKeys returns the repeated names in the objects of strict JSON. JSON
// parsers keep the last value, which is seldom intended.
func DuplicateKeys(src []byte) []Duplicate {
	dec := json.NewDecoder(bytes.NewReader(src))
	dec.UseNumber()
	type level struct {
		names map[string]bool // nil in an array
		value bool            // the next token is a value
	}
	var levels []level
	var found []Duplicate
	for {
		tok, err := dec.Token()
		if err != nil {
			return found
		}
		n := len(levels) - 1
		name, isString := tok.(string)
		switch {
		case tok == json.Delim('}') || tok == json.Delim(']'):
			levels = levels[:n]
			continue
		case n >= 0 && levels[n].names != nil && !levels[n].value && isString:
			if end := int(dec.InputOffset()); levels[n].names[name] {
				found = append(found, Duplicate{nameStart(src, end), end, name})
			}
			levels[n].names[name], levels[n].value = true, true
			continue
		case n >= 0:
			levels[n].value = false
		}
		switch tok {
		case json.Delim('{'):
			levels = append(levels, level{names: map[string]bool{}})
		case json.Delim('['):
			levels = append(levels, level{})
		}
	}
}

// nameStart returns the offset of the opening quote of the string that ends
// before end.
func nameStart(src []byte, end int) int {
	for i := end - 2; i >= 0; i-- {
		if src[i] == '"' && (i == 0 || src[i-1] != '\\') {
			return i
		}
	}
	return 0
}
