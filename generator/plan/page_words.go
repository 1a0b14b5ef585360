package plan

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// pageWords are the words of an operation's page that its name is read from.
type pageWords struct {
	op *ir.Operation
	casing
	title []string // in lower case
	types []string // last parts of the names of the types
	path  []string // literals of the first route, in lower case and in the singular
	nouns []string // those of path that do not begin with a verb
}

func wordsOf(op *ir.Operation) *pageWords {
	w := &pageWords{op: op, casing: casingOf(op), title: titleWords(op.Title)}
	see := func(t ir.TypeRef) {
		if t.Name != "" && !isPrimitive(t.Name) {
			w.types = append(w.types, lastPart(t.Name))
		}
	}
	for _, r := range op.Responses {
		see(r.Type)
	}
	if op.Body != nil {
		see(op.Body.Type)
	}
	for _, ex := range op.Examples {
		if ex.Response != nil {
			see(ex.Response.Type)
		}
	}
	for _, l := range op.Links {
		w.types = append(w.types, lastPart(l))
	}
	if len(op.Routes) > 0 {
		w.learnPath(op.Routes[0].Path)
	}
	return w
}

// learnPath adds the literals of a path.
func (w *pageWords) learnPath(path ir.PathTemplate) {
	for _, seg := range path.Segments {
		for _, p := range seg.Parts {
			word, parts := squash(p.Literal), gocode.Words(p.Literal)
			if word == "" || len(parts) == 0 {
				continue
			}
			w.path = append(w.path, word)
			if !isVerb(strings.ToLower(parts[0])) && !ir.IsVersion(word) {
				w.nouns = append(w.nouns, word)
			}
		}
	}
}

// titleWords returns the words of a title in lower case, without a remark in
// parentheses.
func titleWords(title string) []string {
	title, _, _ = strings.Cut(title, "(")
	return strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9')
	})
}

// squash returns a name in lower case and in the singular, without punctuation.
func squash(name string) string {
	return singular(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(name)))
}

// isResource reports whether a word, or several words together, are a type of the
// page or a part of its path.
func (w *pageWords) isResource(words ...string) bool {
	name := squash(strings.Join(words, ""))
	return slices.Contains(w.path, name) || slices.ContainsFunc(w.types, func(t string) bool { return squash(t) == name })
}

// isPrefix reports whether the first word of a file name says nothing about its
// page: neither the title nor the path nor a type contains it, while they do contain
// the word after it. All pages of a reference may begin with the same word. Where
// pages state a namespace, the word is the resource, the namespace or an area. The
// word before a verb is a resource, too, as in "user-list-events", unless underscores
// separate the words.
func (w *pageWords) isPrefix(tokens []string, underscores bool) bool {
	if len(tokens) < 3 || w.op.Namespace != "" || tokens[0] == "intune" || isVerb(tokens[0]) || isArticle(tokens[1]) {
		return false
	}
	if tokens[0] == "api" {
		return true
	}
	next := tokens[1]
	if underscores && isVerb(next) {
		next = tokens[2]
	}
	if isVerb(next) {
		return false
	}
	own := *w
	own.casing = casing{} // without namespaces, which may have the word
	for _, r := range w.op.Routes {
		own.learn(r.Path.String())
	}
	own.learn(w.op.Title)
	own.learn(strings.Join(w.types, " "))
	return !own.mentions(tokens[0]) && !own.isRelated(tokens[0]) && w.mentions(next)
}

// mentions reports whether a word, or all the words that it consists of, are on the
// page.
func (w *pageWords) mentions(word string) bool {
	return w.knows(word) || len(w.split(word)) > 1 || w.plural(word) != ""
}

// plural returns the spelling on the page of the plural of a word.
func (w *pageWords) plural(word string) string {
	found := ""
	for known, spelling := range w.casing {
		if known != word && len(known) >= len(word) && singular(known) == word && (found == "" || spelling < found) {
			found = spelling
		}
	}
	return found
}

// maxWord is more bytes than a word of a file name has that people write.
const maxWord = 100

// isRelated reports whether a word contains one of the page: "educationroot" on a
// page with the path /education/schools.
func (w *pageWords) isRelated(word string) bool {
	if len(word) > maxWord {
		return true
	}
	for known := range w.casing {
		if len(known) > 3 && strings.Contains(word, singular(known)) {
			return true
		}
	}
	return false
}

// spellResource returns the spelling of a resource. The types of the page have it
// more often than its other text.
func (w *pageWords) spellResource(word string) string {
	for _, t := range w.types {
		if strings.EqualFold(t, word) && isMixedCase(t) {
			return t
		}
	}
	s := w.spell(word)
	if isMixedCase(s) || strings.Contains(s, "-") {
		return s
	}
	for _, t := range w.types {
		if run := runOf(t, word); run != "" {
			return run
		}
	}
	if many := w.plural(word); isMixedCase(many) {
		return singular(many)
	}
	for text := range strings.FieldsFuncSeq(w.op.Doc, func(r rune) bool { return !isLetter(r) }) {
		if strings.EqualFold(text, word) && isMixedCase(text) && text[0] >= 'a' { // not a brand, such as "OneNote"
			return text
		}
	}
	return w.splitAtPath(s)
}

// splitAtPath splits a word that begins or ends with a part of the path:
// "educationroot" on a page with the path /education/schools.
func (w *pageWords) splitAtPath(word string) string {
	const minPart, minRest = 4, 3
	longest := ""
	for _, p := range w.path {
		if len(p) > len(longest) && len(p) >= minPart && len(word)-len(p) >= minRest && (strings.HasPrefix(word, p) || strings.HasSuffix(word, p)) {
			longest = p
		}
	}
	if longest == "" {
		return word
	}
	if rest, ok := strings.CutPrefix(word, longest); ok {
		return join(w.spell(longest), rest)
	}
	return join(strings.TrimSuffix(word, longest), w.spell(longest))
}

func isLetter(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}

// runOf returns the words of an identifier that together are the given word in lower
// case: "ChartTitle" in "workbookChartTitle".
func runOf(identifier, word string) string {
	lower := strings.ToLower(identifier)
	if len(lower) != len(identifier) || word == "" || len(word) > maxWord {
		return "" // not ASCII, or text that nobody wrote
	}
	for at := 0; ; at++ {
		i := strings.Index(lower[at:], word)
		if i < 0 {
			return ""
		}
		at += i
		end := at + len(word)
		if startsRun(identifier, at) && startsRun(identifier, end) {
			return identifier[at:end]
		}
	}
}

// startsRun reports whether a word of an identifier begins at i, or the identifier
// ends there.
func startsRun(identifier string, i int) bool {
	return i == 0 || i == len(identifier) || identifier[i] >= 'A' && identifier[i] <= 'Z' && (identifier[i-1] < 'A' || identifier[i-1] > 'Z')
}
