package vocab

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Section is the subject of a section of a page.
type Section int

// The documented sections.
const (
	SecOther Section = iota
	SecTitle
	SecPermissions
	SecRequest // HTTP request: the templates
	SecFunctionParams
	SecQueryParams
	SecPathParams
	SecURIParams // of the path or the query
	SecParams    // "Parameters", of the query or the body
	SecHeaders
	SecBody
	SecResponse
	SecExample
	SecExampleRequest
	SecExampleResponse
	SecProperties
	SecRelationships
	SecMethods
	SecMembers
	SecJSON
)

// sectionSlugs maps the beginnings of English heading slugs to sections.
// Longer forms come before the shorter ones that begin them.
var sectionSlugs = []struct {
	prefix  string
	section Section
}{
	{"prerequisites", SecPermissions},
	{"permission", SecPermissions},
	{"http-response", SecResponse},
	{"http-request-header", SecHeaders},
	{"http-request-body", SecBody},
	{"http-request", SecRequest},
	{"https-request", SecRequest},
	{"rest-request", SecRequest},
	{"rest-response", SecResponse},
	{"request-syntax", SecRequest},
	{"function-parameter", SecFunctionParams},
	{"optional-query-parameter", SecQueryParams},
	{"query-parameter", SecQueryParams},
	{"required-query-parameter", SecQueryParams},
	{"optional-query-string-parameter", SecQueryParams},
	{"query-string-parameter", SecQueryParams},
	{"path-parameter", SecPathParams},
	{"uri-parameter", SecURIParams},
	{"url-parameter", SecURIParams},
	{"request-uri-parameter", SecURIParams},
	{"request-url-parameter", SecURIParams},
	{"route-parameter", SecURIParams},
	{"optional-request-header", SecHeaders},
	{"request-header", SecHeaders},
	{"header", SecHeaders},
	{"request-body", SecBody},
	{"response", SecResponse},
	{"example", SecExample},
	{"sample", SecExample},
	{"properties", SecProperties},
	{"property", SecProperties},
	{"relationship", SecRelationships},
	{"navigation-property", SecRelationships},
	{"navigation-properties", SecRelationships},
	{"method", SecMethods},
	{"tasks", SecMethods},
	{"members", SecMembers},
	{"json-representation", SecJSON},
}

// SectionOf returns the section that a heading announces, by its English slug
// (see [EnglishSlug]) and the section that it is in; SecOther when the slug is
// not known.
func SectionOf(slug string, parent Section) Section {
	for strings.Contains(slug, "--") { // two blanks in the heading
		slug = strings.ReplaceAll(slug, "--", "-")
	}
	if message := messageOfExample(slug); message != SecOther {
		return message
	}
	if parent == SecExample || parent == SecExampleRequest || parent == SecExampleResponse {
		return exampleSection(slug, parent)
	}
	for _, s := range sectionSlugs {
		if SlugBegins(slug, s.prefix) {
			return s.section
		}
	}
	switch {
	case slug == "request" || slug == "requests":
		return SecExampleRequest
	case slug == "url" && parent != SecBody && parent != SecResponse:
		return SecRequest
	case slug == "navigation":
		return SecRelationships
	case parent == SecTitle && slug == "parameters":
		return SecParams
	case parent == SecTitle:
		return SecOther
	}
	return parent
}

// exampleSection is SectionOf within an example, to which all sections belong.
func exampleSection(slug string, parent Section) Section {
	switch {
	case SlugBegins(slug, "response"), SlugBegins(slug, "http-response"):
		return SecExampleResponse
	case SlugBegins(slug, "request"), SlugBegins(slug, "http-request"):
		return SecExampleRequest
	case SlugBegins(slug, "example"), SlugBegins(slug, "sample"):
		return SecExample
	}
	return parent
}

// exampleWords are the words for an example in headings, as slugs.
var exampleWords = []string{"example", "sample"}

// messageOfExample returns the section that the heading of one message of an
// example announces: "Example request to add a book", "Response example". It is
// SecExample for both messages, "Sample request and response", and SecOther for
// any other heading.
func messageOfExample(slug string) Section {
	for _, w := range exampleWords {
		if rest, ok := strings.CutPrefix(slug, w+"-"); ok {
			return ofMessages(rest)
		}
		if i := strings.LastIndex(slug, "-"+w); i > 0 && SlugBegins(slug[i+1:], w) {
			if of := ofMessages(slug[:i]); of != SecOther {
				return of
			}
		}
	}
	return SecOther
}

// ofMessages returns the section for the rest of a heading about an example.
func ofMessages(slug string) Section {
	slug = strings.TrimPrefix(strings.TrimPrefix(slug, "of-"), "the-")
	slug = strings.TrimPrefix(slug, "http-")
	for _, m := range [...]struct {
		word, other string
		section     Section
	}{{"request", "response", SecExampleRequest}, {"response", "request", SecExampleResponse}} {
		if !SlugBegins(slug, m.word) {
			continue
		}
		rest := strings.TrimPrefix(strings.TrimPrefix(slug, m.word), "s")
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, "-"), "and-")
		if SlugBegins(rest, m.other) {
			return SecExample
		}
		return m.section
	}
	return SecOther
}

// SlugBegins reports whether a slug begins with a word or its plural. No other
// letter may follow: "taskStatus values" is not about tasks.
func SlugBegins(slug, word string) bool {
	rest, ok := strings.CutPrefix(slug, word)
	return ok && (rest == "" || !IsLetter(rest[0]) || rest[0] == 's' && (len(rest) == 1 || !IsLetter(rest[1])))
}

// IsMessageSlug reports whether a slug is only "request" or "response",
// possibly with a number or the word "example". Such a heading does not describe its example.
func IsMessageSlug(slug string) bool {
	slug = strings.TrimRight(slug, "-0123456789")
	for _, w := range exampleWords {
		slug = strings.TrimSuffix(strings.TrimPrefix(slug, w+"-"), "-"+w)
	}
	slug = strings.TrimPrefix(slug, "http-")
	return slug == "request" || slug == "response"
}

var (
	englishSlugs  = index(func(l *language) map[string][]string { return l.headings })
	exampleStarts = list(func(l *language) []string { return l.exampleStarts })
)

// EnglishSlug returns the slug of the English heading for a translated one, or
// the slug itself. Most translated pages keep the English slug as an anchor in
// the heading; pages made from the published site do not.
func EnglishSlug(slug string) string {
	if english, ok := englishSlugs[slug]; ok {
		return english
	}
	for _, w := range exampleStarts {
		if rest, ok := strings.CutPrefix(slug, w); ok {
			return "example-" + rest
		}
	}
	word := firstWord(slug)
	rest := slug[len(word):]
	switch english := englishSlugs[word]; {
	case english == "example", (english == "request" || english == "response") && isCount(rest):
		return english + rest
	}
	return slug
}

// firstWord returns the letters that a slug begins with.
func firstWord(slug string) string {
	for i := 0; i < len(slug); {
		c, n := utf8.DecodeRuneInString(slug[i:])
		if !unicode.IsLetter(c) {
			return slug[:i]
		}
		i += n
	}
	return slug
}

// isCount reports whether a slug ends in nothing but a number: "request-2".
func isCount(rest string) bool { return strings.Trim(rest, "-0123456789") == "" }
