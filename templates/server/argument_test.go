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
		{func(c *call) any { return c.intArg("-7") }, int64(-7), false},
		{func(c *call) any { return c.int32Arg("7") }, int32(7), false},
		{func(c *call) any { return c.int32Arg("2147483648") }, int32(0), true},
		{func(c *call) any { return c.floatArg("1.5") }, 1.5, false},
		{func(c *call) any { return c.floatArg("x") }, 0.0, true},
		{func(c *call) any { return c.boolArg("true") }, true, false},
		{func(c *call) any { return c.boolArg("yes") }, false, true},
		{func(c *call) any { return c.queryArg("a") }, "b", false},
		{func(c *call) any { return c.queryArg("b") }, "", true},
	} {
		c := &call{Request: Request{HTTP: &http.Request{URL: &url.URL{RawQuery: "a=b"}}}}
		if got := tt.read(c); got != tt.want || (c.check() != nil) != tt.bad {
			t.Errorf("got %v, %v; want %v", got, c.check(), tt.want)
		}
	}
}
