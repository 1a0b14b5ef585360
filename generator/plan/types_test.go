package plan_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// types returns a line for each planned type: "Name(Base) marks: Field type, …".
func types(out plan.Outcome) []string {
	var list []string
	for _, t := range out.Package.Types {
		line := t.Name
		if t.Base != nil {
			line += "(" + t.Base.Name + ")"
		}
		for _, mark := range []struct {
			set  bool
			text string
		}{{t.Kind == plan.Enum, "enum"}, {t.Kind == plan.Update, "update"}, {t.Open, "open"}, {t.Polymorphic, "polymorphic"}, {t.KeepsUndeclared && !t.Open && !t.Polymorphic, "keeps"}} {
			if mark.set {
				line += " " + mark.text
			}
		}
		var parts []string
		for _, f := range t.Fields {
			parts = append(parts, f.Name+" "+typeName(f.Type))
		}
		for _, c := range t.Consts {
			parts = append(parts, c.Name+"="+c.Value)
		}
		if len(parts) > 0 {
			line += ": " + strings.Join(parts, ", ")
		}
		list = append(list, line)
	}
	return list
}

// get returns an operation whose response has a type.
func get(typ string) ir.Operation {
	return with(operation("x-get", "Get", "GET /x"), answers(200, typ))
}

func related(r ir.Resource, relationships ...string) ir.Resource {
	r.Relationships = properties(relationships...)
	return r
}

func onPage(file string, r ir.Resource) ir.Resource { r.File = "resources/" + file; return r }

func open(r ir.Resource) ir.Resource { r.OpenType = true; return r }

