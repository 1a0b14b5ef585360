package client

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"time"
)

// An update body contains the properties that were set and no others.
func TestUpdate(t *testing.T) {
	read := decoded[User](t, `{"id":"1","displayName":"Ada","accountEnabled":true,"businessPhones":["1"]}`)
	equalJSON(t, UserUpdate{}, `{}`)
	equalJSON(t, UserUpdate{DisplayName: Set(read.DisplayName + " L.")}, `{"displayName":"Ada L."}`)
	equalJSON(t, UserUpdate{DisplayName: Set(""), BusinessPhones: Set([]string{})}, `{"displayName":"","businessPhones":[]}`)
	equalJSON(t, UserUpdate{DisplayName: Null[string]()}, `{"displayName":null}`)
	equalJSON(t, UserUpdate{DisplayName: Opt[string]{Value: "written by hand"}}, `{"displayName":"written by hand"}`)

	u := decoded[UserUpdate](t, `{"displayName":null,"accountEnabled":false}`) // as a server decodes it
	equal(t, u.DisplayName.IsNull, true)
	equal(t, u.Birthday, Opt[time.Time]{})
	equal(t, u.AccountEnabled, Opt[bool]{IsSet: true})
	equal(t, u.DisplayName.IsSet, false)
	u.DisplayName = Set("B")
	equalJSON(t, u, `{"displayName":"B","accountEnabled":false}`)
	var bad UserUpdate
	if json.Unmarshal([]byte(`{"displayName":5}`), &bad) == nil {
		t.Error("no error for a value of the wrong type")
	}
}

func TestDates(t *testing.T) {
	equal(t, NewDate(2024, time.February, 30), Date("2024-03-01"))
	day, err := Date("2024-02-29").Time()
	check(t, err)
	equal(t, day, time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC))
	_, err = Date("soon").Time()
	wantText(t, err, "soon")
	equalJSON(t, decoded[User](t, `{"hireDate":"no date"}`), `{"hireDate":"no date"}`)

	equal(t, NewTimeOfDay(9*time.Hour+30*time.Minute+time.Second/2), TimeOfDay("09:30:00.5000000"))
	for text, want := range map[TimeOfDay]time.Duration{
		"00:00": 0, "17:30": 17*time.Hour + 30*time.Minute, "08:00:00.0000000": 8 * time.Hour, "23:59:59.1234567": 24*time.Hour - 876543300,
	} {
		got, err := text.Duration()
		check(t, err)
		equal(t, got, want)
	}
	_, err = TimeOfDay("25:00").Duration()
	wantText(t, err, "25:00")
}

func TestDurations(t *testing.T) {
	for text, want := range map[Duration]time.Duration{
		"PT0S": 0, "P1D": 24 * time.Hour, "P1DT2H3M4.5S": 26*time.Hour + 3*time.Minute + 4500*time.Millisecond,
		"-PT10H30M": -10*time.Hour - 30*time.Minute, "P2W": 14 * 24 * time.Hour, "PT0.0000001S": 100, "PT90M": 90 * time.Minute,
	} {
		got, err := text.Duration()
		if err != nil || got != want {
			t.Errorf("%s: got %v, %v; want %v", text, got, err, want)
		}
	}
	for _, text := range []Duration{"", "P", "PT", "1H", "P1M", "P1Y", "PT1", "PT1S2M", "PT1H1H", "P1H", "PTH", "PT-1H", "PT1e9H", "P99999999D", "P1DT", "PTNaNS", "PTinfS"} {
		if got, err := text.Duration(); err == nil {
			t.Errorf("%s: got %v, want an error", text, got)
		}
	}
	for _, d := range []time.Duration{0, 1, 100, -1500 * time.Microsecond, time.Second, 90 * time.Minute, -26*time.Hour - time.Millisecond, 1<<63 - 1} {
		got, err := NewDuration(d).Duration()
		if err != nil || (got-d).Abs() > time.Microsecond {
			t.Errorf("%v: encoded as %s, decoded as %v, error %v", d, NewDuration(d), got, err)
		}
	}
	equal(t, NewDuration(90*time.Minute), Duration("PT1H30M0S"))
	equal(t, NewDuration(100*time.Nanosecond), Duration("PT0.0000001S"))
}

func TestArguments(t *testing.T) {
	equal(t, intArg(-5), "-5")
	equal(t, boolArg(true), "true")
	equal(t, quoted("it's ä/b"), "it%27%27s%20%C3%A4%2Fb")
	equal(t, quoted(""), "")
	equal(t, segment("a:b@c=d,e;f+g&h$i(j)'*!"), "a:b@c=d%2Ce%3Bf%2Bg%26h%24i%28j%29%27%2A%21")
	equal(t, subpath("/a/b c/"), "a/b%20c")
	for _, test := range []struct {
		template string
		args     []string
		want     string
	}{
		{"/users", nil, "/users"},
		{"/users/{id | userPrincipalName}/view(start='{start}',n={n})", []string{"a b", "it's", "5"}, "/users/a%20b/view(start='it%27%27s',n=5)"},
		{"/drive/root:/{item-path}:/content", []string{"a/b c"}, "/drive/root:/a/b%20c:/content"},
		{"/drive/root:/{item-path}", []string{"a/b:c"}, "/drive/root:/a/b%3Ac"},
		{"/drive/items/{parent}:/{name}:/content", []string{"1", "a/b"}, "/drive/items/1:/a/b:/content"},
		{"/sites/{host}:/{path}:/lists/{id}", []string{"x.com", "a/b", "c/d"}, "/sites/x.com:/a/b:/lists/c%2Fd"},
		{"/a:/view(n={n})/{path}", []string{"1/2", "a/b"}, "/a:/view(n=1%2F2)/a/b"},
		{"/a:/{x}-{y}/{path}", []string{"1/2", "3", "a/b"}, "/a:/1%2F2-3/a/b"},
	} {
		got, err := pathOf(test.template, test.args)
		check(t, err)
		equal(t, got, test.want)
	}
	for _, bad := range []string{segment(""), segment(".."), quoted("\x00"), subpath(""), subpath("a//b"), subpath("a/./b")} {
		if !strings.Contains(bad, unsendable) {
			t.Errorf("%q is not marked unsendable", bad)
		}
	}
}

// FuzzSegment checks that an escaped argument is one path segment and decodes to
// the argument.
func FuzzSegment(f *testing.F) {
	f.Add("../a b/%2e%2e?x#;é")
	f.Fuzz(func(t *testing.T, s string) {
		escaped := segment(s)
		if escaped == unsendable {
			return
		}
		u, err := url.Parse("https://x/a/" + escaped + "/b")
		check(t, err)
		parts := strings.Split(u.EscapedPath(), "/")
		equal(t, len(parts), 4)
		back, err := url.PathUnescape(parts[2])
		check(t, err)
		equal(t, back, s)
		equal(t, u.JoinPath().EscapedPath(), u.EscapedPath()) // cleaning changes nothing
	})
}
