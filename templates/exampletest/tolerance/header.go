package tolerance

import (
	"cmp"
	"fmt"
	"maps"
	"mime"
	"net/http"
	"slices"
	"strings"
)

// Header compares the headers of a documented request with those that a server
// received. hasBody reports whether the documented request has a body. accept reports
// whether a rule may be used; nil accepts all.
func Header(documented, sent http.Header, hasBody bool, accept func(*Rule) bool) Result {
	var res Result
	used := map[*Rule]bool{}
	check := func(name, want, got string, isDocumented, isSent bool) {
		for i := range Rules {
			if r := &Rules[i]; r.header != nil && (accept == nil || accept(r)) && r.header(header{name, want, got, isDocumented, isSent, hasBody}) {
				used[r] = true
				return
			}
		}
		res.Differences = append(res.Differences, fmt.Sprintf("%s: want %s, got %s", name, cmp.Or(want, "nothing"), cmp.Or(got, "nothing")))
	}
	for _, name := range slices.Sorted(maps.Keys(documented)) {
		for _, want := range documented[name] {
			if got := sent[name]; !slices.Contains(got, want) {
				check(name, want, strings.Join(got, ", "), true, len(got) > 0)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(sent)) {
		for _, got := range sent[name] {
			if len(documented[name]) == 0 && !slices.Contains(clientHeaders, name) {
				check(name, "", got, false, true)
			}
		}
	}
	res.Needed = Names(func(r *Rule) bool { return used[r] })
	return res
}

// header is a header that differs.
type header struct {
	name                          string
	documented, sent              string
	isDocumented, isSent, hasBody bool
}

// clientHeaders are sent for every request, whether or not the page lists them.
var clientHeaders = []string{"Accept", "Accept-Encoding", "Authorization", "Content-Length", "Content-Type", "User-Agent"}

// ownHeaders are the headers of the rule own-header.
var ownHeaders = []string{"Authorization", "Host", "Content-Length", "Connection", "Transfer-Encoding", "Content-Encoding", "Accept-Encoding", "User-Agent", "Date"}

// IsOwnHeader reports whether a header belongs to the connection or the caller.
func IsOwnHeader(name string) bool {
	return slices.Contains(ownHeaders, http.CanonicalHeaderKey(name))
}

func isOwnHeader(h header) bool { return h.isDocumented && IsOwnHeader(h.name) }

func isTypeOfNothing(h header) bool { return h.name == "Content-Type" && !h.hasBody }

func isSameMedia(h header) bool {
	return h.name == "Content-Type" && h.isSent && SameMedia(h.documented, h.sent)
}

// SameMedia reports whether two content types are equal except for parameters, such
// as charset=utf-8 and odata.metadata.
func SameMedia(a, b string) bool { return Media(a) == Media(b) }

// Media returns a content type without parameters, in lower case.
func Media(contentType string) string {
	if m, _, err := mime.ParseMediaType(contentType); err == nil {
		return m
	}
	m, _, _ := strings.Cut(contentType, ";")
	return strings.ToLower(strings.TrimSpace(m))
}

// isAnyETag reports whether a header is the If-Match of a call that must have one and
// whose page shows none.
func isAnyETag(h header) bool {
	return h.name == "If-Match" && h.isSent && h.documented == "" && h.sent == AnyETag
}

// AnyETag is an If-Match header that matches all versions of a resource.
const AnyETag = "*"

func acceptsSame(h header) bool {
	return h.name == "Accept" && h.isSent && Accepts(h.documented, h.sent)
}

// Accepts reports whether two Accept headers have a type in common.
func Accepts(a, b string) bool {
	for x := range strings.SplitSeq(a, ",") {
		for y := range strings.SplitSeq(b, ",") {
			if covers(Media(x), Media(y)) || covers(Media(y), Media(x)) {
				return true
			}
		}
	}
	return false
}

// covers reports whether a media type is in a range, such as text/* or */*.
func covers(span, media string) bool {
	if prefix, ok := strings.CutSuffix(span, "*"); ok {
		return prefix == "*/" || strings.HasPrefix(media, prefix)
	}
	return span == media
}
