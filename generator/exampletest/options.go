package exampletest

import (
	"cmp"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
	client "github.com/mdwire/mdwire/templates/client"
	"github.com/mdwire/mdwire/templates/exampletest/tolerance"
)

// option is a request option: a function of the client package, its arguments and
// its result.
type option struct {
	fn   string
	args []jen.Code
	sent client.RequestOption
}

// listOption is an option of a list, such as Select("id", "name").
func listOption(fn string, of func(...string) client.RequestOption, list []string) option {
	return option{fn, texts(list), of(list...)}
}

func textOption(fn string, of func(string) client.RequestOption, text string) option {
	return option{fn, texts([]string{text}), of(text)}
}

func numberOption(fn string, of func(int) client.RequestOption, n int) option {
	return option{fn, []jen.Code{jen.Lit(n)}, of(n)}
}

func namedOption(fn string, of func(name, value string) client.RequestOption, name, value string) option {
	return option{fn, texts([]string{name, value}), of(name, value)}
}

// findOptions sets the options that send the query and headers of the documented
// request.
func findOptions(p *pair) *reason {
	_, _, _, query := ir.SplitURL(p.below)
	values := map[string]string{}
	for pair := range strings.SplitSeq(query, "&") {
		if pair == "" {
			continue
		}
		name, value, _ := strings.Cut(pair, "=")
		name, value = unescape(name), unescape(value)
		if i := slices.IndexFunc(p.method.Query, isParam(name)); i >= 0 {
			values[p.method.Query[i].Param] = value
			continue
		}
		if !slices.ContainsFunc(p.method.Fixed, func(f plan.FixedParam) bool { return strings.EqualFold(f.Name, name) }) {
			p.options = append(p.options, queryOption(name, value))
		}
	}
	for _, q := range p.method.Query {
		if _, ok := values[q.Param]; !ok {
			return because(diag.ExampleURLNoTemplate, "the URL lacks the query parameter %q", q.Param)
		}
		p.query = append(p.query, values[q.Param])
	}
	findHeaders(p)
	return nil
}

// findHeaders sets the arguments and options that send the headers of the documented
// request. A required If-Match that the request does not have matches all ETags.
func findHeaders(p *pair) {
	if t := p.otherMediaType(); t != "" {
		p.options = append(p.options, namedOption("Header", client.Header, "Content-Type", t))
	}
	for _, a := range p.method.Headers {
		value := strings.TrimSpace(p.example.Request.Header(a.Param))
		p.headers = append(p.headers, cmp.Or(value, tolerance.AnyETag))
	}
	for _, h := range p.example.Request.Headers {
		if !slices.ContainsFunc(p.method.Headers, isParam(h.Name)) && !p.setsHeader(h.Name, h.Value) {
			p.options = append(p.options, headerOption(h.Name, h.Value))
		}
	}
}

// unescape decodes a query value as servers do. It returns a value that cannot be
// decoded, such as a "%" that the page does not escape, unchanged.
func unescape(s string) string {
	if plain, err := url.QueryUnescape(s); err == nil {
		return plain
	}
	return s
}

func queryOption(name, value string) option {
	n, err := strconv.Atoi(value)
	plainNumber := err == nil && n >= 0 && strconv.Itoa(n) == value
	switch {
	case name == "$select":
		return listOption("Select", client.Select, splitList(value))
	case name == "$expand":
		return listOption("Expand", client.Expand, splitList(value))
	case name == "$orderby":
		return listOption("OrderBy", client.OrderBy, splitList(value))
	case name == "$filter":
		return textOption("Filter", client.Filter, value)
	case name == "$search":
		return textOption("Search", client.Search, value)
	case name == "$top" && plainNumber:
		return numberOption("Top", client.Top, n)
	case name == "$skip" && plainNumber:
		return numberOption("Skip", client.Skip, n)
	case name == "$count" && value == "true":
		return option{fn: "Count", sent: client.Count()}
	}
	return namedOption("Query", client.Query, name, value)
}

// splitList splits a list at commas outside parentheses. The parentheses of an
// $expand can contain commas.
func splitList(value string) []string {
	var list []string
	depth, start := 0, 0
	for i, r := range value {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		case r == ',' && depth == 0:
			list = append(list, value[start:i])
			start = i + 1
		}
	}
	return append(list, value[start:])
}

func headerOption(name, value string) option {
	switch strings.ToLower(name) {
	case "prefer":
		return textOption("Prefer", client.Prefer, value)
	case "if-match":
		return textOption("IfMatch", client.IfMatch, value)
	}
	return namedOption("Header", client.Header, name, value)
}

// otherMediaType returns the documented type of a JSON body if it is not the one that
// the client sends, "" if it is.
func (p *pair) otherMediaType() string {
	documented := strings.TrimSpace(p.example.Request.Header("Content-Type"))
	if p.method.Body.Kind != plan.JSONBody || !strings.HasSuffix(tolerance.Media(documented), "json") ||
		tolerance.SameMedia(documented, p.jsonType()) {
		return ""
	}
	return documented
}

// setsHeader reports whether the client, the transport or the test sets a header
// itself. The client asks for the types that it decodes; if the page asks for
// others, the test sets them.
func (p *pair) setsHeader(name, value string) bool {
	switch strings.ToLower(name) {
	case "content-type":
		return true
	case "accept":
		return tolerance.Accepts(value, p.accept())
	}
	return tolerance.IsOwnHeader(name)
}

func isParam(name string) func(plan.Arg) bool {
	return func(a plan.Arg) bool { return strings.EqualFold(a.Param, name) }
}
