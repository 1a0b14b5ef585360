package validate

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Primitive returns a primitive type by its name, as in "Edm.Int32"; nil for
// other types, and for those whose JSON is not known, as Edm.Stream.
func Primitive(name string) *Type { return primitives[name] }

// primitives has a row for each primitive type: the kinds of its JSON and the
// format of its text. The formats are as lenient as services are.
var primitives = index(
	text("Edm.String", nil),
	text("Edm.Guid", matches("a GUID",
		`^[{(]?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}[)}]?$`)),
	text("Edm.DateTimeOffset", day(matches("a date and time with its zone such as 2021-03-01T08:00:00Z",
		`^-?\d{4,}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:?\d{2})$`))),
	text("Edm.Date", day(matches("a date such as 2021-03-01",
		`^-?\d{4,}-\d{2}-\d{2}$`))),
	text("Edm.TimeOfDay", matches("a time of day such as 08:00:00",
		`^\d{2}:\d{2}(:\d{2}(\.\d+)?)?$`)),
	text("Edm.Duration", matches("a duration such as PT1H",
		`^-?P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$`)),
	text("Edm.Binary", matches("base64",
		`^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$`)),
	&Type{Name: "Edm.Boolean", Kinds: Bool, Want: "true or false"},
	whole("Edm.Byte", 0, 1<<8-1),
	whole("Edm.SByte", -1<<7, 1<<7-1),
	whole("Edm.Int16", -1<<15, 1<<15-1),
	whole("Edm.Int32", -1<<31, 1<<31-1),
	whole("Edm.Int64", -1<<63, 1<<63-1),
	number("Edm.Single"),
	number("Edm.Double"),
	number("Edm.Decimal"),
)

func index(rows ...*Type) map[string]*Type {
	types := make(map[string]*Type, len(rows))
	for _, row := range rows {
		types[row.Name] = row
	}
	return types
}

// A format checks a text. It returns a description of the wanted text, "" if the
// text fits.
type format func(text string) (want string)

// text is a type that is written as a string.
func text(name string, f format) *Type {
	t := &Type{Name: name, Kinds: String, Want: "a string"}
	if f != nil {
		t.Format = func(json string) string { return f(unquote(json)) }
	}
	return t
}

// whole is a type of whole numbers.
func whole(name string, least, most int64) *Type {
	return &Type{Name: name, Kinds: Number, Want: "a whole number", Format: func(json string) string {
		n, err := strconv.ParseInt(json, 10, 64)
		switch {
		case err == nil && n >= least && n <= most:
			return ""
		case strings.ContainsAny(json, ".eE"):
			return "a whole number"
		}
		return "a whole number from " + strconv.FormatInt(least, 10) + " to " + strconv.FormatInt(most, 10)
	}}
}

// number is a type of other numbers. They may be strings, as infinity must.
func number(name string) *Type {
	const want = "a number"
	quoted := matches(want, `^(-?\d+(\.\d+)?([Ee][+-]?\d+)?|-?INF|NaN)$`)
	return &Type{Name: name, Kinds: Number | String, Want: want, Format: func(json string) string {
		if json[0] != '"' {
			return ""
		}
		return quoted(unquote(json))
	}}
}

// matches is a format that a regular expression describes.
func matches(want, expr string) format {
	re := regexp.MustCompile(expr)
	return func(text string) string {
		if re.MatchString(text) {
			return ""
		}
		return want
	}
}

// day is a format that begins with a date: the day must be in the calendar.
func day(f format) format {
	return func(text string) string {
		want := f(text)
		if want != "" || strings.HasPrefix(text, "-") || strings.HasPrefix(text, "0000") {
			return want
		}
		if _, err := time.Parse(time.DateOnly, text[:len(time.DateOnly)]); err != nil {
			return "a day in the calendar"
		}
		return ""
	}
}
