package config

import (
	"github.com/bmatcuk/doublestar/v4"
	"gopkg.in/yaml.v3"
)

// Word reads a scalar that is not empty. what names it in the error.
func Word(n *yaml.Node, what string) (string, error) {
	if n.Kind != yaml.ScalarNode || n.Value == "" || n.Tag == "!!null" {
		return "", At(n, "expected %s", what)
	}
	return n.Value, nil
}

// Words reads a list of scalars.
func Words(n *yaml.Node) ([]string, error) {
	if n.Kind != yaml.SequenceNode {
		return nil, At(n, "expected a list")
	}
	var out []string
	for _, item := range n.Content {
		word, err := Word(item, "a text that is not empty")
		if err != nil {
			return nil, err
		}
		out = append(out, word)
	}
	return out, nil
}

// Globs reads a list of globs.
func Globs(n *yaml.Node) ([]string, error) {
	globs, err := Words(n)
	for i, g := range globs {
		if !doublestar.ValidatePattern(g) {
			return nil, At(n.Content[i], "%q is not a valid glob", g)
		}
	}
	return globs, err
}

// Node is a value of the file.
type Node = yaml.Node

// IsWord reports whether a value is a scalar. Some keys accept one instead of a
// mapping.
func IsWord(n *Node) bool { return n.Kind == yaml.ScalarNode }
