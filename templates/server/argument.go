package server

import (
	"net/http"
	"strconv"
	"time"
)

// The functions below read typed path and query arguments. One that cannot be
// read gives the zero value and is answered with 400 by check or by reading
// the body.

// queryArg gives a query value that the operation requires.
func (c *call) queryArg(name string) string {
	v := c.Query()
	if !v.Has(name) {
		c.invalid("The query has no " + strconv.Quote(name) + ".")
	}
	return v.Get(name)
}

func (c *call) intArg(text string) int {
	return read(c, strconv.Atoi, text, "a whole number")
}

func (c *call) boolArg(text string) bool {
	return read(c, strconv.ParseBool, text, "true or false")
}

func (c *call) timeArg(text string) time.Time {
	parse := func(text string) (time.Time, error) { return time.Parse(time.RFC3339Nano, text) }
	return read(c, parse, text, "a time such as 2006-01-02T15:04:05Z")
}

// read gives the zero value for an argument that the request's route has not.
func read[T any](c *call, parse func(string) (T, error), text, want string) T {
	var zero T
	if text == "" {
		return zero
	}
	value, err := parse(text)
	if err != nil {
		c.invalid("The argument " + strconv.Quote(text) + " is not " + want + ".")
		return zero
	}
	return value
}

func (c *call) invalid(message string) {
	if c.bad == nil {
		c.bad = failure(http.StatusBadRequest, "invalidRequest", message)
	}
}
