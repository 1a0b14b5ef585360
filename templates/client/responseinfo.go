package client

import "net/http"

// ResponseInfo is the status and the headers of a response; see [WithResponse].
type ResponseInfo struct {
	StatusCode int
	Header     http.Header
}

// RequestID returns the ID of the request for the service's support, "" if the response
// has none.
func (r *ResponseInfo) RequestID() string { return r.Header.Get("Request-Id") }

// ETag returns the version of the resource in the ETag header, "" if the response has
// none. Many services send it in the property "@odata.etag" instead.
func (r *ResponseInfo) ETag() string { return r.Header.Get("ETag") }

// WithResponse stores the status and the headers of the response in info, also if the
// call fails with an [*Error]. A list stores those of each page.
func WithResponse(info *ResponseInfo) RequestOption {
	return RequestOption{kind: storeResponse, response: info}
}

// store stores a response for the options that ask for it. resp is nil if there is no
// response.
func storeInfo(resp *http.Response, opts []RequestOption) {
	for _, o := range opts {
		if o.kind == storeResponse && o.response != nil && resp != nil {
			*o.response = ResponseInfo{resp.StatusCode, resp.Header}
		}
	}
}
