package exampletest

import (
	"encoding/json"
	"net/http"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	client "github.com/mdwire/mdwire/templates/client"
	server "github.com/mdwire/mdwire/templates/server"
)

// requestOf gives the part that all inputs of handlers have.
func requestOf(in any) *server.Request {
	return reflect.ValueOf(in).Elem().FieldByName("Request").Interface().(*server.Request)
}

// answer does what all of them begin with. If done, the response is the error,
// or has been written.
func (x *exchange) answer(r *server.Request, in any) (done bool, err error) {
	if r.Operation != x.op {
		if !sameRoute(r.Operation.Routes[r.RouteIndex], x.op.Routes[x.route]) {
			x.t.Errorf("request: came to %s %v, not to %s %v", r.Operation.Name, r.Operation.Routes[r.RouteIndex], x.op.Name, x.op.Routes[x.route])
		}
		// Two pages state this route: the server has one handler for it, the
		// other page's. Its types are not those of this example.
		x.answerAsWritten(r)
		return true, nil
	}
	if r.RouteIndex != x.route && !sameRoute(x.op.Routes[r.RouteIndex], x.op.Routes[x.route]) {
		x.t.Errorf("request: came by route %d, not %d", r.RouteIndex, x.route)
	}
	x.checkInput(in)
	if x.response.status >= 400 {
		return true, x.answerError(r)
	}
	if x.ownStatus {
		r.SetStatus(x.response.status)
	}
	x.setHeaders(r.Header())
	return false, nil
}

// answerError returns the error that the page documents, or writes it where
// the error type cannot hold all of it.
func (x *exchange) answerError(r *server.Request) error {
	x.setHeaders(r.Header())
	e := &client.Error{StatusCode: x.response.status}
	if json.Unmarshal(x.response.body, e) == nil {
		data, err := json.Marshal(e)
		if err == nil && len((&comparison{}).compareJSON(x.response.body, data, nil)) == 0 {
			return e
		}
	}
	x.answerAsWritten(r)
	return nil
}

// answerAsWritten sends the documented response without the server's part.
func (x *exchange) answerAsWritten(r *server.Request) {
	w := r.Writer()
	x.setHeaders(w.Header())
	for _, name := range []string{"Content-Type", "Location", "Retry-After"} {
		if v := x.response.header.Get(name); v != "" {
			w.Header().Set(name, v)
		}
	}
	w.WriteHeader(x.response.status)
	w.Write(x.response.body)
}

// setHeaders sets the documented headers but those that the typed results
// carry, and those that are never copied: pages show lengths and encodings
// that are not those of what is sent.
func (x *exchange) setHeaders(h http.Header) {
	for name, values := range x.response.header {
		if !slices.Contains(ownHeaders, name) && name != "Content-Type" && !x.typedHeader(name) {
			h[name] = values
		}
	}
}

// typedHeader is true for headers that the server writes from a typed result.
func (x *exchange) typedHeader(name string) bool {
	return x.isPlace && (name == "Location" || name == "Retry-After")
}

func (x *exchange) retryAfter() time.Duration {
	seconds, _ := strconv.Atoi(x.response.header.Get("Retry-After"))
	return time.Duration(seconds) * time.Second
}

// sameRoute tells whether two pages state one route.
func sameRoute(a, b client.RouteInfo) bool { return a.Method == b.Method && shape(a) == shape(b) }

// shape is a template without the names of its parameters.
func shape(r client.RouteInfo) string {
	path, _, _ := strings.Cut(r.Template, "?")
	var b strings.Builder
	depth := 0
	for _, c := range strings.ToLower(path) {
		switch c {
		case '{', '<':
			depth++
		case '}', '>':
			depth--
			b.WriteString("{}")
		default:
			if depth == 0 {
				b.WriteRune(c)
			}
		}
	}
	return strings.Join(normalPath(b.String()), "/")
}
