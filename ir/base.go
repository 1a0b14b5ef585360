package ir

import (
	"strings"
	"unicode/utf8"

	"github.com/mdwire/mdwire/diag"
)

// BelowBase splits the URL of an example into the part that belongs to the base URL,
// the escaped path below it and the query. The path keeps its leading slash. The
// base URL of most references is the host and the version. It has more segments
// if the host is a placeholder, or if a route begins with a placeholder or a word
// for the base URL: then the path is the longest end of the URL's path that a
// route of the operation matches. A version is part of the path if the routes
// have it.
func (op *Operation) BelowBase(rawURL string) (base, path, query string) {
	host, version, path, query := SplitURL(rawURL)
	whole, _ := CutQuery(strings.TrimSpace(rawURL))
	cut := func(path string) (string, string, string) {
		return strings.TrimSuffix(whole, path), path, query
	}
	if version != "" && op.hasRoute(func(r *Route) bool { return equalASCII(r.Path.Version(), version) }) {
		versioned := "/" + version + path
		if op.matchesBelow(versioned, false) || !op.matchesBelow(path, false) {
			return strings.TrimSuffix(strings.TrimSuffix(whole, path), "/"+version), versioned, query
		}
	}
	if !HasPlaceholder(host) && !HasPlaceholder(firstOf(path)) && !op.hasRoute((*Route).HasNamedBase) || op.matchesBelow(path, false) {
		return cut(path)
	}
	named := ""
	for i, tail := range tails(path) {
		if i > 0 && op.matchesBelow(tail, true) {
			return cut(tail)
		}
		if named == "" && op.beginsLike(tail) {
			named = tail
		}
	}
	if named != "" {
		return cut(named)
	}
	return cut(path)
}

// HasNamedBase reports whether the page has a placeholder or a word in place of the
// base URL.
func (r *Route) HasNamedBase() bool {
	return r.Base != "" && r.Base[0] != '/' && !strings.Contains(r.Base, "://") && !r.IsRuntime()
}

// Version returns the API version at the end of the base URL, "" for none.
func (r *Route) Version() string {
	if v := r.Base[strings.LastIndexByte(r.Base, '/')+1:]; IsVersion(v) {
		return v
	}
	return ""
}

// BaseAt returns the range of Base, that of the route if it is not known.
func (r *Route) BaseAt() diag.Range {
	n := int32(len(r.Base))
	if r.PathAt.IsZero() || r.PathAt.Start < n {
		return r.At
	}
	s := Span{Start: r.PathAt.Start - n, End: r.PathAt.Start, EndColumn: r.PathAt.Column}
	s.Column = s.EndColumn - int32(utf8.RuneCountInString(r.Base))
	return s.In(r.At)
}

func (op *Operation) hasRoute(is func(*Route) bool) bool {
	for i := range op.Routes {
		if is(&op.Routes[i]) {
			return true
		}
	}
	return false
}

// matchesBelow reports whether a route with any method matches a path. With named,
// the route must begin with a name: a placeholder matches too much.
func (op *Operation) matchesBelow(path string, named bool) bool {
	url := NewURLPath(path)
	return op.hasRoute(func(r *Route) bool {
		if named && r.Path.firstName() == "" {
			return false
		}
		_, ok := url.Match(r.Path)
		return ok
	})
}

// beginsLike reports whether a path begins with the same name as a route.
func (op *Operation) beginsLike(path string) bool {
	name, _, _ := strings.Cut(firstOf(path), "(")
	return name != "" && op.hasRoute(func(r *Route) bool { return equalASCII(r.Path.firstName(), name) })
}

// firstName returns the name that a path begins with, without the arguments of a
// function; "" if it begins with a placeholder.
func (p PathTemplate) firstName() string {
	if len(p.Segments) == 0 || len(p.Segments[0].Parts) == 0 {
		return ""
	}
	name, _, _ := strings.Cut(p.Segments[0].Parts[0].Literal, "(")
	return name
}

// Version returns the API version that a path begins with, "" for none.
func (p PathTemplate) Version() string {
	if len(p.Segments) == 0 {
		return ""
	}
	if s := p.Segments[0].String(); IsVersion(s) {
		return s
	}
	return ""
}

// PathsOf returns the paths below a base URL that the URL of an example may have.
func PathsOf(rawURL string) []string {
	host, version, path, _ := SplitURL(rawURL)
	switch {
	case version != "":
		return []string{path, "/" + version + path}
	case host == "" && !HasPlaceholder(firstOf(path)):
		return []string{path}
	}
	return tails(path)
}

// firstOf returns the first segment of the path of a URL.
func firstOf(path string) string {
	first, _ := cutHost(strings.TrimPrefix(path, "/"))
	return first
}

// maxTails limits the segments of the base URL in an example.
const maxTails = 8

// tails returns the path of a URL and its ends after each slash outside brackets.
func tails(path string) []string {
	list := []string{path}
	depth := 0
	for i := 0; i < len(path) && len(list) <= maxTails; i++ {
		switch path[i] {
		case '(', '{':
			depth++
		case ')', '}':
			depth--
		case '/':
			if depth == 0 && i > 0 {
				list = append(list, path[i:])
			}
		}
	}
	return list
}
