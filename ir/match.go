package ir

import "strings"

// No documented path comes near these; a longer template or argument list is
// hostile, and matches nothing, which keeps the time linear in the URL.
const (
	maxMatchSegments = 256
	maxMatchArgs     = 32
)

// Match tells whether a URL's path, escaped, its host and version already cut
// off, is one of the template's, and returns the arguments, unescaped and
// unquoted, in the order of Params. Placeholders that the URL has left in it
// are arguments as they stand.
func (p PathTemplate) Match(path string) (args []string, ok bool) {
	return NewURLPath(path).Match(p)
}

// MatchLoose is Match for telling whether a URL is meant for the template: /me
// stands for /users/{id} and the reverse, a function's literal argument, as in
// view(from='2017-01-01'), for any other, and a bare name for a call of it.
func (p PathTemplate) MatchLoose(path string) (args []string, ok bool) {
	return NewURLPath(sameSelf(p.Segments, path)).match(p, true)
}

// URLPath is the path of a URL that is held against many templates: it is taken
// apart once. It is not for several goroutines at a time.
type URLPath struct {
	text     string
	segments []urlSegment // once they were asked for
}

// NewURLPath returns a path, escaped, its host and version already cut off.
func NewURLPath(path string) *URLPath { return &URLPath{text: path} }

// Match is [PathTemplate.Match].
func (u *URLPath) Match(p PathTemplate) (args []string, ok bool) { return u.match(p, false) }

// MatchRoute returns the route that a request is for: of those that match, the
// one with the most literal text, then the one that is like the URL in having
// a query, then the first. Host and version do not count.
func (op *Operation) MatchRoute(method, rawURL string) (routeIndex int, args []string, ok bool) {
	_, _, path, query := SplitURL(rawURL)
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

// literalLen counts the bytes of a path that are no placeholders.
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

// sameSelf rewrites a URL's path so that it speaks of the signed-in user as
// the template does: /me or /users/{id}.
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
