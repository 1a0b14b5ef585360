package exampletest

import (
	"encoding/json"
	"net/http"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"time"

	client "github.com/mdwire/mdwire/templates/client"
	"github.com/mdwire/mdwire/templates/exampletest/tolerance"
	server "github.com/mdwire/mdwire/templates/server"
)

// requestOf returns the Request field of a handler's input.
func requestOf(in any) *server.Request {
	return reflect.ValueOf(in).Elem().FieldByName("Request").Interface().(*server.Request)
}

// answer is called first by all handlers. If done is true, the handler must return
// err; the response may already be written.
func (x *exchange) answer(r *server.Request, in any) (done bool, err error) {
	if r.Operation != x.op {
		if !sameRoute(r.Operation.Routes[r.RouteIndex], x.op.Routes[x.route]) {
			x.t.Errorf("request: served by %s %v, want %s %v", r.Operation.Name, r.Operation.Routes[r.RouteIndex], x.op.Name, x.op.Routes[x.route])
		}
		// Two pages document this route, and the server has a handler for the
		// other page. Its types are not the types of this example.
		x.answerAsWritten(r)
		return true, nil
	}
	if r.RouteIndex != x.route && !sameRoute(x.op.Routes[r.RouteIndex], x.op.Routes[x.route]) {
		x.t.Errorf("request: matched route %d, want %d", r.RouteIndex, x.route)
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

// answerError returns the documented error, or writes it to the response if the
// error type cannot represent all of it.
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

// answerAsWritten writes the documented response unchanged.
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

// setHeaders sets the documented headers, except those in the handler's result and
// those of the connection, whose documented values do not match the response.
func (x *exchange) setHeaders(h http.Header) {
	for name, values := range x.response.header {
		if !tolerance.IsOwnHeader(name) && name != "Content-Type" && !x.typedHeader(name) {
			h[name] = values
		}
	}
}

// typedHeader reports whether the server sets a header from the handler's result.
func (x *exchange) typedHeader(name string) bool {
	return x.isPlace && (name == "Location" || name == "Retry-After")
}

func (x *exchange) retryAfter() time.Duration {
	seconds, _ := strconv.Atoi(x.response.header.Get("Retry-After"))
	return time.Duration(seconds) * time.Second
}

// sameRoute reports whether a and b are the same route, perhaps with other
// parameter names.
func sameRoute(a, b client.RouteInfo) bool {
	return a.Method == b.Method && len(tolerance.Target(shape(a), "", shape(b), nil).Differences) == 0
}

var parameter = regexp.MustCompile(`\{[^{}]*\}|<[^<>]*>`)

// shape returns a template without the names of its parameters and its query.
func shape(r client.RouteInfo) string {
	path, _, _ := strings.Cut(parameter.ReplaceAllString(r.Template, "x"), "?")
	return path
}
