package lenient

import (
	"bytes"
	"encoding/json"
)

// Duplicate is a name that stands in an object a second time.
type Duplicate struct {
	Start, End int // of the name in the JSON, with its quotes
	Name       string
}

// DuplicateKeys returns the names that strict JSON gives twice in one object;
// readers keep the last value, which is seldom what a page means.
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

// nameStart returns the offset of the quote that opens the string which ends
// before end.
func nameStart(src []byte, end int) int {
	for i := end - 2; i >= 0; i-- {
		if src[i] == '"' && (i == 0 || src[i-1] != '\\') {
			return i
		}
	}
	return 0
}
