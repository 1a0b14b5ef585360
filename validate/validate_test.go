package validate_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/validate"
)

// resource makes a documented type from rows as in "size Edm.Int32" and
// "tags []Edm.String".
func resource(name, base string, rows ...string) ir.Resource {
	return ir.Resource{
		Page: ir.Page{File: name[strings.LastIndex(name, ".")+1:] + ".md", Version: "v1.0"},
		Name: name, BaseType: base, Properties: properties(rows...),
	}
}

func properties(rows ...string) []ir.Property {
	var list []ir.Property
	for _, row := range rows {
		name, typ, _ := strings.Cut(row, " ")
		single := strings.TrimPrefix(typ, "[]")
		value := strings.TrimPrefix(single, "map ")
		list = append(list, ir.Property{Name: name, Type: ir.TypeRef{Name: value, Collection: single != typ, Map: value != single}})
	}
	return list
}

func enum(name string, members ...string) ir.Resource {
	r := resource(name, "")
	for i, m := range members {
		r.Members = append(r.Members, ir.Member{Name: m, Value: fmt.Sprint(i)})
	}
	return r
}

func index(resources ...ir.Resource) *ir.Index { return ir.NewIndex(&ir.Spec{Resources: resources}) }

func documented() *validate.Types {
	open := resource("m.open", "", "id Edm.String")
	open.OpenType = true
	shown := resource("m.shown", "", "id Edm.String")
	shown.JSON = &ir.Message{Kind: ir.JSON, JSON: []byte(`{"id": "1", "onlyShown": 1}`)}
	return validate.New(index(
		resource("m.entity", "", "id Edm.String"),
		resource("m.user", "m.entity", "name Edm.String", "size Edm.Int32", "tags []Edm.String", "color m.color",
			"manager m.user", "friends []m.user", "any m.nowhere", "anys []m.nowhere", "untyped ", "value Edm.String",
			"small Edm.SByte", "big Edm.Int64", "ratio Edm.Double", "price Edm.Decimal", "on Edm.Boolean",
			"key Edm.Guid", "at Edm.DateTimeOffset", "day Edm.Date", "time Edm.TimeOfDay", "lasts Edm.Duration",
			"data Edm.Binary", "counts map Edm.Int32", "raw map Edm.Untyped", "open m.open", "shown m.shown", "stream Edm.Stream"),
		resource("m.admin", "m.user", "level Edm.Int32", "rank Edm.String", "scope Edm.String"),
		resource("m.owner", "m.user", "rank Edm.String", "scope Edm.Int32"),
		resource("m.odd", "m.undocumented", "name Edm.String"),
		resource("m.noTable", ""),
		resource("m.loop", "m.loop", "name Edm.String"),
		open, shown, enum("m.color", "red", "green"),
	))
}

// places writes mismatches as "rule path text".
func places(text string, list []validate.Mismatch) []string {
	var out []string
	for _, m := range list {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s %s %s", m.Code, m.Path, text[m.Start:m.End])))
	}
	return out
}

func check(t *testing.T, types *validate.Types, text, typ string, opts validate.Options) validate.Result {
	t.Helper()
	j, err := validate.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	single := strings.TrimPrefix(typ, "[]")
	return types.Check(j, "v1.0", ir.TypeRef{Name: single, Collection: single != typ}, opts)
}

