package ir

import (
	"slices"
	"strings"
)

// Function is a segment of the form name(a='{x}',b=1). A key in parentheses,
// messages('{id}'), is a function whose one argument has no name.
type Function struct {
	Name string
	Args []Argument
}

// Argument is one argument of a function segment.
type Argument struct {
	Name   string // "" when it is given by place
	Value  []Part // without the quotes
	Quoted bool
	Cast   string // the enum type before the quotes: microsoft.graph.day'{day}'
}

// Function returns the segment as a function call; ok is false when it is
// none. A call whose closing parenthesis the page forgot is taken as closed.
func (s Segment) Function() (f Function, ok bool) {
	if len(s.Parts) == 0 {
		return Function{}, false
	}
	name, rest, ok := strings.Cut(s.Parts[0].Literal, "(")
	if !ok || name == "" {
		return Function{}, false
	}
	r := argReader{}
	if len(s.Parts) == 1 {
		if rest, ok = cutClose(rest); !ok {
			return Function{}, false
		}
		r.literal(rest)
		return Function{Name: name, Args: r.end()}, true
	}
	r.literal(rest)
	last := len(s.Parts) - 1
	for i, p := range s.Parts[1:] {
		if p.IsParam() {
			r.param(p)
			continue
		}
		text := p.Literal
		if i+1 == last {
			if text, ok = cutClose(text); !ok {
				return Function{}, false
			}
		}
		r.literal(text)
	}
	return Function{Name: name, Args: r.end()}, true
}

// cutClose cuts the closing parenthesis off; ok is false when it stands
// earlier, with other text behind it.
func cutClose(text string) (rest string, ok bool) {
	if rest, ok = strings.CutSuffix(text, ")"); ok {
		return rest, true
	}
	return text, !strings.Contains(text, ")")
}

// isKey reports whether f is a key in parentheses, or anything else that takes
// one argument by its place.
func (f Function) isKey() bool { return len(f.Args) == 1 && f.Args[0].Name == "" }

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

// argReader splits what stands between the parentheses of a function.
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

// toggleQuote enters or leaves a quoted value; two quotes within one stand for
// a quote.
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

// flush moves the literal read so far into the value. Blanks around an
// unquoted value are the page's layout.
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

// Shape returns what makes the path's route: names of placeholders and letter
// case do not count, nor do quotes and the order of arguments, nor how the
// path begins and ends. A key is the same in parentheses and as a segment.
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
	if f.isKey() {
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
