// Package config reads mdwire.yaml. The packages that use a key define it: docs in
// source/config.go, generate in generate/config.go, the others in lint. Unknown
// keys are errors with a line and a suggestion.
package config

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/mdwire/mdwire/diag"
)

// File is the name of configuration files.
const File = "mdwire.yaml"

// Key is a key of the file, or of a mapping in it.
type Key struct {
	Name string
	// Schema is the JSON Schema of the value, with its description.
	Schema map[string]any
	Read   func(value *yaml.Node) error
	// Value returns the value that was read or is the default, nil for none.
	Value func() any
}

// Load reads a configuration file of known keys. Errors begin with its path,
// relative to the working directory if the file is below it.
func Load(file string, keys []Key) error {
	src, err := ReadFile(file)
	if err != nil {
		return err
	}
	if err := Parse(src, keys); err != nil {
		return In(shorten(file), err)
	}
	return nil
}

// ReadFile is os.ReadFile with mdwire's message for a missing file.
func ReadFile(name string) ([]byte, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, Missing(name)
	}
	return data, err
}

// Missing returns the error for a file or folder that does not exist.
func Missing(name string) error { return fmt.Errorf("%s: no such file or folder", name) }

func shorten(file string) string {
	cwd, err := os.Getwd()
	if err != nil {
		return file
	}
	if rel, err := filepath.Rel(cwd, file); err == nil && filepath.IsLocal(rel) {
		return filepath.ToSlash(rel)
	}
	return file
}

// Resolve returns a path from a configuration file, which is relative to the
// folder base of the file.
func Resolve(base, name string) string {
	if name = filepath.FromSlash(name); filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(base, name)
}

// Parse reads the content of a file of known keys. It may be empty.
func Parse(src []byte, keys []Key) error {
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil && !errors.Is(err, io.EOF) {
		return located(err)
	}
	if len(doc.Content) == 0 || doc.Content[0].Tag == "!!null" {
		return nil
	}
	return Object(doc.Content[0], keys)
}

// Object reads a mapping of known keys.
func Object(n *yaml.Node, keys []Key) error {
	var names []string
	for _, k := range keys {
		names = append(names, k.Name)
	}
	return Mapping(n, "key", names, func(name string, value *yaml.Node) error {
		return keys[slices.Index(names, name)].Read(value)
	})
}

// Mapping calls read for each member of a mapping. Keys must be known, unless known
// is nil. what names a key in messages: "rule", "profile".
func Mapping(n *yaml.Node, what string, known []string, read func(key string, value *yaml.Node) error) error {
	if n.Kind != yaml.MappingNode {
		return At(n, "expected keys and values")
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		switch {
		case known != nil && !slices.Contains(known, key.Value):
			return At(key, "unknown %s %q%s", what, key.Value, diag.DidYouMean(key.Value, known))
		case seen[key.Value]:
			return At(key, "duplicate %s %q", what, key.Value)
		}
		seen[key.Value] = true
		if err := read(key.Value, n.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// Error is an error at a position in the file. Lines and columns count from 1; the
// column is 0 if it is unknown.
type Error struct {
	Line, Column int
	Message      string
}

// Error returns "line:column: message", to be put after a file name and a colon.
func (e *Error) Error() string {
	if e.Column == 0 {
		return fmt.Sprintf("%d: %s", e.Line, e.Message)
	}
	return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Message)
}

// At returns an error at a node of the file.
func At(n *yaml.Node, format string, args ...any) error {
	return &Error{n.Line, n.Column, fmt.Sprintf(format, args...)}
}

// syntaxError matches the beginning of errors from package yaml.
var syntaxError = regexp.MustCompile(`^yaml: line ([0-9]+): `)

// located turns an error from package yaml, with the line in its text, into an Error.
func located(err error) error {
	m := syntaxError.FindStringSubmatch(err.Error())
	if m == nil {
		return err
	}
	line, _ := strconv.Atoi(m[1])
	return &Error{Line: line, Message: strings.TrimPrefix(err.Error(), m[0])}
}

// In adds the name of the file to an error of Parse.
func In(file string, err error) error {
	if at := (*Error)(nil); errors.As(err, &at) {
		return fmt.Errorf("%s:%w", file, err)
	}
	return fmt.Errorf("%s: %w", file, err)
}

// Find returns the nearest configuration file in a folder or above, "" for none.
// It does not look outside the git repository.
func Find(dir string) string {
	for {
		file := filepath.Join(dir, File)
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
			return file
		}
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return ""
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}
