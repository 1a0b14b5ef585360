package plan

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// casing maps words in lower case to their spelling. File names are in lower case
// ("accesspackageresource-refresh"); the text of the page has the spelling
// ("accessPackageResource").
type casing map[string]string

// learn adds the words of a text. The first spelling wins, so the more reliable
// text must be learned first.
func (c casing) learn(text string) {
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool {
		return !isLetter(r)
	}) {
		if c[strings.ToLower(word)] == word {
			continue // routes repeat their words
		}
		if hasCapital(word[1:]) { // otherwise it is a single word
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

// isMixedCase reports whether a word marks its inner words by capitals.
func isMixedCase(word string) bool {
	return len(word) > 1 && hasCapital(word[1:]) && strings.ContainsFunc(word, func(r rune) bool { return r >= 'a' && r <= 'z' })
}

func hasCapital(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return r >= 'A' && r <= 'Z' })
}

// spell returns the spelling of a word. The page may contain only its plural or
// singular.
func (c casing) spell(word string) string {
	if s, ok := c[word]; ok && isMixedCase(s) {
		return s
	}
	if s, ok := c[word+"s"]; ok && isMixedCase(s) {
		return s[:len(s)-1]
	}
	if base := singular(word); base != word {
		if s, ok := c[base]; ok && isMixedCase(s) {
			return s + word[min(len(word), len(s)):]
		}
	}
	if s, ok := c[word]; ok {
		return strings.ToLower(s)
	}
	return strings.Join(c.split(word), "-")
}

// connectives are words that names are composed with, even if the page does not
// contain them separately.
var connectives = []string{"and", "by", "for", "from", "in", "my", "of", "on", "to", "with"}

// split splits a word that is several words on the page: "messagereplies", if the
// path has /messages/{id}/replies. It returns the fewest words that make up the
// whole, or the word itself.
func (c casing) split(word string) []string {
	best := make([][]string, len(word)+1) // for each prefix of the word
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

// knows reports whether the page contains a word in the singular or plural.
func (c casing) knows(word string) bool {
	if len(word) < 3 {
		return slices.Contains(connectives, word)
	}
	_, exact := c[word]
	_, plural := c[word+"s"]
	_, base := c[singular(word)]
	return exact || plural || base || slices.Contains(connectives, word)
}

// longest returns the most bytes that a word can have for knows to accept it.
// It keeps the time that a long file name takes linear.
func (c casing) longest() int {
	n := len("with") // the longest of connectives
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
