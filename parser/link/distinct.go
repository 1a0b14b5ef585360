package link

import (
	"path"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/vocab"
)

// maxNamesakes limits the types of one name that a type is compared with. Real
// references have a few.
const maxNamesakes = 64

// distinguish renames types of pages with several types whose names other pages use
// for other types. The name of their page becomes a part of their name. It returns the
// previous names by the index of the resource.
func distinguish(spec *ir.Spec) map[int]string {
	if !slices.ContainsFunc(spec.Resources, func(r ir.Resource) bool { return r.Anchor != "" }) {
		return nil
	}
	named := map[typeKey][]*ir.Resource{}
	for i := range spec.Resources {
		r := &spec.Resources[i]
		key := typeKey{r.Version, strings.ToLower(r.Name)}
		if of := named[key]; len(of) < maxNamesakes {
			named[key] = append(of, r)
		}
	}
	renamed := map[int]string{}
	for i := range spec.Resources {
		if r := &spec.Resources[i]; r.Anchor != "" && isAmbiguous(r, named[typeKey{r.Version, strings.ToLower(r.Name)}]) {
			renamed[i] = r.Name
		}
	}
	for i, name := range renamed {
		r, short := &spec.Resources[i], vocab.LastPart(name)
		r.Name = name[:len(name)-len(short)] + pageWords(r.File) + short
	}
	return renamed
}

// isAmbiguous reports whether one of the types with the name of r is another type. The
// type that a title names has precedence.
func isAmbiguous(r *ir.Resource, named []*ir.Resource) bool {
	ambiguous := false
	for _, of := range named {
		other := isOther(r, of)
		if of.Anchor == "" {
			return other
		}
		ambiguous = ambiguous || other
	}
	return ambiguous
}

// isOther reports whether a type of another page with the name of r is not the same
// type: it has no more than half of the properties of r.
func isOther(r, of *ir.Resource) bool {
	if r.File == of.File {
		return false
	}
	shared := 0
	for i := range r.Properties {
		if slices.ContainsFunc(of.Properties, func(p ir.Property) bool { return p.Name == r.Properties[i].Name }) {
			shared++
		}
	}
	return 2*shared <= len(r.Properties)
}

// pageWords joins the words of a page's file name: "OrderResources" for
// "order-resources.md".
func pageWords(file string) string {
	name := strings.TrimSuffix(path.Base(file), path.Ext(file))
	var b strings.Builder
	for w := range strings.FieldsFuncSeq(name, func(c rune) bool { return !vocab.IsNameByte(byte(c)) || c >= 0x80 || c == '-' || c == '_' }) {
		b.WriteString(strings.ToUpper(w[:1]) + w[1:])
	}
	return b.String()
}
