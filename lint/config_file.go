package lint

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/mdwire/mdwire/config"
	"github.com/mdwire/mdwire/diag"
)

// ParseConfig reads a configuration file that has only lint's keys. It may name
// the given rules; readList returns the lines of a file that it names.
func ParseConfig(src []byte, rules Catalog, readList func(name string) ([]string, error)) (*Config, error) {
	c := DefaultConfig()
	return c, config.Parse(src, c.Keys(rules, readList))
}

type configReader struct {
	config   *Config
	catalog  Catalog
	readList func(name string) ([]string, error)
	listName string // name of the file that readList has read
}

// Keys returns lint's keys of the configuration file; reading them changes c.
func (c *Config) Keys(rules Catalog, readList func(name string) ([]string, error)) []config.Key {
	r := &configReader{config: c, catalog: rules, readList: readList}
	return []config.Key{
		{Name: "level", Schema: levelSchema(), Read: r.level, Value: c.levelName},
		{Name: "rules", Schema: rulesSchema("Severities by rule."), Read: func(n *yaml.Node) (err error) {
			c.Rules, err = r.rules(n)
			return err
		}, Value: func() any { return severityNames(c.Rules) }},
		{Name: "profiles", Schema: profilesSchema(), Read: func(n *yaml.Node) error {
			return config.Mapping(n, "profile", nil, r.profile)
		}, Value: c.profileValues},
		{Name: "required-keys", Schema: keyListsSchema(), Read: func(n *yaml.Node) (err error) {
			c.Settings.RequiredKeys, err = keyLists(n)
			return err
		}, Value: func() any { return c.Settings.RequiredKeys }},
		{Name: "allowed-hosts", Schema: config.WordsSchema("Hosts that examples may call, as contoso.com or *.contoso.com."), Read: r.hosts, Value: func() any { return c.Settings.AllowedHosts }},
		{Name: "permissions-file", Schema: config.WordSchema("A file of all permissions, one a line. The path is relative to the configuration file."), Read: r.permissions, Value: func() any { return r.listName }},
	}
}

func (r *configReader) level(n *yaml.Node) (err error) {
	r.config.Level, err = ParseLevel(strings.ToLower(n.Value))
	if err != nil {
		err = config.At(n, "%v", err)
	}
	return err
}

func (r *configReader) hosts(n *yaml.Node) error {
	hosts, err := config.Words(n)
	r.config.Settings.AllowedHosts = append(r.config.Settings.AllowedHosts, hosts...)
	return err
}

// levelName returns the level as the file spells it, nil if none is set.
func (c *Config) levelName() any {
	if c.Level == 0 {
		return nil
	}
	return c.Level.String()
}

// profileValues returns the profiles as the file spells them.
func (c *Config) profileValues() any {
	profiles := map[string]any{}
	for _, p := range c.Profiles {
		profiles[p.Name] = map[string]any{"paths": p.Paths, "rules": severityNames(p.Rules)}
	}
	return profiles
}

func severityNames(rules map[diag.Code]diag.Severity) map[string]string {
	names := map[string]string{}
	for rule, s := range rules {
		names[string(rule)] = "off"
		if s != Off {
			names[string(rule)] = s.String()
		}
	}
	if len(names) == 0 {
		return nil
	}
	return names
}

// rules reads severities by rule: "rule: off", or "rule: {severity: off}".
func (r *configReader) rules(n *yaml.Node) (map[diag.Code]diag.Severity, error) {
	out := map[diag.Code]diag.Severity{}
	err := config.Mapping(n, "rule", r.catalog.Names(), func(name string, value *yaml.Node) (err error) {
		rule := diag.Code(name)
		if value.Kind != yaml.MappingNode {
			out[rule], err = severityOf(value)
			return err
		}
		return config.Mapping(value, "key", []string{"severity"}, func(_ string, v *yaml.Node) (err error) {
			out[rule], err = severityOf(v)
			return err
		})
	})
	return out, err
}

// severityOf reads a severity. In YAML 1.1 a bare off is the boolean false.
func severityOf(n *yaml.Node) (diag.Severity, error) {
	if n.Kind != yaml.ScalarNode {
		return 0, config.At(n, "expected a severity")
	}
	if n.Tag == "!!bool" && strings.EqualFold(n.Value, "false") {
		return Off, nil
	}
	s, err := ParseSeverity(strings.ToLower(n.Value))
	if err != nil {
		return 0, config.At(n, "%v", err)
	}
	return s, nil
}

// profile reads one profile. One with the name of a built-in profile changes
// that, and "intune: off" removes it.
func (r *configReader) profile(name string, n *yaml.Node) error {
	ps := &r.config.Profiles
	i := slices.IndexFunc(*ps, func(p Profile) bool { return p.Name == name })
	if n.Kind == yaml.ScalarNode {
		if s, err := severityOf(n); err != nil || s != Off || i < 0 {
			return config.At(n, "a profile has paths and rules; only a built-in one can be off")
		}
		*ps = slices.Delete(*ps, i, i+1)
		return nil
	}
	if i < 0 {
		*ps = append(*ps, Profile{Name: name})
		i = len(*ps) - 1
	}
	p := &(*ps)[i]
	err := config.Mapping(n, "key", []string{"paths", "rules"}, func(key string, v *yaml.Node) (err error) {
		if key == "paths" {
			p.Paths, err = config.Globs(v)
			return err
		}
		p.Rules, err = r.rules(v)
		return err
	})
	if err == nil && len(p.Paths) == 0 {
		err = config.At(n, "profile %q has no paths", name)
	}
	return err
}

// keyLists reads front matter keys. An entry may be a list of alternatives.
func keyLists(n *yaml.Node) ([][]string, error) {
	if n.Kind != yaml.SequenceNode {
		return nil, config.At(n, "expected a list")
	}
	var out [][]string
	for _, item := range n.Content {
		if item.Kind == yaml.ScalarNode && item.Value != "" {
			out = append(out, []string{item.Value})
			continue
		}
		names, err := config.Words(item)
		if err != nil || len(names) == 0 {
			return nil, config.At(item, "expected a key or a list of alternative keys")
		}
		out = append(out, names)
	}
	return out, nil
}

// permissions reads the file of permission names: one on each line, with
// comments after "#".
func (r *configReader) permissions(n *yaml.Node) error {
	name, err := config.Word(n, "the name of a file")
	if err != nil {
		return err
	}
	r.listName = name
	lines, err := r.readList(name)
	if err != nil {
		return config.At(n, "%v", err)
	}
	names := map[string]bool{}
	for _, line := range lines {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line != "" {
			names[line] = true
		}
	}
	if len(names) == 0 {
		return config.At(n, "%s lists no permissions", n.Value)
	}
	r.config.Settings.Permissions = names
	return nil
}