func TestTypes(t *testing.T) {
	tests := []struct {
		name  string
		pages []any
		want  []string
	}{
		{
			"only reached types",
			[]any{get("m.a"), resource("m.a", "", "b m.b"), resource("m.b", ""), resource("m.c", "", "a m.a")},
			[]string{"A: B *B", "B"},
		},
		{
			"several pages of a type",
			[]any{get("m.a"), onPage("area-a.md", resource("m.a", "", "n Edm.Int32", "s Edm.Int32")), onPage("a.md", resource("m.a", "", "s Edm.String"))},
			[]string{"A: S string, N *int32"},
		},
		{
			"primitives",
			[]any{get("m.a"), resource("m.a", "", "s Edm.String", "b Edm.Boolean", "i Edm.Int32", "d Edm.Decimal", "t Edm.DateTimeOffset", "day Edm.Date", "bin Edm.Binary", "list []Edm.Int64", "bins []Edm.Binary", "raw Edm.Stream")},
			[]string{"A: S string, B *bool, I *int32, D json.Number, T *time.Time, Day Date, Bin []byte, List []int64, Bins [][]byte, Raw json.RawMessage"},
		},
		{
			"undocumented types are raw JSON",
			[]any{get("m.a"), resource("m.a", "", "x m.none", "y []m.none", "z ")},
			[]string{"A: X json.RawMessage, Y []json.RawMessage, Z json.RawMessage"},
		},
		{
			"collections of types",
			[]any{get("m.a"), resource("m.a", "", "b []m.b", "k []m.k"), resource("m.b", ""), enum("m.k", "one")},
			[]string{"A: B []B, K []K", "B", "K enum: KOne=one"},
		},
		{
			"a type of itself",
			[]any{get("m.a"), resource("m.a", "", "a m.a", "as []m.a")},
			[]string{"A: A *A, As []A"},
		},
		{
			"relationships are raw",
			[]any{get("m.a"), related(resource("m.a", ""), "b m.b", "bs []m.b"), related(resource("m.b", ""), "a m.a")},
			[]string{"A: B json.RawMessage, Bs []json.RawMessage"},
		},
		{
			"relationships to types that lead to no others",
			[]any{get("m.a"), related(resource("m.a", ""), "b m.b", "c m.c", "d m.d", "f m.f"), resource("m.b", "", "x m.x"), resource("m.x", ""), resource("m.c", "m.z"), related(resource("m.d", ""), "e m.e"), resource("m.e", ""), resource("m.f", "m.entity"), resource("m.entity", "")},
			[]string{"A: B Related *B, C json.RawMessage, D json.RawMessage, F Related *F", "B: X *X", "Entity", "F(Entity)", "X"},
		},
		{
			"relationships to reached types",
			[]any{get("m.a"), related(resource("m.a", "", "first m.b"), "b m.b", "bs []m.b"), resource("m.b", "")},
			[]string{"A: First *B, B Related *B, Bs Related []B", "B"},
		},
		{
			"an enum",
			[]any{get("m.k"), enum("m.k", "low", "high", "low", "", "2nd", "a-b", "aB")},
			[]string{"K enum: KLow=low, KHigh=high, KX2nd=2nd, KAB=a-b, KValueAB=aB"},
		},
		{
			"an enum on the page of a type",
			[]any{get("m.a"), ir.Resource{Name: "m.a", Properties: properties("k m.k"), Enums: []ir.Enum{{Name: "m.k", Members: []ir.Member{{Name: "x"}}}}}},
			[]string{"A: K K", "K enum: KX=x"},
		},
		{
			"an enum without a name",
			[]any{get("m.a"), ir.Resource{Name: "m.a", Properties: properties("k "), Enums: []ir.Enum{{Members: []ir.Member{{Name: "x"}}}}}},
			[]string{"A: K json.RawMessage"},
		},
		{
			"a base",
			[]any{get("m.b"), resource("m.a", "", "id Edm.String"), resource("m.b", "m.a", "x Edm.String")},
			[]string{"A: ODataType string, ID string", "B(A): X string"},
		},
		{
			"an undocumented base",
			[]any{get("m.b"), resource("m.b", "m.none", "x Edm.String")},
			[]string{"B: X string"},
		},
		{
			"a base that is an enum",
			[]any{get("m.b"), resource("m.b", "m.k", "x Edm.String"), enum("m.k", "one")},
			[]string{"B: X string", "K enum: KOne=one"},
		},
		{
			"a property of a base",
			[]any{get("m.b"), resource("m.a", "", "id Edm.String"), resource("m.b", "m.a", "id Edm.String", "x Edm.String")},
			[]string{"A: ODataType string, ID string", "B(A): X string"},
		},
		{
			"derived types of a value",
			[]any{get("m.a"), resource("m.a", "", "id Edm.String"), resource("m.b", "m.a", "x Edm.String"), resource("m.c", "m.b")},
			[]string{"A polymorphic: ODataType string, ID string", "B(A) polymorphic: X string", "C(B) keeps"},
		},
		{
			"a property may be of a derived type",
			[]any{get("m.x"), resource("m.x", "", "a m.a"), resource("m.a", ""), resource("m.b", "m.a")},
			[]string{"A polymorphic: ODataType string", "B(A) keeps", "X: A *A"},
		},
		{
			"types derived from entity",
			[]any{get("m.entity"), resource("m.entity", "", "id Edm.String"), resource("m.b", "m.entity")},
			[]string{"Entity: ID string"},
		},
		{
			"an open type",
			[]any{get("m.a"), open(resource("m.a", "", "id Edm.String"))},
			[]string{"A open: ID string"},
		},
		{
			"two types that extend each other",
			[]any{get("m.a"), resource("m.a", "m.b"), resource("m.b", "m.a")},
			[]string{"A polymorphic: ODataType string", "B polymorphic: ODataType string"},
		},
		{
			"a type that extends itself",
			[]any{get("m.a"), resource("m.a", "m.a", "id Edm.String")},
			[]string{"A: ID string"},
		},
		{"a circle further up", []any{get("m.a"), resource("m.a", "m.b"), resource("m.b", "m.c"), resource("m.c", "m.b")}, nil},
		{
			"names of the support code",
			[]any{get("m.error"), resource("m.error", "", "p m.page"), resource("m.page", "")},
			[]string{"ErrorType: P *PageType", "PageType"},
		},
		{
			"names that differ in punctuation",
			[]any{get("m.a"), resource("m.a", "", "x m.fooBar", "y m.foo-bar", "z m.FooBar"), resource("m.fooBar", ""), resource("m.foo-bar", ""), resource("m.FooBar", "")},
			[]string{"A: X *FooBar, Y *FooBarType, Z *FooBarResource", "FooBar", "FooBarResource", "FooBarType"},
		},
		{
			"fields with the same Go name",
			[]any{get("m.a"), resource("m.a", "", "id Edm.String", "Id Edm.String", "id Edm.String", "a-b Edm.String", "aB Edm.String", "marshalJSON Edm.String", "additionalProperties Edm.String")},
			[]string{"A: ID string, IDValue string, AB string, ABValue string, MarshalJSONValue string, AdditionalPropertiesValue string"},
		},
		{
			"a field named as the base",
			[]any{get("m.b"), resource("m.a", ""), resource("m.b", "m.a", "a Edm.String")},
			[]string{"A: ODataType string", "B(A): AValue string"},
		},
		{
			"a field named as a method",
			[]any{get("m.a"), resource("m.a", ""), resource("m.b", "m.a", "asA Edm.String")},
			[]string{"A polymorphic: ODataType string", "B(A) keeps: AsAValue string"},
		},
		{
			"names that a struct tag cannot hold",
			[]any{get("m.a"), resource("m.a", "", "ok Edm.String", "a` Edm.String", "a,string Edm.String", "- Edm.String", "ä Edm.String", " Edm.String")},
			[]string{"A: Ok string"},
		},
		{
			"a namespace below the common one",
			[]any{get("m.g.user"), resource("m.g.user", "", "s m.g.calls.session"), resource("m.g.calls.session", "")},
			[]string{"CallsSession", "User: S *CallsSession"},
		},
		{
			"a type without a namespace",
			[]any{get("m.g.user"), resource("m.g.user", "", "o other", "g m.g.group"), resource("m.g.group", ""), resource("other", "")},
			[]string{"Group", "Other", "User: O *Other, G *Group"},
		},
		{
			"a type in another namespace",
			[]any{get("m.g.user"), resource("m.g.user", "", "o z.o", "g m.g.group"), resource("m.g.group", ""), resource("z.o", "")},
			[]string{"Group", "O", "User: O *O, G *Group"},
		},
		{
			"a page that describes a primitive",
			[]any{get("m.a"), resource("m.a", "", "s Edm.String"), resource("Edm.String", "", "x Edm.String")},
			[]string{"A: S string"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out := newPlan(tt.pages...)
			noCircle(t, out)
			if d := cmp.Diff(tt.want, types(out)); tt.want != nil && d != "" {
				t.Error(d)
			}
		})
	}
}

