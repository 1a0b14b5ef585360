package exampletest

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// option is a request option: a function of the client package and its arguments.
type option struct {
	fn   string
	args []jen.Code
}

func textOption(fn string, args ...string) option { return option{fn, texts(args)} }

// findOptions sets the options that send the query and headers of the documented
// request.
func findOptions(p *pair) *reason {
	_, _, _, query := ir.SplitURL(p.url)
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
		p.options = append(p.options, queryOption(name, value))
	}
	for _, q := range p.method.Query {
		if _, ok := values[q.Param]; !ok {
			return because(diag.ExampleURLNoTemplate, "the URL lacks the query parameter %q", q.Param)
		}
		p.query = append(p.query, values[q.Param])
	}
	for _, h := range p.example.Request.Headers {
		if !ownHeader(h.Name) {
			p.options = append(p.options, headerOption(h.Name, h.Value))
		}
	}
	return nil
}

// unescape decodes a query value as servers do. It returns a value that cannot be
// decoded, such as a "%" that the page does not escape, unchanged.
func unescape(s string) string {
	if plain, err := url.QueryUnescape(s); err == nil {
		return plain
	}
	return s
}

// listOptions maps query parameters to options that take a list.
var listOptions = map[string]string{"$select": "Select", "$expand": "Expand", "$orderby": "OrderBy"}

// textOptions maps query parameters to options that take their value unchanged.
var textOptions = map[string]string{"$filter": "Filter", "$search": "Search"}

func queryOption(name, value string) option {
	n, err := strconv.Atoi(value)
	plainNumber := err == nil && n >= 0 && strconv.Itoa(n) == value
	switch {
	case listOptions[name] != "":
		return textOption(listOptions[name], splitList(value)...)
	case textOptions[name] != "":
		return textOption(textOptions[name], value)
	case name == "$top" && plainNumber:
		return option{fn: "Top", args: []jen.Code{jen.Lit(n)}}
	case name == "$skip" && plainNumber:
		return option{fn: "Skip", args: []jen.Code{jen.Lit(n)}}
	case name == "$count" && value == "true":
		return option{fn: "Count"}
	}
	return textOption("Query", name, value)
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
		return textOption("Prefer", value)
	case "if-match":
		return textOption("IfMatch", value)
	}
	return textOption("Header", name, value)
}

// ownHeader reports whether the client, the transport or the test sets a header
// itself.
func ownHeader(name string) bool {
	switch strings.ToLower(name) {
	case "authorization", "content-type", "content-length", "host", "accept", "connection",
		"transfer-encoding", "accept-encoding", "user-agent", "date":
		return true
	}
	return false
}

func isParam(name string) func(plan.Arg) bool {
	return func(a plan.Arg) bool { return strings.EqualFold(a.Param, name) }
}
