package lenient

// list reads the separators between the members of an object or the elements of
// an array.
type list struct {
	r      *reader
	closer byte
	end    Kind // the defect when the text ends inside the list
	any    bool // a member has been read
	last   int  // the end of the last member, or the start of the list
	comma  int  // offset of the comma after it, -1 for none
}

func (r *reader) list(closer byte, end Kind) *list {
	return &list{r: r, closer: closer, end: end, last: r.pos, comma: -1}
}

// done records that a member has been read.
func (l *list) done() {
	l.any, l.last, l.comma = true, l.r.pos, -1
}

// more reads up to the next member. It returns false at the end of the list.
func (l *list) more() bool {
	r := l.r
	for {
		r.blank()
		switch c := r.peek(); {
		case r.failed:
			return false
		case r.eof():
			l.trailing()
			r.defect(r.pos, r.pos, l.end, string(l.closer))
			return false
		case c == '}' || c == ']':
			l.trailing()
			l.close(c)
			return false
		case c == ',':
			l.readComma()
		case r.ellipsis() > 0:
			l.ellipsis()
		default:
			if l.any && l.comma < 0 {
				r.defect(l.last, l.last, MissingComma, ",")
			}
			return true
		}
	}
}

func (l *list) readComma() {
	if l.any && l.comma < 0 {
		l.comma = l.r.pos
	} else {
		l.r.defect(l.r.pos, l.r.pos+1, ExtraComma, "")
	}
	l.r.pos++
}

func (l *list) trailing() {
	if l.comma >= 0 {
		l.r.defect(l.comma, l.comma+1, TrailingComma, "")
		l.comma = -1
	}
}

// close reads a closing bracket. When it is of the other kind, either the list
// is not closed and the bracket closes an outer one, or the bracket is wrong.
func (l *list) close(c byte) {
	r := l.r
	outer := r.arrays
	if c == '}' {
		outer = r.objects
	}
	switch {
	case c == l.closer:
	case outer > 0:
		r.defect(l.last, l.last, Unclosed, string(l.closer))
		return
	default:
		r.defect(r.pos, r.pos+1, WrongBracket, string(l.closer))
	}
	r.pos++
}

// ellipsis removes an ellipsis and one adjacent comma.
func (l *list) ellipsis() {
	r := l.r
	start, end := r.pos, r.pos+r.ellipsis()
	r.pos = end
	if l.comma >= 0 && r.clean(l.comma) {
		start = l.comma
	} else if l.comma >= 0 {
		r.defect(l.comma, l.comma+1, Ellipsis, "")
	}
	l.comma = -1
	n := len(r.defects)
	r.blank()
	if !l.any && r.peek() == ',' && len(r.defects) == n {
		end = r.pos + 1
		r.pos = end
	}
	r.defect(start, end, Ellipsis, "")
}

// clean reports whether there is no defect at or after an offset.
func (r *reader) clean(from int) bool {
	n := len(r.defects)
	return n == 0 || r.defects[n-1].End <= from
}
