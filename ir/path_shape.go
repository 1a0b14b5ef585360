package ir

import (
	"slices"
	"strings"
)

// Shape returns a string that is equal for paths of the same route. It ignores
// names of placeholders, letter case, quotes, the order of arguments, and
// leading and trailing slashes. A key in parentheses is equal to a key as a
// segment.
func (p PathTemplate) Shape() string {
	var b strings.Builder
	segments := p.Segments
	for len(segments) > 0 && len(segments[len(segments)-1].Parts) == 0 {
		segments = segments[:len(segments)-1]
	}
	for _, s := range segments {
		b.WriteByte('/')
		if f, ok := s.Function(); ok {
			b.WriteString(f.shape())
		} else {
			b.WriteString(shape(s.Parts))
		}
	}
	return b.String()
}

func (f Function) shape() string {
	name := strings.ToLower(f.Name)
	if len(f.Args) == 0 {
		return name
	}
	if f.IsKey() {
		return name + "/" + shape(f.Args[0].Value)
	}
	args := make([]string, len(f.Args))
	for i, a := range f.Args {
		args[i] = strings.ToLower(a.Name) + "=" + shape(a.Value)
	}
	slices.Sort(args)
	return name + "(" + strings.Join(args, ",") + ")"
}

func shape(parts []Part) string {
	if len(parts) == 1 && !parts[0].IsParam() {
		return strings.ToLower(parts[0].Literal)
	}
	var b strings.Builder
	for _, p := range parts {
		if p.IsParam() {
			b.WriteString("{}")
		} else {
			b.WriteString(strings.ToLower(p.Literal))
		}
	}
	return b.String()
}
