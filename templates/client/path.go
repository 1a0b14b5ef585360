package client

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// line replaces the placeholders of a template, such as "GET /users/{userID}", with
// the escaped arguments, in order. {userID} is a path segment or a part of one,
// {itemPath...} a path of several segments, and a placeholder between single
// quotes an OData string.
//
// The template is parsed for each call because generated code that joins strings
// takes longer to compile than the rest of a package.
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
			return unsendable + name // the call returns the error
		}
		b.WriteString(escaped)
		template = rest
	}
	b.WriteString(template)
	return b.String()
}

// segment escapes an argument that is one path segment or a part of one. It
// rejects "." and ".." because RFC 3986 allows servers and proxies to treat
// %2E%2E as "..", so escaping does not help.
func segment(s string) string {
	if s == "" || s == "." || s == ".." || !isText(s) {
		return unsendable
	}
	return escape(s, "@:=")
}

// quoted escapes an argument between single quotes.
func quoted(s string) string {
	if !isText(s) {
		return unsendable
	}
	return escape(strings.ReplaceAll(s, "'", "''"), "@:=")
}

// subpath escapes an argument that is a path of several segments. It escapes
// colons too because a colon in the template ends the path.
func subpath(s string) string {
	parts := strings.Split(strings.Trim(s, "/"), "/")
	for i, part := range parts {
		parts[i] = strings.ReplaceAll(segment(part), ":", "%3A")
	}
	return strings.Join(parts, "/")
}

func isText(s string) bool { return utf8.ValidString(s) && strings.IndexByte(s, 0) < 0 }

// The functions below format typed path and query arguments in OData syntax.

// timeArg keeps the time zone and at most seven digits of the fraction, the
// precision of services.
func timeArg(t time.Time) string { return t.Format("2006-01-02T15:04:05.9999999Z07:00") }

func boolArg(b bool) string { return strconv.FormatBool(b) }

func intArg(n int) string { return strconv.Itoa(n) }
