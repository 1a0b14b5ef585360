package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/mdwire/mdwire/golden/v1/server"
)

// payload has the claims of a token, with the names that the Microsoft identity
// platform uses.
type payload struct {
	Subject string   `json:"sub"`
	Scopes  string   `json:"scp,omitempty"` // of a signed-in user, separated by spaces
	Roles   []string `json:"roles,omitempty"`
	Tenant  string   `json:"tid,omitempty"`
	Expires int64    `json:"exp"`
}

// personalAccounts is the tenant ID of all personal accounts.
const personalAccounts = "9188040d-6c67-4c5b-b112-36a304b66dad"

func (p payload) claims() server.Claims {
	return server.Claims{
		Subject:  p.Subject,
		Scopes:   strings.Fields(p.Scopes),
		Roles:    p.Roles,
		Personal: p.Tenant == personalAccounts,
	}
}

// authenticate adds the claims of the caller's token to the request, where the
// authorizer finds them. Without a valid token there are no claims, and the
// authorizer responds with 401.
func authenticate(key []byte, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		token, _ := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if p, err := verify(token, key); err == nil {
			r = r.WithContext(server.WithClaims(r.Context(), p.claims()))
		}
		next.ServeHTTP(w, r)
	})
}

// verify checks a JSON Web Token signed with the key (HS256) and returns its
// payload. For tokens of an identity provider, replace this function by a library
// that knows the provider's public keys.
func verify(token string, key []byte) (payload, error) {
	var p payload
	signed, signature, _ := cutLast(token, ".")
	given, err := base64.RawURLEncoding.DecodeString(signature)
	if err != nil || !hmac.Equal(given, mac(signed, key)) {
		return p, errors.New("the token is not signed with the key")
	}
	_, text, _ := strings.Cut(signed, ".")
	data, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return p, err
	}
	if err := json.Unmarshal(data, &p); err != nil {
		return p, err
	}
	if time.Now().Unix() >= p.Expires {
		return p, errors.New("the token has expired")
	}
	return p, nil
}

func mac(text string, key []byte) []byte {
	h := hmac.New(sha256.New, key)
	h.Write([]byte(text)) // never fails
	return h.Sum(nil)
}

func cutLast(s, separator string) (before, after string, found bool) {
	if i := strings.LastIndex(s, separator); i >= 0 {
		return s[:i], s[i+len(separator):], true
	}
	return s, "", false
}
