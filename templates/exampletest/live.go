package exampletest

import (
	"context"
	"errors"
	"net/http"
	"os"
	"time"

	client "github.com/mdwire/mdwire/templates/client"
)

// goLive replaces the client with one for the service in MDWIRE_LIVE_URL and reports
// whether it is set. It skips examples that are not GET or document an error.
func (x *exchange) goLive() bool {
	x.t.Helper()
	root := os.Getenv("MDWIRE_LIVE_URL")
	if root == "" {
		return false
	}
	if x.request.method != http.MethodGet || x.response.status >= 400 {
		x.t.Skip("only GET examples without errors are sent to a live service")
	}
	x.live = true
	var opts []client.Option
	if token := os.Getenv("MDWIRE_LIVE_TOKEN"); token != "" {
		opts = append(opts, client.WithToken(func(context.Context) (string, time.Time, error) {
			return token, time.Now().Add(time.Hour), nil
		}))
	}
	x.client = client.NewClient(root, opts...)
	return true
}

// checkLive checks the error of a call to a live service. It skips the test if the
// service responds with an error, because it does not have the objects of the
// example, and fails the test if the client cannot decode the response.
func (x *exchange) checkLive(err error) {
	x.t.Helper()
	var e *client.Error
	switch {
	case errors.As(err, &e):
		x.t.Skipf("the service returned an error: %v", e)
	case err != nil:
		x.t.Errorf("the client cannot decode the response: %v", err)
	}
}
