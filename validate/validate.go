// Package validate checks JSON against documented types. A JSON text and a type
// go in; the mismatches come out as plain data, each with its rule, its path and
// its place in the text.
//
// [Types] knows the types and operations that a Spec documents. [Check] is the
// walk itself: it takes any [Type], so that the generator can check JSON against
// the Go types that it plans. The package knows neither pages nor Go.
package validate

import (
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/diag"
)

// Result is the outcome of a check. Both lists are in the order of the walk:
// members in the order of the text, an object's duplicate names before its
// members.
type Result struct {
	Mismatches []Mismatch
	Undeclared []Undeclared // filled only if the options ask for it
}

// Mismatch is a place where a JSON text differs from its documented type.
type Mismatch struct {
	// Code is the rule that reports such a place: JSONInvalid for a duplicate
	// name, ExampleTypeMismatch for a value of another JSON kind,
	// ExampleValueFormat for a string of another format, ExamplePropertyCase for
	// a name in another letter case, ExamplePropertyUndocumented or, in JSON that
	// a client sends, RequestPropertyUndocumented.
	Code diag.Code
	// Path leads to the value, as in "value[].name". It is empty for the whole
	// text.
	Path string
	// Start and End are byte offsets in the text: of the value for the codes
	// about values, of the member's name, with its quotes, for the others.
	Start, End int
	Message    string
	// Documented is the documented spelling of the name, for ExamplePropertyCase.
	Documented string
	// Certain reports that Documented is right and the text wrong. It is not
	// certain in JSON that is sent: there the tables have as many errors as the
	// examples (api-reference/beta/api/message-move.md).
	Certain bool
}

// Undeclared is a member of an object that the object's type does not declare.
type Undeclared struct {
	Path       string // as in Mismatch
	Name       string
	Value      string // the JSON of the value
	Start, End int    // of the name, with its quotes
	In         *Type  // the type of the object
	Open       bool   // the type accepts undeclared properties
	Annotation bool   // see IsAnnotation
}

// Options say what kind of JSON is checked.
type Options struct {
	// Sent is for JSON that clients send to the service.
	Sent bool
	// Placeholders is for examples: a string such as "{date}" or
	// "String (timestamp)" and the empty string are values of any format.
	Placeholders bool
	// NoNull makes null a mismatch where it is an element of an array, a member of a
	// map or the whole text. As a property, null is a value of every type.
	NoNull bool
	// Undeclared asks for the list of undeclared members.
	Undeclared bool
}

// IsAnnotation reports whether a name in a JSON object belongs to the protocol
// or to a tenant, and not to the object's type: OData's names contain "@", "#" or
// a namespace, those of directory extensions begin with "extension_".
func IsAnnotation(name string) bool {
	return strings.ContainsAny(name, "@#.") || strings.HasPrefix(name, "extension_") && directoryExtension.MatchString(name)
}

// directoryExtension matches the name of a property that a tenant has added.
var directoryExtension = regexp.MustCompile(`^extension_[0-9a-fA-F]{32}_`)
