package exampletest

import (
	"context"
	"errors"
	"net/http"
	"os"
	"time"

	client "github.com/mdwire/mdwire/templates/client"
)

// goLive makes the client one of a real service, if the environment names one.
// Only examples that read and that succeed are sent there.
func (x *exchange) goLive() bool {
	x.t.Helper()
	root := os.Getenv("MDWIRE_LIVE_URL")
	if root == "" {
		return false
	}
	if x.request.method != http.MethodGet || x.response.status >= 400 {
		x.t.Skip("not sent to a live service")
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

// checkLive takes errors that the service states for what they are: it does
// not have what the page's example asks for. What the client cannot read fails.
func (x *exchange) checkLive(err error) {
	x.t.Helper()
	var e *client.Error
	switch {
	case errors.As(err, &e):
		x.t.Skipf("the service answers: %v", e)
	case err != nil:
		x.t.Errorf("the client cannot read the response: %v", err)
	}
}
