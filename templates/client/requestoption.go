package client

import (
	"net/http"
	"strconv"
	"strings"
)

// RequestOption changes one call: its query or its headers. Which of them an
// operation takes, its page says. Of options named $… and of headers, the last
// one given counts; those made with [Query] and [Prefer] add up.
type RequestOption struct {
	kind        optionKind
	name, value string
}

type optionKind uint8

const (
	setQuery optionKind = iota + 1
	addQuery
	setHeader
	addHeader
)

// Select asks for these properties only.
func Select(properties ...string) RequestOption {
	return RequestOption{setQuery, "$select", strings.Join(properties, ",")}
}

// Filter asks for the values that meet an OData condition, such as
// "startsWith(displayName,'A')".
func Filter(condition string) RequestOption {
	return RequestOption{setQuery, "$filter", condition}
}

// Expand asks for these relationships to be included, each perhaps with
// options of its own: "members($select=id)".
func Expand(relationships ...string) RequestOption {
	return RequestOption{setQuery, "$expand", strings.Join(relationships, ",")}
}

// OrderBy asks for an order, each property perhaps with " desc".
func OrderBy(properties ...string) RequestOption {
	return RequestOption{setQuery, "$orderby", strings.Join(properties, ",")}
}

// Search asks for what matches a text. It is sent as given: where the page
// shows quotes around it, give them.
func Search(text string) RequestOption {
	return RequestOption{setQuery, "$search", text}
}

// Top limits how many values a response holds; further pages are still followed.
func Top(n int) RequestOption {
	return RequestOption{setQuery, "$top", strconv.Itoa(n)}
}

// Skip leaves out the first n values.
func Skip(n int) RequestOption {
	return RequestOption{setQuery, "$skip", strconv.Itoa(n)}
}

// Count asks for the number of values in all pages; it comes in [Page].
func Count() RequestOption {
	return RequestOption{setQuery, "$count", "true"}
}

// Query adds any other query parameter.
func Query(name, value string) RequestOption {
	return RequestOption{addQuery, name, value}
}

// Header sets a header, such as "ConsistencyLevel".
func Header(name, value string) RequestOption {
	return RequestOption{setHeader, name, value}
}

// IfMatch lets the call take effect only while the resource has this ETag.
func IfMatch(etag string) RequestOption {
	return RequestOption{setHeader, "If-Match", etag}
}

// IfNoneMatch lets the call take effect, or be answered in full, only if the
// resource no longer has this ETag.
func IfNoneMatch(etag string) RequestOption {
	return RequestOption{setHeader, "If-None-Match", etag}
}

// ConsistencyLevel says how fresh an answer must be: advanced queries, those
// with [Search] or [Count] among them, need "eventual".
func ConsistencyLevel(level string) RequestOption {
	return RequestOption{setHeader, "ConsistencyLevel", level}
}

// Prefer adds a preference, such as `outlook.timezone="UTC"`.
func Prefer(preference string) RequestOption {
	return RequestOption{addHeader, "Prefer", preference}
}

func (o RequestOption) setHeader(h http.Header) {
	switch o.kind {
	case setHeader:
		h.Set(o.name, o.value)
	case addHeader:
		h.Add(o.name, o.value)
	}
}

// queryText gives the query with its question mark, "" for none.
func queryText(query []argument, opts []RequestOption) string {
	var text string
	write := func(name, value string) {
		separator := "&"
		if text == "" {
			separator = "?"
		}
		text += separator + escape(name, "$@") + "=" + escape(value, "$@:/,()'*!")
	}
	for _, a := range query {
		write(a.name, a.value)
	}
	for i, o := range opts {
		if o.kind == addQuery || o.kind == setQuery && !o.repeatedIn(opts[i+1:]) {
			write(o.name, o.value)
		}
	}
	return text
}

func (o RequestOption) repeatedIn(later []RequestOption) bool {
	for _, l := range later {
		if l.kind == setQuery && l.name == o.name {
			return true
		}
	}
	return false
}

// escape percent-encodes all but letters, digits, "-._~" and the bytes in
// keep. A space becomes %20: not every service reads + as one.
func escape(s, keep string) string {
	plain := func(b byte) bool {
		return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9' ||
			strings.IndexByte("-._~", b) >= 0 || strings.IndexByte(keep, b) >= 0
	}
	i := 0
	for i < len(s) && plain(s[i]) {
		i++
	}
	if i == len(s) {
		return s
	}
	const hex = "0123456789ABCDEF"
	escaped := append(make([]byte, 0, len(s)+16), s[:i]...)
	for ; i < len(s); i++ {
		if plain(s[i]) {
			escaped = append(escaped, s[i])
		} else {
			escaped = append(escaped, '%', hex[s[i]>>4], hex[s[i]&15])
		}
	}
	return string(escaped)
}
