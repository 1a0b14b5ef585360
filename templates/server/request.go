package server

import (
	"net/http"
	"net/url"
	"strconv"

	client "github.com/mdwire/mdwire/templates/client"
)

// Request is part of every handler's input. It has the HTTP request and methods
// that change the response beyond the returned value.
//
// Path parameters are decoded. They may contain slashes and "..", so check them
// before using them as file names, for example with [path/filepath.IsLocal].
type Request struct {
	HTTP       *http.Request // do not read its body if the input has a Body
	Operation  *client.OperationInfo
	RouteIndex int // the index in Operation.Routes of the route that matched

	reply *reply
}

// Query returns the query values of the URL.
func (r *Request) Query() url.Values {
	if r == nil || r.HTTP == nil {
		return url.Values{}
	}
	return r.HTTP.URL.Query()
}

// Top returns the maximum number of values of a page: the value of the query
// parameter $top, or the argument otherwise if it is missing. It returns an
// error with status 400 if $top is invalid.
func (r *Request) Top(otherwise int) (int, error) {
	text := r.Query().Get("$top")
	if text == "" {
		return otherwise, nil
	}
	n, err := strconv.ParseUint(text, 10, 31)
	if err != nil {
		return 0, failure(http.StatusBadRequest, "invalidRequest", "$top must be a non-negative integer.")
	}
	return int(n), nil
}

// NextLink returns the URL of a collection's next page. It is the URL of the
// request with token as the query parameter $skiptoken.
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

// Header returns the headers of the response. Handlers may set them before they
// return. Content-Length, Transfer-Encoding, Content-Encoding and Connection are
// ignored: the server sets them.
func (r *Request) Header() http.Header {
	if r == nil || r.reply == nil { // a test calls a handler directly
		return http.Header{}
	}
	return r.reply.Header()
}

// SetStatus sends the handler's result with status instead of the documented
// status. It must be 200 to 599. It has no effect on errors, which have their own
// status.
func (r *Request) SetStatus(status int) {
	if r != nil && r.reply != nil {
		r.reply.status = status
	}
}

// Writer returns the response for handlers that write it themselves. After the
// first write, the value that the handler returns is ignored. The writer supports
// [http.NewResponseController]. It is nil if a test calls a handler directly.
func (r *Request) Writer() http.ResponseWriter {
	if r == nil || r.reply == nil {
		return nil
	}
	return r.reply
}

// reply is the response to a request.
type reply struct {
	http.ResponseWriter
	status int // set by SetStatus; 0 means the documented status
	wrote  bool
}

func (w *reply) WriteHeader(status int) {
	// 1xx are informational: the response follows.
	w.wrote = w.wrote || status >= 200
	w.ResponseWriter.WriteHeader(status)
}

func (w *reply) Write(p []byte) (int, error) {
	w.wrote = true
	return w.ResponseWriter.Write(p)
}

func (w *reply) Unwrap() http.ResponseWriter { return w.ResponseWriter }