func TestFits(t *testing.T) {
	types := documented()
	for _, tt := range []struct{ typ, text string }{
		{"m.user", `{}`},
		{"m.user", `null`},
		{"m.user", `{"id": "1", "name": "Bo", "size": 5, "tags": [], "color": "red", "manager": {"name": "Al"}}`},
		{"m.user", `{"name": null, "tags": null, "size": null, "friends": [null, {"size": 2}]}`},
		{"m.user", `{"any": 1, "anys": [{"a": 1}, 2], "untyped": {"b": []}, "stream": {}}`},
		{"m.user", `{"color": "RED, green"}`},
		{"m.user", `{"color": 1}`},
		{"m.user", `{"color": "1"}`},
		{"m.user", `{"small": -128, "big": -9223372036854775808, "ratio": 1, "price": "12.50", "on": false}`},
		{"m.user", `{"ratio": "-INF", "price": 1e3}`},
		{"m.user", `{"key": "6F9619FF-8B86-D011-B42D-00CF4FC964FF", "at": "2021-03-01T08:00:00.1234567+01:00", "day": "2024-02-29"}`},
		{"m.user", `{"at": "2021-03-01 08:00Z", "day": "0000-00-00", "time": "08:00", "lasts": "P1DT2H3.5S", "data": "c3RhbmQ="}`},
		{"m.user", `{"@odata.type": "#m.user", "@odata.context": "x", "name@odata.type": 1, "#m.act": {}, "m.ext": 2}`},
		{"m.user", `{"extension_0123456789abcdef0123456789abcdef_size": 3}`},
		{"m.user", `{"@odata.type": "#m.admin", "level": 3}`},
		{"m.user", `{"level": 3}`},    // of a derived type that is not named
		{"m.user", `{"scope": true}`}, // the derived types differ
		{"m.user", `{"@odata.type": "#m.nowhere", "what": 3}`},
		{"m.user", `{"open": {"undeclared": 1}, "shown": {"onlyShown": true}}`},
		{"m.user", `{"counts": {"a": 1, "b": null}, "raw": {"a": [], "b": {}}}`},
		{"m.user", `{"counts": null}`},
		{"m.odd", `{"inherited": 1}`},
		{"m.noTable", `{"what": 3}`},
		{"m.noTable", `"text"`},
		{"m.loop", `{"name": "x"}`},
		{"m.nowhere", `{"a": [1]}`},
		{"[]m.user", `[{"name": "Bo"}, null]`},
		{"[]Edm.Int32", `[1, null]`},
		{"", `{"a": 1}`},
	} {
		if got := check(t, types, tt.text, tt.typ, validate.Options{}); got.Mismatches != nil || got.Undeclared != nil {
			t.Errorf("%s %s: %+v, want nothing", tt.typ, tt.text, got)
		}
	}
}

func TestMismatches(t *testing.T) {
	types := documented()
	for _, tt := range []struct {
		typ, text string
		want      string // joined by " | "
	}{
		{"m.user", `[]`, `example-type-mismatch  []`},
		{"m.user", `{"name": 1, "size": "1", "on": "true"}`, `example-type-mismatch name 1 | example-type-mismatch size "1" | example-type-mismatch on "true"`},
		{"m.user", `{"tags": "a"}`, `example-type-mismatch tags "a"`},
		{"m.user", `{"tags": ["a", 2, {"b": 1}]}`, `example-type-mismatch tags[] 2 | example-type-mismatch tags[] {"b": 1}`},
		{"m.user", `{"friends": [{"manager": {"size": 1.5}}]}`, `example-type-mismatch friends[].manager.size 1.5`},
		{"m.user", `{"manager": []}`, `example-type-mismatch manager []`},
		{"m.user", `{"anys": 1}`, `example-type-mismatch anys 1`},
		{"m.user", `{"color": true}`, `example-type-mismatch color true`},
		{"m.user", `{"color": "red,blue"}`, `example-value-format color "red,blue"`},
		{"m.user", `{"size": 3000000000, "small": 128, "big": 9223372036854775808}`, `example-type-mismatch size 3000000000 | example-type-mismatch small 128 | example-type-mismatch big 9223372036854775808`},
		{"m.user", `{"ratio": "1,5", "price": true}`, `example-value-format ratio "1,5" | example-type-mismatch price true`},
		{"m.user", `{"key": "1", "at": "2021-03-01", "day": "2021-02-30"}`, `example-value-format key "1" | example-value-format at "2021-03-01" | example-value-format day "2021-02-30"`},
		{"m.user", `{"time": "8", "lasts": "1h", "data": "a"}`, `example-value-format time "8" | example-value-format lasts "1h" | example-value-format data "a"`},
		{"m.user", `{"key": "", "at": "{date}"}`, `example-value-format key "" | example-value-format at "{date}"`},
		{"m.user", `{"NAME": "x"}`, `example-property-case NAME "NAME"`},
		{"m.user", `{"Size": "x"}`, `example-property-case Size "Size" | example-type-mismatch Size "x"`},
		{"m.user", `{"what": {"a": 1, "A": 1}}`, `example-property-undocumented what "what" | json-invalid what.A "A"`},
		{"m.user", `{"": 1}`, `example-property-undocumented  ""`},
		{"m.user", `{"manager": {"what": 1}}`, `example-property-undocumented manager.what "what"`},
		{"m.user", `{"rank": 1}`, `example-type-mismatch rank 1`}, // of the derived types
		{"m.user", `{"@odata.type": "#m.admin", "level": "3", "what": 1}`, `example-type-mismatch level "3" | example-property-undocumented what "what"`},
		{"m.user", `{"name": "a", "name": "b"}`, `json-invalid name "name"`},
		{"m.user", `{"any": [{"a": 1, "a": 2}]}`, `json-invalid any[].a "a"`},
		{"m.user", `{"open": {"Id": 1, "id": 2}}`, `json-invalid open.id "id" | example-property-case open.Id "Id" | example-type-mismatch open.Id 1 | example-type-mismatch open.id 2`},
		{"m.user", `{"counts": [1], "raw": "x"}`, `example-type-mismatch counts [1] | example-type-mismatch raw "x"`},
		{"m.user", `{"counts": {"a": "1", "b": 1, "b": 2}}`, `json-invalid counts.b "b" | example-type-mismatch counts.a "1"`},
		{"m.loop", `{"what": 1}`, `example-property-undocumented what "what"`},
		{"[]m.user", `{}`, `example-type-mismatch  {}`},
		{"[]m.user", `[{"size": "x"}, 1]`, `example-type-mismatch [].size "x" | example-type-mismatch [] 1`},
		{"", `{"a": 1, "a": 1}`, `json-invalid a "a"`},
	} {
		got := check(t, types, tt.text, tt.typ, validate.Options{})
		if d := cmp.Diff(tt.want, strings.Join(places(tt.text, got.Mismatches), " | ")); d != "" {
			t.Errorf("%s %s (-want +got):\n%s", tt.typ, tt.text, d)
		}
	}
}

