package generate

import (
	"cmp"
	"fmt"
	"go/token"
	"path/filepath"
	"strings"

	"github.com/mdwire/mdwire/config"
	"github.com/mdwire/mdwire/generator"
)

// Config is the key "generate" of mdwire.yaml.
type Config struct {
	Out     string // output folder
	Package string // name of the client packages, "" for the names of their folders
	// Include and Exclude are globs that select pages.
	Include, Exclude []string
	// IncludeLines are the lines of the elements of Include in mdwire.yaml, nil if they
	// are not from there.
	IncludeLines []int
	// Prefix and Namespace are left out of Go names, see [generator.Options].
	Prefix, Namespace string
	// Names are the user's Go names, see [generator.Options].
	Names map[string]string
}

// Override sets the values that are set in other.
func (c *Config) Override(other Config) {
	c.Out = cmp.Or(other.Out, c.Out)
	c.Package = cmp.Or(other.Package, c.Package)
	c.Prefix = cmp.Or(other.Prefix, c.Prefix)
	c.Namespace = cmp.Or(other.Namespace, c.Namespace)
	if other.Include != nil {
		c.Include, c.IncludeLines = other.Include, other.IncludeLines
	}
	if other.Exclude != nil {
		c.Exclude = other.Exclude
	}
	if other.Names != nil {
		c.Names = other.Names
	}
}

// Key returns the key "generate" of mdwire.yaml; reading it sets c. Paths in it are
// relative to the folder base.
func (c *Config) Key(base string) config.Key {
	keys := []config.Key{
		{
			Name: "out", Schema: config.WordSchema("The output folder for generated code."),
			Read: func(n *config.Node) error {
				out, err := config.Word(n, "a folder")
				c.Out = config.Resolve(base, out)
				return err
			},
			Value: func() any { return filepath.ToSlash(c.Out) },
		},
		{
			Name: "package", Schema: config.WordSchema("The name of the client packages; by default each has the name of its folder."),
			Read:  c.readPackage,
			Value: func() any { return c.Package },
		},
		globs("include", "Globs that select the pages to generate from; by default all pages.", &c.Include, &c.IncludeLines),
		globs("exclude", "Globs of pages to exclude.", &c.Exclude, new([]int)),
		word("prefix", "The start of the file names of all pages, such as contoso_. Go names leave it out.", "a prefix", &c.Prefix),
		word("namespace", "The root of the names of all types, such as microsoft.graph. Go names leave it out.", "a namespace", &c.Namespace),
		{
			Name:   "names",
			Schema: config.StringsSchema("Your own Go names, by page (\"message-move\": Message.Transfer) or by type (microsoft.graph.message: Mail)."),
			Read:   c.readNames,
			Value:  func() any { return c.Names },
		},
	}
	return config.Key{
		Name: "generate", Schema: config.ObjectSchema("Settings of mdwire generate.", keys),
		Read:  func(n *config.Node) error { return config.Object(n, keys) },
		Value: func() any { return config.Values(keys) },
	}
}

func (c *Config) readPackage(n *config.Node) (err error) {
	if c.Package, err = config.Word(n, "a name"); err != nil {
		return err
	}
	if err := CheckPackage(c.Package); err != nil {
		return config.At(n, "%v", err)
	}
	return nil
}

func (c *Config) readNames(n *config.Node) error {
	c.Names = map[string]string{}
	return config.Mapping(n, "name", nil, func(key string, value *config.Node) error {
		name, err := config.Word(value, "a Go name")
		if err != nil {
			return err
		}
		if err := generator.CheckName(name); err != nil {
			return config.At(value, "%v", err)
		}
		c.Names[key] = name
		return nil
	})
}

func word(name, doc, what string, set *string) config.Key {
	return config.Key{
		Name: name, Schema: config.WordSchema(doc),
		Read: func(n *config.Node) (err error) {
			*set, err = config.Word(n, what)
			return err
		},
		Value: func() any { return *set },
	}
}

func globs(name, doc string, set *[]string, lines *[]int) config.Key {
	return config.Key{
		Name: name, Schema: config.WordsSchema(doc),
		Read: func(n *config.Node) (err error) {
			*set, err = config.Globs(n)
			for _, element := range n.Content {
				*lines = append(*lines, element.Line)
			}
			return err
		},
		Value: func() any { return *set },
	}
}

// CheckPackage returns an error if a name cannot be the name of the client package.
func CheckPackage(name string) error {
	if !token.IsIdentifier(name) || name != strings.ToLower(name) {
		return fmt.Errorf("%q is not a valid name for a Go package: use lower-case letters and digits, and no Go keyword", name)
	}
	return nil
}
