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

// ArgType is the Go type of an argument: text, unless the page documents
// another for the argument of a function or of the query.
type ArgType int

// The types of argument.
const (
	Text  ArgType = iota // string
	Time                 // time.Time
	Day                  // the support code's Date
	Whole                // int
	Truth                // bool
)

var argTypes = map[string]ArgType{
	"Edm.DateTimeOffset": Time, "Edm.Date": Day, "Edm.Boolean": Truth,
	"Edm.Int16": Whole, "Edm.Int32": Whole, "Edm.Int64": Whole,
}

// Go returns the type of a parameter or field.
func (t ArgType) Go() gocode.Type {
	return [...]gocode.Type{
		Text:  {Name: "string"},
		Time:  {Name: "time.Time"},
		Day:   {Name: "Date", Local: true},
		Whole: {Name: "int"},
		Truth: {Name: "bool"},
	}[t]
}

var day = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// timeLayout is how support code writes times.
const timeLayout = "2006-01-02T15:04:05.9999999Z07:00"

// Holds reports whether a value of the type is written just as text is.
func (t ArgType) Holds(text string) bool {
	switch t {
	case Time:
		at, err := time.Parse(time.RFC3339Nano, text)
		return err == nil && at.Format(timeLayout) == text
	case Day:
		return day.MatchString(text)
	case Whole:
		n, err := strconv.Atoi(text)
		return err == nil && strconv.Itoa(n) == text
	case Truth:
		return text == "true" || text == "false"
	}
	return true
}

// typeArgs gives a method's arguments the types that the page documents. One
// that an example shows otherwise stays text: what the page shows can be sent.
func typeArgs(m *Method) {
	documented := map[string]ArgType{}
	for _, p := range m.Op.Params {
		if t := argTypes[p.Type.Name]; t != Text && !p.Type.Collection && p.In != ir.InHeader {
			documented[strings.ToLower(p.Name)] = t
		}
	}
	if len(documented) == 0 {
		return
	}
	for _, ex := range m.Op.Examples {
		if ex.Request != nil {
			m.refute(documented, ex.Request)
		}
	}
	fields := map[string]ArgType{}
	for i, f := range m.Fields {
		m.Fields[i].Type = documented[strings.ToLower(f.Key)]
		fields[f.Field] = m.Fields[i].Type
	}
	for _, r := range m.Routes {
		for i, a := range r.Args {
			r.Args[i].Type = fields[a.Field]
		}
	}
	for i, q := range m.Query {
		m.Query[i].Type = documented[strings.ToLower(q.Key)]
	}
}

// refute takes the types away that the values of a request do not have.
func (m *Method) refute(documented map[string]ArgType, req *ir.Request) {
	check := func(a Arg, text string) {
		if key := strings.ToLower(a.Key); !documented[key].Holds(text) {
			delete(documented, key)
		}
	}
	if index, values, ok := m.Op.MatchRoute(req.Method, req.URL); ok {
		if at := m.RouteOf(index); at >= 0 && len(values) == len(m.Routes[at].Args) {
			for i, a := range m.Routes[at].Args {
				check(a, values[i])
			}
		}
	}
	_, _, _, query := ir.SplitURL(req.URL)
	given, _ := url.ParseQuery(query)
	for _, a := range m.Query {
		for _, text := range given[a.Param] {
			check(a, text)
		}
	}
}
