package exampletest

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"reflect"
	"sync"
	"testing"

	client "github.com/mdwire/mdwire/templates/client"
)

// exchange is a documented request with its response.
type exchange struct {
	t      testing.TB
	op     *client.OperationInfo
	route  int
	base   string // path of the documented base URL
	client *client.Client
	host   string // URL of the server
	url    string // base URL of the client

	request, response message
	body              []byte   // the body to send: that of request, with sample values
	undocumented      []string // see beyond
	undeclared        []string // see keeps
	ownStatus         bool     // see setsStatus
	tolerated         []string // see needs
	used              []string // the rules that were needed
	input             any      // see arrives
	live              bool     // see goLive

	mu           sync.Mutex
	handler      http.Handler
	requestType  reflect.Type // the type that the body is decoded into; nil if there is none
	responseType reflect.Type // the same for the response
	isScalar     bool
	isPlace      bool // the handler's result contains Location and Retry-After
	served       int
	checked      bool
}

// newExchange reads NAME.request and NAME.response from testdata and starts a
// server that expects one request below base, the path of the documented base URL.
// Tests may run in parallel.
func newExchange(t testing.TB, handler func() http.Handler, base, name string, op *client.OperationInfo, route int) *exchange {
	t.Helper()
	x := &exchange{t: t, base: base, op: op, route: route}
	if route < 0 || route >= len(op.Routes) {
		t.Fatalf("%s has no route %d", op.Name, route)
	}
	var err error
	if x.request, err = parseRequest(x.read(name + ".request")); err != nil {
		t.Fatalf("%s.request: %v", name, err)
	}
	x.body = x.request.body
	if data, ok := x.find(name + ".sent"); ok {
		x.body = data
	}
	if x.response, err = parseResponse(x.read(name+".response"), op.Success); err != nil {
		t.Fatalf("%s.response: %v", name, err)
	}
	if x.goLive() {
		return x
	}
	x.handler = handler()
	srv := httptest.NewServer(x)
	x.host = srv.URL
	x.below(base)
	t.Cleanup(func() {
		srv.Close() // waits for the handler, which may still report errors
		x.finish()
	})
	return x
}

// below sets the path of the documented base URL, if the example has another than
// most.
func (x *exchange) below(base string) *exchange {
	if x.live {
		return x
	}
	// No retries: an example may document a 503.
	x.base, x.url = base, x.host+base
	x.client = client.NewClient(x.url, client.WithoutRetry())
	return x
}

// needs lists the rules of package tolerance that accept the differences between the
// documented request, as in testdata, and the request of the test. A rule that is
// not needed is an error.
func (x *exchange) needs(rules ...string) *exchange {
	x.tolerated = rules
	return x
}

// setsStatus makes the handler set the status of the response. It is used if the
// status in the example is not the documented status of the operation, which the
// server sends by default.
func (x *exchange) setsStatus() *exchange {
	x.ownStatus = true
	return x
}

// arrives sets the expected input of the handler: the arguments in the documented
// URL, without the body.
func (x *exchange) arrives(input any) *exchange {
	x.input = input
	return x
}

// beyond lists the members of the example that are not documented, such as
// "value[].name". They are not part of the Go types.
func (x *exchange) beyond(paths ...string) *exchange {
	x.undocumented = paths
	return x
}

// keeps lists the members that the Go types keep as undeclared properties. All
// other members must have a field.
func (x *exchange) keeps(paths ...string) *exchange {
	x.undeclared = paths
	return x
}

type exchangeKey struct{}

// from returns the exchange of a request; all tests share one handler.
func from(ctx context.Context) *exchange { return ctx.Value(exchangeKey{}).(*exchange) }

// ServeHTTP serves the request with the generated server and checks the request and
// the response as sent over HTTP.
func (x *exchange) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		x.t.Errorf("request: %v", err)
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	x.served++
	x.checkRequest(r, body)
	r = r.WithContext(context.WithValue(r.Context(), exchangeKey{}, x))
	r.Body = io.NopCloser(bytes.NewReader(body))
	sent := &recorder{ResponseWriter: w, status: http.StatusOK}
	http.StripPrefix(x.base, x.handler).ServeHTTP(sent, r)
	x.checkResponse(sent)
}

// finish reports a test that did not send one request or did not check the result.
func (x *exchange) finish() {
	x.t.Helper()
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.served != 1 && !x.t.Failed() {
		x.t.Errorf("%d requests were sent, want 1", x.served)
	}
	if !x.checked && !x.t.Failed() {
		x.t.Error("the test does not check the client's result")
	}
}

type recorder struct {
	http.ResponseWriter
	status int
	body   bytes.Buffer
}

func (w *recorder) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

func (w *recorder) Write(p []byte) (int, error) {
	w.body.Write(p)
	return w.ResponseWriter.Write(p)
}

func (w *recorder) Unwrap() http.ResponseWriter { return w.ResponseWriter }
