package client

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// segment escapes an argument that is one path segment or a part of one. What
// would change the path's shape even when escaped is refused: servers and
// proxies may take %2E%2E for "..", as RFC 3986 lets them.
func segment(s string) string {
	if s == "" || s == "." || s == ".." || !isText(s) {
		return unsendable
	}
	return escape(s, "@:=")
}

// quoted escapes an argument that stands between single quotes.
func quoted(s string) string {
	if !isText(s) {
		return unsendable
	}
	return escape(strings.ReplaceAll(s, "'", "''"), "@:=")
}

// subpath escapes an argument that is documented to be a path. A colon is
// escaped too: it ends the path where the template has one.
func subpath(s string) string {
	parts := strings.Split(strings.Trim(s, "/"), "/")
	for i, part := range parts {
		parts[i] = strings.ReplaceAll(segment(part), ":", "%3A")
	}
	return strings.Join(parts, "/")
}

func isText(s string) bool { return utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 }

// The functions below write typed arguments as OData does: give the result to
// segment or quoted, or let it be a query argument's value.

// timeArg keeps the time's zone, and seven digits at most: services know no more.
func timeArg(t time.Time) string { return t.Format("2006-01-02T15:04:05.9999999Z07:00") }

func boolArg(b bool) string { return strconv.FormatBool(b) }

func intArg[T ~int | ~int16 | ~int32 | ~int64 | ~uint8](n T) string {
	return strconv.FormatInt(int64(n), 10)
}

func floatArg[T ~float32 | ~float64](f T) string {
	return strconv.FormatFloat(float64(f), 'g', -1, 64)
}