// noCircle fails if a type is its own base: Go cannot embed a type in itself.
func noCircle(t *testing.T, out plan.Outcome) {
	t.Helper()
	for _, typ := range out.Package.Types {
		n := 0
		for b := typ.Base; b != nil; b = b.Base {
			if n++; n > len(out.Package.Types) {
				t.Fatalf("%s extends itself", typ.Name)
			}
		}
	}
}

func TestUnsafePropertyIsReported(t *testing.T) {
	out := newPlan(get("m.a"), resource("m.a", "", "a`b Edm.String"))
	if d := cmp.Diff([]string{"warning property-row-defect"}, rules(out)); d != "" {
		t.Error(d)
	}
	if got := collect(out, diag.Warning); len(got) != 1 || !strings.Contains(got[0], `"a`+"`"+`b"`) {
		t.Errorf("the message does not quote the name: %q", got)
	}
}

func TestUpcasts(t *testing.T) {
	out := newPlan(get("m.a"), resource("m.a", ""), resource("m.b", "m.a"), resource("m.c", "m.b"))
	var got []string
	for _, typ := range out.Package.Types {
		line := typ.Name + ":"
		for _, b := range typ.Upcasts() {
			line += " " + b.Name
		}
		line += " /"
		for _, d := range typ.Derived {
			line += " " + d.Name
		}
		got = append(got, line)
	}
	if d := cmp.Diff([]string{"A: / B C", "B: A / C", "C: B A /"}, got); d != "" {
		t.Error(d)
	}
}

func TestUpdateOmitsReadOnly(t *testing.T) {
	a := related(resource("m.a", "", "id Edm.String", "n Edm.Int32", "kept Edm.String", "o Edm.Int32", "p Edm.Int32", "q Edm.Int32"), "friends []m.a", "owner m.a")
	a.Properties[0].Doc = "The identifier. Not nullable. Read-only."
	a.Properties[2].Doc = "Read-only."
	a.Properties[3].Doc = "Counts the boxes. Non-editable."
	a.Properties[4].Doc = "Not updatable after creation."
	a.Properties[5].Doc = "A table that is editable. Changes only the name."
	out := newPlan(with(operation("a-update", "Update", "PATCH /a"), sends("m.a", "", property("kept Edm.String"), property("owner m.a"))), a)
	want := []string{
		"A: ID string, N *int32, Kept string, O *int32, P *int32, Q *int32, Friends Related []A, Owner Related *A",
		"AUpdate update: N Opt int32, Kept Opt string, Q Opt int32, Owner Opt *A",
	}
	if d := cmp.Diff(want, types(out)); d != "" {
		t.Error(d)
	}
}

