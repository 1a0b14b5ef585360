package exampletest

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	client "github.com/mdwire/mdwire/templates/client"
)

type item struct {
	ODataType string             `json:"@odata.type,omitzero"`
	Name      string             `json:"name,omitzero"`
	When      *time.Time         `json:"when,omitzero"`
	Child     *child             `json:"child,omitzero"`
	Children  []child            `json:"children,omitzero"`
	Update    client.Opt[*child] `json:"update,omitzero"`
	ByName    map[string]child   `json:"byName,omitzero"`
	Any       json.RawMessage    `json:"any,omitzero"`
	Open      *openItem          `json:"open,omitzero"`
}

type child struct {
	Name string `json:"name,omitzero"`
}

type openItem struct {
	child
	AdditionalProperties client.Extra `json:"-"`
}

func TestAt(t *testing.T) {
	if got := at("2024-05-01T08:30:00.5+02:00").UTC().String(); got != "2024-05-01 06:30:00.5 +0000 UTC" {
		t.Errorf("at = %s", got)
	}
}

func TestCompare(t *testing.T) {
	typ := reflect.TypeFor[*item]()
	page := reflect.TypeFor[*client.Page[item]]()
	for _, tt := range []struct {
		mode      string // "response", "request" or "update"
		t         reflect.Type
		want, got string
		diffs     string // joined by "; "
	}{
		{"request", typ, `{"a": 1, "b": [true, null]}`, `{"b":[true,null],"a":1.0}`, ""},
		{"request", typ, `{"a": [1, 2]}`, `{"a": [2, 1]}`, "a[0]: want 1, got 2; a[1]: want 2, got 1"},
		{"request", typ, `{"a": [1]}`, `{"a": [1, 2]}`, "a[1]: want nothing, got 2"},
		{"request", typ, `{"a": 1}`, `{"a": "1"}`, `a: want 1, got "1"`},
		{"request", typ, `{"a": {}}`, `{"a": []}`, `a: want {}, got []`},
		{"request", typ, `[]`, `{}`, `(whole value): want [], got {}`},
		{"request", typ, `{"a": false}`, `{}`, "a: want false, got nothing"},
		{"request", typ, `{"a": 0}`, `{}`, "a: want 0, got nothing"},
		{"request", typ, `{"a": []}`, `{}`, "a: want [], got nothing"},
		// missing, null and ""
		{"request", typ, `{"a": null, "b": ""}`, `{}`, ""},
		{"request", typ, `{}`, `{"a": null, "b": ""}`, ""},
		{"request", typ, `{"a": null}`, `{"a": ""}`, ""},
		{"request", typ, `{"a": null}`, `{"a": 0}`, "a: want null, got 0"},
		{"request", typ, `{"a": [null]}`, `{"a": [""]}`, `a[0]: want null, got ""`},
		{"update", typ, `{"a": null, "b": ""}`, `{}`, `a: want null, got nothing; b: want "", got nothing`},
		{"update", typ, `{"a": null}`, `{"a": ""}`, `a: want null, got ""`},
		{"update", typ, `{}`, `{"a": null}`, `a: want nothing, got null`},
		{"update", typ, `{"a": {"b": null}}`, `{"a": {}}`, ""},
		// names
		{"response", typ, `{"Name": "x"}`, `{"name": "x"}`, ""},
		{"request", typ, `{"Name": "x"}`, `{"name": "x"}`, `Name: want "x", got nothing; name: want nothing, got "x"`},
		// times and numbers
		{"response", typ, `{"when": "2020-01-01T00:00:00.0000000Z"}`, `{"when": "2020-01-01T00:00:00Z"}`, ""},
		{"response", typ, `{"when": "2020-01-01T01:00:00+01:00"}`, `{"when": "2020-01-01T00:00:00Z"}`, ""},
		{"response", typ, `{"when": "2020-01-01T00:00:00Z"}`, `{"when": "2020-01-01T00:00:01Z"}`, `when: want "2020-01-01T00:00:00Z", got "2020-01-01T00:00:01Z"`},
		{"response", typ, `{"n": [1e2, -0.50, 0, 1e400]}`, `{"n": [100, -5e-1, 0.0, 10e399]}`, ""},
		{"response", typ, `{"n": 0.1234567890123456789}`, `{"n": 0.12345678901234568}`, ""},
		{"response", typ, `{"n": 9007199254740993}`, `{"n": 9007199254740992}`, "n: want 9007199254740993, got 9007199254740992"},
		// annotations of responses
		{"response", typ, `{"@odata.context": "x", "@odata.etag": "x", "name@odata.type": "x"}`, `{}`, ""},
		{"response", typ, `{"@odata.type": "x"}`, `{}`, `@odata.type: want "x", got nothing`},
		{"response", typ, `{"@odata.etag": "x"}`, `{"@odata.etag": "y"}`, `@odata.etag: want "x", got "y"`},
		{"response", typ, `{"child": {"@odata.type": "x"}}`, `{"child": {}}`, ""},
		{"response", typ, `{"children": [{"@odata.type": "x"}]}`, `{"children": [{}]}`, ""},
		{"response", typ, `{"byName": {"a": {"@odata.type": "x"}}}`, `{"byName": {"a": {}}}`, ""},
		{"response", typ, `{"any": {"@odata.type": "x"}}`, `{"any": {}}`, `any.@odata.type: want "x", got nothing`},
		{"response", typ, `{"open": {"@odata.etag": "x"}}`, `{"open": {}}`, `open.@odata.etag: want "x", got nothing`},
		{"response", typ, `{"unknown": {"@odata.type": "x"}}`, `{"unknown": {}}`, `unknown.@odata.type: want "x", got nothing`},
		{"response", nil, `{"@odata.type": "x"}`, `{}`, `@odata.type: want "x", got nothing`},
		{"response", page, `{"@odata.context": "x", "value": [{"child": {"@odata.etag": "x"}}]}`, `{"value": [{"child": {}}]}`, ""},
		{"response", page, `{"@odata.nextLink": "x", "value": [{"@odata.type": "x"}]}`, `{"value": [{}]}`, `@odata.nextLink: want "x", got nothing; value[0].@odata.type: want "x", got nothing`},
		{"response", typ, `{}`, `{"@odata.etag": "x"}`, `@odata.etag: want nothing, got "x"`},
		// annotations of requests
		{"request", typ, `{"child": {"@odata.type": "x"}}`, `{"child": {}}`, `child.@odata.type: want "x", got nothing`},
		{"request", typ, `{"child@odata.bind": "x", "@odata.id": "x"}`, `{}`, `@odata.id: want "x", got nothing; child@odata.bind: want "x", got nothing`},
		{"update", typ, `{"update": {"name": ""}}`, `{"update": {}}`, ""},
		{"request", typ, `{"@odata.type": "#microsoft.graph.item"}`, `{}`, `@odata.type: want "#microsoft.graph.item", got nothing`},
		// undocumented members
		{"beyond a children[].b", typ, `{"a": 1, "children": [{"b": 1}, {"b": 2, "c": 3}]}`, `{"children": [{}, {}]}`, `children[1].c: want 3, got nothing`},
		{"beyond a", typ, `{"a": 1}`, `{"a": 2}`, `a: want 1, got 2`},
		// not JSON
		{"request", typ, `{`, `{}`, `the documented body is not JSON: unexpected EOF`},
		{"request", typ, `{}`, `<`, `not JSON: invalid character '<' looking for beginning of value: "<"`},
	} {
		c := comparison{request: tt.mode == "request" || tt.mode == "update", update: tt.mode == "update"}
		if paths, ok := strings.CutPrefix(tt.mode, "beyond "); ok {
			c.beyond = strings.Fields(paths)
		}
		if got := strings.Join(c.compareJSON([]byte(tt.want), []byte(tt.got), tt.t), "; "); got != tt.diffs {
			t.Errorf("%s: %s and %s:\n got %s\nwant %s", tt.mode, tt.want, tt.got, got, tt.diffs)
		}
	}
}

