package plan

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// namedClass returns the index of the class that a method's name is about. fits is set
// if its first word says so; otherwise it is the class of the first route.
func namedClass(op *ir.Operation, name string, classes []methodClass) (index int, fits bool) {
	words := gocode.Words(name)
	if len(words) == 0 {
		return 0, false
	}
	class := sends
	switch verb := strings.ToLower(words[0]); {
	case slices.Contains(readingVerbs, verb):
		class = reads
	case verb == "delete" || verb == "remove":
		class = deletes
	case slices.Contains(openVerbs, verb) || !isVerb(verb) && !wordsOf(op).titleBeginsWith(verb):
		return 0, false
	}
	if i := slices.Index(classes, class); i >= 0 {
		return i, class != reads
	}
	return 0, false
}

// readingVerbs begin the names of calls that have no effect; openVerbs say nothing
// about it.
var (
	readingVerbs = strings.Fields("fetch find get list read retrieve search show view")
	openVerbs    = strings.Fields("check download export generate import preview query run test validate verify")
)

// titleBeginsWith reports whether the title is an order that begins with a verb, as in
// "Moor a vessel".
func (w *pageWords) titleBeginsWith(verb string) bool {
	return len(w.title) > 1 && w.title[0] == verb && !w.isResource(verb) &&
		(isArticle(w.title[1]) || slices.ContainsFunc(w.title[1:], func(t string) bool { return w.isResource(t) }))
}

// readingName names a GET after the last word of its path: "ListUpgrades" or, with an
// ID, "GetUpgrade". The word is left out if it is the service. The name is "" if the path
// has no word.
func readingName(r ir.Route, service string) string {
	for i, seg := range slices.Backward(r.Path.Segments) {
		word, verb := literalWord(seg), "Get"
		one := i < len(r.Path.Segments)-1
		if f, ok := seg.Function(); ok && word == "" {
			word, one = lastPart(f.Name), true
		}
		if word == "" {
			continue
		}
		switch {
		case one:
			word = singular(word)
		case singular(word) != word:
			verb = "List"
		}
		if strings.EqualFold(exported(singular(word)), service) {
			return verb
		}
		return verb + exported(word)
	}
	return ""
}