func TestOptions(t *testing.T) {
	types := documented()
	for _, tt := range []struct {
		typ, text string
		opts      validate.Options
		want      string
	}{
		{"m.user", `{"key": "", "at": "String (timestamp)"}`, validate.Options{Placeholders: true}, ``},
		{"m.user", `{"size": "int32"}`, validate.Options{Placeholders: true}, `example-type-mismatch size "int32"`},
		{"m.user", `{"what": 1, "NAME": "x"}`, validate.Options{Sent: true}, `request-property-undocumented what "what" | example-property-case NAME "NAME"`},
		{"m.user", `null`, validate.Options{NoNull: true}, `example-type-mismatch  null`},
		{"[]m.user", `null`, validate.Options{NoNull: true}, `example-type-mismatch  null`},
		{"m.user", `{"tags": [null], "friends": [null], "name": null, "anys": [null]}`, validate.Options{NoNull: true}, `example-type-mismatch tags[] null | example-type-mismatch friends[] null`},
		{"m.user", `{"counts": {"a": null}, "raw": {"a": null}}`, validate.Options{NoNull: true}, `example-type-mismatch counts.a null`},
	} {
		got := check(t, types, tt.text, tt.typ, tt.opts)
		if d := cmp.Diff(tt.want, strings.Join(places(tt.text, got.Mismatches), " | ")); d != "" {
			t.Errorf("%s %+v (-want +got):\n%s", tt.text, tt.opts, d)
		}
	}
}

