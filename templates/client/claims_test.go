package client

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"
)

// TestClaimsChallenge checks that a refused token is replaced once by one with the
// demanded claims.
func TestClaimsChallenge(t *testing.T) {
	const challenge = `Bearer realm="", error="insufficient_claims", claims="eyJhIjoiPz8-In0="` // {"a":"??>"} in the URL alphabet
	var sent, demanded []string
	serve := func(accepted string) *Client {
		sent, demanded = nil, nil
		tokens := func(ctx context.Context) (string, time.Time, error) {
			claims := DemandedClaims(ctx)
			demanded = append(demanded, claims)
			return "t" + claims, time.Now().Add(time.Hour), nil
		}
		return transport(func(r *http.Request) (*http.Response, error) {
			token := r.Header.Get("Authorization")
			sent = append(sent, token)
			if token == accepted {
				return response(204, ""), nil
			}
			refused := response(401, "")
			refused.Request = r
			refused.Header.Set("WWW-Authenticate", challenge)
			return refused, nil
		}).client(WithToken(tokens))
	}
	c := serve(`Bearer t{"a":"??>"}`)
	check(t, c.User().Update(t.Context(), AtUsers("1"), UserUpdate{DisplayName: Set("A")}))
	check(t, c.User().Delete(t.Context(), AtUsers("1"))) // the new token is kept
	equal(t, strings.Join(sent, " "), `Bearer t Bearer t{"a":"??>"} Bearer t{"a":"??>"}`)
	equal(t, strings.Join(demanded, "|"), `|{"a":"??>"}`)

	c = serve("none")
	wantError(t, c.User().Delete(t.Context(), AtUsers("1")), 401)
	equal(t, len(sent), 2) // once
	wantError(t, c.User().Delete(t.Context(), AtUsers("1"), Header("Authorization", "mine")), 401)
	equal(t, len(sent), 3) // the token of the caller cannot be replaced
}

// A credential gets the demanded claims in its options, which its method compares.
func TestClaimsOfCredential(t *testing.T) {
	ctx := context.WithValue(t.Context(), demandedClaimsKey{}, `{"a":1}`)
	token, _, err := FromCredential(&clientSecretCredential{t}, "scope/.default")(ctx)
	check(t, err)
	equal(t, token, "<azure>")
}

func TestDecodeClaims(t *testing.T) {
	for text, want := range map[string]string{"eyJhIjoxfQ==": `{"a":1}`, "eyJhIjoxfQ": `{"a":1}`, "!": "", "": ""} {
		equal(t, decodeClaims(text), want)
	}
}
