package ir

import "strings"

// Limits far above those of documented paths. A longer template or argument list
// is hostile and matches nothing, which keeps the time linear in the URL.
const (
	maxMatchSegments = 256
	maxMatchArgs     = 32
)

// Match reports whether the escaped path of a URL, without host and version,
// matches the template. It returns the arguments, unescaped and unquoted, in
// the order of Params. Placeholders that are left in the URL are arguments as
// written.
func (p PathTemplate) Match(path string) (args []string, ok bool) {
	return NewURLPath(path).Match(p)
}

// MatchLoose is Match with less strict rules, to find the template that a URL
// is meant for. /me and /users/{id} match each other, a literal argument of a
// function, as in view(from='2017-01-01'), matches any argument, and a name
// without parentheses matches a call.
func (p PathTemplate) MatchLoose(path string) (args []string, ok bool) {
	return NewURLPath(sameSelf(p.Segments, path)).match(p, true)
}

// URLPath is the path of a URL that is matched with many templates. It is
// parsed once. It must not be used by several goroutines at once.
type URLPath struct {
	text     string
	segments []urlSegment // set when first needed
}

// NewURLPath returns the URLPath of an escaped path without host and version.
func NewURLPath(path string) *URLPath { return &URLPath{text: path} }

// Match is [PathTemplate.Match].
func (u *URLPath) Match(p PathTemplate) (args []string, ok bool) { return u.match(p, false) }

// MatchRoute returns the route of a request. Among the routes that match, it
// prefers the one with the most literal text, then one that has a query if and
// only if the URL has one, then the first. See [Operation.BelowBase] for the part of
// the URL that is not compared.
func (op *Operation) MatchRoute(method, rawURL string) (routeIndex int, args []string, ok bool) {
	_, path, query := op.BelowBase(rawURL)
	url := NewURLPath(path)
	best := -1
	for i, r := range op.Routes {
		if !strings.EqualFold(r.Method, method) {
			continue
		}
		found, matches := url.Match(r.Path)
		if !matches {
			continue
		}
		score := 2 * r.Path.literalLen()
		if (r.Query == "") == (query == "") {
			score++
		}
		if score > best {
			best, routeIndex, args, ok = score, i, found, true
		}
	}
	return routeIndex, args, ok
}

// Matches reports whether a route of the operation matches a request; false for nil.
func (op *Operation) Matches(r *Request) bool {
	if r == nil {
		return false
	}
	_, _, ok := op.MatchRoute(r.Method, r.URL)
	return ok
}

// MatchesURL reports whether a route with any method matches a URL.
func (op *Operation) MatchesURL(rawURL string) bool {
	_, path, _ := op.BelowBase(rawURL)
	return op.matchesBelow(path, false)
}

// literalLen counts the bytes of a path outside placeholders.
func (p PathTemplate) literalLen() int {
	n := 0
	for _, s := range p.Segments {
		for _, part := range s.Parts {
			n += len(part.Literal)
		}
	}
	return n
}

func (u *URLPath) match(p PathTemplate, loose bool) ([]string, bool) {
	if len(p.Segments) > maxMatchSegments {
		return nil, false
	}
	if args, ok, sure := matchPlain(p.Segments, u.text); sure {
		return args, ok
	}
	if u.segments == nil {
		u.segments = splitSegments(u.text)
	}
	m := newMatcher(p, u)
	m.loose = loose
	if !m.run() {
		return nil, false
	}
	return m.arguments(), true
}

// sameSelf rewrites the path of a URL to name the signed-in user as the
// template does: /me or /users/{id}.
func sameSelf(template []Segment, path string) string {
	if len(template) == 0 {
		return path
	}
	first, rest := cutHost(strings.TrimPrefix(path, "/"))
	switch t := template[0].String(); {
	case equalASCII(first, "me") && equalASCII(t, "users"):
		return "/users/me" + rest
	case equalASCII(first, "users") && equalASCII(t, "me") && len(rest) > 1:
		_, rest = cutHost(rest[1:])
		return "/me" + rest
	}
	return path
}
