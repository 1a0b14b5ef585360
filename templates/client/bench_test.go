package client

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"
)

// The benchmarks compare calls written by hand with calls through this package,
// without a network. Run them together:
//
//	go test -run xxx -bench . -benchmem -count 6 | benchstat -col /by -

const benchUser = `{"@odata.type":"#microsoft.graph.user","id":"4e7be59e-87dd-45a6-b5c8-cc6f50e80004","displayName":"Adele Vance","accountEnabled":true,"birthday":"1990-05-01T00:00:00Z","hireDate":"2019-01-01","businessPhones":["+1 425 555 0109"],"mailboxSettings":{"timeZone":"UTC","importance":"high"}}`

// canned responds to every request with the same body, in few allocations.
func canned(body string) *http.Client {
	header := http.Header{"Content-Type": {"application/json"}}
	return &http.Client{Transport: transport(func(r *http.Request) (*http.Response, error) {
		return &http.Response{Status: "200 OK", StatusCode: 200, Header: header, ContentLength: -1, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
	})}
}

func cannedClient(hc *http.Client) *Client {
	return NewClient("https://graph.microsoft.com/v1.0", WithHTTPClient(hc), WithToken(func(context.Context) (string, time.Time, error) {
		return "secret", time.Now().Add(time.Hour), nil
	}))
}

func byHand(ctx context.Context, hc *http.Client, address string, v any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Accept", "application/json")
	req.Header.Set("Authorization", "Bearer "+"secret")
	resp, err := hc.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("get user: %s", resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(v)
}

func getByHand(ctx context.Context, hc *http.Client) error {
	query := url.Values{"$select": {"id,displayName"}}
	var user User
	return byHand(ctx, hc, "https://graph.microsoft.com/v1.0/users/"+url.PathEscape("adele@contoso.com")+"?"+query.Encode(), &user)
}

func getThrough(ctx context.Context, c *Client) error {
	_, err := c.User().Get(ctx, AtUsers("adele@contoso.com"), Select("id", "displayName"))
	return err
}

func BenchmarkGet(b *testing.B) {
	hc := canned(benchUser)
	c := cannedClient(hc)
	b.Run("by=hand", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			check(b, getByHand(b.Context(), hc))
		}
	})
	b.Run("by=client", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			check(b, getThrough(b.Context(), c))
		}
	})
}

func BenchmarkPage100(b *testing.B) {
	hc := canned(`{"value":[` + strings.Repeat(benchUser+",", 99) + benchUser + `]}`)
	c := cannedClient(hc)
	b.Run("by=hand", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var page struct {
				NextLink string `json:"@odata.nextLink"`
				Value    []User
			}
			check(b, byHand(b.Context(), hc, "https://graph.microsoft.com/v1.0/users", &page))
		}
	})
	b.Run("by=client", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, err := range c.User().List().All(b.Context()) {
				check(b, err)
			}
		}
	})
}

func BenchmarkUpdate(b *testing.B) {
	hc := canned("")
	c := cannedClient(hc)
	b.Run("by=hand", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			data, err := json.Marshal(map[string]any{"displayName": "A", "accountEnabled": false})
			check(b, err)
			req, err := http.NewRequestWithContext(b.Context(), http.MethodPatch, "https://graph.microsoft.com/v1.0/users/1", bytes.NewReader(data))
			check(b, err)
			req.Header.Set("Content-Type", "application/json")
			req.Header.Set("Authorization", "Bearer "+"secret")
			resp, err := hc.Do(req)
			check(b, err)
			resp.Body.Close()
		}
	})
	b.Run("by=client", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			check(b, c.User().Update(b.Context(), AtUsers("1"), UserUpdate{DisplayName: Set("A"), AccountEnabled: Set(false)}))
		}
	})
}

// TestAllocations checks that a GET allocates at most 50 times and at most 1.1
// times as often as a call by hand.
func TestAllocations(t *testing.T) {
	hc := canned(benchUser)
	c := cannedClient(hc)
	hand := testing.AllocsPerRun(100, func() { check(t, getByHand(t.Context(), hc)) })
	client := testing.AllocsPerRun(100, func() { check(t, getThrough(t.Context(), c)) })
	t.Logf("by hand %v, by client %v", hand, client)
	if client > 50 || client > 1.1*hand {
		t.Errorf("%v allocations, want at most 50 and 1.1 times those by hand (%v)", client, hand)
	}
}