// TestUpdateCapitals checks properties whose names are Go names: they have the fields
// that they have in the struct.
func TestUpdateCapitals(t *testing.T) {
	out := newPlan(
		with(operation("a-update", "Update", "PATCH /a"), sends("m.a", "")),
		resource("m.a", "", "name Edm.String", "Name Edm.String", "Berth Edm.String"))
	want := []string{
		"A: Name string, NameValue string, Berth string",
		"AUpdate update: Name Opt string, NameValue Opt string, Berth Opt string",
	}
	if d := cmp.Diff(want, types(out)); d != "" {
		t.Error(d)
	}
}

func TestUpdate(t *testing.T) {
	out := newPlan(
		with(operation("b-update", "Update", "PATCH /b"), sends("m.b", "")),
		resource("m.a", "", "id Edm.String", "n Edm.Int32"), resource("m.b", "m.a", "at Edm.DateTimeOffset", "tags []Edm.String"))
	want := []string{
		"A: ODataType string, ID string, N *int32", "B(A): At *time.Time, Tags []string",
		"BUpdate update: ODataType Opt string, ID Opt string, N Opt int32, At Opt time.Time, Tags Opt []string",
	}
	if d := cmp.Diff(want, types(out)); d != "" {
		t.Error(d)
	}
}

// TestShownTypes tests the types of fields whose examples have other values than
// documented.
func TestShownTypes(t *testing.T) {
	read := func(replies ...string) ir.Operation {
		op := get("m.a")
		for _, reply := range replies {
			op = with(op, shows("", 200, reply))
		}
		return op
	}
	tests := []struct {
		name, property string
		op             ir.Operation
		want, message  string
	}{
		{"text", "n Edm.Decimal", read(`{"n": "FLAT"}`, `{"n": "HIGH"}`), "N string", `"n" is documented as a number, but all examples show a string; assumed to be a string`},
		{"empty text", "n Edm.Int32", read(`{"n": ""}`), "N string", `"n" is documented as a 32-bit integer, but all examples show a string; assumed to be a string`},
		{"text instead of a list", "n []Edm.String", read(`{"n": "FLAT"}`), "N string", `"n" is documented as an array, but all examples show a string; assumed to be a string`},
		{"object instead of a list", "n []m.a", read(`{"n": {}}`), "N json.RawMessage", `"n" is documented as an array, but all examples show an object; assumed to be raw JSON`},
		{"list instead of an object", "n m.a", read(`{"n": []}`), "N json.RawMessage", `"n" is documented as an object, but all examples show an array; assumed to be raw JSON`},
		{"text instead of an object", "n m.a", read(`{"n": "FLAT"}`), "N json.RawMessage", `"n" is documented as an object, but all examples show a string; assumed to be raw JSON`},
		{"other elements", "n []Edm.String", read(`{"n": [{}, {"a": 1}]}`), "N []json.RawMessage", `"n" is documented as an array, but all examples show an array of other values; assumed to be raw JSON`},
		{"several kinds", "n Edm.Boolean", read(`{"n": 1}`, `{"n": "FLAT"}`), "N json.RawMessage", `"n" is documented as a boolean, but all examples show several kinds of values; assumed to be raw JSON`},
		{"other time", "n Edm.DateTimeOffset", read(`{"n": "1 May"}`), "N string", `"n" is documented as a date and time with its zone, but all examples show another string; assumed to be a string`},
		{"quotes in a response", "n Edm.Boolean", read(`{"n": "true"}`), "N json.RawMessage", `"n" is documented as a boolean, but all examples show a string; assumed to be raw JSON`},
		{"number instead of text", "n Edm.String", read(`{"n": 1}`), "N json.RawMessage", `"n" is documented as a string, but all examples show a number; assumed to be raw JSON`},
		{"one example fits", "n Edm.Decimal", read(`{"n": "FLAT"}`, `{"n": 2}`), "N json.Number", ""},
		{"null", "n Edm.Decimal", read(`{"n": null}`), "N json.Number", ""},
		{"placeholder", "n Edm.Decimal", read(`{"n": "n.value"}`), "N json.Number", ""},
		{"number in quotes", "n Edm.Decimal", read(`{"n": "1.5"}`), "N json.Number", ""},
		{"missing zone", "n Edm.DateTimeOffset", read(`{"n": "2021-03-01T08:00:00"}`), "N *time.Time", ""},
		{"error", "n Edm.Decimal", with(get("m.a"), shows("", 400, `{"n": "FLAT"}`)), "N json.Number", ""},
		{"elements of a page", "n Edm.Decimal", with(operation("x-list", "List", "GET /x"), answers(200, "[]m.a"), shows("", 200, `{"value": [{"n": "FLAT"}]}`)), "N string", `"n" is documented as a number, but all examples show a string; assumed to be a string`},
	}
	for _, tt := range tests {
		out := newPlan(tt.op, resource("m.a", "", "id Edm.String", tt.property))
		if got := types(out)[0]; got != "A: ID string, "+tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
		if got := strings.Join(collect(out, diag.Warning), "; "); got != tt.message {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.message)
		}
	}
}

