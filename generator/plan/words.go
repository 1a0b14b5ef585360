package plan

import (
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// singular returns the singular of an English plural as API paths write it.
func singular(word string) string {
	lower := strings.ToLower(word)
	for _, keep := range []string{"ss", "us", "is", "news", "series", "settings", "children"} {
		if strings.HasSuffix(lower, keep) && lower != "children" {
			return word
		}
	}
	switch {
	case lower == "children":
		return word[:len(word)-3]
	case strings.HasSuffix(lower, "ies") && len(word) > 4:
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(lower, "sses"), strings.HasSuffix(lower, "xes"), strings.HasSuffix(lower, "ches"):
		return word[:len(word)-2]
	case strings.HasSuffix(lower, "s"):
		return word[:len(word)-1]
	}
	return word
}

// opName is the Go name of an operation before collisions are resolved.
type opName struct {
	service string // "message"
	method  string // "move"
	more    string // words of the file name that neither holds, to part twins
}

// nameOperation makes an operation's name from its page alone, so that adding
// a page renames no other. The file name gives the resource and what is done
// with it; the page's text gives the spelling; the title gives the verb where
// the file name only says "post".
func nameOperation(op *ir.Operation, spellType func(string) string) opName {
	c := casingOf(op)
	tokens := strings.FieldsFunc(strings.ToLower(op.Name), func(r rune) bool { return r == '-' || r == '_' || r == '.' })
	var n opName
	prefix := ""
	if len(tokens) > 3 && tokens[0] == "intune" {
		n.more, tokens = tokens[1], tokens[2:]
	} else if ns := lastPart(op.Namespace); len(tokens) > 2 && strings.EqualFold(tokens[0], ns) && ns != "graph" {
		prefix, tokens = ns, tokens[1:]
	}
	if len(tokens) == 0 {
		tokens = []string{"page"}
	}
	if len(tokens) > 2 && spellType(tokens[1]) != "" && strings.HasPrefix(tokens[1], tokens[0]) && tokens[1] != tokens[0] {
		tokens = tokens[1:] // "synchronization-synchronizationjob-start" is of the second
	}
	resource := tokens[0]
	spelled := spellType(resource)
	if spelled == "" {
		spelled = c.spell(resource)
	}
	n.service = within(prefix, spelled)
	n.method = methodWords(op, c, resource, tokens[1:])
	return n
}

// within puts a namespace before a name, unless the name begins with it:
// callRecords.session is callRecords-session, callRecords.callRecord is callRecord.
func within(namespace, name string) string {
	if begins := strings.ToLower(singular(namespace)); begins != "" && strings.HasPrefix(strings.ToLower(name), begins) {
		return name
	}
	return join(namespace, name)
}

// methodWords names what an operation does.
func methodWords(op *ir.Operation, c casing, resource string, rest []string) string {
	if len(rest) == 0 {
		return methodFromTitle(op)
	}
	verb, rest := rest[0], rest[1:]
	if verb == "post" {
		verb = titleVerb(op.Title, "create")
		if last := len(rest) - 1; last >= 0 && (verb == "create" || verb == "add") {
			rest = append(rest[:last:last], singular(rest[last]))
		}
		if len(rest) == 1 && rest[0] == resource {
			rest = nil
		}
	}
	words := c.spell(verb)
	for _, w := range rest {
		words = join(words, c.spell(w))
	}
	return words
}

// titleVerb returns the verb that a title begins with, when it is one of those
// that pages use for a POST.
func titleVerb(title, otherwise string) string {
	first, _, _ := strings.Cut(strings.ToLower(title), " ")
	switch first {
	case "create", "add", "assign", "invite", "upload", "publish", "copy", "reply", "send", "submit", "register":
		return first
	}
	return otherwise
}

// methodFromTitle serves pages whose file name holds the resource alone.
func methodFromTitle(op *ir.Operation) string {
	if _, after, ok := strings.Cut(op.Title, ":"); ok {
		return after
	}
	first, _, _ := strings.Cut(op.Title, " ")
	if first == "" {
		return "call"
	}
	return first
}

func lastPart(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// join puts two names together so that their words stay apart.
func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "-" + b
}

// exported is gocode.Exported, under the name that the planner reads best.
func exported(text string) string { return gocode.Exported(text) }
