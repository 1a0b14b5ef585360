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

// archived is a message of testdata with the sum that it was written with.
type archived struct {
	sum     string // the first eight bytes of its SHA-256, in hexadecimal
	message []byte
}

// archives are those of testdata that were read, by resource.
var archives sync.Map

// readArchive gives the messages of testdata/RESOURCE.txtar by their names.
// Below its header the file is what Go knows as txtar: a message begins after a
// line "-- message-move/example.request 8f434346648f6b96 --" with its name and
// sum, and ends before the line break in front of the next. Where messages hold
// such lines themselves, the archive's own begin with more dashes.
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

// read gives a message of testdata, by its resource and name. One that was
// changed since is not what the page documents any more: server and test would
// agree on it all the same.
func (x *exchange) read(name string) []byte {
	x.t.Helper()
	resource, name, _ := strings.Cut(name, "/")
	messages, err := readArchive(resource)
	if err != nil {
		x.t.Fatal(err)
	}
	found, ok := messages[name]
	switch {
	case !ok:
		x.t.Fatalf("testdata/%s.txtar has no %s", resource, name)
	case found.sum != fmt.Sprintf("%.8x", sha256.Sum256(found.message)):
		x.t.Errorf("testdata/%s.txtar: %s is not what was generated from the page: run mdwire generate again", resource, name)
	}
	return found.message
}