func TestParseMessage(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"GET /a b?c=d e HTTP/1.1\r\nPrefer: x\r\n\r\n", "GET /a b?c=d e|x|"},
		{"\n+GET https://h/a\n", "GET https://h/a||"},
		{"DELETE/identity/x\n", "DELETE /identity/x||"},
		{"POST /a\n\nprefer: x\ncontent-type: text/plain\n\nbody\n", "POST /a|x|body\n"},
		{"POST /a\nprefer:  x \n{\"a\": 1}\n", "POST /a|x|{\"a\": 1}\n"},
		{"POST /a\n\nBEGIN: VCARD\n", "POST /a||BEGIN: VCARD\n"},
		{"nothing", "no request line"},
	} {
		m, err := parseRequest([]byte(tt.text))
		got := m.method + " " + m.target + "|" + m.header.Get("Prefer") + "|" + string(m.body)
		if err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
	for _, tt := range []struct {
		text   string
		status int
		body   string
	}{
		{"HTTP/1.1 201 Created\nLocation: x\n\n{}", 201, "{}"},
		{"HTTP 404\n", 404, ""},
		{"{\"a\": 1}", 200, "{\"a\": 1}"},
	} {
		m, err := parseResponse([]byte(tt.text), 200)
		if err != nil || m.status != tt.status || string(m.body) != tt.body {
			t.Errorf("%q: got %d %q, error %v; want %d %q", tt.text, m.status, m.body, err, tt.status, tt.body)
		}
	}
}
