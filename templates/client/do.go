package client

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// Do makes a call for which there is no method. It sends the client's token and is
// retried like other calls, and its error is an [*Error] if the service responds with
// one.
//
// address is a path below the base URL, such as "/me/messages?$top=5", or a URL of the
// service, such as one from a response; it is sent as it is. body is nil, a [Content],
// or a value that is sent as JSON. The response is decoded into into: a pointer to a
// value, an [io.Writer] that gets the bytes, or nil to ignore it.
func (c *Client) Do(ctx context.Context, method, address string, body, into any, opts ...RequestOption) error {
	own := (*caller)(c)
	path, _, _ := strings.Cut(address, "?")
	k := &call{op: &OperationInfo{Name: method + " " + path}, method: method, body: body}
	if own.broken != nil {
		return k.fail(own.broken)
	}
	k.link = withQuery(address, opts)
	if strings.HasPrefix(address, "/") && !strings.HasPrefix(address, "//") {
		k.link = own.root + k.link
	}
	if u, err := own.base.Parse(k.link); err != nil {
		return k.fail(err)
	} else if !own.trusts(u) || !strings.Contains(k.link, "://") {
		return k.fail(fmt.Errorf("%s is neither a path that begins with a slash nor a URL of the service; see WithAllowedHost", path))
	}
	switch into := into.(type) {
	case nil:
		return none(ctx, own, k, opts)
	case io.Writer:
		return own.copyTo(ctx, k, opts, into)
	}
	return own.fetch(ctx, k, opts, into)
}

// withQuery adds the query of options to an address that may have one.
func withQuery(address string, opts []RequestOption) string {
	query := queryText(nil, opts)
	if strings.Contains(address, "?") {
		query = strings.Replace(query, "?", "&", 1)
	}
	return address + query
}

// copyTo makes a call and writes the body of the response to w.
func (c *caller) copyTo(ctx context.Context, k *call, opts []RequestOption, w io.Writer) error {
	k.accept = acceptAny
	resp, err := c.send(ctx, k, opts)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if _, err := io.Copy(w, resp.Body); err != nil {
		return k.fail(err)
	}
	return nil
}

// Prepare returns the first request that calls make, which is not sent: a request to
// log, to sign, or to send in another way. It has neither the token nor the changes of
// middleware. For a list, calls must read it:
//
//	req, err := client.Prepare(func(c *Client) error {
//		return c.Do(ctx, "POST", "/me/sendMail", mail, nil)
//	})
func (c *Client) Prepare(calls func(*Client) error) (*http.Request, error) {
	own := *(*caller)(c)
	var first recorder
	own.tokens, own.logger, own.retry = nil, nil, RetryPolicy{}
	own.follow.Transport, own.stay.Transport = &first, &first
	err := calls((*Client)(&own))
	switch {
	case first.request != nil:
		return first.request, nil
	case err != nil:
		return nil, err
	}
	return nil, errors.New("no request was made")
}

// recorder keeps the first request and sends none.
type recorder struct{ request *http.Request }

func (r *recorder) RoundTrip(req *http.Request) (*http.Response, error) {
	if r.request == nil {
		r.request = req
	}
	return nil, errNotSent
}

var errNotSent = errors.New("the request is prepared and not sent")
