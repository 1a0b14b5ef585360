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

// exchange is one documented request with its response.
type exchange struct {
	t      testing.TB
	op     *client.OperationInfo
	route  int
	target string // the documented URL
	client *client.Client
	url    string // the server's

	request, response message
	undocumented      []string // see beyond
	undeclared        []string // see keeps
	ownStatus         bool     // see setsStatus
	input             any      // see arrives
	live              bool     // see goLive

	mu           sync.Mutex
	handler      http.Handler
	requestType  reflect.Type // what the documented bodies are decoded into, nil: nothing
	responseType reflect.Type
	isScalar     bool
	isPlace      bool // the result holds Location and Retry-After itself
	served       int
	checked      bool
}

// newExchange reads NAME.request and NAME.response from testdata, and starts a
// server that is asked only once. Tests may run in parallel.
func newExchange(t testing.TB, handler func() http.Handler, name string, op *client.OperationInfo, route int) *exchange {
	t.Helper()
	x := &exchange{t: t, op: op, route: route}
	if route < 0 || route >= len(op.Routes) {
		t.Fatalf("%s has no route %d", op.Name, route)
	}
	var err error
	if x.request, err = parseRequest(x.read(name + ".request")); err != nil {
		t.Fatalf("%s.request: %v", name, err)
	}
	if x.response, err = parseResponse(x.read(name+".response"), op.Success); err != nil {
		t.Fatalf("%s.response: %v", name, err)
	}
	x.target = x.request.target
	if x.goLive() {
		return x
	}
	x.handler = handler()
	srv := httptest.NewServer(x)
	x.url = srv.URL
	// No retries: an example may show a 503.
	x.client = client.NewClient(srv.URL, client.WithoutRetry())
	t.Cleanup(func() {
		srv.Close() // waits for the handler, which may still have something to report
		x.finish()
	})
	return x
}

// at gives the URL where the page's own, as in the testdata, has placeholders
// for which the test has stand-ins.
func (x *exchange) at(target string) *exchange {
	x.target = target
	return x
}

// setsStatus says that the example succeeds with another status than the
// operation's: the handler sets it. Without it the server must know by itself.
func (x *exchange) setsStatus() *exchange {
	x.ownStatus = true
	return x
}

// arrives says what the handler is given beside the body: the arguments of the
// documented URL, each in its field.
func (x *exchange) arrives(input any) *exchange {
	x.input = input
	return x
}

// beyond names the members of the documented messages that no page documents,
// as in "value[].name": the Go types have no place for them.
func (x *exchange) beyond(paths ...string) *exchange {
	x.undocumented = paths
	return x
}

// keeps names the members that the Go types keep among other properties, as
// open types do: they have no fields for them. All others must have one.
func (x *exchange) keeps(paths ...string) *exchange {
	x.undeclared = paths
	return x
}

type exchangeKey struct{}

// from gives the exchange that a request belongs to: one handler serves all tests.
func from(ctx context.Context) *exchange { return ctx.Value(exchangeKey{}).(*exchange) }

// ServeHTTP has the generated server answer, and looks at both messages as they
// are on the wire.
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
	x.handler.ServeHTTP(sent, r)
	x.checkResponse(sent)
}

// finish reports a test that left something out.
func (x *exchange) finish() {
	x.t.Helper()
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.served != 1 && !x.t.Failed() {
		x.t.Errorf("%d requests were sent, not 1", x.served)
	}
	if !x.checked && !x.t.Failed() {
		x.t.Error("the test does not look at what the client returned")
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
