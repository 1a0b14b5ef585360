package client

import (
	"context"
	"encoding/json"
	"time"
)

// FromCredential returns a TokenFunc that takes tokens from a credential of the
// azidentity module (any azcore.TokenCredential):
//
//	WithToken(FromCredential(cred, "https://graph.microsoft.com/.default"))
//
// It passes on the claims that the service demands.
func FromCredential[Options, AccessToken any](
	cred interface {
		GetToken(context.Context, Options) (AccessToken, error)
	},
	scopes ...string,
) TokenFunc {
	return func(ctx context.Context) (string, time.Time, error) {
		// Converting through JSON reads and sets the fields by name, so that
		// the module need not be imported.
		var options Options
		asked := map[string]any{"Scopes": scopes, "EnableCAE": true}
		if claims := DemandedClaims(ctx); claims != "" {
			asked["Claims"] = claims
		}
		if err := reshape(asked, &options); err != nil {
			return "", time.Time{}, err
		}
		given, err := cred.GetToken(ctx, options)
		if err != nil {
			return "", time.Time{}, err
		}
		var token struct {
			Token     string
			ExpiresOn time.Time
		}
		err = reshape(given, &token)
		return token.Token, token.ExpiresOn, err
	}
}

// FromTokenSource returns a TokenFunc that takes tokens from a token source of
// golang.org/x/oauth2. The client does not cache them: such sources do.
func FromTokenSource[Token any](source interface{ Token() (Token, error) }) TokenFunc {
	return func(context.Context) (string, time.Time, error) {
		given, err := source.Token()
		if err != nil {
			return "", time.Time{}, err
		}
		var token struct {
			AccessToken string `json:"access_token"`
		}
		err = reshape(given, &token)
		return token.AccessToken, time.Time{}, err
	}
}

func reshape(from, to any) error {
	data, err := json.Marshal(from)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, to)
}
