package ir

import (
	"cmp"
	"slices"
	"strings"
)

// PathFault is a mistake in a path template.
type PathFault struct {
	Start, End int // byte offsets in the text of the template
	Kind       PathFaultKind
	Text       string // the text at that position
}

// PathFaultKind is the kind of a mistake in a path template.
type PathFaultKind int

// The faults of a path template.
const (
	NoLeadingSlash  PathFaultKind = iota + 1 // me/messages, ~/me/messages
	TrailingSlash                            // /me/
	DoubleSlash                              // /me//messages
	UnbalancedBrace                          // {id, id}
	UnbalancedAngle                          // <address, address>
	UnbalancedParen                          // range(address='x'
	NoParamName                              // {}, {undefined}
	ParenParam                               // (team-id) for {team-id}
	QuotedParam                              // '{id}' for {id}
	BlankInPath                              // {id} | name/
	MissingSlash                             // {id}$ref
	LoneDollar                               // tables/$/add
	QueryInPath                              // a ? or # that was not split off
	QuoteInBraces                            // '{id'}, {'id'} for '{id}'
)

// String returns a few words for a finding.
func (k PathFaultKind) String() string {
	names := [...]string{
		NoLeadingSlash: "no leading slash", TrailingSlash: "trailing slash",
		DoubleSlash: "empty segment", UnbalancedBrace: "unbalanced brace",
		UnbalancedAngle: "unbalanced angle bracket", UnbalancedParen: "unbalanced parenthesis",
		NoParamName: "placeholder without a name", ParenParam: "placeholder in parentheses", QuotedParam: "placeholder in quotes",
		BlankInPath: "space in the path", MissingSlash: "missing slash",
		LoneDollar: "single $", QueryInPath: "query in the path",
		QuoteInBraces: "quotation mark in the braces",
	}
	if k < 1 || int(k) >= len(names) {
		return ""
	}
	return names[k]
}

// ParsePath reads a documented path. It accepts any text. Text that it does not
// understand becomes a literal and a fault. Faults are in text order.
func ParsePath(text string) (PathTemplate, []PathFault) {
	r := pathReader{text: text, closes: matchParens(text)}
	p := PathTemplate{Prefix: r.prefix()}
	r.pos = len(p.Prefix)
	if r.pos < len(text) {
		p.Segments = r.segments()
	}
	slices.SortStableFunc(r.faults, func(a, b PathFault) int { return cmp.Compare(a.Start, b.Start) })
	return p, r.faults
}

type pathReader struct {
	text   string
	pos    int
	closes []int // offset of the ) for both parentheses of a pair, 0 for an unpaired one
	parts  []Part
	lit    int // start of the current literal
	shield int // slashes before this offset are in parentheses
	faults []PathFault
}

func (r *pathReader) fault(start, end int, kind PathFaultKind) {
	r.faults = append(r.faults, PathFault{start, end, kind, r.text[start:end]})
}

func (r *pathReader) prefix() string {
	switch {
	case strings.HasPrefix(r.text, "/"):
		return "/"
	case strings.HasPrefix(r.text, "~/"):
		r.fault(0, 2, NoLeadingSlash)
		return "~/"
	}
	r.fault(0, 0, NoLeadingSlash)
	return ""
}

func (r *pathReader) segments() []Segment {
	var segs []Segment
	for {
		start := r.pos
		s := r.segment()
		r.check(s, start)
		segs = append(segs, s)
		if r.pos == len(r.text) {
			return segs
		}
		r.pos++
	}
}

// segment reads up to the next slash outside parentheses, or the end.
func (r *pathReader) segment() Segment {
	r.parts, r.lit = nil, r.pos
	for ; r.pos < len(r.text); r.pos++ {
		switch r.text[r.pos] {
		case '/':
			if r.pos >= r.shield {
				return r.endSegment()
			}
		case '{':
			if n := doubleBraces(r.text[r.pos:]); n > 0 {
				r.doublePlaceholder(r.pos + n)
				continue
			}
			r.placeholder(closeBrace(r.text, r.pos), Braces, UnbalancedBrace)
		case '<':
			r.placeholder(closeAngle(r.text, r.pos), Angle, UnbalancedAngle)
		case '}':
			r.fault(r.pos, r.pos+1, UnbalancedBrace)
		case '>':
			r.fault(r.pos, r.pos+1, UnbalancedAngle)
		case '(', ')':
			r.paren()
		}
	}
	return r.endSegment()
}

// placeholder reads the brackets from pos to end as a parameter. When end is
// negative they are not closed, and the opening one is a literal. Brackets
// without text between them are literals too.
func (r *pathReader) placeholder(end int, form ParamForm, kind PathFaultKind) {
	if end < 0 {
		r.fault(r.pos, r.pos+1, kind)
		return
	}
	name := r.text[r.pos+1 : end]
	if strings.HasPrefix(name, "'") || strings.HasSuffix(name, "'") {
		r.fault(r.pos, end+1, QuoteInBraces)
	}
	if t := strings.TrimSpace(name); t == "" || t == "undefined" {
		r.fault(r.pos, end+1, NoParamName)
	}
	if name == "" {
		r.pos = end
		return
	}
	r.flush(r.pos)
	r.parts = append(r.parts, Part{Param: name, Form: form})
	r.pos, r.lit = end, end+1
}

// doublePlaceholder reads {{name}} up to end as a parameter.
func (r *pathReader) doublePlaceholder(end int) {
	r.flush(r.pos)
	r.parts = append(r.parts, Part{Param: r.text[r.pos+2 : end-2], Form: Double})
	r.pos, r.lit = end-1, end
}

func (r *pathReader) paren() {
	to := r.closes[r.pos]
	if to == 0 {
		r.fault(r.pos, r.pos+1, UnbalancedParen)
	}
	r.shield = max(r.shield, to)
}

// flush ends the literal before end.
func (r *pathReader) flush(end int) {
	if r.lit < end {
		r.parts = append(r.parts, Part{Literal: r.text[r.lit:end]})
	}
}

func (r *pathReader) endSegment() Segment {
	r.flush(r.pos)
	switch p := r.parts; {
	case len(p) == 1:
		if name, ok := parenName(p[0].Literal); ok {
			p[0] = Part{Param: name, Form: Paren}
		}
		if name, ok := strings.CutPrefix(p[0].Literal, ":"); ok && isParamName(name) {
			p[0] = Part{Param: name, Form: Colon}
		}
	case len(p) == 3 && p[0].Literal == "'" && p[2].Literal == "'" && p[1].Form == Braces:
		r.parts = []Part{{Param: p[1].Param, Form: Quoted}}
	}
	return Segment{Parts: r.parts}
}
