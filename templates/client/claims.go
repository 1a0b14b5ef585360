package client

import (
	"context"
	"encoding/base64"
	"net/http"
	"strings"
)

type demandedClaimsKey struct{}

// DemandedClaims returns the claims that the service demands of the token that a
// [TokenFunc] is asked for, as JSON; "" if it demands none. Services demand claims when a
// token is no longer good enough, for example after the user's location changed.
func DemandedClaims(ctx context.Context) string {
	claims, _ := ctx.Value(demandedClaimsKey{}).(string)
	return claims
}

// refusal is a token that the service refused, and the claims that it demands instead.
type refusal struct{ token, claims string }

// context returns a context with the demanded claims.
func (r refusal) context(ctx context.Context) context.Context {
	if r.claims == "" {
		return ctx
	}
	return context.WithValue(ctx, demandedClaimsKey{}, r.claims)
}

// claimsIn returns the claims that a response demands: the parameter of a challenge in
// the WWW-Authenticate header, which is JSON in base64. It returns "" for none.
func claimsIn(resp *http.Response) string {
	if resp == nil || resp.StatusCode != http.StatusUnauthorized {
		return ""
	}
	const parameter = `claims="`
	for _, challenge := range resp.Header.Values("WWW-Authenticate") {
		at := strings.Index(strings.ToLower(challenge), parameter)
		if at < 0 {
			continue
		}
		text, _, _ := strings.Cut(challenge[at+len(parameter):], `"`)
		if claims := decodeClaims(text); claims != "" {
			return claims
		}
	}
	return ""
}

// decodeClaims decodes base64 in both alphabets, with or without padding. It returns ""
// if the text is invalid.
func decodeClaims(text string) string {
	text = strings.NewReplacer("-", "+", "_", "/").Replace(strings.TrimRight(text, "="))
	claims, err := base64.RawStdEncoding.DecodeString(text)
	if err != nil {
		return ""
	}
	return string(claims)
}
