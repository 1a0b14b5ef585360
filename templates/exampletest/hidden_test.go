package exampletest

import (
	"reflect"
	"testing"
	"time"

	client "github.com/mdwire/mdwire/templates/client"
)

func TestHidden(t *testing.T) {
	type item struct {
		Name  string
		When  *time.Time
		Opt   client.Opt[string]
		Items []item
		extra client.Extra
	}
	now := time.Now()
	for _, tt := range []struct {
		v    item
		want string
	}{
		{item{}, ""},
		{item{Name: "a", When: &now, Opt: client.Set("x"), Items: []item{{}}}, ""},
		{item{Items: []item{{}, {extra: client.Extra{"a": nil}}}}, "item.extra"},
	} {
		if got := hidden(reflect.ValueOf(&tt.v)); got != tt.want {
			t.Errorf("%+v: got %q, want %q", tt.v, got, tt.want)
		}
	}
}
