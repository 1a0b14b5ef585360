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
		n := p.opts.nameOperation(ops[i])
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

func exported(text string) string { return gocode.Exported(text) }
