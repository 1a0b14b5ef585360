package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/mdwire/mdwire/diag"
)

// Off is the severity of a rule that is not applied.
const Off diag.Severity = -1

// Config says which rules apply to which pages, how much they matter, and
// what they were told. The zero value is the rules as they come.
type Config struct {
	Settings Settings
	// Rules overrides the severities of rules, by name.
	Rules map[diag.Code]diag.Severity
	// Profiles override them for some pages; of several that fit a page the
	// last counts.
	Profiles []Profile
	// Level is the mildest severity that is asked for; 0 takes all.
	Level diag.Severity
}

// Profile overrides the severities of rules for pages whose path below the
// root fits one of its globs.
type Profile struct {
	Name  string
	Paths []string
	Rules map[diag.Code]diag.Severity
}

// DefaultConfig is what holds where there is no configuration file.
func DefaultConfig() *Config {
	return &Config{Settings: *DefaultSettings(), Profiles: []Profile{IntuneProfile()}}
}

// IntuneProfile is the built-in profile for pages that a generator of its own
// wrote. They share its habits (placeholders left in example URLs, no comments
// before examples, "HTTP Request", permissions from most to least), which
// nobody can mend in a page, and which on half of all pages would drown what
// the others have.
func IntuneProfile() Profile {
	p := Profile{Name: "intune", Paths: []string{"**/intune-*.md"}, Rules: map[diag.Code]diag.Severity{}}
	for _, code := range []diag.Code{
		diag.ExampleURLPlaceholder, diag.TemplateDuplicatePathParam, diag.CodeBlockUnannotated, diag.ContentTypeHeader,
		diag.SectionHeadingCase, diag.PermissionHeaderReversed, diag.OperationDocumentedTwice, diag.HeadingSkippedLevel,
	} {
		p.Rules[code] = Off
	}
	return p
}

// fits reports whether a page falls under the profile.
func (p *Profile) fits(file string) bool {
	return slices.ContainsFunc(p.Paths, func(glob string) bool {
		return matchGlob(glob, file)
	})
}

// fitting tells which profiles a page falls under, a byte each.
func (c *Config) fitting(file string) string {
	fullMatch := make([]byte, len(c.Profiles))
	for i := range c.Profiles {
		if c.Profiles[i].fits(file) {
			fullMatch[i] = 1
		}
	}
	return string(fullMatch)
}

// matchGlob matches a path and every tail of it, as the choice of pages does.
func matchGlob(glob, file string) bool {
	for {
		if ok, err := doublestar.Match(glob, file); ok && err == nil {
			return true
		}
		if strings.HasPrefix(glob, "**/") { // matches every tail as it is
			return false
		}
		_, rest, found := strings.Cut(file, "/")
		if !found {
			return false
		}
		file = rest
	}
}

// severity returns what a finding on a page amounts to, Off where it is not
// wanted. A finding that its rule holds for milder than its others stays so.
func (c *Config) severity(r *Rule, found diag.Severity, file string) diag.Severity {
	told, ok := c.told(r.Code, file)
	switch {
	case !ok:
		told = found
	case told != Off && found > r.Severity:
		told = max(told, found)
	}
	if told != Off && c.Level != 0 && told > c.Level {
		return Off
	}
	return told
}

// told returns the severity that the configuration gives a rule on a page.
func (c *Config) told(rule diag.Code, file string) (diag.Severity, bool) {
	for i := len(c.Profiles) - 1; i >= 0; i-- {
		if s, ok := c.Profiles[i].Rules[rule]; ok && c.Profiles[i].fits(file) {
			return s, true
		}
	}
	s, ok := c.Rules[rule]
	return s, ok
}

// applies reports whether a rule of this package can find anything that is
// wanted, on a page; on any page for "". Rules that others report cost
// nothing, and apply always.
func (c *Config) applies(r *Rule, file string) bool {
	if file != "" {
		return c.severity(r, r.Severity, file) != Off
	}
	wanted := func(s diag.Severity) bool { return s != Off && (c.Level == 0 || s <= c.Level) }
	if s, ok := c.Rules[r.Code]; ok && wanted(s) || !ok && wanted(r.Severity) {
		return true
	}
	return slices.ContainsFunc(c.Profiles, func(p Profile) bool {
		s, ok := p.Rules[r.Code]
		return ok && wanted(s)
	})
}

// ParseSeverity reads the name of a severity; "off" is Off.
func ParseSeverity(name string) (diag.Severity, error) {
	names := []string{"error", "warning", "info", "off"}
	for i, n := range names {
		if n == name && n == "off" {
			return Off, nil
		}
		if n == name {
			return diag.Severity(i + 1), nil
		}
	}
	return 0, fmt.Errorf("unknown severity %q: want %s%s", name, diag.Choice(names), diag.DidYouMean(name, names))
}

// Applies reports whether findings of a rule on a page are wanted.
func (c *Config) Applies(r *Rule, file string) bool { return c.applies(r, file) }
