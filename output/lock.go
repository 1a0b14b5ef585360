package output

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// LockFile is the name of the lock file, in the root of the output folder. It
// lists the files that mdwire wrote and the Go names in them.
const LockFile = "mdwire.lock"

// Lock is the content of the lock file. It holds no time and no absolute path,
// so that it is the same on every machine.
type Lock struct {
	Origin
	Files []LockedFile `json:"files"` // by path
}

// Origin says what files were made by and from.
type Origin struct {
	Tool string    `json:"tool"`           // version of mdwire
	Docs *Revision `json:"docs,omitempty"` // nil for pages of a local folder
	// Names are the Go names in the files. They decide later who keeps a name.
	Names []Name `json:"names,omitempty"`
}

// Name is the Go name of a method or a type. Its fields are those of generator.Name.
type Name struct {
	Version string `json:"version,omitempty"`
	Page    string `json:"page,omitempty"`
	Part    string `json:"part,omitempty"`
	Type    string `json:"type,omitempty"`
	Body    string `json:"body,omitempty"`
	Place   string `json:"place,omitempty"`
	Go      string `json:"go"`
}

// Revision identifies pages that were fetched from a git repository or unpacked
// from an archive.
type Revision struct {
	Git    string `json:"git,omitempty"`
	Ref    string `json:"ref,omitempty"`
	Commit string `json:"commit,omitempty"`
	SHA256 string `json:"sha256,omitempty"` // of the archive
}

// LockedFile is a file as mdwire wrote it.
type LockedFile struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

// hashes maps each path to the hashes that the lock lists for it. There can be
// several in the lock of a run that was interrupted.
func (l Lock) hashes() map[string][]string {
	known := map[string][]string{}
	for _, f := range l.Files {
		known[f.Path] = append(known[f.Path], f.SHA256)
	}
	return known
}

// compareLocked orders the files of a lock.
func compareLocked(a, b LockedFile) int {
	return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.SHA256, b.SHA256))
}

// union returns the lock that is valid while files are being replaced: each file
// has its old or its new content.
func union(next, old Lock) Lock {
	both := next
	both.Files = slices.Concat(next.Files, old.Files)
	slices.SortFunc(both.Files, compareLocked)
	both.Files = slices.Compact(both.Files)
	return both
}

// encode returns the lock as indented JSON. The lists are written without
// encoding/json, which takes many times as long for thousands of files. A name has
// one line, so that changes of two branches merge.
func (l Lock) encode() ([]byte, error) {
	files, names := l.Files, l.Names
	l.Files, l.Names = []LockedFile{}, nil
	head, err := json.MarshalIndent(l, "", "  ")
	if err != nil {
		return nil, err
	}
	data := slices.Grow(bytes.TrimSuffix(head, []byte("\"files\": []\n}")), 160*len(files)+100*len(names))
	if len(names) > 0 {
		data = append(data, "\"names\": ["...)
		for i, n := range names {
			if i > 0 {
				data = append(data, ',')
			}
			data = n.append(append(data, "\n    "...))
		}
		data = append(data, "\n  ],\n  "...)
	}
	data = append(data, "\"files\": ["...)
	if len(files) == 0 {
		return append(data, "]\n}\n"...), nil
	}
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

// append appends the name as JSON on one line.
func (n Name) append(data []byte) []byte {
	data = append(data, '{')
	for _, member := range []struct{ key, value string }{
		{"version", n.Version}, {"page", n.Page}, {"part", n.Part}, {"type", n.Type}, {"body", n.Body}, {"place", n.Place},
	} {
		if member.value != "" {
			data = appendJSON(append(append(append(data, '"'), member.key...), "\": "...), member.value)
			data = append(data, ", "...)
		}
	}
	return append(appendJSON(append(data, "\"go\": "...), n.Go), '}')
}

// appendJSON appends a JSON string.
func appendJSON(data []byte, s string) []byte {
	for i := range len(s) {
		if !isPlain(s[i]) {
			quoted, _ := json.Marshal(s) // cannot fail for a string
			return append(data, quoted...)
		}
	}
	return append(append(append(data, '"'), s...), '"')
}

// isPlain reports whether c is one of the characters that most paths and hashes
// consist of. JSON does not escape them.
func isPlain(c byte) bool {
	return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || c == '-' || c == '_' || c == '.' || c == '/'
}

// readLock returns the content of the lock file, nil if there is none. An empty
// file is an error: no run writes one.
func readLock(root *os.Root) ([]byte, error) {
	data, err := root.ReadFile(LockFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err == nil && len(data) == 0 {
		_, err = parseLock(data, root.Name())
	}
	return data, err
}

// parseLock decodes the content of the lock file in a folder; nil is the zero Lock.
func parseLock(data []byte, folder string) (Lock, error) {
	var l Lock
	if data == nil {
		return l, nil
	}
	if err := json.Unmarshal(data, &l); err != nil {
		return l, fmt.Errorf("%s is damaged (%v): remove it together with the generated files", filepath.ToSlash(filepath.Join(folder, LockFile)), err)
	}
	return l, nil
}

// writeLock replaces the lock file unless it has this content already.
func (f *Folder) writeLock(l Lock) error {
	data, err := l.encode()
	if err != nil {
		return err
	}
	if have, err := f.root.ReadFile(LockFile); err == nil && bytes.Equal(have, data) {
		return nil
	}
	temporary := path.Join(staging, LockFile)
	if err := f.root.MkdirAll(staging, 0o777); err != nil {
		return err
	}
	if err := f.root.WriteFile(temporary, data, 0o666); err != nil {
		return err
	}
	if err := f.root.Rename(temporary, LockFile); err != nil {
		return err
	}
	removeEmpty(f.root, staging)
	return nil
}
