package plan

import (
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parallel"
)

// namedOperation is an operation with its Go names.
type namedOperation struct {
	op              *ir.Operation
	service, method string
}

// nameOperations names operations. Each of several with the same name gets the
// remaining words of its file name, so that no name depends on the order of pages.
func (p *planner) nameOperations(ops []*ir.Operation) []namedOperation {
	named := make([]namedOperation, len(ops))
	extra := make([]string, len(ops))
	parallel.ForEach(len(ops), func(i int) {
		n := nameOperation(ops[i], p.types.spell)
		named[i] = namedOperation{ops[i], exported(n.service), exported(n.method)}
		extra[i] = n.extra
	})
	unifySpelling(named)
	byName := map[string][]int{}
	keys := make([]string, len(named))
	for i := range named {
		if service, method, ok := p.opts.userName(named[i].op.Name); ok {
			named[i].service, named[i].method = service, method
			continue
		}
		keys[i] = named[i].service + "." + named[i].method
		byName[keys[i]] = append(byName[keys[i]], i)
	}
	for i := range named {
		if same := byName[keys[i]]; len(same) > 1 && same[0] == i {
			p.disambiguate(named, extra, same)
		}
	}
	return named
}

// unifySpelling gives each resource one spelling. Pages that do not contain its
// name have only the lower case of the file name.
func unifySpelling(named []namedOperation) {
	best := map[string]string{}
	for _, n := range named {
		key := strings.ToLower(n.service)
		if old, ok := best[key]; !ok || capitals(n.service) > capitals(old) || capitals(n.service) == capitals(old) && n.service < old {
			best[key] = n.service
		}
	}
	for i := range named {
		named[i].service = best[strings.ToLower(named[i].service)]
	}
}

func capitals(s string) int {
	n := 0
	for _, r := range s {
		if r >= 'A' && r <= 'Z' {
			n++
		}
	}
	return n
}

// disambiguate renames the operations at the given indexes, which have the same
// name.
func (p *planner) disambiguate(named []namedOperation, extra []string, same []int) {
	distinct := map[string]bool{}
	for _, i := range same {
		distinct[extra[i]] = true
	}
	for _, i := range same {
		old := named[i].method
		word := extra[i]
		if len(distinct) < len(same) {
			word = named[i].op.Name
		}
		named[i].method += suffix(word)
		p.types.report(diag.NameCollision, diag.Info, named[i].op.At, fmt.Sprintf(
			"%d pages have the name %s.%s; this one is named %s", len(same), named[i].service, old, named[i].method))
	}
}

// suffix returns the word that is appended to the name of a method.
func suffix(word string) string {
	if word == "" {
		return ""
	}
	return exported(word)
}

// singular returns the singular of an English plural as used in API paths.
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

// operationName is the name of an operation before collisions are resolved.
type operationName struct {
	service string // "message"
	method  string // "move"
	extra   string // word of the file name that is in neither
}

// nameOperation names an operation after its page alone, so that a new page
// renames no other operation. The file name has the resource and the action, the
// text has their spelling, and the title has the verb if the file name only says
// "post".
func nameOperation(op *ir.Operation, spellType func(string) string) operationName {
	c := casingOf(op)
	tokens := strings.FieldsFunc(strings.ToLower(op.Name), func(r rune) bool { return r == '-' || r == '_' || r == '.' })
	var n operationName
	prefix := ""
	if len(tokens) > 3 && tokens[0] == "intune" {
		n.extra, tokens = tokens[1], tokens[2:]
	} else if ns := lastPart(op.Namespace); len(tokens) > 2 && strings.EqualFold(tokens[0], ns) && ns != "graph" {
		prefix, tokens = ns, tokens[1:]
	}
	if len(tokens) == 0 {
		tokens = []string{"page"}
	}
	if len(tokens) > 2 && spellType(tokens[1]) != "" && strings.HasPrefix(tokens[1], tokens[0]) && tokens[1] != tokens[0] {
		tokens = tokens[1:] // "synchronization-synchronizationjob-start": the second is the resource
	}
	resource := tokens[0]
	spelled := spellType(resource)
	if spelled == "" {
		spelled = c.spell(resource)
	}
	n.service = qualify(prefix, spelled)
	n.method = methodWords(op, c, resource, tokens[1:])
	return n
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
	words := c.spell(verb)
	for _, w := range rest {
		words = join(words, c.spell(w))
	}
	return words
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

// lastPart returns the part of a qualified name after the last dot.
func lastPart(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

// join joins two names and keeps their words separate.
func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "-" + b
}

func exported(text string) string { return gocode.Exported(text) }
