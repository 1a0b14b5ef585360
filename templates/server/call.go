package server

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"

	client "github.com/mdwire/mdwire/templates/client"
)

// call is one request that is being served. Generated code makes an input of
// it, has it read the body, and write what the handler returns.
type call struct {
	Request
	router *router
	reply  reply
	match  match
	fields []int // of the route, see operation
	bad    error // the first argument that could not be read
}

func (c *call) context() context.Context { return c.HTTP.Context() }

// arg gives an argument of the path; "" where the route has none of that place.
func (c *call) arg(place int) string {
	i := place
	if c.fields != nil {
		i = slices.Index(c.fields, place)
	}
	if i < 0 || i >= len(c.match.args) {
		return ""
	}
	return c.match.args[i]
}

// check is for operations without a body: it tells whether all arguments could be read.
func (c *call) check() error { return c.bad }

// readJSON reads the body into v. No body at all leaves v as it is: pages
// show calls without a body where all of its properties are optional.
func (c *call) readJSON(v any) error {
	if c.bad != nil {
		return c.bad
	}
	data, err := io.ReadAll(c.HTTP.Body)
	if err != nil {
		return badBody(err)
	}
	if len(data) == 0 {
		return nil
	}
	if !isJSON(c.HTTP.Header.Get("Content-Type")) {
		return failure(http.StatusUnsupportedMediaType, "invalidRequest", "The body must be of type application/json.")
	}
	if err := json.Unmarshal(data, v); err != nil {
		return badBody(err)
	}
	return nil
}

// readContent hands the body on unread.
func (c *call) readContent(v *client.Content) error {
	*v = client.Content{Type: c.HTTP.Header.Get("Content-Type"), Reader: c.HTTP.Body}
	return c.bad
}

// isJSON takes a missing type for JSON, as the pages' examples often leave it out.
func isJSON(contentType string) bool {
	if contentType == "" {
		return true
	}
	media, _, _ := mime.ParseMediaType(contentType)
	return media == "application/json" || strings.HasSuffix(media, "+json")
}

// badBody says in the API's words what is wrong; encoding/json names Go's types.
func badBody(err error) error {
	var tooLarge *http.MaxBytesError
	var wrongType *json.UnmarshalTypeError
	switch {
	case errors.As(err, &tooLarge):
		return err
	case errors.As(err, &wrongType):
		return failure(http.StatusBadRequest, "invalidRequest",
			fmt.Sprintf("The body's %q cannot be a %s.", wrongType.Field, wrongType.Value))
	}
	return failure(http.StatusBadRequest, "invalidRequest", "The body could not be read: "+err.Error()+".")
}
