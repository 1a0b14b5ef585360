package exampletest

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// archived is a message in testdata with the checksum of the generated message.
type archived struct {
	sum     string // the first eight bytes of the SHA-256, in hexadecimal
	message []byte
}

// archives caches the messages of each archive (map[string]archived), by resource.
var archives sync.Map

// readArchive returns the messages of testdata/RESOURCE.txtar by name. After the
// header line, the file has txtar format: a message starts after a line
// "-- message-move/example.request 8f434346648f6b96 --" with its name and checksum,
// and ends before the line break that precedes the next such line. If messages
// contain such lines, those of the archive have more dashes.
func readArchive(resource string) (map[string]archived, error) {
	if known, ok := archives.Load(resource); ok {
		return known.(map[string]archived), nil
	}
	data, err := os.ReadFile(filepath.Join("testdata", resource+".txtar"))
	if err != nil {
		return nil, err
	}
	_, data, _ = bytes.Cut(bytes.TrimSuffix(data, []byte("\n")), []byte("\n"))
	dashes, _, _ := strings.Cut(string(data), " ")
	messages := map[string]archived{}
	for _, part := range strings.Split("\n"+string(data), "\n"+dashes+" ")[1:] {
		line, message, _ := strings.Cut(part, "\n")
		if head := strings.Fields(line); len(head) == 3 {
			messages[head[0]] = archived{head[1], []byte(message)}
		}
	}
	archives.Store(resource, messages)
	return messages, nil
}

// read returns the message of testdata with the name RESOURCE/NAME.
func (x *exchange) read(name string) []byte {
	x.t.Helper()
	message, ok := x.find(name)
	if !ok {
		x.t.Fatalf("testdata has no %s", name)
	}
	return message
}

// find is read for messages that may be missing. It reports messages that were
// changed after they were generated: they are no longer the documented ones, but the
// test would still pass.
func (x *exchange) find(name string) (message []byte, ok bool) {
	x.t.Helper()
	resource, name, _ := strings.Cut(name, "/")
	messages, err := readArchive(resource)
	if err != nil {
		x.t.Fatal(err)
	}
	found, ok := messages[name]
	if ok && found.sum != fmt.Sprintf("%.8x", sha256.Sum256(found.message)) {
		x.t.Errorf("testdata/%s.txtar: %s was changed after it was generated: run mdwire generate to restore it", resource, name)
	}
	return found.message, ok
}
