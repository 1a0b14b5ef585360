// Package lenient reads JSON as people write it: with trailing commas,
// comments, ellipses, smart quotes. It returns strict JSON and the defects with
// a replacement for each. It does not depend on pages.
package lenient

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"unicode/utf8"
)

// Kind is the kind of a defect.
type Kind int

// The kinds of defect.
const (
	TrailingComma Kind = iota + 1
	ExtraComma
	MissingComma
	MissingColon
	MissingValue
	Comment
	Ellipsis
	SmartQuote
	SingleQuote
	UnquotedKey
	BareWord    // not a JSON value: True, <id>, 2020-01-01
	BlankChar   // a no-break space or another space that JSON does not allow
	ControlChar // a raw newline or tab in a string
	BadEscape
	InnerQuote // an unescaped quote in a string
	BadUTF8
	BOM
	TextAfter    // text after the value
	WrongBracket // ] for } or } for ]
	Unclosed     // a string, object or array that does not end
	NoBraces     // the inside of an object
	Hopeless     // the rest is not readable
)

var kindNames = [...]string{
	TrailingComma: "trailing comma", ExtraComma: "extra comma", MissingComma: "missing comma",
	MissingColon: "missing colon", MissingValue: "missing value", Comment: "comment", Ellipsis: "ellipsis",
	SmartQuote: "smart quote", SingleQuote: "single quote", UnquotedKey: "unquoted key",
	BareWord: "unquoted value", BlankChar: "no-break space or similar", ControlChar: "control character in a string",
	BadEscape: "invalid escape", InnerQuote: "unescaped quote in a string", BadUTF8: "invalid UTF-8",
	BOM: "byte order mark", TextAfter: "text after the value", WrongBracket: "wrong bracket",
	Unclosed: "not closed", NoBraces: "missing braces", Hopeless: "not JSON",
}

// String returns a few words for a finding.
func (k Kind) String() string {
	if k < 1 || int(k) >= len(kindNames) {
		return ""
	}
	return kindNames[k]
}

// Defect is a place where a text is not strict JSON. Replacement replaces the
// bytes from Start to End to repair it.
type Defect struct {
	Start, End  int
	Kind        Kind
	Replacement string
}

// Result is the result of [Read].
type Result struct {
	// JSON is strict: the text itself when it has no defects, otherwise the
	// text with all replacements; nil when it cannot be repaired.
	JSON []byte
	// Defects are in the order of the text and do not overlap.
	Defects []Defect
}

// Read reads a text that is meant as JSON. It takes linear time.
func Read(src []byte) Result {
	if json.Valid(src) && utf8.Valid(src) {
		return Result{JSON: src}
	}
	r := &reader{src: src}
	r.document()
	slices.SortStableFunc(r.defects, func(a, b Defect) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	res := Result{Defects: r.defects}
	if r.failed {
		return res
	}
	if out := repair(src, r.defects); json.Valid(out) && utf8.Valid(out) {
		res.JSON = out
		return res
	}
	res.Defects = append(res.Defects, Defect{len(src), len(src), Hopeless, ""})
	return res
}

// repair applies the replacements.
func repair(src []byte, defects []Defect) []byte {
	var b bytes.Buffer
	at := 0
	for _, d := range defects {
		if d.Start < at {
			return nil
		}
		b.Write(src[at:d.Start])
		b.WriteString(d.Replacement)
		at = d.End
	}
	b.Write(src[at:])
	return b.Bytes()
}

// Offset converts an offset in JSON to an offset in the text. Offsets in a
// replacement become the start of its defect.
func (r Result) Offset(i int) int {
	shift := 0 // from the JSON to the text
	for _, d := range r.Defects {
		start := d.Start - shift
		if i < start {
			break
		}
		if i < start+len(d.Replacement) {
			return d.Start
		}
		shift += d.End - d.Start - len(d.Replacement)
	}
	return i + shift
}
