package exampletest

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

// sums are the SHA-256 sums of the messages in testdata, as sha256sum writes
// them, a file for each resource.
var sums = sync.OnceValues(func() (all []byte, err error) {
	files, err := filepath.Glob(filepath.Join("testdata", "*.sha256"))
	for _, file := range files {
		data, readErr := os.ReadFile(file)
		all, err = append(all, data...), errors.Join(err, readErr)
	}
	return all, err
})

// read gives a message of testdata. One that was changed since is not what the
// page documents any more: server and test would agree on it all the same.
func (x *exchange) read(name string) []byte {
	x.t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", filepath.FromSlash(name)))
	if err != nil {
		x.t.Fatal(err)
	}
	known, err := sums()
	if err != nil {
		x.t.Fatal(err)
	}
	if !bytes.Contains(known, fmt.Appendf(nil, "%x  %s\n", sha256.Sum256(data), name)) {
		x.t.Errorf("testdata/%s is not what was generated from the page", name)
	}
	return data
}
