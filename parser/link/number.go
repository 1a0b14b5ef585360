package link

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/vocab"
)

// folded returns the only documented type of the page's version whose name differs
// from a name in the number of its words: "unitsOfMeasure" for "unitOfMeasure". It
// returns "" for none or several.
func (u *use) folded(name string) string {
	if u.byNumber == nil {
		u.byNumber = map[typeKey]string{}
		for key, n := range u.byName {
			fold := typeKey{key.version, vocab.Singulars(vocab.LastPart(n))}
			if have, ok := u.byNumber[fold]; ok && have != n {
				n = ""
			}
			u.byNumber[fold] = n
		}
	}
	return u.byNumber[typeKey{u.version, vocab.Singulars(vocab.LastPart(name))}]
}

// differInNumber reports whether the names of two types differ at most in the number of
// their words.
func differInNumber(a, b string) bool {
	return vocab.Singulars(vocab.LastPart(a)) == vocab.Singulars(vocab.LastPart(b))
}

// unqualified returns the documented type for a name with a namespace in a tree whose
// types have none: "PostalAddress" for "NAV.PostalAddress". The name may end in "Type",
// unless that of the property does too: such a type may be the kind of the other one.
// It returns "" if there is none.
func (u *use) unqualified(p *ir.Property) string {
	name := p.Type.Name
	if u.linker.namespace != "" || !strings.Contains(name, ".") || strings.HasPrefix(name, "Edm.") {
		return ""
	}
	name = vocab.LastPart(name)
	n := u.named(name)
	if stem, ok := strings.CutSuffix(name, "Type"); n == "" && ok && !strings.HasSuffix(strings.ToLower(p.Name), "type") {
		n = u.named(stem)
	}
	if strings.Contains(n, ".") {
		return ""
	}
	return n
}
