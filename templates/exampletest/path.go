package exampletest

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

// splitTarget returns the path and query of a documented URL, which may be invalid
// or have no host or another host.
func splitTarget(target string) (path, query string) {
	if _, others, ok := strings.Cut(target, "://"); ok {
		target = "/" // only a host
		if i := strings.IndexAny(others, "/?"); i >= 0 {
			target = others[i:]
		}
	}
	path, query, _ = strings.Cut(target, "?")
	return path, query
}

var version = regexp.MustCompile(`(?i)^(v[0-9]+(\.[0-9]+)?|beta)$`)

// comparePaths compares paths as OData does: names without case, function arguments
// in any order, keys in parentheses or after a slash, and all values exactly. It
// ignores the version at the start of documented URLs, which is part of the base
// URL.
func comparePaths(template, want, got string) (differences []string) {
	names, wants, gots := normalPath(template), normalPath(want), normalPath(got)
	if version.MatchString(wants[0]) && !version.MatchString(names[0]) {
		wants = wants[1:]
	}
	for i := range max(len(wants), len(gots)) {
		w, g := segmentAt(wants, i), segmentAt(gots, i)
		isName := slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(n, w) })
		if w != g && !(isName && strings.EqualFold(w, g)) {
			differences = append(differences, fmt.Sprintf("segment %d: want %q, got %q", i+1, w, g))
		}
	}
	return differences
}

// segmentAt returns segment i, or "" if there is none.
func segmentAt(segments []string, i int) string {
	if i < len(segments) {
		return segments[i]
	}
	return ""
}

func normalPath(path string) []string {
	var segments []string
	for _, s := range strings.Split(strings.Trim(path, "/~"), "/") {
		if text, err := url.PathUnescape(s); err == nil {
			s = text
		}
		segments = append(segments, normalSegment(s)...)
	}
	return segments
}

func normalSegment(s string) []string {
	name, inner, ok := strings.Cut(s, "(")
	inner, closed := strings.CutSuffix(inner, ")")
	switch {
	case !ok || !closed || name == "":
		return []string{s}
	case inner == "":
		return []string{name}
	case inner[0] == '\'' || !strings.Contains(inner, "="):
		return []string{name, unquote(inner)}
	}
	args := splitArguments(inner)
	for i, arg := range args {
		key, value, _ := strings.Cut(arg, "=")
		args[i] = strings.ToLower(strings.TrimSpace(key)) + "=" + unquote(strings.TrimSpace(value))
	}
	slices.Sort(args)
	return []string{strings.ToLower(name) + "(" + strings.Join(args, ",") + ")"}
}

// splitArguments splits at commas outside quotes.
func splitArguments(inner string) []string {
	var args []string
	start, quoted := 0, false
	for i := range len(inner) {
		switch {
		case inner[i] == '\'':
			quoted = !quoted
		case inner[i] == ',' && !quoted:
			args = append(args, inner[start:i])
			start = i + 1
		}
	}
	return append(args, inner[start:])
}

func unquote(s string) string {
	if len(s) >= 2 && s[0] == '\'' && s[len(s)-1] == '\'' {
		return strings.ReplaceAll(s[1:len(s)-1], "''", "'")
	}
	return s
}
