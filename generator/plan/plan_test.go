package plan_test

import (
	"fmt"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// operation returns an operation with routes such as "GET /a/{id}?q={q}".
func operation(name, title string, routes ...string) ir.Operation {
	op := ir.Operation{Page: ir.Page{File: "api/" + name + ".md", Title: title}, Name: name}
	for _, r := range routes {
		method, rest, _ := strings.Cut(r, " ")
		before, query, _ := strings.Cut(rest, "?")
		path, _ := ir.ParsePath(before)
		op.Routes = append(op.Routes, ir.Route{Method: method, Path: path, Query: query})
	}
	return op
}

// with changes an operation.
func with(op ir.Operation, changes ...func(*ir.Operation)) ir.Operation {
	for _, change := range changes {
		change(&op)
	}
	return op
}

func in(namespace string) func(*ir.Operation) {
	return func(op *ir.Operation) { op.Namespace = namespace }
}

func linksTo(names ...string) func(*ir.Operation) {
	return func(op *ir.Operation) { op.Links = names }
}

// ref parses a type; "[]m.user" is a collection.
func ref(name string) ir.TypeRef {
	elem, many := strings.CutPrefix(name, "[]")
	return ir.TypeRef{Name: elem, Collection: many}
}

func answers(status int, typ string) func(*ir.Operation) {
	return func(op *ir.Operation) {
		op.Responses = append(op.Responses, ir.Response{Status: status, Type: ref(typ)})
	}
}

func sends(typ, contentType string, props ...ir.Property) func(*ir.Operation) {
	return func(op *ir.Operation) {
		op.Body = &ir.Body{Type: ref(typ), ContentType: contentType, Properties: props}
	}
}

// shows adds an example with a request body and a response body. Their kinds depend
// on their text.
func shows(request string, status int, response string) func(*ir.Operation) {
	return func(op *ir.Operation) {
		op.Examples = append(op.Examples, ir.Example{
			Request:  &ir.Request{Method: op.Routes[0].Method, URL: "https://example.com" + op.Routes[0].Path.String(), Message: message(request)},
			Response: &ir.Reply{Status: status, Message: message(response)},
		})
	}
}

// typed adds a Content-Type to the last example's request.
func typed(contentType string) func(*ir.Operation) {
	return func(op *ir.Operation) {
		r := op.Examples[len(op.Examples)-1].Request
		r.Headers = append(r.Headers, ir.Header{Name: "Content-type", Value: contentType})
	}
}

func message(body string) ir.Message {
	m := ir.Message{Kind: ir.Text, Body: []byte(body)}
	switch {
	case body == "":
		m.Kind, m.Body = ir.NoBody, nil
	case body[0] == '{' || body[0] == '[':
		m.Kind, m.JSON = ir.JSON, m.Body
	}
	return m
}

// property parses "name type", such as "members []m.user".
func property(text string) ir.Property {
	name, typ, _ := strings.Cut(text, " ")
	return ir.Property{Name: name, Type: ref(typ)}
}

func properties(texts ...string) []ir.Property {
	var list []ir.Property
	for _, text := range texts {
		list = append(list, property(text))
	}
	return list
}

// resource returns a documented type. base may be empty.
func resource(name, base string, props ...string) ir.Resource {
	return ir.Resource{Page: ir.Page{File: "resources/" + name + ".md"}, Name: name, BaseType: base, Properties: properties(props...)}
}

func enum(name string, members ...string) ir.Resource {
	r := ir.Resource{Page: ir.Page{File: "resources/" + name + ".md"}, Name: name}
	for _, m := range members {
		r.Members = append(r.Members, ir.Member{Name: m})
	}
	return r
}

func newPlan(parts ...any) plan.Outcome { return newPlanNaming(nil, parts...) }

// newPlanNaming plans with user names.
func newPlanNaming(names map[string]string, parts ...any) plan.Outcome {
	s := &ir.Spec{}
	for _, p := range parts {
		switch p := p.(type) {
		case ir.Operation:
			s.Operations = append(s.Operations, p)
		case ir.Resource:
			s.Resources = append(s.Resources, p)
		default:
			panic(fmt.Sprintf("%T is not a page", p))
		}
	}
	return plan.New(s, plan.Options{
		UserNames: names,
		Name:      "graph", ImportPath: "example.com/graph",
		Reserved: []string{"Client", "Client.Known", "Error", "Page", "segment", "value"},
	})
}

// methods returns a line for each method, with its arguments or with its
// constructors and their arguments.
func methods(out plan.Outcome) []string {
	var list []string
	for _, s := range out.Package.Services {
		for _, m := range s.Methods {
			line := s.Name + "." + m.Name + "(" + arguments(m.Query) + ")"
			if m.OneRoute() {
				line = s.Name + "." + m.Name + "(" + arguments(append(m.Routes[0].Args[:len(m.Routes[0].Args):len(m.Routes[0].Args)], m.Query...)) + ")"
			} else {
				for _, r := range m.Routes {
					line += " " + strings.TrimPrefix(r.Constructor, m.Key) + "(" + arguments(r.Args) + ")"
				}
			}
			list = append(list, line)
		}
	}
	return list
}

func arguments(args []plan.Arg) string {
	var names []string
	for _, a := range args {
		names = append(names, a.Name)
	}
	return strings.Join(names, ", ")
}

func rules(out plan.Outcome) []string {
	var list []string
	for _, d := range out.Diagnostics {
		list = append(list, d.Severity.String()+" "+string(d.Code))
	}
	return list
}

func TestNames(t *testing.T) {
	tests := []struct {
		name  string
		pages []any
		want  []string
	}{
		{
			"verb of the file name",
			[]any{operation("message-move", "message: move", "POST /messages/{id}/move")},
			[]string{"Message.Move(messageID)"},
		},
		{
			"spelling of the title",
			[]any{operation("accesspackage-filterbycurrentuser", "accessPackage: filterByCurrentUser", "GET /x")},
			[]string{"AccessPackage.FilterByCurrentUser()"},
		},
		{
			"spelling of the path, in the plural",
			[]any{operation("accesspackage-get", "Get it", "GET /accessPackages/{id}")},
			[]string{"AccessPackage.Get(accessPackageID)"},
		},
		{
			"spelling of a type",
			[]any{operation("mailtips-get", "Get", "GET /x"), resource("m.mailTips", "")},
			[]string{"MailTips.Get()"},
		},
		{
			"spelling of a link",
			[]any{with(operation("mailtips-get", "Get", "GET /x"), linksTo("m.mailTips"))},
			[]string{"MailTips.Get()"},
		},
		{
			"one spelling for a resource",
			[]any{operation("mailtips-get", "mailTips: get", "GET /x"), operation("mailtips-list", "List", "GET /y")},
			[]string{"MailTips.Get()", "MailTips.List()"},
		},
		{
			"no spelling known",
			[]any{operation("mailtips-get", "Get", "GET /x")},
			[]string{"Mailtips.Get()"},
		},
		{"post with a verb in the title", []any{
			operation("user-post-events", "Create event", "POST /events"),
			operation("group-post-members", "Add member", "POST /members"),
			operation("room-post-notes", "Do something with notes", "POST /notes"),
		}, []string{"Group.AddMember()", "Room.CreateNote()", "User.CreateEvent()"}},
		{
			"post of the resource itself",
			[]any{operation("event-post-event", "Create event", "POST /events")},
			[]string{"Event.Create()"},
		},
		{
			"the resource alone",
			[]any{operation("user", "user: revoke everything", "POST /a"), operation("room", "Book a room", "POST /b"), operation("desk", "", "POST /c")},
			[]string{"Desk.Call()", "Room.Book()", "User.RevokeEverything()"},
		},
		{
			"intune names",
			[]any{operation("intune-devices-manageddevice-get", "Get managedDevice", "GET /managedDevices/{managedDeviceId}")},
			[]string{"ManagedDevice.Get(managedDeviceID)"},
		},
		{"duplicate intune names", []any{
			operation("intune-devices-term-get", "Get", "GET /a"), operation("intune-apps-term-get", "Get", "GET /b"),
		}, []string{"Term.GetApps()", "Term.GetDevices()"}},
		{
			"a namespace below the common one",
			[]any{with(operation("callrecords-callrecord-get", "Get callRecord", "GET /x"), in("microsoft.graph.callRecords"))},
			[]string{"CallRecord.Get()"},
		},
		{
			"words run together",
			[]any{
				operation("channel-list-messagereplies", "List replies", "GET /channels/{id}/messages/{id}/replies"),
				operation("item-getactivitybyinterval", "Get item activity by interval", "GET /x"),
				operation("item-addformulalocal", "Add item FormulaLocal", "GET /y"),
				operation("item-somethingelse", "Get some", "GET /z"),
			},
			[]string{"Channel.ListMessageReplies(channelID, messageID)", "Item.AddFormulaLocal()", "Item.GetActivityByInterval()", "Item.Somethingelse()"},
		},
		{
			"a resource named after another",
			[]any{resource("microsoft.graph.syncJob", ""), operation("sync-syncjob-get", "Get syncJob", "GET /x"), operation("sync-syncjob-post", "Create syncJob", "POST /x")},
			[]string{"SyncJob.Create()", "SyncJob.Get()"},
		},
		{
			"the common namespace",
			[]any{with(operation("graph-user-get", "Get", "GET /x"), in("microsoft.graph"))},
			[]string{"Graph.UserGet()"},
		},
		{
			"initialisms",
			[]any{operation("url-gethtml", "url: getHtml", "GET /x/{sku-id}/{userIds}")},
			[]string{"URL.GetHTML(skuID, userIDs)"},
		},
		{
			"hostile file names",
			[]any{operation("", "", "GET /a"), operation("--", "", "GET /b"), operation("日本-😀", "", "GET /c")},
			[]string{"Page.Call()", "Page.CallX()", "X.X()"},
		},
		{
			"a name of the support code",
			[]any{operation("known-get", "Get", "GET /x")},
			[]string{"KnownResource.Get()"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, methods(newPlan(tt.pages...))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestRoutes(t *testing.T) {
	tests := []struct {
		name   string
		routes []string
		want   string
	}{
		{"no argument", []string{"GET /me"}, "A.Get()"},
		{"id after its collection", []string{"GET /users/{id}/messages/{id}"}, "A.Get(userID, messageID)"},
		{"several ids after one word", []string{"GET /a/{id}/{id}/{id}"}, "A.Get(aID, aID2, aID3)"},
		{"a number that is also documented", []string{"GET /a/{y}/{y}/{y2}"}, "A.Get(y, y2, y22)"},
		{"names that differ in case", []string{"GET /a/{FOO}/{foo}"}, "A.Get(foo, foo2)"},
		{"a choice", []string{"GET /users/{id | userPrincipalName}"}, "A.Get(userID)"},
		{"a choice of clear names", []string{"GET /users/{mail|phone}"}, "A.Get(mail)"},
		{"a function", []string{"GET /f(start='{start}',top={n})/{id}"}, "A.Get(start, n, id)"},
		{"a cast", []string{"GET /x/microsoft.graph.user/{id}"}, "A.Get(userID)"},
		{"a path after a colon", []string{"GET /drive/root:/{item-path}:/children"}, "A.Get(itemPath)"},
		{"names used in generated code", []string{"GET /{type}/{string}/{ctx}/{opts}/{segment}/{graph}"}, "A.Get(typeArg, stringArg, ctxArg, optsArg, segmentArg, graphArg)"},
		{"no name", []string{"GET /a/{}/{1}"}, "A.Get(xArg, x1)"},
		{"a required query", []string{"GET /a?start={s}&$top={n}&end={e}&fix=1"}, "A.Get(start, end)"},
		{"a query given twice", []string{"GET /a?q={x}&q={y}"}, "A.Get(q)"},
		{"a query named as a parameter", []string{"GET /a/{q}?q={x}"}, "A.Get(q, qQuery)"},
		{"a query named as the input's field", []string{"GET /a?request={x}"}, "A.Get(requestQuery)"},
		{"me or a user", []string{"GET /me/messages", "GET /users/{id}/messages"}, "A.Get() Me() User(userID)"},
		{"a query of both", []string{"GET /me/view?start={s}", "GET /users/{id}/view?start={s}&other={o}"}, "A.Get(start) Me() User(userID)"},
		{"with an argument and without", []string{"GET /me/calendar", "GET /me/calendar/{id}"}, "A.Get() Me() MeByCalendarID(calendarID)"},
		{"the fewest distinct words", []string{"GET /a/b/c/x", "GET /a/d/c/x", "GET /e/x"}, "A.Get() BC() DC() E()"},
		{"two methods", []string{"PUT /me/photo", "PATCH /me/photo"}, "A.Get() Put() Patch()"},
		{"duplicate shape", []string{"GET /users/{id}", "GET /USERS/{user-id}/"}, "A.Get(userID)"},
		{"abbreviated routes", []string{"GET /a/{id}", "GET /a/{id}/.../b"}, "A.Get(aID)"},
		{"a route named as its type", []string{"GET /all/route", "GET /all/map"}, "A.Get() RoutePath() Map()"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff([]string{tt.want}, methods(newPlan(operation("a-get", "Get", tt.routes...)))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestPieces(t *testing.T) {
	literal := func(s string) plan.Piece { return plan.Piece{Literal: s, Arg: -1} }
	tests := []struct {
		path, template string
		pieces         []plan.Piece
		args           []plan.Arg
	}{
		{"/me", "/me", []plan.Piece{literal("/me")}, nil},
		{"me/", "/me", []plan.Piece{literal("/me")}, nil},
		{"/", "/", []plan.Piece{literal("/")}, nil},
		{
			"~/users/<id>", "/users/{id}",
			[]plan.Piece{literal("/users/"), {Arg: 0}},
			[]plan.Arg{{Name: "userID", Field: "UserID", Param: "id", Kind: plan.Segment}},
		},
		{
			"/users/(user-id)/x", "/users/{user-id}/x",
			[]plan.Piece{literal("/users/"), {Arg: 0}, literal("/x")},
			[]plan.Arg{{Name: "userID", Field: "UserID", Param: "user-id", Kind: plan.Segment}},
		},
		{
			"/root:/{item-path}:/x", "/root:/{item-path}:/x",
			[]plan.Piece{literal("/root:/"), {Arg: 0}, literal(":/x")},
			[]plan.Arg{{Name: "itemPath", Field: "ItemPath", Param: "item-path", Kind: plan.Subpath}},
		},
		{
			"/range(address='{address}',n={n})", "/range(address='{address}',n={n})",
			[]plan.Piece{literal("/range(address='"), {Arg: 0}, literal("',n="), {Arg: 1}, literal(")")},
			[]plan.Arg{{Name: "address", Field: "Address", Param: "address", Key: "address", Kind: plan.Quoted}, {Name: "n", Field: "N", Param: "n", Key: "n", Kind: plan.Unquoted}},
		},
		{"/{body}", "/{body}", []plan.Piece{literal("/"), {Arg: 0}}, // Body is the input's own field
			[]plan.Arg{{Name: "bodyArg", Field: "BodyArg", Param: "body", Kind: plan.Segment}}},
	}
	for _, tt := range tests {
		got := newPlan(operation("a-get", "Get", "GET "+tt.path)).Package.Services[0].Methods[0].Routes[0]
		want := plan.Route{Method: "GET", Template: tt.template, Pieces: tt.pieces, Args: tt.args, Shape: got.Shape}
		for i := range tt.args {
			want.ArgFields = append(want.ArgFields, i)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", tt.path, d)
		}
	}
}

// Each of several pages with the same name gets its own words, so that no name
// depends on the order of pages.
func TestDuplicateNames(t *testing.T) {
	a := operation("user-get", "Get", "GET /a")
	b := operation("user_get", "Get", "GET /b")
	c := operation("intune-x-user-get", "Get", "GET /c")
	for _, pages := range [][]any{{a, c}, {c, a}} {
		out := newPlan(pages...)
		if d := cmp.Diff([]string{"User.Get()", "User.GetX()"}, methods(out)); d != "" {
			t.Error(d)
		}
		if d := cmp.Diff([]string{"info name-collision", "info name-collision"}, rules(out)); d != "" {
			t.Error(d)
		}
	}
	out := newPlan(a, b)
	if got := methods(out); len(got) != 2 || got[0] == got[1] {
		t.Errorf("names that differ only in punctuation: %q", got)
	}
}

func TestKeysAndDeclaredNamesAreFree(t *testing.T) {
	out := newPlan(
		with(operation("a-get", "Get", "GET /a"), answers(200, "m.userGetRoute")), with(operation("b-get", "Get", "GET /b"), answers(200, "m.opUserGet")),
		operation("user-get", "Get", "GET /me", "GET /users/{id}"), operation("user-getme", "user: getMe", "GET /x", "GET /y"),
		resource("m.userGetRoute", ""), resource("m.opUserGet", ""))
	declared := map[string]bool{}
	declare := func(name string) {
		if declared[name] {
			t.Errorf("%s is declared twice", name)
		}
		declared[name] = true
	}
	for _, typ := range out.Package.Types {
		declare(typ.Name)
	}
	for _, s := range out.Package.Services {
		declare(s.Name + "Service")
		for _, m := range s.Methods {
			declare("Op" + m.Key)
			if m.OneRoute() {
				continue
			}
			declare(m.RouteType())
			for _, r := range m.Routes {
				declare(r.Constructor)
			}
		}
	}
}

func TestSplit(t *testing.T) {
	op := with(operation("photo-get", "Get photo", "GET /me/photo", "GET /me/photo/$value", "GET /photos/{id}/$value"), answers(200, "m.photo"))
	for _, url := range []string{"/me/photo", "/me/photo/$value", "/nowhere"} {
		op.Examples = append(op.Examples, ir.Example{Request: &ir.Request{Method: "GET", URL: url}})
	}
	out := newPlan(op, resource("m.photo", ""))
	if d := cmp.Diff([]string{"Photo.Get()", "Photo.GetValue() MePhoto() Photo(photoID)"}, methods(out)); d != "" || out.Operations != 1 {
		t.Error(d)
	}
	var got []string
	for _, m := range out.Package.Services[0].Methods {
		for _, ex := range m.Op.Examples {
			got = append(got, m.Name+" "+ex.Request.URL)
		}
	}
	if d := cmp.Diff([]string{"Get /me/photo", "Get /nowhere", "GetValue /me/photo/$value"}, got); d != "" {
		t.Error(d)
	}
	if len(op.Routes) != 3 || len(op.Examples) != 3 {
		t.Error("planning changed the operation")
	}
}

func TestSkipped(t *testing.T) {
	out := newPlan(operation("a-get", "Get", "GET /a"), operation("b-get", "Get"), operation("c-get", "Get", "GET /a/.../b"))
	if d := cmp.Diff([]string{"api/b-get.md", "api/c-get.md"}, out.Skipped); d != "" || out.Operations != 1 {
		t.Errorf("%d operations, skipped: %s", out.Operations, d)
	}
	if d := cmp.Diff([]string{"error operation-not-generated", "error operation-not-generated"}, rules(out)); d != "" {
		t.Error(d)
	}
}

func TestOwner(t *testing.T) {
	out := newPlan(operation("a-get", "Get", "GET /users/{id}"), operation("b-get", "Get", "GET /users/{user-id}", "GET /b"))
	a, b := out.Package.Services[0].Methods[0], out.Package.Services[1].Methods[0]
	if out.Package.Owner(a, a.Routes[0]) != a || out.Package.Owner(b, b.Routes[0]) != a || out.Package.Owner(b, b.Routes[1]) != b {
		t.Error("the owner of a shared route must be the first page in the plan; other routes must belong to their page")
	}
	if d := cmp.Diff([]string{"info operation-documented-twice"}, rules(out)); d != "" {
		t.Error(d)
	}
}

// The owner of a route is the candidate with the best rank, in any order.
func TestOwnerRank(t *testing.T) {
	for _, tt := range []struct {
		name         string
		loser, owner ir.Operation
	}{
		{"what a query adds", operation("a-get", "Get", "GET /users/{id}?$expand=extensions"), operation("user-get", "Get", "GET /users/{id}")},
		{"another call of the method", operation("item-move", "Move", "PATCH /items/{id}"), operation("item-update", "Update", "PATCH /items/{id}")},
		{"a longer name", operation("eventmessage-get", "Get", "GET /me/messages/{id}"), operation("message-get", "Get", "GET /me/messages/{id}")},
		{"another resource", operation("a-create", "Create", "POST /me/events"), operation("user-post-events", "Create event", "POST /me/events")},
		{"one place of many", operation("a-list", "List", "GET /x/{id}", "GET /y/{id}", "GET /z/{id}"), operation("b-list", "List", "GET /x/{id}")},
	} {
		out := newPlan(tt.loser, tt.owner)
		for _, s := range out.Package.Services {
			m := s.Methods[0]
			if owner := out.Package.Owner(m, m.Routes[0]); owner.Op.Name != tt.owner.Name {
				t.Errorf("%s: the owner of %s is %s", tt.name, m.Routes[0].Template, owner.Key)
			}
		}
	}
}

func TestAlias(t *testing.T) {
	for name, want := range map[string]string{"graph": "graph", "server": "clientpkg", "context": "clientpkg", "c": "clientpkg", "x": "clientpkg"} {
		op := operation("a-get", "Get", "GET /a")
		out := plan.New(&ir.Spec{Operations: []ir.Operation{op}}, plan.Options{Name: name, ImportPath: "example.com/" + name})
		if got := out.Package.Alias(); got != want {
			t.Errorf("%s is imported as %s, want %s", name, got, want)
		}
	}
}

func TestVersionsDoNotMix(t *testing.T) {
	one, other := operation("a-get", "Get", "GET /a"), operation("b-get", "Get", "GET /b")
	other.Version = "beta"
	out := newPlan(one, other)
	if d := cmp.Diff([]string{"A.Get()"}, methods(out)); d != "" {
		t.Error(d)
	}
}

func collect(out plan.Outcome, severity diag.Severity) (messages []string) {
	for _, d := range out.Diagnostics {
		if d.Severity == severity {
			messages = append(messages, d.Message)
		}
	}
	return messages
}

// typeName returns a Go type as text.
func typeName(t gocode.Type) string {
	s := t.Name
	if t.Import != "" {
		s = path.Base(t.Import) + "." + s
	}
	if t.Slice {
		s = "[]" + s
	}
	if t.Ptr {
		s = "*" + s
	}
	if t.Opt {
		s = "Opt " + s
	}
	if t.Related {
		s = "Related " + s
	}
	return s
}
