package parser

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// uriPlace is the place of a parameter of the URI.
type uriPlace struct {
	in   ir.ParamPlace
	name string // of the placeholder in the path
	key  string // in the query, where the placeholder may have another name
}

// uriPlaces are the places of the placeholders and of the query parameters in the
// routes, by their folded names.
type uriPlaces map[string]uriPlace

func newURIPlaces(routes []ir.Route) uriPlaces {
	places := uriPlaces{}
	for i := range routes {
		for _, p := range routes[i].Path.Params() {
			places.add(p.Name, uriPlace{in: ir.InPath, name: p.Name})
		}
		for pair := range strings.SplitSeq(routes[i].Query, "&") {
			if key, value, ok := strings.Cut(pair, "="); ok {
				places.add(strings.Trim(value, "{}<>"), uriPlace{in: ir.InQuery, key: key})
				places.add(key, uriPlace{in: ir.InQuery, key: key})
			}
		}
	}
	return places
}

func (u uriPlaces) add(name string, place uriPlace) {
	if name = foldName(name); u[name].in == 0 {
		u[name] = place
	}
}

// foldName returns a name in lower case without the characters that separate words.
func foldName(name string) string {
	return strings.ToLower(nameSeparators.Replace(name))
}

var nameSeparators = strings.NewReplacer("-", "", "_", "", " ", "")

// uriPlace returns the place and name of a row of a table of parameters whose name is
// not in the routes: those of the only placeholder with a similar name that no other
// row has, otherwise the query.
func (r *reader) uriPlace(places uriPlaces, t *page.Table, column, row int) (ir.ParamPlace, string) {
	name := propertyName(cellAt(&t.Rows[row], column).Text)
	words, found := nameWords(name), ""
	for folded, place := range places {
		if place.in != ir.InPath || !areSimilar(words, nameWords(place.name)) || hasRow(t, column, folded) {
			continue
		}
		if found != "" {
			return ir.InQuery, name
		}
		found = place.name
	}
	if found == "" {
		return ir.InQuery, name
	}
	r.report(diag.AssumedPlaceholder, diag.Info, t.Rows[row].Span, "the path has {%s}, and the table %q; assumed to be the same parameter", found, name)
	return ir.InPath, found
}

// hasRow reports whether a table has a row with a folded name.
func hasRow(t *page.Table, column int, folded string) bool {
	return slices.ContainsFunc(t.Rows, func(row page.Row) bool {
		return foldName(propertyName(cellAt(&row, column).Text)) == folded
	})
}

// nameWords returns the words of a parameter's name in lower case, without "for" and
// "of".
func nameWords(name string) []string {
	words := strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return c == '-' || c == '_' || c == ' ' })
	return slices.DeleteFunc(words, func(w string) bool { return w == "for" || w == "of" })
}

// areSimilar reports whether one of two names has all words of the other, two at least.
func areSimilar(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) > 1 && !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}
