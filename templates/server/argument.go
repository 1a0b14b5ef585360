package server

import (
	"net/http"
	"strconv"
	"time"
)

// The functions below parse typed path and query arguments. For an invalid
// argument they return the zero value, and then check, readJSON and readContent
// return an error with status 400.

// queryArg returns the value of a required query parameter.
func (c *call) queryArg(name string) string {
	v := c.Query()
	if !v.Has(name) {
		c.invalid("Missing query parameter " + strconv.Quote(name) + ".")
	}
	return v.Get(name)
}

// optionalArg returns the value of a query parameter that not all calls of the route
// have, "" if it is missing.
func (c *call) optionalArg(name string) string { return c.Query().Get(name) }

// headerArg returns the value of a required header. Without it, the status is 428: the
// required header is If-Match.
func (c *call) headerArg(name string) string {
	v := c.HTTP.Header.Get(name)
	if v == "" && c.bad == nil {
		c.bad = failure(http.StatusPreconditionRequired, "preconditionRequired", "Missing header "+strconv.Quote(name)+".")
	}
	return v
}

// optionalHeader returns the value of a header that not all calls of the route have, ""
// if it is missing.
func (c *call) optionalHeader(name string) string { return c.HTTP.Header.Get(name) }

func (c *call) intArg(text string) int {
	return read(c, strconv.Atoi, text, "an integer")
}

func (c *call) boolArg(text string) bool {
	return read(c, strconv.ParseBool, text, "true or false")
}

func (c *call) timeArg(text string) time.Time {
	parse := func(text string) (time.Time, error) { return time.Parse(time.RFC3339Nano, text) }
	return read(c, parse, text, "a time such as 2006-01-02T15:04:05Z")
}

// read parses an argument. It returns the zero value for "", which is an argument
// that the route of the request does not have.
func read[T any](c *call, parse func(string) (T, error), text, want string) T {
	var zero T
	if text == "" {
		return zero
	}
	value, err := parse(text)
	if err != nil {
		c.invalid("The argument " + strconv.Quote(text) + " must be " + want + ".")
		return zero
	}
	return value
}

func (c *call) invalid(message string) {
	if c.bad == nil {
		c.bad = failure(http.StatusBadRequest, "invalidRequest", message)
	}
}
