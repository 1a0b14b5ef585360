package client

import (
	"net/http"
	"strconv"
	"strings"
)

// RequestOption sets a query parameter or a header of one call, or asks for its response. The docs of an
// operation say which ones it supports.
//
// If an option is given several times, the last one applies. Options made with
// [Query] and [Prefer] are all sent.
type RequestOption struct {
	kind        optionKind
	name, value string
	response    *ResponseInfo
}

type optionKind uint8

const (
	setQuery optionKind = iota + 1
	addQuery
	setHeader
	addHeader
	storeResponse
)

// Select requests only the given properties ($select).
func Select(properties ...string) RequestOption {
	return RequestOption{kind: setQuery, name: "$select", value: strings.Join(properties, ",")}
}

// Filter requests only the values that satisfy an OData condition, such as
// "startsWith(displayName,'A')" ($filter).
func Filter(condition string) RequestOption {
	return RequestOption{kind: setQuery, name: "$filter", value: condition}
}

// Expand requests that relationships are included in the response ($expand). A
// relationship can have options: "members($select=id)".
func Expand(relationships ...string) RequestOption {
	return RequestOption{kind: setQuery, name: "$expand", value: strings.Join(relationships, ",")}
}

// OrderBy sorts the values by properties ($orderby). The suffix " desc" reverses
// the order of a property: "displayName desc".
func OrderBy(properties ...string) RequestOption {
	return RequestOption{kind: setQuery, name: "$orderby", value: strings.Join(properties, ",")}
}

// Search requests only the values that match text ($search). The text is sent
// unchanged: include quotes around it if the docs show them.
func Search(text string) RequestOption {
	return RequestOption{kind: setQuery, name: "$search", value: text}
}

// Top sets the maximum number of values in one response ($top). It limits the
// size of a page, not the number of pages.
func Top(n int) RequestOption {
	return RequestOption{kind: setQuery, name: "$top", value: strconv.Itoa(n)}
}

// Skip omits the first n values ($skip).
func Skip(n int) RequestOption {
	return RequestOption{kind: setQuery, name: "$skip", value: strconv.Itoa(n)}
}

// Count requests the number of values in all pages ($count), which is returned
// in the Count field of [Page].
func Count() RequestOption {
	return RequestOption{kind: setQuery, name: "$count", value: "true"}
}

// Query adds a query parameter that has no function here. The name and value are
// escaped.
func Query(name, value string) RequestOption {
	return RequestOption{kind: addQuery, name: name, value: value}
}

// Header sets a request header that has no function here.
func Header(name, value string) RequestOption {
	return RequestOption{kind: setHeader, name: name, value: value}
}

// IfMatch makes the service carry out the call only if the resource has this
// ETag, that is, if it was not changed since (If-Match).
func IfMatch(etag string) RequestOption {
	return RequestOption{kind: setHeader, name: "If-Match", value: etag}
}

// IfNoneMatch makes the service carry out the call, or return the resource, only
// if the resource does not have this ETag (If-None-Match).
func IfNoneMatch(etag string) RequestOption {
	return RequestOption{kind: setHeader, name: "If-None-Match", value: etag}
}

// ConsistencyLevel sets the required consistency of the response. Advanced
// queries, such as those with [Search] or [Count], need "eventual".
func ConsistencyLevel(level string) RequestOption {
	return RequestOption{kind: setHeader, name: "ConsistencyLevel", value: level}
}

// Prefer adds a preference, such as `outlook.timezone="UTC"` (Prefer header).
func Prefer(preference string) RequestOption {
	return RequestOption{kind: addHeader, name: "Prefer", value: preference}
}

func (o RequestOption) setHeader(h http.Header) {
	switch o.kind {
	case setHeader:
		h.Set(o.name, o.value)
	case addHeader:
		h.Add(o.name, o.value)
	}
}

// queryText returns the query with its question mark, or "" if there is none.
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

// escape percent-encodes all bytes except ASCII letters, digits, "-._~" and the
// bytes in keep. A space becomes %20 because some services do not decode "+".
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
