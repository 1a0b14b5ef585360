package server

import (
	"net/http/httptest"
	"slices"
	"testing"
)

func TestMissed(t *testing.T) {
	h := New(store{t: t}, WithPrefix("/v1.0"))
	for _, tt := range []struct {
		method, target string
		want           []string
	}{
		{"GET", "/v1.0/users/adele", nil},
		{"GET", "/v1.0/users/missing", nil}, // 404 of the handler
		{"GET", "/v1.0/me/drive/range(address='A1')/children", []string{"DriveItemListChildren is not implemented."}},
		{"GET", "/v1.0/user/adele", []string{"No documented route matches /v1.0/user/adele. Closest: GET /v1.0/users/{id | userPrincipalName}."}},
		{"DELETE", "/v1.0/users/adele", []string{"DELETE is not documented for /v1.0/users/adele. Closest: GET /v1.0/users/{id | userPrincipalName}."}},
		{"GET", "/users/adele", []string{"No documented route matches /users/adele. All routes start with /v1.0. Closest: GET /v1.0/users/{id | userPrincipalName}."}},
		{"POST", "/v1.0/users/1/mesages/2/move", []string{"No documented route matches /v1.0/users/1/mesages/2/move. Closest: POST /v1.0/users/{id | userPrincipalName}/messages/{id}/move."}},
		{"GET", "/v1.0/reports/getuse", []string{"No documented route matches /v1.0/reports/getuse. Closest: GET /v1.0/reports/getUse(period='{period_value}')."}},
	} {
		var got []string
		r := httptest.NewRequest(tt.method, tt.target, nil)
		r = r.WithContext(WithMissed(r.Context(), func(why string) { got = append(got, why) }))
		h.ServeHTTP(httptest.NewRecorder(), r)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s %s:\n got %q\nwant %q", tt.method, tt.target, got, tt.want)
		}
	}
}
