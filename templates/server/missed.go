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

// WithMissed gives a context for the requests of a test: report is told why one
// of them came to no implemented call. Package servertest uses it.
func WithMissed(ctx context.Context, report func(why string)) context.Context {
	return context.WithValue(ctx, missedKey{}, report)
}

// missed is the error of a request that came to no implemented call.
type missed struct {
	err   *client.Error
	route bool // there is a route, of which Unimplemented has the call
}

func (e missed) Error() string { return e.err.Error() }

func (e missed) Unwrap() error { return e.err }

// reportMissed tells the test, if there is one, why a request failed.
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

// closest gives the documented routes that differ least from a request, three at most.
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

// all adds the targets at and below a node.
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

// segmentDistance counts the changes that make a template's path of another; a
// slip of the pen in a word is half of a change.
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

// wordDistance is 0 for the same word, 1 for one that is like it, 2 for another.
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

// distance is that of Levenshtein: change gives the cost, 2 at most, of putting
// j in the place of i; to add or to drop one costs 2.
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
