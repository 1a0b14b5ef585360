package ir

import "strings"

// check reports the faults of a segment that was read.
func (r *pathReader) check(s Segment, start int) {
	if len(s.Parts) == 0 {
		r.checkEmpty(start)
		return
	}
	_, isFunction := s.Function()
	at := start
	for i, p := range s.Parts {
		end := at + len(p.String())
		switch {
		case p.Form == Paren:
			r.fault(at, end, ParenParam)
		case p.Form == Quoted:
			r.fault(at, end, QuotedParam)
		case !p.IsParam() && !isFunction:
			r.checkLiteral(p.Literal, at)
			if i > 0 && (p.Literal[0] == '$' || isLetter(p.Literal[0])) {
				r.fault(at, end, MissingSlash)
			}
		}
		at = end
	}
}

func (r *pathReader) checkEmpty(start int) {
	if start == len(r.text) {
		r.fault(start-1, start, TrailingSlash)
		return
	}
	r.fault(start, start+1, DoubleSlash)
}

func (r *pathReader) checkLiteral(text string, at int) {
	if text == "$" {
		r.fault(at, at+1, LoneDollar)
	}
	if i := strings.IndexAny(text, "?#"); i >= 0 {
		r.fault(at+i, at+len(text), QueryInPath)
		text = text[:i]
	}
	if strings.ContainsAny(text, " \t\u00a0") {
		r.fault(at, at+len(text), BlankInPath)
	}
}
