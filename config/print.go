package config

import (
	"io"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"
)

// Print writes what is in force as such a file says it.
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

// Values returns what is in force of a mapping, nil for nothing.
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

// Scalar writes a word so that it is read as the same.
func Scalar(word string) (string, error) {
	text, err := yaml.Marshal(word)
	return strings.TrimSpace(string(text)), err
}
