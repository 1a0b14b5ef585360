package client

import (
	"errors"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// pathOf replaces the placeholders of a path template, such as "/users/{id}", with the
// escaped arguments, in order. A placeholder is a path segment or a part of one, a path
// of several segments after a colon, as in "/drive/root:/{item-path}:", or an OData
// string between single quotes.
//
// The template is parsed for each call because generated code that joins strings
// takes longer to compile than the rest of a package.
func pathOf(template string, args []string) (string, error) {
	if len(args) == 0 {
		return template, nil
	}
	var b strings.Builder
	b.Grow(len(template) + 32*len(args))
	var at templatePosition
	for _, arg := range args {
		literal, rest, _ := strings.Cut(template, "{")
		name, rest, _ := strings.Cut(rest, "}")
		b.WriteString(literal)
		at.pass(literal)
		var escaped string
		switch {
		case at.inString:
			escaped = quoted(arg)
		case at.takesPath(rest):
			escaped = subpath(arg)
		default:
			escaped = segment(arg)
		}
		if strings.Contains(escaped, unsendable) {
			return "", errors.New("path argument {" + name + `} is empty, ".", ".." or not valid text`)
		}
		b.WriteString(escaped)
		template = rest
	}
	b.WriteString(template)
	return b.String(), nil
}

// unsendable replaces an argument that cannot be part of a path.
const unsendable = "\x00"

// templatePosition is a position in a path template.
type templatePosition struct {
	inString   bool // between single quotes
	inColons   bool // between "root:" and the next colon
	pathTaken  bool // by an earlier placeholder between the colons
	inFunction bool // in a segment with a parenthesis
	inParam    bool // in a segment with a placeholder before
}

// pass moves the position over literal text.
func (p *templatePosition) pass(literal string) {
	for i := range len(literal) {
		switch literal[i] {
		case '\'':
			p.inString = !p.inString
		case '(':
			p.inFunction = true
		case '/':
			p.inFunction, p.inParam = false, false
			if i > 0 && literal[i-1] == ':' {
				p.inColons, p.pathTaken = !p.inColons, false
			}
		}
	}
}

// takesPath reports whether a placeholder at the position can have slashes. rest is
// the template after it. Between two colons only the first placeholder can, so that a
// URL is read in one way.
func (p *templatePosition) takesPath(rest string) bool {
	segment, _, _ := strings.Cut(rest, "/")
	alone := !p.inFunction && !p.inParam && !strings.Contains(segment, "{")
	p.inParam = true
	if !alone || !p.inColons || p.pathTaken {
		return false
	}
	p.pathTaken = true
	return true
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
