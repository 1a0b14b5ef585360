package generator

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
)

// LockFile lists what mdwire wrote to an output folder, beside the output.
const LockFile = "mdwire.lock"

// Lock is the content of the lock file: what the files were made by and from,
// which they are, and what they held when mdwire wrote them. It has no time and
// no path of the machine.
type Lock struct {
	Tool  string       `json:"tool"` // version of mdwire
	Docs  *Docs        `json:"docs,omitempty"`
	Files []LockedFile `json:"files"`
}

// Docs is the revision of the pages that the files were made from, for pages
// that are fetched or unpacked.
type Docs struct {
	Git    string `json:"git,omitempty"`
	Ref    string `json:"ref,omitempty"`
	Commit string `json:"commit,omitempty"`
	SHA256 string `json:"sha256,omitempty"`
}

// LockedFile is a file that mdwire wrote.
type LockedFile struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

// hashes returns what each file held. In the lock of a run that did not end a
// file may have held one of several.
func (l Lock) hashes() map[string][]string {
	known := map[string][]string{}
	for _, f := range l.Files {
		known[f.Path] = append(known[f.Path], f.SHA256)
	}
	return known
}

// byPath orders the files of a lock.
func byPath(a, b LockedFile) int {
	return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.SHA256, b.SHA256))
}

// union is the lock while files are being written: each holds what it held or
// what it will hold.
func union(next, old Lock) Lock {
	both := next
	both.Files = slices.Concat(next.Files, old.Files)
	slices.SortFunc(both.Files, byPath)
	both.Files = slices.Compact(both.Files)
	return both
}

// encode writes the lock as JSON with indents. The files, of which there are
// thousands, are written by hand: paths are plain, and encoding/json takes many
// times as long.
func (l Lock) encode() ([]byte, error) {
	files := l.Files
	l.Files = []LockedFile{}
	head, err := json.MarshalIndent(l, "", "  ")
	if err != nil || len(files) == 0 {
		return append(head, '\n'), err
	}
	data := slices.Grow(bytes.TrimSuffix(head, []byte("]\n}")), 160*len(files))
	for i, f := range files {
		if i > 0 {
			data = append(data, ',')
		}
		data = append(data, "\n    {\n      \"path\": "...)
		data = appendJSON(data, f.Path)
		data = append(data, ",\n      \"sha256\": "...)
		data = appendJSON(data, f.SHA256)
		data = append(data, "\n    }"...)
	}
	return append(data, "\n  ]\n}\n"...), nil
}

// appendJSON appends a JSON string.
func appendJSON(data []byte, s string) []byte {
	for i := range len(s) {
		if !isPlain(s[i]) {
			quoted, _ := json.Marshal(s) // of a string it cannot fail
			return append(data, quoted...)
		}
	}
	return append(append(append(data, '"'), s...), '"')
}

// isPlain reports the characters that stand for themselves in JSON, as far as
// paths and hashes have them.
func isPlain(c byte) bool {
	return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || c == '-' || c == '_' || c == '.' || c == '/'
}

// readLock returns the bytes of the lock file, none where there is none.
func readLock(root *os.Root) ([]byte, error) {
	data, err := root.ReadFile(LockFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err == nil && len(data) == 0 {
		_, err = parseLock(data)
	}
	return data, err
}

func parseLock(data []byte) (Lock, error) {
	var l Lock
	if data == nil {
		return l, nil
	}
	if err := json.Unmarshal(data, &l); err != nil {
		return l, fmt.Errorf("%s is damaged (%v): remove it, and the generated files with it", LockFile, err)
	}
	return l, nil
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
