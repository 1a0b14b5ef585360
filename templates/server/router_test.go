package server

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	client "github.com/mdwire/mdwire/templates/client"
)

// table returns a router for "METHOD template" lines.
func table(lines ...string) *router {
	var operations []operation
	for _, line := range lines {
		method, template, _ := strings.Cut(line, " ")
		op := &client.OperationInfo{Name: line, Routes: []client.RouteInfo{{Method: method, Template: template}}}
		operations = append(operations, operation{op: op, handle: func(c *call) error { return c.none(nil) }})
	}
	return newRouter(operations, nil).(*router)
}

// sent returns the request as received by a server.
func sent(t testing.TB, method, target string) *http.Request {
	t.Helper()
	u, err := url.ParseRequestURI(target)
	if err != nil {
		t.Fatal(err)
	}
	return &http.Request{Method: method, URL: u, Header: http.Header{}, Body: http.NoBody}
}

var documented = []string{
	"GET /users",
	"POST /users",
	"GET /users/{id | userPrincipalName}",
	"DELETE /users/{id}",
	"GET /users/delta",
	"GET /users/$count",
	"GET /users/{id}/photo/$value",
	"POST /groups/{id}/members/$ref",
	"DELETE /groups/{id}/members/{id}/$ref",
	"GET /groups/microsoft.graph.delta()",
	"GET /me/drive/root:/{item-path}:/workbook/worksheets/{id|name}/range(address='{address}')",
	"GET /me/drive/root:/{item-path}:/workbook/worksheets/{id|name}/range/LastCell",
	"GET /me/drive/root/search(q='{search-text}')",
	"PUT /me/drive/items/{parent-id}:/{filename}:/content",
	"GET /me/drive/items/{item-id}/children",
	"GET /sites/{hostname}:/{relative-path}",
	"GET /sites/{site-id}/lists",
	"GET /me/reminderView(startDateTime='{start}',endDateTime={end})",
	"GET /reports/use(period='{period}')",
	"GET /reports/use(date={date})",
	"GET /charts/{id}/image(width=640,height=480)",
	"GET /charts/{id}/image(width={width},height={height})",
	"GET /borders(<sideIndex>)/format",
	"GET /applications(appId='{appId}')",
	"GET /zones(Standard=microsoft.graph.standard'{zone}')",
	"DELETE /links/{id}$ref",
	"GET /keys/'{key}'?$select=key",
	"GET ~/publishing/{type}/",
	"GET me/devices",
	"GET /users/{id}/f(b={b},a={a})/x/{c}",
	"GET /users/{id}/f(a={a},b={b})/y/{c}",
	"POST /things/{id}/close/",
	"GET /policy//settings/",
}

