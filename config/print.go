package config

import (
	"io"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"
)

// Print writes the values of keys as a configuration file.
func Print(w io.Writer, keys []Key) error {
	doc := &yaml.Node{Kind: yaml.MappingNode}
	for _, k := range keys {
		value := k.Value()
		if value == nil || reflect.ValueOf(value).IsZero() {
			continue
		}
		var n yaml.Node
		if err := n.Encode(value); err != nil {
			return err
		}
		doc.Content = append(doc.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: k.Name}, &n)
	}
	if len(doc.Content) == 0 {
		return nil
	}
	enc := yaml.NewEncoder(w)
	enc.SetIndent(2)
	if err := enc.Encode(doc); err != nil {
		return err
	}
	return enc.Close()
}

// Values returns the values of the keys of a mapping, nil if none is set.
func Values(keys []Key) any {
	values := map[string]any{}
	for _, k := range keys {
		if v := k.Value(); v != nil && !reflect.ValueOf(v).IsZero() {
			values[k.Name] = v
		}
	}
	if len(values) == 0 {
		return nil
	}
	return values
}

// Scalar returns a word as YAML, quoted if necessary.
func Scalar(word string) (string, error) {
	text, err := yaml.Marshal(word)
	return strings.TrimSpace(string(text)), err
}
