package ir

import (
	"slices"
	"strings"
)

// Function is a segment of the form name(a='{x}',b=1). A key in parentheses,
// messages('{id}'), is a function with one argument without a name.
type Function struct {
	Name string
	Args []Argument
}

// Argument is one argument of a function segment.
type Argument struct {
	Name   string // "" for a positional argument
	Value  []Part // without the quotes
	Quoted bool
	Cast   string // the enum type before the quotes: microsoft.graph.day'{day}'
}

// Function returns the segment as a function call; ok is false when it is not
// one. A call without its closing parenthesis counts as closed.
func (s Segment) Function() (f Function, ok bool) {
	if len(s.Parts) == 0 {
		return Function{}, false
	}
	name, rest, ok := strings.Cut(s.Parts[0].Literal, "(")
	if !ok || name == "" {
		return Function{}, false
	}
	r := argReader{}
	for i, p := range s.Parts {
		text := p.Literal
		switch {
		case p.IsParam():
			r.param(p)
			continue
		case i == 0:
			text = rest
		}
		if i == len(s.Parts)-1 {
			if text, ok = cutClose(text); !ok {
				return Function{}, false
			}
		}
		r.literal(text)
	}
	return Function{Name: name, Args: r.end()}, true
}

// cutClose removes the closing parenthesis. ok is false when other text follows
// it.
func cutClose(text string) (rest string, ok bool) {
	if rest, ok = strings.CutSuffix(text, ")"); ok {
		return rest, true
	}
	return text, !strings.Contains(text, ")")
}

// IsKey reports whether f has exactly one argument without a name, as a key in
// parentheses has.
func (f Function) IsKey() bool { return len(f.Args) == 1 && f.Args[0].Name == "" }

func (f Function) params(segment int) []PathParam {
	var ps []PathParam
	for _, a := range f.Args {
		for _, v := range a.Value {
			if v.IsParam() {
				ps = append(ps, PathParam{
					Name: v.Param, Segment: segment, Function: f.Name,
					Argument: a.Name, Quoted: a.Quoted, Cast: a.Cast,
				})
			}
		}
	}
	return ps
}

// argReader splits the text between the parentheses of a function.
type argReader struct {
	args  []Argument
	cur   Argument
	lit   []byte
	quote bool
}

func (r *argReader) literal(text string) {
	for i := range len(text) {
		switch c := text[i]; {
		case c == '\'':
			r.toggleQuote()
		case c == ',' && !r.quote:
			r.endArg()
		case c == '=' && !r.quote && r.cur.Name == "" && len(r.cur.Value) == 0 && !r.cur.Quoted:
			r.cur.Name = strings.TrimSpace(string(r.lit))
			r.lit = r.lit[:0]
		default:
			r.lit = append(r.lit, c)
		}
	}
}

// toggleQuote enters or leaves a quoted value. Two quotes in a value mean a
// quote.
func (r *argReader) toggleQuote() {
	r.quote = !r.quote
	switch {
	case !r.quote:
	case r.cur.Quoted:
		r.lit = append(r.lit, '\'')
	default:
		r.cur.Cast = strings.TrimSpace(string(r.lit))
		r.lit = r.lit[:0]
		r.cur.Quoted = true
	}
}

func (r *argReader) param(p Part) {
	r.flush()
	r.cur.Value = append(r.cur.Value, p)
}

// flush moves the literal read so far to the value. Spaces around an unquoted
// value are removed.
func (r *argReader) flush() {
	lit := string(r.lit)
	if !r.cur.Quoted {
		lit = strings.TrimSpace(lit)
	}
	if lit != "" {
		r.cur.Value = append(r.cur.Value, Part{Literal: lit})
	}
	r.lit = r.lit[:0]
}

func (r *argReader) endArg() {
	r.flush()
	r.args = append(r.args, r.cur)
	r.cur = Argument{}
}

func (r *argReader) end() []Argument {
	r.flush()
	if c := r.cur; len(r.args) > 0 || c.Name != "" || c.Quoted || len(c.Value) > 0 {
		r.args = append(r.args, c)
	}
	return r.args
}

// Segment returns the segment of a call, the opposite of [Segment.Function].
func (f Function) Segment() Segment {
	parts := []Part{{Literal: f.Name + "("}}
	for i, a := range f.Args {
		before, after := a.Cast, ""
		if a.Name != "" {
			before = a.Name + "=" + before
		}
		if i > 0 {
			before = "," + before
		}
		if a.Quoted {
			before, after = before+"'", "'"
		}
		parts = append(parts, Part{Literal: before})
		for _, v := range a.Value {
			if a.Quoted {
				v.Literal = strings.ReplaceAll(v.Literal, "'", "''")
			}
			parts = append(parts, v)
		}
		parts = append(parts, Part{Literal: after})
	}
	return Segment{Parts: MergeLiterals(append(parts, Part{Literal: ")"}))}
}

// MergeLiterals joins adjacent literals, as ParsePath does.
func MergeLiterals(parts []Part) []Part {
	var merged []Part
	for _, p := range parts {
		n := len(merged)
		switch {
		case !p.IsParam() && p.Literal == "":
		case !p.IsParam() && n > 0 && !merged[n-1].IsParam():
			merged[n-1].Literal += p.Literal
		default:
			merged = append(merged, p)
		}
	}
	return merged
}

// WithoutOptional returns a path without the arguments of functions that the page calls
// optional; ok is false if it has none.
func (op *Operation) WithoutOptional(p PathTemplate) (short PathTemplate, ok bool) {
	optional := func(a Argument) bool {
		return slices.ContainsFunc(op.Params, func(q Param) bool {
			return q.In == InPath && q.Optional && equalFold(q.Name, a.Name)
		})
	}
	segments := slices.Clone(p.Segments)
	for i, s := range segments {
		f, isCall := s.Function()
		if n := len(f.Args); isCall && n > 0 {
			if f.Args = slices.DeleteFunc(f.Args, optional); len(f.Args) < n {
				segments[i], ok = f.Segment(), true
			}
		}
	}
	return PathTemplate{Prefix: p.Prefix, Segments: segments}, ok
}
