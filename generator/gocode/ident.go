// Package gocode turns page text into Go source, safely. Page text reaches a
// generated file only through Exported, Unexported, Str, Doc, Tag and FileName, and
// every file is parsed and checked after rendering: see File.Format. The package
// wraps jennifer and knows nothing of pages or plans.
package gocode

import (
	"go/token"
	"strings"
	"unicode"
	"unicode/utf8"
)

// initialisms are words that Go names spell in one case: those of the Go linters,
// and others that are common on API pages.
var initialisms = setOf(`acl api ascii cpu css csv db dns eof gid guid html http https id ip json jwt os
	pdf qps ram rpc rtp sip sku sla smtp sql ssh ssl sso tcp tls ttl udp ui uid uri url utf8 uuid vm vpn
	xml xmpp xsrf xss
	b2b b2c b2x cidr eap gps ios iot mdm mfa mime msi nfc otp pki pkcs pstn saml scep sim sms uefi usb vpp`)

// spellings are words with a fixed mixture of upper and lower case.
var spellings = map[string]string{"macos": "MacOS", "ipv4": "IPv4", "ipv6": "IPv6", "oauth": "OAuth", "oauth2": "OAuth2"}

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// maxIdent is the maximum length of an identifier. Page text can have any length.
const maxIdent = 120

// Words splits text into words for a name: at characters other than letters and
// digits, and between a lower-case letter or digit and an upper-case letter. It
// drops characters outside ASCII, so that a homoglyph cannot make a second name.
func Words(text string) []string {
	var words []string
	start := -1 // of the current word
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
// letter or digit, begins a word: "B" in "aB" and "S" in "HTTPServer", but not "D"
// in "IDs", the plural of an initialism.
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

// Exported returns text as an exported Go identifier, "X" if text has no letters or
// digits.
func Exported(text string) string {
	var b strings.Builder
	for _, w := range Words(text) {
		b.WriteString(title(w))
	}
	return guard(b.String(), "X")
}

// Unexported returns text as an unexported Go identifier, "x" if text has no letters
// or digits. It may be a keyword, which callers must avoid.
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

// guard makes ident a valid identifier: not empty, without a leading digit, of
// limited length.
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

// predeclared are names with a meaning in every Go file or package.
var predeclared = strings.Fields(`any bool byte comparable complex64 complex128 error float32 float64
	int int8 int16 int32 int64 rune string uint uint8 uint16 uint32 uint64 uintptr true false iota nil
	append cap clear close complex copy delete imag len make max min new panic print println real recover
	init main _`)

// Reserved reports whether a declaration of ident would not compile or would shadow
// a predeclared name.
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

// FileName returns a file name for text: its lower-case letters and digits, then
// ending, for example "_gen.go". The ending keeps the go command from interpreting
// page text such as "windows" or "x_test" as a build constraint or test.
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

// PathName returns text as one element of a path for test data: a [Word] in lower
// case, since file systems may ignore case, and not the name of a Windows device,
// which is reserved with any extension.
func PathName(text string) string {
	name := strings.ToLower(Word(text))
	if isDevice(name) {
		return "x-" + name
	}
	return name
}

// isDevice reports whether name is a device in every folder of Windows.
func isDevice(name string) bool {
	switch name {
	case "con", "prn", "aux", "nul":
		return true
	}
	port := strings.TrimRight(name, "0123456789")
	return len(name) == 4 && (port == "com" || port == "lpt")
}

// Word returns text with all characters except ASCII letters, digits and "_"
// replaced by "-", so that it needs no escaping in a URL.
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
