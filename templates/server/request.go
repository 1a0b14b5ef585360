package server

import (
	"net/http"
	"net/url"
	"strconv"

	client "github.com/mdwire/mdwire/templates/client"
)

// Request is part of every input: the HTTP request, and how to shape the
// response where what a handler returns does not say it all.
//
// Path parameters have been decoded: they may hold slashes and "..", so check
// them (see [path/filepath.IsLocal]) before they name a file.
type Request struct {
	HTTP       *http.Request // its body has been read where the input has a Body
	Operation  *client.OperationInfo
	RouteIndex int // which of Operation.Routes

	reply *reply
}

// Query gives the URL's query values.
func (r *Request) Query() url.Values {
	if r == nil || r.HTTP == nil {
		return url.Values{}
	}
	return r.HTTP.URL.Query()
}

// Top gives how many values a page is to hold at most, from the query's $top,
// otherwise where the query has none.
func (r *Request) Top(otherwise int) (int, error) {
	text := r.Query().Get("$top")
	if text == "" {
		return otherwise, nil
	}
	n, err := strconv.ParseUint(text, 10, 31)
	if err != nil {
		return 0, failure(http.StatusBadRequest, "invalidRequest", "$top is not a number of values.")
	}
	return int(n), nil
}

// NextLink gives a collection's address from token on: that of the request, with
// token as the query's $skiptoken.
func (r *Request) NextLink(token string) string {
	if r == nil || r.HTTP == nil {
		return ""
	}
	link := url.URL{Scheme: "http", Host: r.HTTP.Host, Path: r.HTTP.URL.Path, RawPath: r.HTTP.URL.RawPath}
	if r.HTTP.TLS != nil {
		link.Scheme = "https"
	}
	query := r.Query()
	query.Set("$skiptoken", token)
	link.RawQuery = query.Encode()
	return link.String()
}

// Header gives the headers of the response, to be set before the handler
// returns. Those that describe the body (Content-Length, Transfer-Encoding,
// Content-Encoding) and Connection are the server's own and are not sent.
func (r *Request) Header() http.Header {
	if r == nil || r.reply == nil { // in a test that calls a handler directly
		return http.Header{}
	}
	return r.reply.Header()
}

// SetStatus has what the handler returns answered with status, 200 to 599, in
// place of the documented one. Errors keep theirs.
func (r *Request) SetStatus(status int) {
	if r != nil && r.reply != nil {
		r.reply.status = status
	}
}

// Writer gives the response itself to write. Once something has been written,
// what the handler returns is not answered any more.
// [http.NewResponseController] works with it.
func (r *Request) Writer() http.ResponseWriter {
	if r == nil || r.reply == nil {
		return nil
	}
	return r.reply
}

// reply is the response on its way.
type reply struct {
	http.ResponseWriter
	status int // 0: the documented one
	wrote  bool
}

func (w *reply) WriteHeader(status int) {
	// 1xx are sent ahead of the response.
	w.wrote = w.wrote || status >= 200
	w.ResponseWriter.WriteHeader(status)
}

func (w *reply) Write(p []byte) (int, error) {
	w.wrote = true
	return w.ResponseWriter.Write(p)
}

func (w *reply) Unwrap() http.ResponseWriter { return w.ResponseWriter }
