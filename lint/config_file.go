package lint

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
	"gopkg.in/yaml.v3"

	"github.com/mdwire/mdwire/diag"
)

// ConfigFile is the name that configuration files are found by.
const ConfigFile = "mdwire.yaml"

// configKeys are the keys of a configuration file. schema.json lists them too.
var configKeys = []string{"level", "rules", "profiles", "required-keys", "allowed-hosts", "permissions-file"}

// ParseConfig reads a configuration file. readList returns the lines of a file
// that the configuration names. What is misspelled is an error with its line:
// a key that nobody reads would be a wish that nobody grants.
func ParseConfig(src []byte, readList func(name string) ([]string, error)) (*Config, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(src, &doc); err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	c := DefaultConfig()
	if len(doc.Content) == 0 || doc.Content[0].Tag == "!!null" { // nothing but comments
		return c, nil
	}
	r := configReader{config: c, readList: readList}
	err := r.eachKey(doc.Content[0], "key", configKeys, r.key)
	return c, err
}

type configReader struct {
	config   *Config
	readList func(name string) ([]string, error)
}

// eachKey calls f for the members of a mapping whose keys must be known.
func (r *configReader) eachKey(n *yaml.Node, what string, known []string, f func(key string, value *yaml.Node) error) error {
	if n.Kind != yaml.MappingNode {
		return at(n, "expected keys and values")
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		switch {
		case known != nil && !slices.Contains(known, key.Value):
			return at(key, "unknown %s %q%s", what, key.Value, meant(key.Value, known))
		case seen[key.Value]:
			return at(key, "%s %q stands twice", what, key.Value)
		}
		seen[key.Value] = true
		if err := f(key.Value, n.Content[i+1]); err != nil {
			return err
		}
	}
	return nil
}

// at is an error at a place of the file.
func at(n *yaml.Node, format string, args ...any) error {
	return fmt.Errorf("line %d: %s", n.Line, fmt.Sprintf(format, args...))
}

func (r *configReader) key(key string, value *yaml.Node) (err error) {
	c := r.config
	switch key {
	case "level":
		c.Level, err = severityOf(value)
		if err == nil && c.Level == Off {
			err = at(value, "the level is error, warning or info")
		}
	case "rules":
		c.Rules, err = r.rules(value)
	case "profiles":
		err = r.eachKey(value, "profile", nil, r.profile)
	case "required-keys":
		c.Settings.RequiredKeys, err = keyLists(value)
	case "allowed-hosts":
		var hosts []string
		hosts, err = stringsOf(value)
		c.Settings.AllowedHosts = append(c.Settings.AllowedHosts, hosts...)
	case "permissions-file":
		err = r.permissions(value)
	}
	return err
}

// rules reads severities by rule: "rule: off", or "rule: {severity: off}".
func (r *configReader) rules(n *yaml.Node) (map[string]diag.Severity, error) {
	out := map[string]diag.Severity{}
	err := r.eachKey(n, "rule", Names(), func(rule string, value *yaml.Node) (err error) {
		if value.Kind != yaml.MappingNode {
			out[rule], err = severityOf(value)
			return err
		}
		return r.eachKey(value, "key", []string{"severity"}, func(_ string, v *yaml.Node) (err error) {
			out[rule], err = severityOf(v)
			return err
		})
	})
	return out, err
}

// severityOf reads a severity. YAML 1.1 reads a bare off as false, and people
// write it so.
func severityOf(n *yaml.Node) (diag.Severity, error) {
	if n.Kind != yaml.ScalarNode {
		return 0, at(n, "expected a severity")
	}
	if n.Tag == "!!bool" && strings.EqualFold(n.Value, "false") {
		return Off, nil
	}
	s, err := ParseSeverity(strings.ToLower(n.Value))
	if err != nil {
		return 0, at(n, "%v", err)
	}
	return s, nil
}

// profile reads one profile. The name of a built-in one overrides that:
// "intune: off" drops it.
func (r *configReader) profile(name string, n *yaml.Node) error {
	ps := &r.config.Profiles
	i := slices.IndexFunc(*ps, func(p Profile) bool { return p.Name == name })
	if n.Kind == yaml.ScalarNode {
		if s, err := severityOf(n); err != nil || s != Off || i < 0 {
			return at(n, "a profile has paths and rules; only a built-in one can be off")
		}
		*ps = slices.Delete(*ps, i, i+1)
		return nil
	}
	if i < 0 {
		*ps = append(*ps, Profile{Name: name})
		i = len(*ps) - 1
	}
	p := &(*ps)[i]
	err := r.eachKey(n, "key", []string{"paths", "rules"}, func(key string, v *yaml.Node) (err error) {
		if key == "paths" {
			p.Paths, err = globsOf(v)
			return err
		}
		p.Rules, err = r.rules(v)
		return err
	})
	if err == nil && len(p.Paths) == 0 {
		err = at(n, "profile %q names no paths", name)
	}
	return err
}

func globsOf(n *yaml.Node) ([]string, error) {
	globs, err := stringsOf(n)
	for _, g := range globs {
		if err == nil && !doublestar.ValidatePattern(g) {
			err = at(n, "%q is no glob", g)
		}
	}
	return globs, err
}

func stringsOf(n *yaml.Node) ([]string, error) {
	if n.Kind != yaml.SequenceNode {
		return nil, at(n, "expected a list")
	}
	var out []string
	for _, item := range n.Content {
		if item.Kind != yaml.ScalarNode || item.Value == "" {
			return nil, at(item, "expected a word")
		}
		out = append(out, item.Value)
	}
	return out, nil
}

// keyLists reads front matter keys; an entry may be a list of names of which
// one will do.
func keyLists(n *yaml.Node) ([][]string, error) {
	if n.Kind != yaml.SequenceNode {
		return nil, at(n, "expected a list")
	}
	var out [][]string
	for _, item := range n.Content {
		if item.Kind == yaml.ScalarNode && item.Value != "" {
			out = append(out, []string{item.Value})
			continue
		}
		names, err := stringsOf(item)
		if err != nil || len(names) == 0 {
			return nil, at(item, "expected a key or a list of its names")
		}
		out = append(out, names)
	}
	return out, nil
}

// permissions reads the file of permission names: one a line, "#" begins a
// comment.
func (r *configReader) permissions(n *yaml.Node) error {
	if n.Kind != yaml.ScalarNode || n.Value == "" {
		return at(n, "expected the name of a file")
	}
	lines, err := r.readList(n.Value)
	if err != nil {
		return at(n, "%v", err)
	}
	names := map[string]bool{}
	for _, line := range lines {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line != "" {
			names[line] = true
		}
	}
	if len(names) == 0 {
		return at(n, "%s lists no permissions", n.Value)
	}
	r.config.Settings.Permissions = names
	return nil
}
