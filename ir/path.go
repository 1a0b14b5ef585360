package ir

import "strings"

// equalFold compares header names; they are ASCII.
func equalFold(a, b string) bool { return strings.EqualFold(a, b) }

// PathTemplate is a documented path. Its String is the path as written, and
// ParsePath(p.String()) returns an equal template, except for [Bare] placeholders.
type PathTemplate struct {
	// Prefix is the text before the first segment: "/", "~/", or "" for a path
	// without a leading slash.
	Prefix   string
	Segments []Segment
}

// Segment is the text between two slashes. After a trailing slash, the last
// segment has no parts.
type Segment struct {
	Parts []Part
}

// Part is a literal or a parameter of a segment. Exactly one of Literal and
// Param is set.
type Part struct {
	Literal string
	// Param is the text between the brackets as written: "id",
	// "id | userPrincipalName".
	Param string
	// Form is the kind of brackets around the parameter.
	Form ParamForm
}

// ParamForm is the notation of a placeholder. The zero value is the usual one.
type ParamForm int

// The forms of a placeholder.
const (
	Braces ParamForm = iota // {id}
	Angle                   // <address>
	Paren                   // (team-id) as a whole segment
	Quoted                  // '{id}' as a whole segment; the quotes are not sent
	Double                  // {{id}}
	Colon                   // :id as a whole segment
	// Bare is a literal that is read as a placeholder because of its text or because
	// of the examples of its page: books('id'), view(from=from-value). ParsePath
	// returns no such part.
	Bare
)

// SegmentKind is the kind of a segment.
type SegmentKind int

// The kinds of segment.
const (
	EmptySegment    SegmentKind = iota + 1 // no text, as after a trailing slash
	LiteralSegment                         // users, root:, $ref, microsoft.graph.user
	ParamSegment                           // {id}
	FunctionSegment                        // range(address='{address}'), delta(), messages('{id}')
	EllipsisSegment                        // ..., any number of segments
	MixedSegment                           // {item-path}:, roleTemplateId={id}
)

// IsParam reports whether p is a parameter.
func (p Part) IsParam() bool { return p.Param != "" }

// String returns the part as written.
func (p Part) String() string {
	switch {
	case !p.IsParam():
		return p.Literal
	case p.Form == Angle:
		return "<" + p.Param + ">"
	case p.Form == Paren:
		return "(" + p.Param + ")"
	case p.Form == Quoted:
		return "'{" + p.Param + "}'"
	case p.Form == Double:
		return "{{" + p.Param + "}}"
	case p.Form == Colon:
		return ":" + p.Param
	case p.Form == Bare:
		return p.Param
	}
	return "{" + p.Param + "}"
}

// String returns the segment as written.
func (s Segment) String() string {
	if len(s.Parts) == 1 {
		return s.Parts[0].String()
	}
	var b strings.Builder
	for _, p := range s.Parts {
		b.WriteString(p.String())
	}
	return b.String()
}

// String returns the path as written.
func (p PathTemplate) String() string {
	var b strings.Builder
	b.WriteString(p.Prefix)
	for i, s := range p.Segments {
		if i > 0 {
			b.WriteByte('/')
		}
		b.WriteString(s.String())
	}
	return b.String()
}

// Kind returns the kind of the segment.
func (s Segment) Kind() SegmentKind {
	if len(s.Parts) == 0 {
		return EmptySegment
	}
	if _, ok := s.Function(); ok {
		return FunctionSegment
	}
	switch p := s.Parts[0]; {
	case len(s.Parts) > 1:
		return MixedSegment
	case p.IsParam():
		return ParamSegment
	case p.Literal == "..." || p.Literal == "…":
		return EllipsisSegment
	}
	return LiteralSegment
}

// params counts the parameters of the segment.
func (s Segment) params() int {
	n := 0
	for _, p := range s.Parts {
		if p.IsParam() {
			n++
		}
	}
	return n
}

// endsColon reports whether the segment ends in the colon that opens or closes
// a path within the path, as in root:/{item-path}:/children.
func (s Segment) endsColon() bool {
	n := len(s.Parts)
	return n > 0 && strings.HasSuffix(s.Parts[n-1].Literal, ":")
}

// PathParam is a placeholder of a path template.
type PathParam struct {
	Name    string // as written: "id | userPrincipalName"
	Segment int    // index of its segment
	// Subpath is set when the argument is a path and may have slashes, as in
	// root:/{item-path}:/children.
	Subpath bool
	// Function is the name of the function for an argument, otherwise "".
	// Argument is the name of the argument, "" when it has none.
	Function, Argument string
	Quoted             bool   // in single quotes
	Cast               string // the enum type before the quotes
}

// Names returns the alternatives of a placeholder: "id" and
// "userPrincipalName" for {id | userPrincipalName}.
func (p PathParam) Names() []string {
	var names []string
	for n := range strings.SplitSeq(p.Name, "|") {
		if n = strings.TrimSpace(n); n != "" {
			names = append(names, n)
		}
	}
	return names
}

// Params returns the placeholders in the order of the path.
func (p PathTemplate) Params() []PathParam {
	var ps []PathParam
	subpaths := p.subpaths()
	for i, s := range p.Segments {
		if f, ok := s.Function(); ok {
			ps = append(ps, f.params(i)...)
			continue
		}
		for _, part := range s.Parts {
			if part.IsParam() {
				ps = append(ps, PathParam{Name: part.Param, Segment: i, Subpath: subpaths[i]})
			}
		}
	}
	return ps
}

// subpaths returns for each segment whether its parameter may have slashes.
// Between two colons, only the first parameter may, so that there is only one
// way to match a URL.
func (p PathTemplate) subpaths() []bool {
	is := make([]bool, len(p.Segments))
	open, done := false, false
	for i, s := range p.Segments {
		if open && !done && s.params() == 1 {
			_, isFunction := s.Function()
			is[i], done = !isFunction, !isFunction
		}
		if s.endsColon() {
			open, done = !open, false
		}
	}
	return is
}
