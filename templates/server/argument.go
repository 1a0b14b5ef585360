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

func (c *call) intArg(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	return checked(c, n, err, text, "a whole number")
}

func (c *call) int32Arg(text string) int32 {
	n, err := strconv.ParseInt(text, 10, 32)
	return checked(c, int32(n), err, text, "a whole number of 32 bits")
}

func (c *call) floatArg(text string) float64 {
	f, err := strconv.ParseFloat(text, 64)
	return checked(c, f, err, text, "a number")
}

func (c *call) boolArg(text string) bool {
	b, err := strconv.ParseBool(text)
	return checked(c, b, err, text, "true or false")
}

func (c *call) timeArg(text string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, text)
	return checked(c, t, err, text, "a time such as 2006-01-02T15:04:05Z")
}

func checked[T any](c *call, value T, err error, text, want string) T {
	var zero T
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
