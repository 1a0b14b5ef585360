// Package gocode is the one place where page text becomes Go source. Text
// reaches a generated file only through Ident, Str, Doc, Tag and FileName, and
// a rendered file is parsed again before it leaves: see File.Render. It wraps
// jennifer and knows nothing of pages or plans.
package gocode

import (
	"go/token"
	"strings"
	"unicode"
	"unicode/utf8"
)

// initialisms are the words that Go code spells in one case: those of the Go
// style guide's linters, and others that are as common on API pages.
var initialisms = setOf(`acl api ascii cpu css csv db dns eof gid guid html http https id ip json jwt os
	pdf qps ram rpc rtp sip sku sla smtp sql ssh ssl sso tcp tls ttl udp ui uid uri url utf8 uuid vm vpn
	xml xmpp xsrf xss
	b2b b2c b2x cidr eap gps ios iot mdm mfa mime msi nfc otp pki pkcs pstn saml scep sim sms uefi usb vpp`)

// spellings are words of which only some letters are capitals.
var spellings = map[string]string{"macos": "MacOS", "ipv4": "IPv4", "ipv6": "IPv6", "oauth": "OAuth", "oauth2": "OAuth2"}

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// maxIdent bounds an identifier: page text can be of any length, and nobody
// reads a longer name.
const maxIdent = 120

// Words splits text into the words of a name: at what is neither letter nor
// digit, and where a lower-case letter or digit meets an upper-case one. What
// is not ASCII is dropped: a homoglyph must not make a second name.
func Words(text string) []string {
	var words []string
	start := -1 // of the word being read
	for i, r := range text {
		inWord := r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
		if start >= 0 && (!inWord || unicode.IsUpper(r) && startsWord(text, i)) {
			words = append(words, text[start:i])
			start = -1
		}
		if inWord && start < 0 {
			start = i
		}
	}
	if start >= 0 {
		words = append(words, text[start:])
	}
	return words
}

// startsWord reports whether the upper-case letter at i, which follows another
// letter or digit, begins a word: "aB", and the "P" of "HTTPServer"; not the
// plural of an initialism, "IDs".
func startsWord(text string, i int) bool {
	if !unicode.IsUpper(rune(text[i-1])) {
		return true
	}
	next, n := utf8.DecodeRuneInString(text[i+1:])
	if !unicode.IsLower(next) {
		return false
	}
	after, _ := utf8.DecodeRuneInString(text[i+1+n:])
	plural := next == 's' && !unicode.IsLower(after)
	return !plural
}

// Exported returns text as an exported Go identifier, "X" when nothing of it
// can stand in one.
func Exported(text string) string {
	var b strings.Builder
	for _, w := range Words(text) {
		b.WriteString(title(w))
	}
	return guard(b.String(), "X")
}

// Unexported returns text as an unexported Go identifier, "x" when nothing of
// it can stand in one. It may be a keyword: the caller keeps clear of those.
func Unexported(text string) string {
	words := Words(text)
	var b strings.Builder
	for i, w := range words {
		if i == 0 {
			b.WriteString(strings.ToLower(w))
			continue
		}
		b.WriteString(title(w))
	}
	return guard(b.String(), "x")
}

func guard(ident, fallback string) string {
	if ident == "" {
		return fallback
	}
	if ident[0] >= '0' && ident[0] <= '9' {
		ident = fallback + ident
	}
	if len(ident) > maxIdent {
		ident = ident[:maxIdent]
	}
	return ident
}

func title(word string) string {
	lower := strings.ToLower(word)
	if s := spellings[lower]; s != "" {
		return s
	}
	if initialisms[lower] {
		return strings.ToUpper(word)
	}
	if singular, ok := strings.CutSuffix(lower, "s"); ok && initialisms[singular] {
		return strings.ToUpper(singular) + "s"
	}
	return strings.ToUpper(word[:1]) + word[1:]
}

// predeclared are Go's predeclared names, which a local variable should not hide.
var predeclared = strings.Fields(`any bool byte comparable complex64 complex128 error float32 float64
	int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr true false iota nil
	append cap clear close complex copy delete imag len make max min new panic print println real recover
	init main _`)

// Reserved reports whether a declaration of that name would not compile, or
// would change what other code means.
func Reserved(ident string) bool {
	if token.IsKeyword(ident) {
		return true
	}
	for _, p := range predeclared {
		if ident == p {
			return true
		}
	}
	return false
}

// FileName returns a file name for text: lower-case letters and digits, then
// the given ending, as in "_gen.go". The ending keeps Go from reading a build
// constraint or a test into page text such as "windows" or "x_test".
func FileName(text, ending string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
		}
	}
	name := b.String()
	if name == "" {
		name = "x"
	}
	return name[:min(len(name), maxIdent)] + ending
}

// PathName returns text as one element of a path for test data: a [Word] in
// lower case, since file systems may not tell cases apart, and no name that
// Windows keeps for a device, whatever ending is put to it.
func PathName(text string) string {
	name := strings.ToLower(Word(text))
	if isDevice(name) {
		return "x-" + name
	}
	return name
}

// isDevice reports the names that are devices in every folder of Windows.
func isDevice(name string) bool {
	switch name {
	case "con", "prn", "aux", "nul":
		return true
	}
	port := strings.TrimRight(name, "0123456789")
	return len(name) == 4 && (port == "com" || port == "lpt")
}

// Word returns text with letters, digits, "-" and "_" only, in its own case:
// it can stand anywhere in a URL.
func Word(text string) string {
	word := strings.Trim(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' {
			return r
		}
		return '-'
	}, text), "-_")
	if word == "" {
		return "x"
	}
	return word[:min(len(word), maxIdent)]
}
