// Package config reads mdwire.yaml. The file is one; its keys belong to the
// packages that act on them, which hand them in. What is misspelled is an error
// with its line: a key that nobody reads would be a wish that nobody grants.
package config

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/mdwire/mdwire/diag"
)

// File is the name that configuration files are found by.
const File = "mdwire.yaml"

// Key is a key of the file, or of a mapping in it.
type Key struct {
	Name string
	// Schema is the JSON Schema of the value, with its description.
	Schema map[string]any
	Read   func(value *yaml.Node) error
	// Value returns what is in force, nil for nothing.
	Value func() any
}

// Parse reads a file of known keys. One that holds nothing but comments reads
// none.
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

// Mapping calls read for the members of a mapping, whose keys must be among
// the known ones unless that is nil. what says what a key is.
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
			return At(key, "%s %q stands twice", what, key.Value)
		}
		seen[key.Value] = true
		if err := read(key.Value, n.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// Error is a fault at a place of the file. Lines and columns count from 1; the
// column is 0 where it is not known.
type Error struct {
	Line, Column int
	Message      string
}

// Error begins with the place, so that a file's name and a colon go before it.
func (e *Error) Error() string {
	if e.Column == 0 {
		return fmt.Sprintf("%d: %s", e.Line, e.Message)
	}
	return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Message)
}

// At is an error at a place of the file.
func At(n *yaml.Node, format string, args ...any) error {
	return &Error{n.Line, n.Column, fmt.Sprintf(format, args...)}
}

// syntaxError is how the errors of package yaml begin.
var syntaxError = regexp.MustCompile(`^yaml: line ([0-9]+): `)

// located is an error of package yaml, which knows the line and says it in words.
func located(err error) error {
	m := syntaxError.FindStringSubmatch(err.Error())
	if m == nil {
		return err
	}
	line, _ := strconv.Atoi(m[1])
	return &Error{Line: line, Message: strings.TrimPrefix(err.Error(), m[0])}
}

// In says which file an error of reading it is about.
func In(file string, err error) error {
	if at := (*Error)(nil); errors.As(err, &at) {
		return fmt.Errorf("%s:%w", file, err)
	}
	return fmt.Errorf("%s: %w", file, err)
}

// Find looks for a configuration file from a folder upwards, "" for none. It
// does not look beyond a repository: what lies there is somebody else's.
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
