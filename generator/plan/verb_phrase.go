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
	if p, ok := w.knownPhrase(verb, object, owner, rest); ok {
		return p, true
	}
	if p, ok := w.titlePhrase(verb); ok {
		return p, true
	}
	resource, words := w.routeResource(object, rest)
	return w.name(verb, resource, words), true
}

// knownPhrase names a call whose object has an owner, or a word that is a type of the
// page or a part of its path.
func (w *pageWords) knownPhrase(verb string, object []string, owner int, rest []string) (p verbPhrase, ok bool) {
	start, end, ok := w.findResource(object, owner)
	if !ok {
		return p, false
	}
	return w.name(verb, object[start:end], slices.Concat(object[:start], object[end:], rest)), true
}

// titlePhrase names a call after a title with another verb than the file name. Its
// resource must be the last of the path.
func (w *pageWords) titlePhrase(verb string) (p verbPhrase, ok bool) {
	if len(w.title) < 2 || len(w.title) > maxPhrase || w.title[0] == verb || !isVerb(w.title[0]) || len(w.path) == 0 {
		return p, false
	}
	verb, object, owner, rest := readObject(w.title)
	start, end, ok := w.findResource(object, owner)
	if !ok || squash(strings.Join(object[start:end], "")) != w.path[len(w.path)-1] {
		return p, false
	}
	return w.name(verb, object[start:end], slices.Concat(object[:start], object[end:], rest)), true
}

// name returns the name of a call from the words of its resource and the others after
// the verb.
func (w *pageWords) name(verb string, resource, words []string) (p verbPhrase) {
	resource = slices.Clone(resource)
	plural := resource[len(resource)-1]
	resource[len(resource)-1] = singular(plural)
	switch {
	case verb == "post":
		verb = titleVerb(w.op.Title, "create")
	case verb == "get" && len(words) == 0 && singular(plural) != plural:
		verb = "list"
	}
	if len(words) > 1 && words[0] == "of" {
		words = append([]string{"for"}, words[1:]...)
	}
	p.resource = w.spellResource(strings.Join(resource, ""))
	if len(resource) > 1 && !isMixedCase(p.resource) {
		p.resource = strings.Join(resource, "-")
	}
	p.method = spellAll(w.casing, append([]string{verb}, words...))
	return p
}

// verbs begin the titles of pages about calls. A verb that is not among them is
// recognized by the title and the path.
var verbs = strings.Fields(`accept activate add approve assign cancel change check close collect complete confirm convert create deactivate
	delete disable download enable export fetch find generate get import initiate invite isolate list mark move
	offboard onboard patch post publish purchase put query register reject remove renew replace request resend reset
	resolve restore restrict retrieve revoke run search send set start stop submit suspend transition unassign
	unisolate unrestrict update upload upsert validate verify view withdraw`)

func isVerb(word string) bool { return slices.Contains(verbs, word) }

// maxPhrase is how many words of a file name are compared with the page. Page text
// can have any length.
const maxPhrase = 10

// beginsWithVerb reports whether a file name begins with the verb of its call.
func (w *pageWords) beginsWithVerb(tokens []string) bool {
	if len(tokens) > 1 && isArticle(tokens[1]) {
		return true
	}
	if len(tokens) < 2 || w.namesOwner(tokens[0]) {
		return false
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

// questionWords are left out of names: "licenses" in check-which-licenses-are-assigned.
var questionWords = strings.Fields("which what who whose whether if are is")

// readObject splits a phrase into its verb, the words of its object, and the rest,
// which begins with a preposition. The first owner words of the object are in the
// genitive: "customer" in get-a-customer-s-orders.
func readObject(tokens []string) (verb string, object []string, owner int, rest []string) {
	verb = tokens[0]
	if len(tokens) > 3 && (tokens[1] == "and" || tokens[1] == "or") { // "add-or-remove-tags"
		verb, tokens = strings.Join(tokens[:3], "-"), tokens[2:]
	}
	words := slices.DeleteFunc(slices.Clone(tokens[1:]), func(word string) bool {
		return isArticle(word) || slices.Contains(questionWords, word)
	})
	if len(words) > 1 && words[0] == "new" && (verb == "create" || verb == "add") {
		words = words[1:]
	}
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
