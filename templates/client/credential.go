package client

import (
	"context"
	"encoding/json"
	"time"
)

// FromCredential makes a TokenFunc of a credential of the azidentity module
// (any azcore.TokenCredential), such as
//
//	WithToken(FromCredential(cred, "https://graph.microsoft.com/.default"))
func FromCredential[Options, AccessToken any](
	cred interface {
		GetToken(context.Context, Options) (AccessToken, error)
	},
	scopes ...string,
) TokenFunc {
	return func(ctx context.Context) (string, time.Time, error) {
		// The types are known only by their fields, and those can be reached
		// through JSON without importing the module.
		var options Options
		if err := reshape(map[string]any{"Scopes": scopes}, &options); err != nil {
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

// FromTokenSource makes a TokenFunc of a token source of golang.org/x/oauth2.
// Such sources keep their token themselves.
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
