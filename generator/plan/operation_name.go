package plan

import (
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parallel"
)

// namedOperation is an operation with its Go names.
type namedOperation struct {
	op              *ir.Operation
	service, method string
	short           string // method without words that distinguish it from others
	extra           string // word of the file name that is in no name
	key             string // see [Name]
	byUser, kept    bool   // whether the user or an earlier run gave the name
}

// nameOperations names operations. Each of several with the same name gets the
// remaining words of its file name, so that no name depends on the order of pages.
func (p *planner) nameOperations(ops []*ir.Operation) []namedOperation {
	named, keys := make([]namedOperation, len(ops)), operationKeys(ops)
	parallel.ForEach(len(ops), func(i int) {
		n := p.opts.nameOperation(ops[i])
		named[i] = namedOperation{op: ops[i], service: exported(n.service), method: exported(n.method), extra: n.extra, key: keys[i]}
	})
	for i := range named {
		n := &named[i]
		n.short = n.method
		if service, method, ok := p.opts.userName(n.op.Name); ok {
			n.service, n.method, n.byUser = service, method, true
			continue
		}
		p.given.keep(n)
	}
	unifySpelling(named)
	p.resolveCollisions(named)
	return named
}

// unifySpelling gives each resource one spelling: that of an earlier run, or the one
// with the most capitals. Pages that do not contain its name have only the lower case
// of the file name.
func unifySpelling(named []namedOperation) {
	best, kept := map[string]string{}, map[string]bool{}
	for _, n := range named {
		if n.byUser {
			continue
		}
		key := strings.ToLower(n.service)
		old, ok := best[key]
		better := capitals(n.service) > capitals(old) || capitals(n.service) == capitals(old) && n.service < old
		if !ok || n.kept && !kept[key] || n.kept == kept[key] && better {
			best[key], kept[key] = n.service, n.kept
		}
	}
	for i := range named {
		if n := &named[i]; !n.byUser {
			n.service = best[strings.ToLower(n.service)]
		}
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

func exported(text string) string { return gocode.Exported(text) }