func TestUndeclared(t *testing.T) {
	text := `{"@odata.type": "#m.user", "name": "x", "what": [1], "open": {"more": 1}, "manager": {"Name": "y", "that": 2}}`
	got := check(t, documented(), text, "m.user", validate.Options{Undeclared: true})
	var list []string
	for _, u := range got.Undeclared {
		list = append(list, fmt.Sprintf("%s %s %s %s %s open=%t annotation=%t", u.Path, u.Name, u.Value, text[u.Start:u.End], u.In.Name, u.Open, u.Annotation))
	}
	want := []string{
		`@odata.type @odata.type "#m.user" "@odata.type" m.user open=false annotation=true`,
		`what what [1] "what" m.user open=false annotation=false`,
		`open.more more 1 "more" m.open open=true annotation=false`,
		`manager.that that 2 "that" m.user open=false annotation=false`,
	}
	if d := cmp.Diff(want, list); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestMessages(t *testing.T) {
	types := documented()
	for text, want := range map[string]string{
		`7`:                       `the body is 7 where an object of m.user is documented`,
		`{"size": "7"}`:           `"size" is "7" where a whole number is documented`,
		`{"size": 3000000000}`:    `"size" is 3000000000 where a whole number from -2147483648 to 2147483647 is documented`,
		`{"tags": {"a":   "b"}}`:  `"tags" is {"a": "b"} where an array is documented`,
		`{"day": "2021-02-30"}`:   `"day" is "2021-02-30" where a day in the calendar is documented`,
		`{"color": "blue"}`:       `"color" is "blue" where a member of m.color is documented`,
		`{"manager": {"Name":1}}`: `"manager.Name" is documented as "name"`,
		`{"what": 1}`:             `"what" is not a documented property of m.user`,
		`{"name": "a", "Name":1}`: `"Name" occurs twice in one object`,
		`{"tags": "` + strings.Repeat("é ", 300) + `"}`: `"tags" is "` + strings.Repeat("é ", 19) + `é… where an array is documented`,
	} {
		got := check(t, types, text, "m.user", validate.Options{})
		if len(got.Mismatches) == 0 || got.Mismatches[0].Message != want {
			t.Errorf("%.60s: %+v, want %s", text, got.Mismatches, want)
		}
	}
}

func TestSpelling(t *testing.T) {
	for _, sent := range []bool{false, true} {
		got := check(t, documented(), `{"NAME": "x"}`, "m.user", validate.Options{Sent: sent}).Mismatches
		if len(got) != 1 || got[0].Documented != "name" || got[0].Certain == sent {
			t.Errorf("sent=%t: %+v, want the spelling \"name\", certain unless it is sent", sent, got)
		}
	}
}

// A large object is searched for duplicates in linear time.
func TestManyNames(t *testing.T) {
	var b strings.Builder
	for i := range 200 {
		fmt.Fprintf(&b, `"n%d": 1, `, i)
	}
	text := "{" + b.String() + `"N7": 2}`
	got := check(t, documented(), text, "m.nowhere", validate.Options{})
	if want := []string{`json-invalid N7 "N7"`}; !slices.Equal(places(text, got.Mismatches), want) {
		t.Errorf("%v, want %v", places(text, got.Mismatches), want)
	}
}

func TestDocumented(t *testing.T) {
	types := documented()
	user, odd := types.Documented("v1.0", "m.user"), types.Documented("v1.0", "m.odd")
	if !user.Complete() || odd.Complete() {
		t.Errorf("complete: m.user %t, m.odd %t; want true, false", user.Complete(), odd.Complete())
	}
	if row := user.Row("id"); row == nil || row.Name != "id" {
		t.Errorf("the base's row is %+v", row)
	}
	if row := user.Row("SIZE"); row != nil {
		t.Errorf("SIZE has the row %+v", row)
	}
	if row := user.RowInAnyCase("SIZE"); row == nil || row.Name != "size" {
		t.Errorf("SIZE in any case has the row %+v", row)
	}
	for _, name := range []string{"m.color", "m.nowhere", "Edm.String"} {
		if d := types.Documented("v1.0", name); d != nil {
			t.Errorf("%s has properties", name)
		}
	}
	if types.Documented("beta", "m.user") != nil {
		t.Error("a type of another version is found")
	}
}

// The race detector fails this test if Types is not safe for concurrent use.
func TestConcurrentUse(t *testing.T) {
	types := documented()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			text := `{"NAME": "x", "level": 1, "shown": {"onlyShown": 1}, "open": {"Id": "1"}, "color": "red"}`
			if got := check(t, types, text, "m.user", validate.Options{}); len(got.Mismatches) != 2 {
				t.Errorf("%+v, want two names in another letter case", got.Mismatches)
			}
		})
	}
	wg.Wait()
}
