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
	"strconv"
	"strings"

	client "github.com/mdwire/mdwire/templates/client"
)

// call is a request that is being served. Generated code makes the handler's
// input from it, reads the body with it, and passes it the handler's results.
type call struct {
	Request
	router *router
	reply  reply
	match  match
	fields []int // the route's entry of operation.fields
	bad    error // for the first invalid argument
}

func (c *call) context() context.Context { return c.HTTP.Context() }

// arg returns a path argument. place counts the path parameters of all routes of
// the operation. arg returns "" if the request's route does not have the parameter.
// If the route has it twice, a request with two values is invalid.
func (c *call) arg(place int) string {
	args := c.match.args
	if c.fields == nil {
		if place >= len(args) {
			return ""
		}
		return args[place]
	}
	first := slices.Index(c.fields, place)
	if first < 0 || first >= len(args) {
		return ""
	}
	for i := first + 1; i < len(c.fields) && i < len(args); i++ {
		if c.fields[i] == place && args[i] != args[first] {
			c.invalid("The path has " + strconv.Quote(args[first]) + " and " + strconv.Quote(args[i]) + " for one argument.")
		}
	}
	return args[first]
}

// check returns an error if an argument is invalid. It is for operations without
// a body.
func (c *call) check() error { return c.bad }

// readJSON decodes the body into v. An empty body leaves v unchanged: the docs
// show calls without a body if all of its properties are optional.
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

// readContent sets v to the unread body.
func (c *call) readContent(v *client.Content) error {
	*v = client.Content{Type: c.HTTP.Header.Get("Content-Type"), Reader: c.HTTP.Body}
	return c.bad
}

// isJSON reports whether contentType is a JSON type. It accepts "" because
// documented examples often omit the header.
func isJSON(contentType string) bool {
	if contentType == "" {
		return true
	}
	media, _, _ := mime.ParseMediaType(contentType)
	return media == "application/json" || strings.HasSuffix(media, "+json")
}

// badBody returns an error for a body that cannot be decoded. It does not use the
// text of an UnmarshalTypeError, which names Go types.
func badBody(err error) error {
	var tooLarge *http.MaxBytesError
	var wrongType *json.UnmarshalTypeError
	switch {
	case errors.As(err, &tooLarge):
		return err
	case errors.As(err, &wrongType):
		return failure(http.StatusBadRequest, "invalidRequest",
			fmt.Sprintf("The property %q of the body cannot be a %s.", wrongType.Field, wrongType.Value))
	}
	return failure(http.StatusBadRequest, "invalidRequest", "The body could not be read: "+err.Error()+".")
}
