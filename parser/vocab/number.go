package vocab

import "strings"

// Singulars returns a name in lower case with each of its words in the singular.
// "salesOrders" gives "saleorder", which need not be English.
func Singulars(name string) string {
	var b strings.Builder
	from := 0
	for i := 1; i <= len(name); i++ {
		if i == len(name) || name[i] >= 'A' && name[i] <= 'Z' && (name[i-1] < 'A' || name[i-1] > 'Z') {
			b.WriteString(singular(strings.ToLower(name[from:i])))
			from = i
		}
	}
	return b.String()
}

// IsPlural reports whether the last word of a name is a plural.
func IsPlural(name string) bool {
	last := max(strings.LastIndexFunc(name, func(c rune) bool { return c >= 'A' && c <= 'Z' }), 0)
	word := strings.ToLower(name[last:])
	return singular(word) != word
}

// pluralEnds are ends of plurals with those of the singular. They are the same for
// singulars that look like plurals: "address", "status", "analysis".
var pluralEnds = []struct{ plural, singular string }{
	{"ies", "y"}, {"sses", "ss"}, {"xes", "x"}, {"ches", "ch"}, {"shes", "sh"}, {"ss", "ss"}, {"us", "us"}, {"is", "is"}, {"s", ""},
}

func singular(word string) string {
	for _, end := range pluralEnds {
		if stem, ok := strings.CutSuffix(word, end.plural); ok && len(stem) > 1 {
			return stem + end.singular
		}
	}
	return word
}
