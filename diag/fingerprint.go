package diag

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// Fingerprints returns a hash for each diagnostic that does not change when other
// lines are added or removed. It covers the rule, the file, the words of the line,
// and an ordinal among diagnostics that are equal in these.
func Fingerprints(ds []Diagnostic, source func(path string) []byte) []string {
	seen := map[string]int{}
	out := make([]string, len(ds))
	for i := range ds {
		d := &ds[i]
		line := ""
		if source != nil {
			line = sourceLine(source(d.At.Path), d.At.Start)
		}
		key := string(d.Code) + "\x00" + d.At.Path + "\x00" + line
		seen[key]++
		sum := sha256.Sum256([]byte(key + "\x00" + strconv.Itoa(seen[key])))
		out[i] = hex.EncodeToString(sum[:12])
	}
	return out
}

// sourceLine returns the words of a position's line.
func sourceLine(src []byte, p Pos) string {
	if src == nil || p.Offset < 0 || p.Offset > len(src) {
		return ""
	}
	line := src[bytes.LastIndexByte(src[:p.Offset], '\n')+1:]
	if end := bytes.IndexByte(line, '\n'); end >= 0 {
		line = line[:end]
	}
	return strings.Join(strings.Fields(string(line)), " ")
}

// WorstFirst returns diagnostics sorted by severity; it keeps the order of those with
// the same severity.
func WorstFirst(ds []Diagnostic) []Diagnostic {
	out := make([]Diagnostic, 0, len(ds))
	for _, s := range []Severity{Error, Warning, Info} {
		for _, d := range ds {
			if d.Severity == s {
				out = append(out, d)
			}
		}
	}
	return out
}
