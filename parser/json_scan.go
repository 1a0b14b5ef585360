package parser

import (
	"bytes"
	"encoding/json"
)

// The parser looks for single members in tens of thousands of JSON texts.
// Decoding each text would take more time than the rest of the work, so valid
// texts are scanned instead.

// eachMember calls f for each member of an object, with its name and value as
// written, until f returns false. text must be valid JSON.
func eachMember(text []byte, f func(name, value []byte) bool) {
	text = bytes.TrimSpace(text)
	if len(text) == 0 || text[0] != '{' {
		return
	}
	for i := skipBlank(text, 1); i < len(text) && text[i] == '"'; {
		end := skipString(text, i)
		name := text[i+1 : max(i+1, end-1)]
		i = skipBlank(text, end)
		if i >= len(text) || text[i] != ':' {
			return
		}
		i = skipBlank(text, i+1)
		end = skipValue(text, i)
		if !f(name, text[i:end]) {
			return
		}
		i = skipBlank(text, end)
		if i >= len(text) || text[i] != ',' {
			return
		}
		i = skipBlank(text, i+1)
	}
}

// offsetIn returns the offset of a value that eachMember passed on in the text
// that it scanned.
func offsetIn(text, value []byte) int { return cap(text) - cap(value) }

func skipBlank(text []byte, i int) int {
	for i < len(text) && (text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r') {
		i++
	}
	return i
}

// skipValue returns the end of the value that begins at i.
func skipValue(text []byte, i int) int {
	depth := 0
	for i < len(text) {
		switch text[i] {
		case '"':
			i = skipString(text, i)
			if depth == 0 {
				return i
			}
			continue
		case '{', '[':
			depth++
		case '}', ']':
			if depth == 0 {
				return i
			}
			if depth--; depth == 0 {
				return i + 1
			}
		case ',', ' ', '\t', '\n', '\r':
			if depth == 0 {
				return i
			}
		}
		i++
	}
	return i
}

func skipString(text []byte, i int) int {
	for i++; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return min(i, len(text))
}

// unquote returns the value of a JSON string, "" for other values.
func unquote(v []byte) string {
	if len(v) < 2 || v[0] != '"' {
		return ""
	}
	if bytes.IndexByte(v, '\\') < 0 {
		return string(v[1 : len(v)-1])
	}
	var s string
	if json.Unmarshal(v, &s) != nil {
		return ""
	}
	return s
}

// isTrue reports whether a value is true or "true". Pages have both.
func isTrue(v []byte) bool {
	return string(v) == "true" || string(v) == `"true"` || string(v) == `"True"`
}

// stringList returns the string, or the strings of an array.
func stringList(v []byte) []string {
	if s := unquote(v); s != "" {
		return []string{s}
	}
	var list []string
	if len(v) > 0 && v[0] == '[' && json.Unmarshal(v, &list) == nil {
		return list
	}
	return nil
}
