package ir

import "strings"

// GraphHost is the host of the API.
const GraphHost = "graph.microsoft.com"

// SplitURL splits a URL as pages write it into host, API version, path and
// query. It accepts relative URLs, with and without a version. Nothing is
// unescaped; blanks and placeholders stay. The path keeps its leading slash. A
// "?" in a placeholder does not split.
func SplitURL(raw string) (host, version, path, query string) {
	raw, query = CutQuery(strings.TrimSpace(raw))
	host, path = splitHost(raw)
	version, path = splitVersion(path)
	return host, version, path, query
}

// CutQuery cuts the query from a URL or a template. A "?" in a placeholder does not
// count.
func CutQuery(raw string) (rest, query string) {
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '?':
			return raw[:i], raw[i+1:]
		case '{':
			i = max(i, closeBrace(raw, i))
		}
	}
	return raw, ""
}

// splitHost removes the host from an absolute URL. A URL without a scheme is
// absolute only when a host name and a version come first:
// example.com/v1.0/books.
func splitHost(raw string) (host, path string) {
	if i := strings.Index(raw, "://"); i >= 0 && !strings.ContainsAny(raw[:i], "/{<('") {
		return cutHost(raw[i+len("://"):])
	}
	host, path = cutHost(raw)
	if !strings.Contains(host, ".") || IsVersion(host) {
		return "", raw
	}
	if v, _ := splitVersion(path); v == "" {
		return "", raw
	}
	return host, path
}

func cutHost(s string) (host, path string) {
	if i := strings.IndexByte(s, '/'); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// HasPlaceholder reports whether a host or a segment is a placeholder or has one.
func HasPlaceholder(text string) bool { return strings.ContainsAny(text, "{<") }

// splitVersion removes the first segment when it is a version.
func splitVersion(path string) (version, rest string) {
	version, rest = cutHost(strings.TrimPrefix(path, "/"))
	if !IsVersion(version) {
		return "", path
	}
	return version, rest
}

// IsVersion reports whether a segment is an API version, in any letter case:
// "beta", "v1.0", "V1".
func IsVersion(s string) bool {
	if strings.EqualFold(s, "beta") {
		return true
	}
	if len(s) < 2 || s[0]|0x20 != 'v' || !isDigit(s[1]) {
		return false
	}
	for i := 2; i < len(s); i++ {
		if !isDigit(s[i]) && s[i] != '.' {
			return false
		}
	}
	return true
}
