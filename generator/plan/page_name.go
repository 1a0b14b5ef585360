package plan

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// operationName is the name of an operation before collisions are resolved.
type operationName struct {
	service string // "message"
	method  string // "move"
	extra   string // word of the file name that is in neither
}

// nameOperation names an operation after its page and the configuration alone, so
// that another page renames no operation. The file name has the resource and the
// action, the text has their spelling, and the title has the verb if the file name
// only says "post".
func (o Options) nameOperation(op *ir.Operation) operationName {
	w := wordsOf(op)
	tokens, dropped := o.fileWords(op.Name, w)
	var n operationName
	prefix := ""
	if len(tokens) > 3 && tokens[0] == "intune" {
		n.extra, tokens = tokens[1], tokens[2:]
	} else if ns := lastPart(o.belowRoot(op.Namespace)); len(tokens) > 2 && ns != "" && strings.EqualFold(tokens[0], ns) && (!isVerb(tokens[1]) || isVerb(tokens[2])) {
		prefix, tokens = ns, tokens[1:]
	}
	if p, ok := w.verbPhrase(tokens); ok {
		n.service, n.method = qualify(prefix, p.resource), p.method
		return n
	}
	if dropped {
		tokens = joinResource(tokens)
	}
	if len(tokens) > 2 && tokens[1] != tokens[0] && strings.HasPrefix(tokens[1], tokens[0]) && isMixedCase(w.spell(tokens[1])) {
		tokens = tokens[1:] // "synchronization-synchronizationjob-start": the second is the resource
	}
	resource := tokens[0]
	n.service = qualify(prefix, w.spellResource(resource))
	n.method = methodWords(op, w.casing, resource, tokens[1:])
	return n
}

// fileWords splits a file name into words without the prefix that it shares with
// the other pages of its reference: the configured one, or a first word that is not
// on the page. dropped reports whether there was one.
func (o Options) fileWords(name string, w *pageWords) (tokens []string, dropped bool) {
	name = strings.ToLower(name)
	file, call, _ := strings.Cut(name, "#") // one of several calls of a page
	prefix := strings.ToLower(o.Prefix)
	file, dropped = strings.CutPrefix(file, prefix)
	dropped = dropped && prefix != ""
	tokens = splitName(file)
	if prefix == "" && w.isPrefix(tokens, strings.Contains(file, "_")) {
		tokens, dropped = tokens[1:], true
	}
	if call := splitName(call); len(call) > 0 {
		tokens = append(tokens[:min(len(tokens), 1)], call...)
		if _, ok := w.verbPhrase(call); ok {
			tokens = call
		}
	}
	if len(tokens) == 0 {
		tokens = []string{"page"}
	}
	return tokens, dropped
}

func splitName(name string) []string {
	return strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(separators, r) })
}

// joinResource joins the words before the verb, which are the resource of a file
// name such as "api-data-enrichment-update", and puts them into the singular.
func joinResource(tokens []string) []string {
	verb := 1 + slices.IndexFunc(tokens[1:], isVerb)
	if verb < 2 {
		verb = 1
	}
	resource := slices.Clone(tokens[:verb])
	resource[verb-1] = singular(resource[verb-1])
	return append([]string{strings.Join(resource, "-")}, tokens[verb:]...)
}

// qualify puts a namespace before a name, unless the name begins with it: session
// in callRecords is callRecords-session, but callRecord in callRecords is
// callRecord.
func qualify(namespace, name string) string {
	if start := strings.ToLower(singular(namespace)); start != "" && strings.HasPrefix(strings.ToLower(name), start) {
		return name
	}
	return join(namespace, name)
}

// methodWords names an operation's action. rest is the file name after the resource.
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
	return spellAll(c, append([]string{verb}, rest...))
}

// spellAll joins the spellings of words.
func spellAll(c casing, words []string) string {
	text := ""
	for _, w := range words {
		text = join(text, c.spell(w))
	}
	return text
}

// titleVerb returns the first word of a title if it is a verb that pages use for
// a POST, and otherwise the given verb.
func titleVerb(title, otherwise string) string {
	first, _, _ := strings.Cut(strings.ToLower(title), " ")
	switch first {
	case "create", "add", "assign", "invite", "upload", "publish", "copy", "reply", "send", "submit", "register":
		return first
	}
	return otherwise
}

// methodFromTitle names the action of a page whose file name is the resource alone.
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

// belowRoot returns a namespace without its root, which Go names leave out:
// "callRecords" for "microsoft.graph.callRecords". Unless the root is configured,
// it is the first two words.
func (o Options) belowRoot(namespace string) string {
	if o.Namespace != "" {
		if namespace == o.Namespace {
			return ""
		}
		return strings.TrimPrefix(namespace, o.Namespace+".")
	}
	for range 2 {
		_, namespace, _ = strings.Cut(namespace, ".")
	}
	return namespace
}

// lastPart returns the part of a qualified name after the last dot.
func lastPart(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// join joins two names and keeps their words separate.
func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "-" + b
}
