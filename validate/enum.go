package validate

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// enum is the type of an enum: a string of one member or, for flags, of several
// that are separated by commas, or a number. Services accept a member in any
// letter case.
func enum(res *ir.Resource) *Type {
	want := "a member of " + res.Name
	return &Type{Name: res.Name, Kinds: String | Number, Want: want, Format: func(json string) string {
		if json[0] != '"' {
			return ""
		}
		for m := range strings.SplitSeq(unquote(json), ",") {
			if !hasMember(res, strings.TrimSpace(m)) {
				return want
			}
		}
		return ""
	}}
}

func hasMember(res *ir.Resource, name string) bool {
	return slices.ContainsFunc(res.Members, func(m ir.Member) bool {
		return strings.EqualFold(m.Name, name) || m.Value == name
	})
}
