package vocab

import (
	"slices"
	"strings"
)

var (
	noBody        = list(func(l *language) []string { return l.noBody })
	propertyNouns = list(func(l *language) []string { return l.propertyNouns })
	noBodyWithin  = list(func(l *language) []string { return l.noBodyWithin })

	noContent    = list(func(l *language) []string { return l.noContent })
	byteWords    = list(func(l *language) []string { return l.byteWords })
	binaryWords  = list(func(l *language) []string { return l.binaryWords })
	contentVerbs = list(func(l *language) []string { return l.contentVerbs })
	returnVerbs  = list(func(l *language) []string { return l.returnVerbs })
	linkTo       = list(func(l *language) []string { return l.linkTo })
	content      = list(func(l *language) []string { return l.content })

	requiredStarts = list(func(l *language) []string { return l.requiredStarts })
	requiredWithin = list(func(l *language) []string { return l.requiredWithin })
	optional       = list(func(l *language) []string { return l.optional })
	requiredLeads  = list(func(l *language) []string { return l.requiredLeads })
	optionalWords  = list(func(l *language) []string { return l.optionalWords })
	headerNouns    = list(func(l *language) []string { return l.headerNouns })
	demands        = list(func(l *language) []string { return l.demands })
	limitStarts    = list(func(l *language) []string { return l.limitStarts })
	limitWords     = list(func(l *language) []string { return l.limitWords })

	no              = set(func(l *language) []string { return l.no })
	yes             = set(func(l *language) []string { return l.yes })
	alerts          = set(func(l *language) []string { return l.alerts })
	scopeLabels     = list(func(l *language) []string { return l.scopeLabels })
	namespaceLabels = list(func(l *language) []string { return l.namespaceLabels })
	headerNames     = index(func(l *language) map[string][]string { return l.headerNames })
)

// StatusLabels begin a line that states the status of a response, in lower case.
var StatusLabels = list(func(l *language) []string { return l.statusLabels })

// SaysNoBody reports whether the text of a Request body section says that
// there is none.
func SaysNoBody(doc string) bool {
	doc = strings.ToLower(doc)
	return noBody.Begins(doc) || noBodyWithin.In(doc)
}

// MentionsProperties reports whether a text is about properties, as "the properties of
// the order" is.
func MentionsProperties(text string) bool { return propertyNouns.In(strings.ToLower(text)) }

// SaysNoContent reports whether a text about a response, in lower case, says that it
// has no body.
func SaysNoContent(text string) bool { return noContent.In(text) }

// SaysBytes reports whether a text about a response, in lower case, says that the body
// is bytes, such as a file, rather than JSON.
func SaysBytes(text string) bool {
	for sentence := range strings.SplitSeq(text, ". ") {
		if contentVerbs.In(sentence) && byteWords.HasWord(sentence) && !linkTo.In(sentence) {
			return true
		}
	}
	return false
}

// SaysBinary reports whether the text of a Request body section says that the body is
// bytes. JSON may have properties that are.
func SaysBinary(doc string) bool {
	doc = strings.ToLower(doc)
	return binaryWords.HasWord(doc) && !strings.Contains(doc, "json")
}

// SaysReturns reports whether a text says that a call returns something.
func SaysReturns(text string) bool { return returnVerbs.In(text) }

// SaysContent reports whether a text about a response, in lower case, says that it has
// a body.
func SaysContent(text string) bool { return content.In(text) }

// IsYes reports whether the cell of a column "Required" says that it is.
func IsYes(cell string) bool { return yes[strings.ToLower(strings.Trim(cell, " .`*"))] }

// IsNo reports whether the cell of a column "Required" says that it is not.
func IsNo(cell string) bool { return no[strings.ToLower(strings.Trim(cell, " .`*"))] }

// SaysOptional reports whether a description says "Optional.": at its start or as a
// sentence or a remark of its own.
func SaysOptional(doc string) bool {
	doc = strings.ToLower(doc)
	for _, w := range optionalWords {
		for from := 0; ; {
			i := strings.Index(doc[from:], w)
			if i < 0 {
				break
			}
			before, after := strings.TrimRight(doc[:from+i], " *_`"), strings.TrimLeft(doc[from+i+len(w):], "*_`")
			starts := before == "" || strings.IndexByte(".(;,:", before[len(before)-1]) >= 0 || strings.HasSuffix(before, " is")
			if starts && (after == "" || strings.IndexByte(".);,: ", after[0]) >= 0 || after[0] >= 0x80) {
				return true
			}
			from += i + len(w)
		}
	}
	return false
}

