package page

import (
	"bytes"
	"encoding/binary"
	"sort"
	"unicode/utf8"

	"github.com/mdwire/mdwire/diag"
)

// longLine is the length of a line, in bytes, from which it gets marks, so that
// many positions in one line take linear time.
const longLine = 2048

// lines maps offsets to lines and columns.
type lines struct {
	starts []int32
	ascii  bool
	bom    int // length of the byte order mark, which has no column
	marks  map[int32][]int32
}

// read finds the lines of src. It reuses the memory of the last page.
func (l *lines) read(src []byte, bom int) {
	*l = lines{starts: append(l.starts[:0], 0), ascii: isASCII(src[bom:]), bom: bom}
	for i := 0; ; {
		n := bytes.IndexByte(src[i:], '\n')
		if n < 0 {
			break
		}
		i += n + 1
		l.starts = append(l.starts, int32(i))
	}
	if !l.ascii {
		l.mark(src)
	}
}

func isASCII(b []byte) bool {
	for ; len(b) >= 8; b = b[8:] {
		if binary.LittleEndian.Uint64(b)&0x8080808080808080 != 0 {
			return false
		}
	}
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// mark counts the characters of long lines at every longLine bytes.
func (l *lines) mark(src []byte) {
	for i, s := range l.starts {
		end := len(src)
		if i+1 < len(l.starts) {
			end = int(l.starts[i+1])
		}
		if end-int(s) < 2*longLine {
			continue
		}
		var ms []int32
		n := 0
		for o := int(s); o < end; o += longLine {
			ms = append(ms, int32(n))
			n += countRunes(src[o:min(o+longLine, end)])
		}
		if l.marks == nil {
			l.marks = map[int32][]int32{}
		}
		l.marks[s] = ms
	}
}

// countRunes counts the bytes that begin a character. Unlike utf8.RuneCount, it
// accepts a slice that begins or ends inside a character.
func countRunes(b []byte) int {
	n := 0
	for _, c := range b {
		if c&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

func (l *lines) pos(src []byte, off int) diag.Pos {
	off = max(0, min(off, len(src)))
	i := sort.Search(len(l.starts), func(i int) bool { return int(l.starts[i]) > off }) - 1
	start := int(l.starts[i])
	if i == 0 {
		start = min(l.bom, off)
	}
	col := off - start
	if !l.ascii {
		col = l.runes(src, int(l.starts[i]), start, off)
	}
	return diag.Pos{Offset: off, Line: i + 1, Column: col + 1}
}

// runes counts the characters from start to off in the line that begins at
// offset line.
func (l *lines) runes(src []byte, line, start, off int) int {
	ms := l.marks[int32(line)]
	if ms == nil {
		return countRunes(src[start:off])
	}
	k := (off - line) / longLine
	n := int(ms[k]) + countRunes(src[line+k*longLine:off])
	return n - countRunes(src[line:start])
}
