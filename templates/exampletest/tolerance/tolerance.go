// Package tolerance compares requests with the requests that pages document. A
// request must have the documented bytes. The differences that are accepted all
// the same are the Rules.
package tolerance

import "strings"

// Rule is a kind of difference that is accepted between a documented request and
// the request of a test.
type Rule struct {
	Name   string
	Reason string
	// Listed is set if only the tests that list the rule accept the difference. The
	// other rules follow from the documented bytes or from a standard alone.
	Listed bool

	// documented changes a documented URL to the target that the test's server
	// receives. base is the path of the base URL.
	documented func(url, base string) string
	// path and pairs change the documented and the sent path or query in the same
	// way.
	path  func(path string) string
	pairs func(pairs []pair) []pair
	// header reports whether a header that differs is accepted.
	header func(header) bool
	// value reports whether a JSON value is accepted for a documented one. form
	// reports whether a documented value has other forms that value accepts.
	value func(documented, sent any) bool
	form  func(documented any) bool
}

// Rules are the differences that are accepted. They are tried in this order, and
// only as long as two requests differ.
var Rules = []Rule{
	{
		Name: "placeholder", documented: Sample,
		Reason: "a placeholder is not a value: tests send a sample value made from its text",
	},
	{
		Name: "base", Listed: true, documented: withBase,
		Reason: "the page leaves out the path of the base URL in its example",
	},
	{
		Name: "other-version", Listed: true, documented: withoutOtherVersion,
		Reason: "the example is of another version of the API than its page",
	},
	{
		Name: "host", documented: withoutHost,
		Reason: "tests send requests to their own server and not to the documented host",
	},
	{
		Name: "plus", Listed: true, pairs: blankForPlus,
		Reason: "HTML forms: a plus sign in a query is a blank, which clients send as %20",
	},
	{
		Name: "escaping", path: unescapePath, pairs: unescapePairs,
		Reason: "RFC 3986: clients must escape the blanks and other characters that pages write as they are; an escaped slash remains different from a slash",
	},
	{
		Name: "value-slash", Listed: true, path: unescapeSlash,
		Reason: "the page does not escape a slash in a value",
	},
	{
		Name: "one-value", Listed: true, path: withOneValue,
		Reason: "the page has a placeholder twice that is one argument; the samples of a placeholder otherwise differ",
	},
	{
		Name: "query-order", Listed: true, pairs: sortPairs,
		Reason: "parameters of different names have no order; a method sends its arguments before its options",
	},
	{
		Name: "name-case", Listed: true, path: strings.ToLower, pairs: foldNames,
		Reason: "OData ignores the letter case of names, and pages mix it; the template's spelling is sent",
	},
	{
		Name: "key-form", Listed: true, path: keysAsSegments,
		Reason: "OData allows a key in parentheses or after a slash; the template's form is sent",
	},
	{
		Name: "argument-form", Listed: true, path: sortArguments,
		Reason: "OData allows the arguments of a function in any order and with blanks; the template's form is sent",
	},
	{
		Name: "argument-quotes", Listed: true, path: withoutQuotes,
		Reason: "pages leave out the quotes of text, or add quotes to other values, in an example or in its template; the template's form is sent",
	},
	{
		Name: "empty-call", Listed: true, path: withoutEmptyCalls,
		Reason: "OData allows a function without arguments to be called without parentheses; the template's form is sent",
	},
	{
		Name: "final-slash", Listed: true, path: withoutFinalSlash,
		Reason: "the page has a slash at the end of its example and not of its template, or the reverse; the template's form is sent",
	},
	{
		Name: "double-slash", Listed: true, path: withoutDoubleSlash,
		Reason: "the page joins the base URL and a path with two slashes in its example and not in its template; the template's form is sent",
	},
	{
		Name: "query-blanks", Listed: true, pairs: withoutBlanks,
		Reason: "blanks around the names and values of a query, and empty parameters, are typing errors",
	},
	{
		Name: "no-value", Listed: true, pairs: withEquals,
		Reason: "a parameter without an equals sign has an empty value; clients send the sign",
	},
	{
		Name: "own-header", header: isOwnHeader,
		Reason: "the header belongs to the connection or the caller: pages have placeholders, another host, or lengths that do not match the body",
	},
	{
		Name: "type-of-nothing", header: isTypeOfNothing,
		Reason: "the page has a content type but no body",
	},
	{
		Name: "media-parameters", header: isSameMedia,
		Reason: "parameters of a content type, such as charset=utf-8 and odata.metadata, do not change the body that is sent",
	},
	{
		Name: "accept", header: acceptsSame,
		Reason: "a client accepts the types that it decodes; the documented types contain one of them",
	},
	{
		Name: "any-etag", Listed: true, header: isAnyETag,
		Reason: "the page requires If-Match and its example does not show it; RFC 9110: \"*\" matches every version of the resource",
	},
	{
		Name: "json-layout", form: func(any) bool { return true },
		Reason: "RFC 8259: white space, escapes and the order of members have no meaning",
	},
	{
		Name: "json-number", value: sameNumbers, form: isOddNumber,
		Reason: "a number has several forms with the same value, such as 1, 1.0 and 1e0",
	},
	{
		Name: "json-time", value: sameTimes, form: isOddTime,
		Reason: "a time has several forms of the same instant, with more or fewer digits",
	},
	{
		Name: "json-nothing", form: IsNothing,
		Reason: "a missing property, null and \"\" are the same for a Go string; updates keep them apart",
	},
	{
		Name: caseRule, Listed: true,
		Reason: "the page writes the name of a property in another letter case than the page of its type, whose spelling is sent",
	},
	{
		Name: sampleRule, Listed: true,
		Reason: "the page has a placeholder, or a value in another form than the property's type; a value of that type is sent",
	},
	{
		Name:   Undeclared,
		Reason: "an annotation that repeats the documented type is not sent; tests list its path with beyond",
	},
}