// SaysAllRequired reports whether a text above a table of parameters says that they
// are required.
func SaysAllRequired(text string) bool {
	text = strings.ToLower(text)
	return requiredLeads.In(text) && !optionalWords.In(text) && !strings.Contains(text, "not required")
}

// MentionsHeader reports whether a text has a word for a header.
func MentionsHeader(text string) bool { return headerNouns.In(text) }

// DemandsHeader reports whether a sentence says that a call must have a header, and
// whether it does so only in some cases.
func DemandsHeader(sentence string) (demanded, limited bool) {
	sentence = strings.ToLower(sentence)
	demanded = headerNouns.In(sentence) && demands.HasWord(sentence)
	return demanded, demanded && (limitStarts.Begins(sentence) || limitWords.In(sentence))
}

// SaysRequired reports whether a description says "Required.".
func SaysRequired(doc string) bool {
	if requiredStarts.Begins(doc) || requiredWithin.In(doc) && !optional.In(doc) {
		return true
	}
	i := strings.Index(doc, "equired.")
	if i < 1 {
		return strings.HasSuffix(doc, "Required") || strings.HasPrefix(doc, "Required") && !strings.HasPrefix(doc, "Required if")
	}
	head := doc[:i-1]
	return (doc[i-1] == 'R' || doc[i-1] == 'r') && !strings.HasSuffix(strings.ToLower(head), "not ")
}

// IsAlert reports whether a text is the label of an alert: "Important".
func IsAlert(text string) bool { return alerts[text] }

// maxLabel limits the label of a line, in bytes.
const maxLabel = 40

// CutScopeLabel cuts the label of the products or versions that a page is about from
// a text: "Library 2" for "Applies to: Library 2".
func CutScopeLabel(text string) (scope string, ok bool) {
	label, scope := text, ""
	if i := strings.IndexAny(text[:min(len(text), maxLabel)], ":：\n"); i >= 0 {
		label, scope = text[:i], strings.TrimLeft(text[i:], ":： \n")
	}
	if !isLabel(scopeLabels, strings.TrimSpace(label)) {
		return "", false
	}
	return strings.TrimSpace(scope), true
}

// HeaderName returns the name of the header in a cell, also when it is
// translated.
func HeaderName(cell string) string {
	if name := headerNames[strings.ToLower(cell)]; name != "" {
		return name
	}
	return cell
}

// Namespace reads the line "Namespace: microsoft.graph". The label may be in
// any language when the name begins with microsoft.graph.
func Namespace(line string) (string, bool) {
	word, name, ok := strings.Cut(line, ":")
	if !ok {
		if word, name, ok = strings.Cut(line, "："); !ok {
			return "", false
		}
	}
	name = strings.TrimRight(strings.TrimSpace(name), ".")
	if len(word) > maxLabel || !IsName(name) {
		return "", false
	}
	return name, isLabel(namespaceLabels, strings.TrimSpace(word)) || strings.HasPrefix(name, "microsoft.graph")
}

// isLabel reports whether a text is one of some labels, in any letter case.
func isLabel(labels List, text string) bool {
	return slices.ContainsFunc(labels, func(l string) bool { return strings.EqualFold(l, text) })
}

// StatesNamespace reports whether a paragraph begins by stating the namespace,
// even one that is not a name.
func StatesNamespace(text string) bool {
	line, _, _ := strings.Cut(text, "\n")
	_, ok := Namespace(line)
	return ok || strings.HasPrefix(line, "Namespace:")
}

// todoMarks mark text that must still be written, in every language.
var todoMarks = []string{"TODO", "TBD"}

// HasTodo reports whether a text has a placeholder for text that must still be
// written.
func HasTodo(s string) bool {
	for _, w := range todoMarks {
		for rest := s; ; {
			i := strings.Index(rest, w)
			if i < 0 {
				break
			}
			if wordEdge(rest, i-1) && wordEdge(rest, i+len(w)) {
				return true
			}
			rest = rest[i+len(w):]
		}
	}
	return false
}

func wordEdge(s string, i int) bool { return i < 0 || i >= len(s) || !IsNameByte(s[i]) }
