package lint

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// want is what JSON a type is written as: the kinds of node, and the words for
// them. No kinds stand for anything.
type want struct{ kinds, words string }

var (
	wantString = want{`"`, "a string"}
	wantNumber = want{"0", "a number"}
)

// primitiveWants tells for each primitive type how it is written. Whole
// numbers are numbers like any other; INF and NaN are strings in JSON.
var primitiveWants = map[string]want{
	"Edm.String": wantString, "Edm.Guid": wantString, "Edm.Date": wantString, "Edm.TimeOfDay": wantString,
	"Edm.DateTimeOffset": wantString, "Edm.Duration": wantString, "Edm.Binary": wantString,
	"Edm.Boolean": {"t", "true or false"},
	"Edm.Int16":   wantNumber, "Edm.Int32": wantNumber, "Edm.Int64": wantNumber, "Edm.Byte": wantNumber, "Edm.SByte": wantNumber,
	"Edm.Double": {`0"`, "a number"}, "Edm.Single": {`0"`, "a number"}, "Edm.Decimal": {`0"`, "a number"},
}

// wants tells how a type is written.
func (c *bodyCheck) wants(typ string) want {
	if w, ok := primitiveWants[typ]; ok {
		return w
	}
	res := c.types(c.Spec).Resource(c.op.Version, typ)
	switch {
	case res == nil:
		return want{}
	case res.IsEnum():
		return want{`"0`, "a member of " + typ}
	case len(res.Properties) == 0:
		return want{}
	}
	return want{"{", "an object of " + typ}
}

// form is what the text of a value looks like, and the words for it.
type form struct {
	re    *regexp.Regexp
	words string
}

// number is for numbers that may stand in quotes, as infinity must.
var number = form{regexp.MustCompile(`^(-?\d+(\.\d+)?([Ee][+-]?\d+)?|-?INF|NaN)$`), "a number"}

// valueForms tells for types that are written as strings what those look like.
var valueForms = map[string]form{
	"Edm.DateTimeOffset": {regexp.MustCompile(`^-?\d{4,}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?([Zz]|[+-]\d{2}:?\d{2})$`), "a date and time with its zone, as in 2021-03-01T08:00:00Z,"},
	"Edm.Date":           {regexp.MustCompile(`^-?\d{4,}-\d{2}-\d{2}$`), "a date, as in 2021-03-01,"},
	"Edm.TimeOfDay":      {regexp.MustCompile(`^\d{2}:\d{2}(:\d{2}(\.\d+)?)?$`), "a time of day, as in 08:00:00,"},
	"Edm.Guid":           {regexp.MustCompile(`^[{(]?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}[)}]?$`), "a GUID"},
	"Edm.Binary":         {regexp.MustCompile(`^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$`), "base64"},
	"Edm.Double":         number,
	"Edm.Single":         number,
	"Edm.Decimal":        number,
	"Edm.Duration":       {regexp.MustCompile(`^-?P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$`), "a duration, as in PT1H,"},
}

// format checks what a string says.
func (c *bodyCheck) format(n *Node, typ, name string) {
	text := unquoteJSON(c.body.raw(n))
	if text == "" || ir.IsStandIn(text) {
		return
	}
	if form, ok := valueForms[typ]; ok {
		if !form.re.MatchString(text) || !realDay(typ, text) {
			c.misfit(diag.ExampleValueFormat, n.Start, n.End, "%q of %q is not %s", shorten(text), name, strings.TrimSuffix(form.words, ","))
		}
		return
	}
	res := c.types(c.Spec).Resource(c.op.Version, typ)
	if res == nil || !res.IsEnum() || len(res.Members) == 0 {
		return
	}
	for m := range strings.SplitSeq(text, ",") {
		if m = strings.TrimSpace(m); !isMemberOf(res, m) {
			c.misfit(diag.ExampleValueFormat, n.Start, n.End, "%q of %q is no documented member of %s", shorten(m), name, typ)
			return
		}
	}
}

func isMemberOf(res *ir.Resource, name string) bool {
	return slices.ContainsFunc(res.Members, func(m ir.Member) bool {
		return strings.EqualFold(m.Name, name) || m.Value == name
	})
}

// realDay reports whether a date that looks like one is on the calendar.
func realDay(typ, text string) bool {
	if typ != "Edm.Date" && typ != "Edm.DateTimeOffset" || len(text) < 10 {
		return true
	}
	if strings.HasPrefix(text, "-") || text[:4] == "0000" {
		return true
	}
	_, err := time.Parse(time.DateOnly, text[:10])
	return err == nil
}
