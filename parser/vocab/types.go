package vocab

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

var primitives = func() map[string]string {
	all := index(func(l *language) map[string][]string { return l.primitives })
	for w, name := range all {
		all[w] = "Edm." + name
	}
	return all
}()

// Primitive returns the Edm name of a primitive type in any spelling, "" for
// other names.
func Primitive(name string) string {
	switch name {
	case "String":
		return "Edm.String"
	case "Boolean":
		return "Edm.Boolean"
	case "Int32":
		return "Edm.Int32"
	}
	return primitives[strings.TrimPrefix(strings.ToLower(name), "edm.")]
}

// Words for collections, in lower case.
var (
	Collection      = list(func(l *language) []string { return l.collection })
	CollectionLeads = list(func(l *language) []string { return l.collectionLeads })
	ListOf          = list(func(l *language) []string { return l.listOf })

	collectionCalls  = list(func(l *language) []string { return l.collectionCalls })
	collectionEnds   = list(func(l *language) []string { return l.collectionEnds })
	collectionStarts = list(func(l *language) []string { return l.collectionStarts })
	several          = list(func(l *language) []string { return l.several })
	objects          = list(func(l *language) []string { return l.objects })
	severalWords     = set(func(l *language) []string { return l.severalWords })
)

// CutCollection removes "Collection(…)", "… collection", "array of …", "List<…>",
// "…[]" and their forms from the text of a type, and reports whether there was
// one.
func CutCollection(s string) (string, bool) {
	l := strings.ToLower(s)
	for _, p := range collectionCalls {
		if strings.HasPrefix(l, p) {
			in := strings.TrimSpace(s[len(p):])
			if i := strings.LastIndexByte(in, ')'); i >= 0 {
				in = in[:i]
			}
			return strings.TrimSpace(in), true
		}
	}
	if in, ok := cutGeneric(s, listGenerics); ok {
		return in, true
	}
	for _, w := range collectionEnds {
		if strings.HasSuffix(l, w) {
			return strings.TrimRight(strings.TrimSpace(s[:len(s)-len(w)]), "`* -"), true
		}
	}
	for _, p := range collectionStarts {
		if strings.HasPrefix(l, p) {
			return strings.TrimSpace(s[len(p):]), true
		}
	}
	for _, p := range ListOf {
		if rest, ok := strings.CutPrefix(l, p); ok && strings.HasPrefix(rest, " ") {
			return strings.TrimSpace(s[len(s)-len(rest):]), true
		}
	}
	if i := strings.LastIndexByte(s, '['); i > 0 && (l[i:] == "[]" || l[i:] == "[array]" || l[i:] == "[list]") {
		return s[:i], true
	}
	return s, false
}

// Names of generic types, in lower case, as several programming languages have
// them.
var (
	listGenerics = Set{
		"list": true, "ilist": true, "ireadonlylist": true, "array": true, "collection": true, "icollection": true,
		"ireadonlycollection": true, "enumerable": true, "ienumerable": true, "iterable": true, "sequence": true,
		"set": true, "iset": true, "hashset": true, "vector": true,
	}
	mapGenerics = Set{
		"dictionary": true, "idictionary": true, "ireadonlydictionary": true, "map": true, "hashmap": true, "record": true,
	}
)

// cutGeneric returns the arguments of a generic type that one of the names has:
// "List<String>", "array[string]".
func cutGeneric(s string, names Set) (args string, ok bool) {
	i := strings.IndexAny(s, "<[")
	if i <= 0 || i == len(s)-1 || s[len(s)-1] != s[i]+2 { // '>' and ']' are two after '<' and '['
		return "", false
	}
	args = strings.TrimSpace(s[i+1 : len(s)-1])
	return args, args != "" && names[strings.ToLower(strings.TrimSpace(s[:i]))]
}

// CutMap returns the type of the values of a map: "String" for
// "Dictionary<String, String>".
func CutMap(s string) (value string, ok bool) {
	args, ok := cutGeneric(s, mapGenerics)
	if !ok {
		return "", false
	}
	_, value, ok = strings.Cut(args, ",")
	return strings.TrimSpace(value), ok
}