func TestShownTypesOfBodies(t *testing.T) {
	a := resource("m.a", "", "id Edm.String", "n Edm.Decimal", "on Edm.Boolean")
	update := with(operation("x-update", "Update", "PATCH /x/{id}"), sends("m.a", ""), shows(`{"n": "FLAT", "on": "true"}`, 204, ""))
	own := with(operation("x-grow", "Grow", "POST /x/grow"), sends("", "", properties("depth Edm.Int32")...), shows(`{"depth": ""}`, 204, ""))
	want := []string{
		"A: ID string, N string, On *bool",
		"AUpdate update: ID Opt string, N Opt string, On Opt bool",
		"XGrowBody: Depth string",
	}
	if diff := cmp.Diff(want, types(newPlan(update, own, a))); diff != "" {
		t.Error(diff)
	}
}

// TestUndocumentedTypes tests the types of properties in tables without a column of
// types, and of properties whose type no page documents.
func TestUndocumentedTypes(t *testing.T) {
	var props []ir.Property
	for _, name := range strings.Fields("text number flag list mixed unseen") {
		props = append(props, ir.Property{Name: name, NoType: true})
	}
	props = append(props, property("other m.complex"), property("others []m.complex"), property("any Edm.Untyped"), ir.Property{Name: "unread"})
	op := with(operation("x-grow", "Grow", "PATCH /x"), sends("", "", props...),
		shows(`{"text": "a", "number": 5, "flag": true, "list": ["a"], "mixed": 1, "any": 1, "unread": 1}`, 204, ""),
		shows(`{"text": "", "number": 1.5, "flag": null, "mixed": "a", "unseen": null}`, 204, ""))
	out := newPlan(op)
	want := []string{"XGrowBody: Text Opt string, Number Opt json.Number, Flag Opt bool, List Opt json.RawMessage, Mixed Opt json.RawMessage, " +
		"Unseen Opt json.RawMessage, Other Opt json.RawMessage, Others Opt []json.RawMessage, Any Opt json.RawMessage, Unread Opt json.RawMessage"}
	if diff := cmp.Diff(want, types(out)); diff != "" {
		t.Error(diff)
	}
	want = []string{
		`the table has no type of "text"; assumed to be a string, as in the examples`,
		`the table has no type of "number"; assumed to be a number, as in the examples`,
		`the table has no type of "flag"; assumed to be a boolean, as in the examples`,
		`the table has no type of "list", and the examples show an array; assumed to be raw JSON`,
		`the table has no type of "mixed", and the examples show several kinds of values; assumed to be raw JSON`,
		`the table has no type of "unseen", and no example shows a value; assumed to be raw JSON`,
		`no page documents the type "m.complex" of "other"; assumed to be raw JSON`,
		`no page documents the type "m.complex" of "others"; assumed to be raw JSON`,
	}
	if diff := cmp.Diff(want, collect(out, diag.Info)); diff != "" {
		t.Error(diff)
	}
}

func TestTypesOfTwoRows(t *testing.T) {
	out := newPlan(get("m.a"), resource("m.b", ""), resource("m.a", "", "x m.none", "x m.b", "y Edm.String", "y Edm.Int32", "y Edm.String"))
	if diff := cmp.Diff([]string{"A: X *B, Y string", "B"}, types(out)); diff != "" {
		t.Error(diff)
	}
	want := []string{`"x" has two rows with different types; assumed to be that of the second`, `"y" has two rows with different types; assumed to be that of the first`}
	if diff := cmp.Diff(want, collect(out, diag.Warning)); diff != "" {
		t.Error(diff)
	}
}
