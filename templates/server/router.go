package server

import (
	"net/http"
	"slices"
	"strings"

	client "github.com/mdwire/mdwire/templates/client"
)

// operation is a documented operation with the code that serves it.
type operation struct {
	op *client.OperationInfo
	// fields has, for each route, the place of each of its parameters; see
	// [call.arg]. An entry is nil if another operation serves the route. If
	// fields itself is nil, the places of all routes are 0, 1, 2, ….
	fields [][]int
	handle func(c *call) error
}

// route is a route of an operation.
type route struct {
	*operation
	index int // in op.Routes
}

// router finds the route of a request in a trie of path segments, so that the
// time does not grow with the number of routes. [http.ServeMux] does not support
// segments with text and a parameter, or parameters whose names are not Go
// identifiers.
type router struct {
	settings
	root  node
	twins []route // duplicates: an earlier route matches the same requests
}

// maxPath limits the length of a path in bytes, and so the work for a request.
const maxPath = 8 << 10

func newRouter(operations []operation, opts []Option) http.Handler {
	rt := &router{settings: settings{bodyLimit: defaultBodyLimit}}
	for _, opt := range opts {
		opt(&rt.settings)
	}
	for i := range operations {
		o := &operations[i]
		for index := range o.op.Routes {
			if o.fields != nil && o.fields[index] == nil {
				continue
			}
			r := &route{o, index}
			if rt.root.add(r) != nil {
				rt.twins = append(rt.twins, *r)
			}
		}
	}
	return rt
}

// ServeHTTP serves a request. All errors have the JSON form of the service.
func (rt *router) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	c := &call{router: rt}
	c.reply.ResponseWriter = w
	c.Request = Request{HTTP: req, reply: &c.reply}
	defer c.recover()
	if err := rt.serve(c); err != nil {
		rt.reportMissed(req, err)
		c.fail(err)
	}
}

func (rt *router) serve(c *call) error {
	req := c.HTTP
	t, err := rt.find(&c.match, req)
	if err != nil {
		if len(c.match.fits) > 0 {
			c.Header().Set("Allow", allow(c.match.fits))
		}
		return err
	}
	c.Operation, c.RouteIndex = t.route.op, t.route.index
	if t.route.fields != nil {
		c.fields = t.route.fields[t.route.index]
	}
	if rt.authorizer != nil {
		if err := rt.authorizer.Authorize(req.Context(), req, c.Operation, c.RouteIndex); err != nil {
			return err
		}
	}
	req.Body = http.MaxBytesReader(&c.reply, req.Body, rt.bodyLimit)
	return t.route.handle(c)
}

// find returns the target of a request and sets m.args to its parameters, in the
// order of the template.
func (rt *router) find(m *match, req *http.Request) (*target, error) {
	path := req.URL.Path
	// If RawPath is empty, Path contains no slash or colon that was escaped, so
	// it can be split.
	if m.escaped = req.URL.RawPath != ""; m.escaped {
		path = req.URL.EscapedPath()
	}
	if len(path) > maxPath {
		return nil, failure(http.StatusRequestURITooLong, "invalidRequest", "The path is too long.")
	}
	below, ok := strings.CutPrefix(path, rt.prefix)
	if !ok || below != "" && below[0] != '/' {
		return nil, rt.notFound(path)
	}
	m.method, m.args, m.fits, m.visits = req.Method, m.store[:0], m.fits[:0], 0
	t := rt.root.find(m, strings.TrimSuffix(below, "/"))
	switch {
	case t != nil:
		m.reorder(t.order)
		return t, nil
	case len(m.fits) > 0:
		return nil, missed{failure(http.StatusMethodNotAllowed, "notAllowed", req.Method+" is not documented for "+path+"."), false}
	}
	return nil, rt.notFound(path)
}

// reorder puts the parameters into the template's order.
func (m *match) reorder(order []int) {
	if order == nil {
		return
	}
	found := slices.Clone(m.args)
	for i, place := range order {
		m.args[place] = found[i]
	}
}

// allow returns the value of the Allow header for routes that match the path.
func allow(fits []target) string {
	var methods []string
	for _, t := range fits {
		methods = append(methods, t.method)
		if t.method == http.MethodGet {
			methods = append(methods, http.MethodHead)
		}
	}
	slices.Sort(methods)
	return strings.Join(slices.Compact(methods), ", ")
}