func TestRouter(t *testing.T) {
	rt := table(documented...)
	for _, tt := range []struct {
		request string
		want    string // the line of the table, or "" for no match
		args    []string
	}{
		{"GET /users", documented[0], nil},
		{"GET /users/", documented[0], nil},
		{"POST /USERS", documented[1], nil},
		{"GET /users/adele@contoso.com", documented[2], []string{"adele@contoso.com"}},
		{"HEAD /users/a", documented[2], []string{"a"}},
		{"GET /users/a%2Fb%20c%25", documented[2], []string{"a/b c%"}},
		{"GET /users('adele')", documented[2], []string{"adele"}},
		{"GET /users('o''neil')", documented[2], []string{"o'neil"}},
		{"GET /users(%27o%27%27neil%27)", documented[2], []string{"o'neil"}},
		{"GET /users(17)", documented[2], []string{"17"}},
		{"GET /users('delta')", documented[2], []string{"delta"}},
		{"DELETE /users/delta", documented[3], []string{"delta"}},
		{"GET /users/delta", documented[4], nil},
		{"GET /users/Delta()", documented[4], nil},
		{"GET /users/%24count", documented[5], nil},
		{"GET /users/x/photo/$value", documented[6], []string{"x"}},
		{"GET /users('x')/photo/$Value", documented[6], []string{"x"}},
		{"POST /groups/1/members/$ref", documented[7], []string{"1"}},
		{"DELETE /groups/1/members/2/$ref", documented[8], []string{"1", "2"}},
		{"GET /groups/microsoft.graph.delta", documented[9], nil},
		{"GET /me/drive/root:/a/b%20c.xlsx:/workbook/worksheets/S/range(address='A1:B2')", documented[10], []string{"a/b c.xlsx", "S", "A1:B2"}},
		{"GET /me/drive/root:/a.xlsx:/workbook/worksheets/S/range(%20Address%20=%20'%27%27S%2F1%27%27!A1')", documented[10], []string{"a.xlsx", "S", "'S/1'!A1"}},
		{"GET /me/drive/root:/a:/b:/workbook/worksheets/S/range/lastcell", documented[11], []string{"a:/b", "S"}},
		{"GET /me/drive/root:/../b:/workbook/worksheets/S/range/lastcell", "", nil},
		{"GET /me/drive/root:/a%2F..%2Fb:/workbook/worksheets/S/range/lastcell", "", nil},
		{"GET /me/drive/root:/:/workbook/worksheets/S/range/lastcell", "", nil},
		{"GET /me/drive/root/search(q='')", documented[12], []string{""}},
		{"GET /me/drive/root/search(q='a,b=c)')", documented[12], []string{"a,b=c)"}},
		{"GET /me/drive/root/search(q=a)", "", nil},
		{"GET /me/drive/root/search(q='a'b')", "", nil},
		{"GET /me/drive/root/search(q='a',r='b')", "", nil},
		{"GET /me/drive/root/search(r='a')", "", nil},
		{"PUT /me/drive/items/17:/b/c.txt:/content", documented[13], []string{"17", "b/c.txt"}},
		{"GET /me/drive/items/17:/children", documented[14], []string{"17:"}},
		{"GET /sites/contoso.com:/teams/hr", documented[15], []string{"contoso.com", "teams/hr"}},
		{"GET /sites/contoso.com/lists", documented[16], []string{"contoso.com"}},
		{"GET /me/reminderView(EndDateTime=2,StartDateTime='1')", documented[17], []string{"1", "2"}},
		{"GET /me/reminderView(StartDateTime='1',EndDateTime='2''')", documented[17], []string{"1", "2'"}},
		{"GET /me/reminderView(StartDateTime='1',StartDateTime='1')", "", nil},
		{"GET /reports/use(period='D7')", documented[18], []string{"D7"}},
		{"GET /reports/use(date=2017-09-01)", documented[19], []string{"2017-09-01"}},
		{"GET /reports/use(ids=['a','b'])", "", nil},
		{"GET /charts/1/image(height=480,width=640)", documented[20], []string{"1"}},
		{"GET /charts/1/image(height=480,width=641)", documented[21], []string{"1", "641", "480"}},
		{"GET /borders/EdgeTop/format", documented[22], []string{"EdgeTop"}},
		{"GET /borders('EdgeTop')/format", documented[22], []string{"EdgeTop"}},
		{"GET /applications(appId='1')", documented[23], []string{"1"}},
		{"GET /zones(standard=Microsoft.Graph.Standard'Iana')", documented[24], []string{"Iana"}},
		{"DELETE /links/17$ref", documented[25], []string{"17"}},
		{"GET /keys/'17'", documented[26], []string{"17"}},
		{"GET /publishing/x", documented[27], []string{"x"}},
		{"GET /me/devices?x=y", documented[28], nil},
		{"GET /users/1/f(a=2,b=3)/x/4", documented[29], []string{"1", "3", "2", "4"}},
		{"GET /users/1/f(b=3,a=2)/y/4", documented[30], []string{"1", "2", "3", "4"}},
		{"POST /things/1/close/", documented[31], []string{"1"}},
		{"POST /things/1/close", documented[31], []string{"1"}},
		{"POST /things/1/close//", "", nil},
		{"GET /policy//settings/", documented[32], nil},
		{"GET /policy/settings/", "", nil},
		{"GET /users//photo/$value", "", nil},
		{"GET /users/..", "", nil},
		{"GET /users/%2E%2E", "", nil},
		{"GET /users('')", "", nil},
		{"GET /users(')", "", nil},
		{"GET /users()", documented[0], nil},
		{"GET /users/a/b", "", nil},
		{"GET /", "", nil},
		{"GET /" + strings.Repeat("users/", 2000), "", nil},
	} {
		method, target, _ := strings.Cut(tt.request, " ")
		var m match
		found, err := rt.find(&m, sent(t, method, strings.ReplaceAll(target, " ", "%20")))
		got := ""
		if err == nil {
			got = found.route.op.Name
		}
		if got != tt.want || err == nil && !slices.Equal(m.args, tt.args) {
			t.Errorf("%s: got %q %q, want %q %q", tt.request, got, m.args, tt.want, tt.args)
		}
	}
}

// TestDuplicates checks that the first of several operations with the same route
// is served and the others are listed.
func TestDuplicates(t *testing.T) {
	rt := table("GET /users/{id}", "GET /Users/{user-id}/", "GET /users('{id}')", "POST /users/{id}",
		"GET /f(a={a},b={b})", "GET /f(b={x}, A={y})")
	var names []string
	for _, duplicate := range rt.twins {
		names = append(names, duplicate.op.Name)
	}
	want := []string{"GET /Users/{user-id}/", "GET /users('{id}')", "GET /f(b={x}, A={y})"}
	if !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
}

func TestNoRoute(t *testing.T) {
	for _, tt := range []struct {
		request, allow string
		status         int
	}{
		{"GET /nowhere", "", 404},
		{"PATCH /users", "GET, HEAD, POST", 405},
		{"PATCH /users/delta", "DELETE, GET, HEAD", 405},
		{"GET /users/" + strings.Repeat("x", maxPath), "", 414},
	} {
		method, target, _ := strings.Cut(tt.request, " ")
		w := httptest.NewRecorder()
		table(documented...).ServeHTTP(w, sent(t, method, target))
		if w.Code != tt.status || w.Header().Get("Allow") != tt.allow {
			t.Errorf("%.40s: got %d, Allow %q; want %d, %q", tt.request, w.Code, w.Header().Get("Allow"), tt.status, tt.allow)
		}
		if body := w.Body.String(); !strings.HasPrefix(body, `{"error":{"code":"`) {
			t.Errorf("%.40s: got body %.80s, want an error in the form of the service", tt.request, body)
		}
	}
}

func TestPrefix(t *testing.T) {
	rt := newRouter([]operation{{
		op:     &client.OperationInfo{Routes: []client.RouteInfo{{Method: "GET", Template: "/users"}}},
		handle: func(c *call) error { return c.none(nil) },
	}}, []Option{WithPrefix("/v1.0/")})
	for target, want := range map[string]int{"/v1.0/users": 204, "/v1.0users": 404, "/users": 404, "/v1.0": 404} {
		w := httptest.NewRecorder()
		rt.ServeHTTP(w, sent(t, "GET", target))
		if w.Code != want {
			t.Errorf("%s: got %d, want %d", target, w.Code, want)
		}
	}
}
