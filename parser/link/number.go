package link

import (
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