// NamesList reports whether the name of a type only says that it is a list:
// "array". A type of that name may be documented.
func NamesList(name string) bool { return listGenerics[strings.ToLower(name)] }

// CutNull removes the marks of a type whose values may be null: "?integer".
func CutNull(s string) string {
	if rest, ok := strings.CutPrefix(strings.ToLower(s), "nullable"); ok && rest != "" {
		switch {
		case rest[0] == ' ':
			s = s[len("nullable "):]
		case rest[0] == '<' && rest[len(rest)-1] == '>':
			s = s[len("nullable<") : len(s)-1]
		}
	}
	return strings.TrimSpace(strings.Trim(s, "?"))
}

// MentionsSeveral reports whether a text around the name of a type has a word that
// may mean several values: "an array with one [item]".
func MentionsSeveral(s string) bool {
	l := strings.ToLower(s)
	if strings.Contains(l, "[]") || ListOf.In(l) {
		return true
	}
	for w := range strings.FieldsFuncSeq(l, func(c rune) bool { return !unicode.IsLetter(c) }) {
		if severalWords[w] || w[0] >= utf8.RuneSelf && (Collection.In(w) || several.In(w)) {
			return true
		}
	}
	return false
}

// SeveralFollow reports whether the words after the name of a type say that
// several are meant: "collection", "对象的集合".
func SeveralFollow(after string) bool {
	for i := 0; i < len(objects) && !several.Begins(after); i++ {
		if rest, ok := strings.CutPrefix(after, objects[i]); ok {
			after, i = rest, -1
		}
	}
	return Collection.Begins(after) || several.Begins(after)
}

// IsListOf reports whether the text before the name of a type says that
// several are meant: "a list of". Only its last sentence counts.
func IsListOf(before string) bool {
	if i := strings.LastIndexAny(before, ".;。；"); i >= 0 {
		before = before[i:]
	}
	before = strings.ToLower(before)
	return ListOf.In(before) || CollectionLeads.Ends(strings.TrimRight(before, " "))
}

// Words around the names of types, in lower case.
var (
	StatingVerbs     = set(func(l *language) []string { return l.statingVerbs })
	Articles         = set(func(l *language) []string { return l.articles })
	TypeNouns        = list(func(l *language) []string { return l.typeNouns })
	LooseTypeNouns   = set(func(l *language) []string { return l.looseTypeNouns })
	TitleNouns       = set(func(l *language) []string { return l.titleNouns })
	TypeHeadingNouns = set(func(l *language) []string { return l.typeHeadingNouns })
	TypeParts        = set(func(l *language) []string { return l.typeParts })
	TitleNounStarts  = list(func(l *language) []string { return l.titleNounStarts })
	TitleIntros      = set(func(l *language) []string { return l.titleIntros })
	TitleAnchors     = list(func(l *language) []string { return l.titleAnchors })
	OpenType         = list(func(l *language) []string { return l.openType })
	EnumHeadings     = list(func(l *language) []string { return l.enumHeadings })
)

var titlePlurals = set(func(l *language) []string { return l.titlePlurals })

// NamesTypes reports whether a title announces several types: "Order resources".
func NamesTypes(title string) bool {
	title, _, _ = strings.Cut(title, "(")
	title = strings.TrimSpace(title)
	return titlePlurals[strings.ToLower(title[strings.LastIndexByte(title, ' ')+1:])]
}

// Inherits introduce the base type of a type, without their first letter,
// which may be a capital.
var Inherits = list(func(l *language) []string { return l.inherits })

var (
	valueStems = list(func(l *language) []string { return l.possibleValueStems })
	valueWords = list(func(l *language) []string { return l.possibleValues })
)

// MayListValues reports whether a text may introduce a list of values. It is
// quicker than [AfterPossibleValues].
func MayListValues(text string) bool { return valueStems.In(text) }

// AfterPossibleValues returns the offset after the words that introduce a list
// of values, -1 when there are none.
func AfterPossibleValues(text string) int {
	for _, w := range valueWords {
		if i := strings.Index(text, w); i >= 0 {
			return i + len(w)
		}
	}
	return -1
}
