package exampletest

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/generator/gocode"
)

// archive holds the messages of a resource's tests, for one file of test data.
// readArchive in the support code documents the format.
type archive struct {
	names    []string
	messages [][]byte
}

func (a *archive) add(name string, message []byte) {
	a.names = append(a.names, name)
	a.messages = append(a.messages, message)
}

// bytes encodes the archive. Each message has a checksum, so that tests notice
// when it was edited and is no longer the documented one.
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

// dashes returns the dashes at both ends of the lines that separate messages: at
// least two, and more than at the start of any line of a message.
func (a *archive) dashes() string {
	n := 2
	for _, m := range a.messages {
		for _, found := range dashed.FindAll(m, -1) {
			n = max(n, len(found)) // found ends in a blank, so this is one dash more
		}
	}
	return strings.Repeat("-", n)
}

var dashed = regexp.MustCompile(`(?m)^-{2,} `)
