package client

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// line puts escaped arguments, in order, in the places that a template such as
// "GET /users/{userID}" names: {userID} is a segment or a part of one, {itemPath...} is a path of its own,
// and between single quotes an argument is an OData string.
//
// The template is read for each call rather than joined by generated code,
// which would take the compiler longer than all else in a package.
func line(template string, args ...string) string {
	var b strings.Builder
	b.Grow(len(template) + 32*len(args))
	inString := false
	for _, arg := range args {
		literal, rest, _ := strings.Cut(template, "{")
		name, rest, _ := strings.Cut(rest, "}")
		b.WriteString(literal)
		if strings.Count(literal, "'")%2 == 1 {
			inString = !inString
		}
		var escaped string
		switch {
		case inString:
			escaped = quoted(arg)
		case strings.HasSuffix(name, "..."):
			escaped = subpath(arg)
		default:
			escaped = segment(arg)
		}
		if strings.Contains(escaped, unsendable) {
			return unsendable + name // which is told when the call is made
		}
		b.WriteString(escaped)
		template = rest
	}
	b.WriteString(template)
	return b.String()
}

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

// The functions below write typed arguments as OData does, for path and for the
// values of query arguments.

// timeArg keeps the time's zone, and seven digits at most: services know no more.
func timeArg(t time.Time) string { return t.Format("2006-01-02T15:04:05.9999999Z07:00") }

func boolArg(b bool) string { return strconv.FormatBool(b) }

func intArg(n int) string { return strconv.Itoa(n) }
