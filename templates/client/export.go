package client

import "net/http"

// The declarations below let the generator predict the requests of the tests that
// it writes. This file is not copied.

// The default Accept headers.
const (
	AcceptJSON   = acceptJSON
	AcceptScalar = acceptScalar
	AcceptAny    = acceptAny
)

// Path returns the path of a call: see pathOf.
func Path(template string, args []string) (string, error) { return pathOf(template, args) }

// QueryText returns the query of a call, with its question mark, of the required
// parameters, which are pairs of name and value, and the options.
func QueryText(required [][2]string, opts []RequestOption) string {
	args := make([]argument, len(required))
	for i, r := range required {
		args[i] = argument{r[0], r[1]}
	}
	return queryText(args, opts)
}

// SetHeader sets the header of an option that has one.
func (o RequestOption) SetHeader(h http.Header) { o.setHeader(h) }
