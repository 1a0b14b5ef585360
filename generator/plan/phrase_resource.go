package plan

import (
	"slices"
	"strings"
)

// findResource returns the part of an object that is the resource: the owner, the
// most words that together are a type or a part of the path, or a word that is one:
// the first, the last, or another. known is false if there is none.
func (w *pageWords) findResource(object []string, owner int) (start, end int, known bool) {
	if len(object) == 0 {
		return 0, 0, false
	}
	if owner > 0 {
		object = object[:owner]
	}
	object = object[:min(len(object), maxPhrase)]
	for n := len(object); n > 1; n-- {
		for i := 0; i+n <= len(object); i++ {
			if w.isResource(object[i : i+n]...) {
				return i, i + n, true
			}
		}
	}
	first, last := 0, len(object)-1
	if object[0] == "all" && last > 0 {
		first = 1
	}
	if owner > 0 {
		return last, last + 1, true
	}
	if w.isResource(object[first]) {
		return first, first + 1, true
	}
	if !strings.HasSuffix(object[last], "ed") && w.isResource(object[last]) { // no participle
		return last, last + 1, true
	}
	i := slices.IndexFunc(object, func(word string) bool { return w.isResource(word) })
	return i, i + 1, i >= 0
}

// routeResource returns the resource of a call whose object is none, and the words of
// its method. The resource is what the object belongs to ("the state of a crane"), the
// end of the path with the words that it shares with the object, the object if it is
// one noun, or else the result or the end of the path.
func (w *pageWords) routeResource(object, rest []string) (resource, words []string) {
	if owner, after := genitive(rest); w.isPartOfType(owner) {
		return owner, slices.Concat(object, after)
	}
	last, noun := len(object)-1, ""
	if len(w.nouns) > 0 {
		noun = w.nouns[len(w.nouns)-1]
	}
	tail := singular(object[last])
	const minShared = 4
	switch prefix, ends := strings.CutSuffix(noun, tail); {
	case noun == "":
	case strings.HasSuffix(squash(strings.Join(object, "")), noun):
		return object, rest
	case ends && len(tail) >= minShared:
		return []string{prefix, tail}, slices.Concat(object[:last], rest)
	case len(object[0]) >= minShared && strings.HasPrefix(noun, object[0]):
		return object[:1], slices.Concat(object[1:], rest)
	}
	switch {
	case last == 0 && !isVerb(object[0]):
		return object, rest
	case classOf(w.op.Routes[0].Method) == reads && len(w.types) > 0:
		return w.types[:1], slices.Concat(object, rest)
	case noun == "":
		return object[:1], slices.Concat(object[1:], rest)
	}
	return []string{noun}, slices.Concat(object, rest)
}

// genitive returns the words after the "of" that a phrase begins with, up to the next
// preposition.
func genitive(phrase []string) (owner, after []string) {
	if len(phrase) < 2 || phrase[0] != "of" {
		return nil, phrase
	}
	end := 1
	for end < len(phrase) && !slices.Contains(prepositions, phrase[end]) {
		end++
	}
	return phrase[1:end], phrase[end:]
}

// isPartOfType reports whether words together are a resource or, with the same
// capitals, a part of the name of a type: customer-agreement of CustomerAgreementState.
func (w *pageWords) isPartOfType(words []string) bool {
	name := squash(strings.Join(words, ""))
	return name != "" && (w.isResource(words...) || slices.ContainsFunc(w.types, func(t string) bool { return runOf(t, name) != "" }))
}
