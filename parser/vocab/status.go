package vocab

import (
	"net/http"
	"slices"
	"strings"
)

var (
	statusNouns = list(func(l *language) []string { return l.statusNouns })
	statusLeads = list(func(l *language) []string { return l.statusLeads })
	statusJoins = list(func(l *language) []string { return l.statusJoins })
	quantities  = set(func(l *language) []string { return l.quantities })
)

// otherPhrases are reason phrases of older and newer standards than those of
// net/http.
var otherPhrases = map[int][]string{
	http.StatusFound:                        {"Moved Temporarily"},
	http.StatusRequestEntityTooLarge:        {"Content Too Large", "Payload Too Large"},
	http.StatusRequestURITooLong:            {"URI Too Long", "Request-URI Too Long", "Request-URI Too Large"},
	http.StatusRequestedRangeNotSatisfiable: {"Range Not Satisfiable"},
	http.StatusUnprocessableEntity:          {"Unprocessable Content"},
	509:                                     {"Bandwidth Limit Exceeded"}, // not registered, but widely used
}

// IsStatus reports whether a number is a known status code.
func IsStatus(code int) bool { return http.StatusText(code) != "" || otherPhrases[code] != nil }

// ReasonPhrases returns the reason phrases of a status code, the usual one first.
func ReasonPhrases(code int) []string {
	if usual := http.StatusText(code); usual != "" {
		return append([]string{usual}, otherPhrases[code]...)
	}
	return otherPhrases[code]
}

// hasPhrase reports whether a text begins with a reason phrase of a status code, in
// any letter case.
func hasPhrase(text string, code int) bool {
	return slices.ContainsFunc(ReasonPhrases(code), func(phrase string) bool {
		return len(text) >= len(phrase) && strings.EqualFold(text[:len(phrase)], phrase)
	})
}

// NamesStatus reports whether a known status code in a text is a status, by the text
// before and after it. In "Office 302" it is part of a name, in "up to 200" a quantity.
func NamesStatus(before string, code int, after string) bool {
	before = strings.TrimRight(before, " \n`*(")
	plain := strings.TrimLeft(after, " ,`*-–:(\n")
	if hasPhrase(plain, code) || before == "" && isDefinition(after) {
		return true
	}
	word := lastWord(before)
	if isProductName(before, word) {
		return false
	}
	lead := strings.ToLower(strings.TrimRight(word, ":"))
	if lead == "of" {
		lead = strings.ToLower(lastWord(strings.TrimRight(before[:len(before)-len(word)], " \n`")))
		return statusLeads.Ends(lead)
	}
	if statusNouns.Begins(plain) || statusLeads.Ends(lead) {
		return true
	}
	return code >= http.StatusOK && !quantities[lead] && endsStatus(plain)
}

func lastWord(text string) string { return text[strings.LastIndexAny(text, " \n`*(")+1:] }

// isDefinition reports whether a code begins a line that explains it: "200: Done".
func isDefinition(after string) bool {
	after = strings.TrimLeft(after, " `*")
	for _, mark := range [...]string{":", "-", "–", "—"} {
		if strings.HasPrefix(after, mark) {
			return true
		}
	}
	return false
}

// isProductName reports whether the word before a number makes it part of a name: it
// begins with a capital within a sentence, and is no word such as "HTTP".
func isProductName(before, word string) bool {
	if word == "" || word[0] < 'A' || word[0] > 'Z' || statusLeads.Ends(strings.ToLower(strings.TrimRight(word, ":"))) {
		return false
	}
	head := strings.TrimRight(before[:len(before)-len(word)], " `*(")
	starts := head == "" || strings.IndexByte(".:;!?\n", head[len(head)-1]) >= 0
	return !starts && strings.IndexByte(":,;", word[len(word)-1]) < 0
}

// endsStatus reports whether a text continues a sentence after a status code: with a
// capital letter, a mark, or a word such as "and".
func endsStatus(after string) bool {
	if after == "" {
		return true
	}
	c := after[0]
	if c >= 'A' && c <= 'Z' || c >= 0x80 || c == '.' || c == ')' || c == ';' {
		return true
	}
	for _, w := range statusJoins {
		if rest, ok := strings.CutPrefix(after, w); ok && (rest == "" || rest[0] < '0' || rest[0] > '9') {
			return true
		}
	}
	return false
}

// JoinsStatuses reports whether a text only joins two status codes of a list: ", ",
// " or ".
func JoinsStatuses(between string) bool {
	between = strings.Trim(between, " `*,/|\n")
	return between == "" || len(between) <= maxJoin && statusJoins.Begins(between+" ")
}

// maxJoin limits the length of a word between two status codes.
const maxJoin = 6

// CutStatusLead cuts the words before a status code from the text of a cell or a
// heading: "HTTP 404", "Status code: 201".
func CutStatusLead(text string) string {
	text = strings.Trim(text, " `*")
	for {
		word, rest, ok := strings.Cut(text, " ")
		if word = strings.ToLower(strings.Trim(word, ":`*")); !ok || !slices.Contains(statusLeads, word) {
			return text
		}
		text = strings.TrimLeft(rest, " `*")
	}
}
