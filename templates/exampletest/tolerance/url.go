package tolerance

import (
	"regexp"
	"strconv"
	"strings"
)

// numbered matches a word that may be a further sample of a placeholder: see Sample.
var numbered = regexp.MustCompile(`[\w.-]+-[0-9]+\b`)

// withOneValue replaces the further samples of a placeholder in a path by the first one.
func withOneValue(path string) string {
	return numbered.ReplaceAllStringFunc(path, func(word string) string {
		first := word[:strings.LastIndexByte(word, '-')]
		if strings.Contains(path[:strings.Index(path, word)], first) {
			return first
		}
		return word
	})
}

// cutHost splits a URL into its scheme and host, which may be empty, and the rest.
func cutHost(url string) (host, rest string) {
	at := strings.Index(url, "://")
	if at < 0 || strings.ContainsAny(url[:at], "/?{<('") {
		return "", url
	}
	at += len("://")
	if end := strings.IndexAny(url[at:], "/?"); end >= 0 {
		return url[:at+end], url[at+end:]
	}
	return url, ""
}

func withoutHost(url, _ string) string {
	host, rest := cutHost(url)
	if host == "" || rest != "" && rest[0] == '/' {
		return rest
	}
	return "/" + rest
}

// withBase adds the path of the base URL to a URL without it. It leaves the path of
// another version, see withoutOtherVersion.
func withBase(url, base string) string {
	host, path := cutHost(url)
	if host == "" {
		path = strings.TrimPrefix(path, "~")
	}
	if path != "" && path[0] != '/' && path[0] != '?' {
		path = "/" + path
	}
	if isBelow(path, base) || version.MatchString(path) {
		return host + path
	}
	return host + base + path
}

// withoutOtherVersion replaces another version, or another spelling of it, by the base
// path.
func withoutOtherVersion(url, base string) string {
	host, path := cutHost(url)
	m := version.FindStringSubmatch(path)
	if m == nil || base == "" || isBelow(path, base) {
		return url
	}
	return host + base + path[len("/"+m[1]):]
}

// isBelow reports whether a path, perhaps with a query, begins with the path of the
// base URL.
func isBelow(path, base string) bool {
	below, ok := strings.CutPrefix(path, base)
	return ok && (below == "" || below[0] == '/' || below[0] == '?')
}

// version matches the version of an API at the start of a path.
var version = regexp.MustCompile(`(?i)^/(v[0-9]+(\.[0-9]+)*|beta)(/|\?|$)`)

// placeholder matches a placeholder in a URL: "{id}", "{{id}}", "<user name>".
var placeholder = regexp.MustCompile(`\{\{[^{}]*\}\}|\{[^{}]*\}|<[^<>]*>`)

// versionPlaceholder matches a URL with a placeholder for the version.
var versionPlaceholder = regexp.MustCompile(`^(https?://[^/]+)/\{[^{}/]*\}/`)

// Sample replaces the placeholders of a documented URL by sample values, which are
// made from their texts. The values of placeholders with the same text differ, so
// that a test notices if they are exchanged. A placeholder for the version, which
// is the base path, is replaced by it.
func Sample(url, base string) string {
	if !strings.ContainsAny(url, "{<") {
		return url
	}
	if version.MatchString(base) {
		url = versionPlaceholder.ReplaceAllString(url, "${1}"+base+"/")
	}
	seen := map[string]int{}
	return placeholder.ReplaceAllStringFunc(url, func(s string) string {
		word := strings.Trim(strings.Map(wordRune, s[1:len(s)-1]), "-_")
		word = word[:min(len(word), maxSample)]
		if word == "" {
			word = "x"
		}
		seen[word]++
		if n := seen[word]; n > 1 {
			word += "-" + strconv.Itoa(n)
		}
		return word
	})
}

// maxSample limits the length of a sample value.
const maxSample = 120

func wordRune(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' {
		return r
	}
	return '-'
}
