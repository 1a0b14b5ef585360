package vocab

import (
	"fmt"
	"slices"
	"strings"
)

// List has words of all languages that are searched for in texts.
type List []string

// In reports whether a text contains one of the words.
func (l List) In(text string) bool {
	for _, w := range l {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// HasWord reports whether a text contains one of the words as a whole word.
func (l List) HasWord(text string) bool {
	for _, w := range l {
		for from := 0; ; {
			i := strings.Index(text[from:], w)
			if i < 0 {
				break
			}
			i += from
			if wordEdge(text, i-1) && wordEdge(text, i+len(w)) {
				return true
			}
			from = i + len(w)
		}
	}
	return false
}

// Begins reports whether a text begins with one of the words.
func (l List) Begins(text string) bool {
	for _, w := range l {
		if strings.HasPrefix(text, w) {
			return true
		}
	}
	return false
}

// Ends reports whether a text ends with one of the words.
func (l List) Ends(text string) bool {
	for _, w := range l {
		if strings.HasSuffix(text, w) {
			return true
		}
	}
	return false
}

// Index returns where the first of the words in a text begins, -1 when there
// is none.
func (l List) Index(text string) int {
	at := -1
	for _, w := range l {
		if i := strings.Index(text, w); i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	return at
}

// Set has words of all languages that are compared with whole texts.
type Set map[string]bool

// list joins a list of every language, without duplicates.
func list(of func(*language) []string) List {
	var all List
	for _, l := range languages {
		for _, w := range of(l) {
			if !slices.Contains(all, w) {
				all = append(all, w)
			}
		}
	}
	return all
}

// set joins a list of every language.
func set(of func(*language) []string) Set {
	all := Set{}
	for _, w := range list(of) {
		all[w] = true
	}
	return all
}

// index maps the words of every language to their meanings. It panics when two
// languages disagree.
func index(of func(*language) map[string][]string) map[string]string {
	all := map[string]string{}
	for _, l := range languages {
		for meaning, words := range of(l) {
			for _, w := range words {
				if other := all[w]; other != "" && other != meaning {
					panic(fmt.Sprintf("vocab: %q means %s and %s", w, other, meaning))
				}
				all[w] = meaning
			}
		}
	}
	return all
}
