package plan

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// casing knows how words are spelled: file names are lower case throughout
// ("accesspackageresource-refresh"), and the page's own text shows the word
// as it is written ("accessPackageResource").
type casing map[string]string

// learn takes the words of text: the identifiers as they stand. The first
// spelling wins, so more telling text is learned first.
func (c casing) learn(text string) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9')
	}) {
		if c[strings.ToLower(word)] == word {
			continue // routes say the same again and again
		}
		if hasCapital(word[1:]) { // else it is one word
			for _, part := range gocode.Words(word) {
				c.note(part)
			}
		}
		c.note(word)
	}
}

func (c casing) note(word string) {
	key := strings.ToLower(word)
	if old, ok := c[key]; !ok || !isMixedCase(old) && isMixedCase(word) {
		c[key] = word
	}
}

// humped reports whether a word shows its inner words by capitals.
func isMixedCase(word string) bool {
	return len(word) > 1 && hasCapital(word[1:]) && strings.ContainsFunc(word, func(r rune) bool { return r >= 'a' && r <= 'z' })
}

func hasCapital(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return r >= 'A' && r <= 'Z' })
}

// spell returns the word as the page writes it, also when the page writes only
// its plural or singular.
func (c casing) spell(word string) string {
	if s, ok := c[word]; ok && isMixedCase(s) {
		return s
	}
	if s, ok := c[word+"s"]; ok && isMixedCase(s) {
		return s[:len(s)-1]
	}
	if one := singular(word); one != word {
		if s, ok := c[one]; ok && isMixedCase(s) {
			return s + word[min(len(word), len(s)):]
		}
	}
	if s, ok := c[word]; ok {
		return strings.ToLower(s)
	}
	return strings.Join(c.parts(word), "-")
}

// joining are the words that names are put together with, whether or not the
// page writes them by themselves.
var connectives = []string{"and", "by", "for", "from", "in", "my", "of", "on", "to", "with"}

// parts splits a word that the page writes as several: "messagereplies", where
// the path has /messages/{id}/replies. It gives the fewest that make up the
// whole word, or the word itself.
func (c casing) parts(word string) []string {
	best := make([][]string, len(word)+1) // of the word's first letters
	best[0] = []string{}
	longest := c.longest()
	for end := 1; end <= len(word); end++ {
		for start := max(0, end-longest); start < end; start++ {
			if best[start] == nil || !c.knows(word[start:end]) {
				continue
			}
			if best[end] == nil || len(best[start])+1 < len(best[end]) {
				best[end] = append(slices.Clone(best[start]), word[start:end])
			}
		}
	}
	whole := best[len(word)]
	if whole == nil {
		return []string{word}
	}
	for i, part := range whole {
		if s := c[part]; isMixedCase(s) {
			whole[i] = s
		}
	}
	return whole
}

// knows reports whether the page writes a word, in the singular or the plural.
func (c casing) knows(word string) bool {
	if len(word) < 3 {
		return slices.Contains(connectives, word)
	}
	_, one := c[word]
	_, many := c[word+"s"]
	_, other := c[singular(word)]
	return one || many || other || slices.Contains(connectives, word)
}

// longest returns the most bytes that a word can have for knows to accept it.
// It keeps the time that a long file name takes linear.
func (c casing) longest() int {
	n := len("with") // the longest in joining
	for word := range c {
		n = max(n, len(word))
	}
	return n + len("ren") // knows also tries the singular, at most this much shorter
}

// casingOf learns the words of an operation's page.
func casingOf(op *ir.Operation) casing {
	c := casing{}
	for _, r := range op.Routes {
		c.learn(r.Path.String())
		for _, seg := range r.Path.Segments {
			for _, p := range seg.Parts {
				c.learn(singular(p.Literal))
			}
		}
	}
	c.learn(op.Title)
	for _, l := range op.Links {
		c.learn(l)
	}
	if op.Body != nil {
		c.learn(op.Body.Type.Name)
	}
	for _, r := range op.Responses {
		c.learn(r.Type.Name)
	}
	return c
}
