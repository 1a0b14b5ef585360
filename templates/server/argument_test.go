package server

import (
	"net/http"
	"net/url"
	"testing"
)

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
	} {
		c := &call{Request: Request{HTTP: &http.Request{URL: &url.URL{RawQuery: "a=b"}}}}
		if got := tt.read(c); got != tt.want || (c.check() != nil) != tt.bad {
			t.Errorf("got %v, error %v; want %v", got, c.check(), tt.want)
		}
	}
}
