package server

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"

	client "github.com/mdwire/mdwire/templates/client"
)

type missedKey struct{}

// WithMissed returns a copy of ctx for requests of a test. If such a request
// matches no documented route or its operation is not implemented, the server
// calls report with the reason. Package servertest uses it.
func WithMissed(ctx context.Context, report func(why string)) context.Context {
	return context.WithValue(ctx, missedKey{}, report)
}

// missed is the error of a request that no implemented operation serves.
type missed struct {
	err   *client.Error
	route bool // a route matches, but its operation is not implemented
}

func (e missed) Error() string { return e.err.Error() }

func (e missed) Unwrap() error { return e.err }

// reportMissed calls the function of WithMissed, if any, for a missed error.
func (rt *router) reportMissed(req *http.Request, err error) {
	report, ok := req.Context().Value(missedKey{}).(func(string))
	var e missed
	switch {
	case !ok || !errors.As(err, &e):
	case e.route:
		report(e.err.Message)
	default:
		report(e.err.Message + " Closest: " + strings.Join(rt.closest(req), ", ") + ".")
	}
}

// closest returns the documented routes that differ least from a request, at most
// three.
func (rt *router) closest(req *http.Request) []string {
	type candidate struct {
		text     string
		distance int
	}
	var list []candidate
	path := splitOutside(strings.Trim(strings.TrimPrefix(req.URL.Path, rt.prefix), "/"), '/')
	for _, t := range rt.root.all(nil) {
		info := t.route.op.Routes[t.route.index]
		c := candidate{info.Method + " " + rt.prefix + info.Template, segmentDistance(path, parseTemplate(info.Template).segments)}
		if info.Method != req.Method {
			c.distance++
		}
		list = append(list, c)
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.distance, b.distance), strings.Compare(a.text, b.text))
	})
	var texts []string
	for _, c := range list[:min(3, len(list))] {
		if c.distance == list[0].distance {
			texts = append(texts, c.text)
		}
	}
	return texts
}

// all appends the targets at and below a node.
func (n *node) all(targets []target) []target {
	if n == nil {
		return targets
	}
	targets = append(targets, n.targets...)
	for _, w := range n.words.few {
		targets = w.next.all(targets)
	}
	for _, next := range n.words.many {
		targets = next.all(targets)
	}
	for _, b := range n.forms {
		targets = b.next.all(targets)
	}
	return n.rest.all(n.span.all(n.param.all(targets)))
}

// segmentDistance returns the edit distance between a path and a template. A
// missing, additional or different segment costs 2, a similar one 1.
func segmentDistance(path []string, template []segment) int {
	return distance(len(path), len(template), func(i, j int) int {
		text, s := fold(path[i]), template[j]
		switch {
		case s.kind != word && s.kind != function:
			return 0
		case s.kind == function:
			text, _, _ = strings.Cut(text, "(")
		}
		return wordDistance(text, s.text)
	})
}

// wordDistance returns 0 if the words are equal, 1 if they are similar, else 2.
func wordDistance(a, b string) int {
	letters := distance(len(a), len(b), func(i, j int) int {
		if a[i] == b[j] {
			return 0
		}
		return 2
	})
	switch {
	case letters == 0:
		return 0
	case letters <= len(b)/2:
		return 1
	}
	return 2
}

// distance returns the Levenshtein distance between sequences of n and m elements.
// change returns the cost of replacing element i by j, at most 2. Adding or
// removing an element costs 2.
func distance(n, m int, change func(i, j int) int) int {
	row := make([]int, m+1)
	for j := range row {
		row[j] = 2 * j
	}
	for i := range n {
		diagonal := row[0]
		row[0] += 2
		for j := range m {
			diagonal, row[j+1] = row[j+1], min(diagonal+change(i, j), row[j]+2, row[j+1]+2)
		}
	}
	return row[m]
}
