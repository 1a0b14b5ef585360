package server

import (
	"net/http"
	"net/url"
	"testing"
)

// TestRepeatedArgument checks the argument of a route that has a parameter twice.
func TestRepeatedArgument(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want string
		bad  bool
	}{
		{[]string{"a", "b", "b", "c"}, "b", false},
		{[]string{"a", "b", "d", "c"}, "b", true},
		{[]string{"a"}, "", false},
	} {
		c := &call{fields: []int{0, 1, 1, 2}}
		c.match.args = tt.args
		if got := c.arg(1); got != tt.want || (c.check() != nil) != tt.bad {
			t.Errorf("%q: %q, error %v; want %q", tt.args, got, c.check(), tt.want)
		}
	}
}

func TestArguments(t *testing.T) {
	for _, tt := range []struct {
		read func(c *call) any
		want any
		bad  bool
	}{
		{func(c *call) any { return c.intArg("-7") }, -7, false},
		{func(c *call) any { return c.intArg("") }, 0, false},
		{func(c *call) any { return c.intArg("1.5") }, 0, true},
		{func(c *call) any { return c.boolArg("true") }, true, false},
		{func(c *call) any { return c.boolArg("yes") }, false, true},
		{func(c *call) any { return c.optionalArg("a") }, "b", false},
		{func(c *call) any { return c.optionalArg("b") }, "", false},
		{func(c *call) any { return c.queryArg("a") }, "b", false},
		{func(c *call) any { return c.queryArg("b") }, "", true},
		{func(c *call) any { return c.optionalHeader("If-Match") }, "x", false},
		{func(c *call) any { return c.optionalHeader("If-Range") }, "", false},
		{func(c *call) any { return c.headerArg("If-Match") }, "x", false},
		{func(c *call) any { return c.headerArg("If-Range") }, "", true},
	} {
		c := &call{Request: Request{HTTP: &http.Request{Header: http.Header{"If-Match": {"x"}}, URL: &url.URL{RawQuery: "a=b"}}}}
		if got := tt.read(c); got != tt.want || (c.check() != nil) != tt.bad {
			t.Errorf("got %v, error %v; want %v", got, c.check(), tt.want)
		}
	}
}
