package plan

import (
	"slices"
	"strings"
)

// verbPhrase is the name of an operation whose page is named verb first, such as
// get-a-customer-by-id.
type verbPhrase struct {
	resource string // "customer"
	method   string // "get-by-id"
}

// verbPhrase reads the words of a file name that begin with a verb. ok is false if
// they do not: in "list-get" a list is the resource.
func (w *pageWords) verbPhrase(tokens []string) (p verbPhrase, ok bool) {
	if len(tokens) == 1 && len(w.title) > 1 && tokens[0] == w.title[0] {
		tokens = w.title
	}
	if !w.beginsWithVerb(tokens) {
		return p, false
	}
	verb, object, owner, rest := readObject(tokens)
	if len(object) == 0 {
		return p, false
	}
	start, end := w.findResource(object, owner)
	resource := slices.Clone(object[start:end])
	plural := resource[len(resource)-1]
	resource[len(resource)-1] = singular(plural)
	words := slices.Concat(object[:start], object[end:], rest)
	switch {
	case verb == "post":
		verb = titleVerb(w.op.Title, "create")
	case verb == "get" && len(words) == 0 && singular(plural) != plural:
		verb = "list"
	}
	p.resource = w.spellResource(strings.Join(resource, ""))
	if len(resource) > 1 && !isMixedCase(p.resource) {
		p.resource = strings.Join(resource, "-")
	}
	p.method = spellAll(w.casing, append([]string{verb}, words...))
	return p, true
}

// verbs begin the titles of pages about calls. A verb that is not among them is
// recognized by the title and the path.
var verbs = strings.Fields(`add approve assign cancel change check close convert create delete disable download enable export
	fetch find generate get import invite list mark move patch post publish purchase put query register reject remove replace
	request reset restore retrieve run search send set start stop submit unassign update upload upsert validate verify view`)

func isVerb(word string) bool { return slices.Contains(verbs, word) }

// maxPhrase is how many words of a file name are compared with the page. Page text
// can have any length.
const maxPhrase = 10

// beginsWithVerb reports whether a file name begins with the verb of its call.
func (w *pageWords) beginsWithVerb(tokens []string) bool {
	if len(tokens) < 2 || w.namesOwner(tokens[0]) {
		return false
	}
	if isArticle(tokens[1]) {
		return true
	}
	tokens = tokens[:min(len(tokens), maxPhrase)]
	if w.isImperative(tokens) {
		return isVerb(tokens[0]) || w.isResource(tokens[0]) || slices.ContainsFunc(tokens[1:], func(t string) bool { return w.isResource(t) })
	}
	return isVerb(tokens[0]) && !isVerb(tokens[1]) && slices.ContainsFunc(tokens[1:], func(t string) bool { return w.mentions(t) })
}

// namesOwner reports whether the path has a word before its end: the verb of a call
// can be only its last one.
func (w *pageWords) namesOwner(word string) bool {
	return len(w.path) > 1 && slices.Contains(w.path[:len(w.path)-1], singular(word))
}

// isImperative reports whether the title, too, begins with the first word of the
// file name and the next one of meaning.
func (w *pageWords) isImperative(tokens []string) bool {
	title := slices.DeleteFunc(slices.Clone(w.title), isArticle)
	words := slices.DeleteFunc(slices.Clone(tokens), isArticle)
	return !strings.Contains(w.op.Title, ":") && len(title) > 1 && len(words) > 1 &&
		title[0] == words[0] && singular(title[1]) == singular(words[1])
}

func isArticle(word string) bool {
	return word == "a" || word == "an" || word == "the" || word == "specified"
}

var prepositions = strings.Fields("as by for from in of on to using with within")

// readObject splits a phrase into its verb, the words of its object, and the rest,
// which begins with a preposition. The first owner words of the object are in the
// genitive: "customer" in get-a-customer-s-orders.
func readObject(tokens []string) (verb string, object []string, owner int, rest []string) {
	verb = tokens[0]
	words := slices.DeleteFunc(slices.Clone(tokens[1:]), isArticle)
	if n := len(words); n > 1 && words[n-1] == "api" {
		words = words[:n-1] // "Isolate machine API"
	}
	switch {
	case len(words) > 2 && words[0] == "list" && words[1] == "of":
		words = words[2:]
		if verb == "get" || verb == "retrieve" || verb == "view" {
			verb = "list"
		}
	case len(words) > 2 && words[0] == "all" && words[1] == "of":
		words = slices.Delete(words, 1, 2)
	}
	for i, word := range words {
		switch {
		case word == "s" && len(object) > 0:
			owner = len(object)
		case slices.Contains(prepositions, word) && len(object) > 0:
			return verb, object, owner, words[i:]
		default:
			object = append(object, word)
		}
	}
	return verb, object, owner, nil
}

// findResource returns the part of an object that is the resource: the owner, the
// most words that together are a type or a part of the path, the first or the last
// word that is one, or the first word.
func (w *pageWords) findResource(object []string, owner int) (start, end int) {
	if owner > 0 {
		object = object[:owner]
	}
	for n := min(len(object), maxPhrase); n > 1; n-- {
		for i := 0; i+n <= min(len(object), maxPhrase); i++ {
			if w.isResource(object[i : i+n]...) {
				return i, i + n
			}
		}
	}
	first, last := 0, len(object)-1
	if object[0] == "all" && last > 0 {
		first = 1
	}
	if owner > 0 || !w.isResource(object[first]) && w.isResource(object[last]) {
		return last, last + 1
	}
	return first, first + 1
}
