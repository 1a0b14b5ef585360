package golden

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	betaclient "github.com/mdwire/mdwire/golden/beta"
	beta "github.com/mdwire/mdwire/golden/beta/server"
	v1 "github.com/mdwire/mdwire/golden/v1/server"
)

// TestPermissionsByContext checks the generated servers with tokens. The pages
// have tables for the signed-in user and for other users, for two kinds of
// resource, and for two providers.
func TestPermissionsByContext(t *testing.T) {
	for _, tt := range []struct {
		target string
		claims beta.Claims
		want   int // 501 means allowed
		text   string
	}{
		{"/me/readingPreferences", beta.Claims{Scopes: []string{"User.Read"}}, 501, ""},
		{"/me/readingPreferences", beta.Claims{Scopes: []string{"user.readwrite"}}, 501, ""},
		{"/me/readingPreferences", beta.Claims{Scopes: []string{"User.Read.All"}}, 403, "User.Read, or User.ReadWrite"},
		{"/users/bo/readingPreferences", beta.Claims{Scopes: []string{"User.Read"}}, 403, "User.Read.All, or User.ReadWrite.All"},
		{"/users/bo/readingPreferences", beta.Claims{Scopes: []string{"User.Read.All"}}, 501, ""},
		{"/users/bo/readingPreferences", beta.Claims{Scopes: []string{"Uſer.Read.All"}}, 403, ""},
		{"/users/bo/readingPreferences", beta.Claims{Roles: []string{"User.Read.All"}}, 501, ""},
		{"/users/bo/readingPreferences", beta.Claims{Roles: []string{"User.Read.All"}, Personal: true}, 403, "personal account"},
		{"/me/readingPreferences", beta.Claims{Roles: []string{"User.Read.All"}}, 403, ""},
		{"/me/readingPreferences", beta.Claims{Scopes: []string{"User.Read"}, Personal: true}, 501, ""},
		{"/users/bo/readingPreferences", beta.Claims{Scopes: []string{"User.Read"}, Personal: true}, 403, ""},
		{"/roleManagement/directory/roleAssignments", beta.Claims{Scopes: []string{"Directory.Read.All"}}, 501, ""},
		{"/roleManagement/entitlementManagement/roleAssignments", beta.Claims{Scopes: []string{"Directory.Read.All"}}, 403, "EntitlementManagement.Read.All"},
	} {
		r := httptest.NewRequest("GET", tt.target, nil)
		r = r.WithContext(beta.WithClaims(r.Context(), tt.claims))
		check(t, beta.New(beta.Unimplemented{}, beta.WithAuthorizer(beta.PermissionAuthorizer{})), r, tt.want, tt.text)
	}
	for _, tt := range []struct {
		target, scope string
		want          int
	}{
		{"/me/messages/1/attachments/2", "Mail.Read", 501},
		{"/me/messages/1/attachments/2", "Calendars.Read", 403},
		{"/users/bo/events/1/attachments/2", "Calendars.Read", 501},
		{"/users/bo/events/1/attachments/2", "Mail.Read", 403},
	} {
		r := httptest.NewRequest("GET", tt.target, nil)
		r = r.WithContext(v1.WithClaims(r.Context(), v1.Claims{Scopes: []string{tt.scope}}))
		check(t, v1.New(v1.Unimplemented{}, v1.WithAuthorizer(v1.PermissionAuthorizer{})), r, tt.want, "")
	}
}

// TestDeniedRoute checks that an error of the generated client names the permissions
// of the route that was called.
func TestDeniedRoute(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(403) }))
	defer s.Close()
	c := betaclient.NewClient(s.URL)
	for route, want := range map[betaclient.UserListReadingPreferencesPlace]string{
		betaclient.AtMe():        "User.Read, or User.ReadWrite;",
		betaclient.AtUsers("bo"): "User.Read.All, or User.ReadWrite.All;",
	} {
		for _, err := range c.User().ListReadingPreferences(route).All(t.Context()) {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("got %v, want permissions %q", err, want)
			}
		}
	}
}

func check(t *testing.T, h http.Handler, r *http.Request, want int, text string) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != want || !strings.Contains(w.Body.String(), text) {
		t.Errorf("%s: got %d, want %d with %q: %s", r.URL.Path, w.Code, want, text, w.Body)
	}
}
