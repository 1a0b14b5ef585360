package plan_test

import (
	"testing"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
)

func TestFill(t *testing.T) {
	out := newPlan(
		with(operation("x-get", "Get", "GET /x"), answers(200, "m.x")),
		resource("m.x", "", "name Edm.String", "on Edm.Boolean", "size Edm.Int32", "share Edm.Double", "price Edm.Decimal",
			"at Edm.DateTimeOffset", "key Edm.Binary", "color m.color", "more m.x", "list []m.x", "sizes []Edm.Int32", "flags map Edm.Boolean"),
		enum("m.color", "red", "blue"))
	typ := gocode.Type{Name: "X", Local: true}
	for _, tt := range []struct{ text, sent, received string }{
		{`{"name": "a", "on": true, "size": 1, "at": "2020-01-02T03:04:05Z", "other": "Boolean"}`, "", ""},
		{`{"at": "datetime-value", "key":"MII..." }`, `{"at": "2021-03-01T08:00:00Z", "key":"c3RhbmQtaW4=" }`, ""},
		{`{"at": "2020-01-02T03:04:05.0000000"}`, `{"at": "2020-01-02T03:04:05.0000000Z"}`, ""},
		{`{"at": "2020-01-02"}`, `{"at": "2020-01-02T00:00:00Z"}`, ""},
		{`{"at": ""}`, `{"at": null}`, ""},
		{`{"on": "true", "size":"60"}`, `{"on": true, "size":60}`, ""},
		{`{"on": "Boolean", "size": "Integer", "share": "share-value"}`, `{"on": true, "size": 1, "share": 1}`, ""},
		{`{"name": 7, "color": 0, "price": "1.50"}`, `{"name": "7", "color": "0", "price": 1.50}`, ""},
		{`{"name": {}, "color": {"@odata.type": "m.color"}}`, `{"name": "stand-in", "color": "red"}`, ""},
		{`{"list": [{"on": "false"}, null], "more": {"sizes": [ "1", 2 ]}}`, `{"list": [{"on": false}, null], "more": {"sizes": [ 1, 2 ]}}`, ""},
		{`{"flags": {"a": "true", "b": null}}`, `{"flags": {"a": true, "b": null}}`, ""},
		{`{"ON": "true"}`, `{"on": true}`, `{"ON": true}`},
		{`{"on": "maybe", "size": "x", "at": "yesterday", "name": {"a": 1}, "more": "a", "list": {}}`, "", ""},
		{`{"size": "size.value", "sizes": "sizes.value", "more": "{more}", "flags": "flags.value"}`, `{"size": 1, "sizes": null, "more": null, "flags": null}`, ""},
		{`[1]`, "", ""},
		{`7`, "", ""},
		{`{"on": `, "", ""},
		{``, "", ""},
	} {
		for sent, want := range map[bool]string{true: tt.sent, false: tt.received} {
			if want == "" {
				want = tt.sent
			}
			if want == "" {
				want = tt.text
			}
			if got := string(plan.NewChecker(out.Package, sent).Fill([]byte(tt.text), typ)); got != want {
				t.Errorf("%s, sent %v: got %s, want %s", tt.text, sent, got, want)
			}
		}
	}
}
