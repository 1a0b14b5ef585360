package plan

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// ArgType is the type of an argument. Arguments are text, unless the page
// documents another type for the argument of a function or of the query.
type ArgType int

// The types of arguments.
const (
	TextArg ArgType = iota
	TimeArg
	DateArg
	IntArg
	BoolArg
)

// argTypes has a row for each ArgType, with the names that the support code has
// for its conversions.
var argTypes = [...]struct {
	goType    gocode.Type
	formatter string // function of the client that returns the text to send; "" for text
	parser    string // method of a server's call that reads the text; "" for a conversion
	testValue string // function of the tests that makes a value of a text; "" for a literal
	literal   bool   // the text is a Go literal without quotes
	// holds reports whether formatter writes a text again as it is.
	holds func(text string) bool
}{
	TextArg: {goType: textType, holds: func(string) bool { return true }},
	TimeArg: {goType: timeType, formatter: "timeArg", parser: "timeArg", testValue: "at", holds: isTime},
	DateArg: {goType: dateType, formatter: "string", holds: datePattern.MatchString},
	IntArg:  {goType: gocode.Type{Name: "int"}, formatter: "intArg", parser: "intArg", literal: true, holds: isInt},
	BoolArg: {goType: boolType, formatter: "boolArg", parser: "boolArg", literal: true, holds: isBool},
}

// Go returns the Go type of a parameter or field.
func (t ArgType) Go() gocode.Type { return argTypes[t].goType }

// Formatter names the function of the client's support code, or the Go type, that
// converts an argument to the text to send; "" for text.
func (t ArgType) Formatter() string { return argTypes[t].formatter }

// Parser names the method of the server's support code that reads an argument;
// "" if a conversion to the Go type does.
func (t ArgType) Parser() string { return argTypes[t].parser }

// TestValue names the function of the tests' support code that makes a value of
// a text; "" if a Go literal is one.
func (t ArgType) TestValue() string { return argTypes[t].testValue }

// IsLiteral reports whether the text of an argument is a Go literal without quotes.
func (t ArgType) IsLiteral() bool { return argTypes[t].literal }

// Holds reports whether Formatter writes a value of the type exactly as text.
func (t ArgType) Holds(text string) bool { return argTypes[t].holds(text) }

var datePattern = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// timeLayout is the format in which the support code sends times.
const timeLayout = "2006-01-02T15:04:05.9999999Z07:00"

func isTime(text string) bool {
	at, err := time.Parse(time.RFC3339Nano, text)
	return err == nil && at.Format(timeLayout) == text
}

func isInt(text string) bool {
	n, err := strconv.Atoi(text)
	return err == nil && strconv.Itoa(n) == text
}

func isBool(text string) bool { return text == "true" || text == "false" }

// typeArgs gives a method's arguments their documented types. An argument stays
// text if an example has a value that its type cannot send.
func typeArgs(m *Method, calls []exampleCall) {
	documented := map[string]ArgType{}
	for _, p := range m.Op.Params {
		if row := primitivesByName[p.Type.Name]; row != nil && row.arg != TextArg && !p.Type.Collection && !p.Type.Map && p.In != ir.InHeader {
			documented[strings.ToLower(p.Name)] = row.arg
		}
	}
	if len(documented) == 0 {
		return
	}
	for _, ex := range calls {
		m.dropContradicted(documented, ex)
	}
	for i, f := range m.Fields {
		m.Fields[i].Type = documented[strings.ToLower(f.Key)]
	}
	for _, r := range m.Routes {
		for i, field := range r.ArgFields {
			r.Args[i].Type = m.Fields[field].Type
		}
	}
	for i, q := range m.Query {
		m.Query[i].Type = documented[strings.ToLower(q.Key)]
	}
}

// dropContradicted removes the types that contradict the values of a request.
func (m *Method) dropContradicted(documented map[string]ArgType, ex exampleCall) {
	check := func(a Arg, text string) {
		if key := strings.ToLower(a.Key); !documented[key].Holds(text) {
			delete(documented, key)
		}
	}
	if ex.route >= 0 {
		if args := m.Routes[m.RouteOf(ex.route)].Args; len(ex.args) == len(args) {
			for i, a := range args {
				check(a, ex.args[i])
			}
		}
	}
	_, _, _, query := ir.SplitURL(ex.Request.URL)
	given, _ := url.ParseQuery(query)
	for _, a := range m.Query {
		for _, text := range given[a.Param] {
			check(a, text)
		}
	}
}
