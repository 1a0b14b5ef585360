package tests

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
)

// archive is the messages of a resource's tests, as one file of test data: see
// the support code's readArchive for its form.
type archive struct {
	names    []string
	messages [][]byte
}

func (a *archive) add(name string, message []byte) {
	a.names = append(a.names, name)
	a.messages = append(a.messages, message)
}

// bytes writes the archive. A message that was changed by hand is not the
// documented one: the sums tell.
func (a *archive) bytes() []byte {
	var b bytes.Buffer
	b.WriteString(gocode.Header + "\n")
	dashes := a.dashes()
	for i, m := range a.messages {
		fmt.Fprintf(&b, "%s %s %.8x %s\n", dashes, a.names[i], sha256.Sum256(m), dashes)
		b.Write(m)
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// dashes begin and end the lines that part the messages: two, or more than any
// line of a message begins with.
func (a *archive) dashes() string {
	n := 2
	for _, m := range a.messages {
		for _, found := range dashed.FindAll(m, -1) {
			n = max(n, len(found)) // one more, for the blank
		}
	}
	return strings.Repeat("-", n)
}

var dashed = regexp.MustCompile(`(?m)^-{2,} `)
