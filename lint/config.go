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

// Config sets the severities of rules by page, and the settings of rules. The
// zero value leaves the rules' own severities.
type Config struct {
	Settings Settings
	// Rules overrides the severities of rules, by name.
	Rules map[diag.Code]diag.Severity
	// Profiles override the severities for some pages. If several match a page,
	// the last one wins.
	Profiles []Profile
	// Level is the mildest severity that is reported; 0 reports all.
	Level diag.Severity
}

// Profile overrides the severities of rules for the pages whose path below the
// root matches one of its globs.
type Profile struct {
	Name  string
	Paths []string
	Rules map[diag.Code]diag.Severity
}

// DefaultConfig returns the configuration that is used without a configuration
// file.
func DefaultConfig() *Config {
	return &Config{Settings: *DefaultSettings(), Profiles: []Profile{IntuneProfile()}}
}

// IntuneProfile returns the built-in profile for the intune-* pages, which are
// generated. All of them have placeholders in example URLs, no annotations,
// "HTTP Request" as a heading, and permissions from most to least privileged.
// Authors cannot fix that in a page, and the pages are half of the tree, so these
// findings would hide all others.
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

// matches reports whether the profile applies to a page.
func (p *Profile) matches(file string) bool {
	return slices.ContainsFunc(p.Paths, func(glob string) bool {
		return matchGlob(glob, file)
	})
}

// matching returns which profiles apply to a page, as a key for maps: one byte,
// 0 or 1, for each profile.
func (c *Config) matching(file string) string {
	key := make([]byte, len(c.Profiles))
	for i := range c.Profiles {
		if c.Profiles[i].matches(file) {
			key[i] = 1
		}
	}
	return string(key)
}

// matchGlob reports whether a glob matches a path or the end of a path after a
// slash, as in parser.Options.
func matchGlob(glob, file string) bool {
	for {
		if ok, err := doublestar.Match(glob, file); ok && err == nil {
			return true
		}
		if strings.HasPrefix(glob, "**/") { // it has been compared with every end
			return false
		}
		_, rest, found := strings.Cut(file, "/")
		if !found {
			return false
		}
		file = rest
	}
}

// severity returns the severity of a rule's finding on a page, Off if it is not
// to be reported. A finding that is milder than its rule's severity stays at
// least as mild.
func (c *Config) severity(r *Rule, found diag.Severity, file string) diag.Severity {
	s, ok := c.override(r.Code, file)
	switch {
	case !ok:
		s = found
	case s != Off && found > r.Severity:
		s = max(s, found)
	}
	if s != Off && c.Level != 0 && s > c.Level {
		return Off
	}
	return s
}

// override returns the severity that the configuration sets for a rule on a page.
func (c *Config) override(rule diag.Code, file string) (diag.Severity, bool) {
	for i := len(c.Profiles) - 1; i >= 0; i-- {
		if s, ok := c.Profiles[i].Rules[rule]; ok && c.Profiles[i].matches(file) {
			return s, true
		}
	}
	s, ok := c.Rules[rule]
	return s, ok
}

// applies reports whether findings of a rule are reported for a page; for any
// page if file is "".
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

// ParseSeverity returns the severity of a name: "error", "warning", "info" or
// "off".
func ParseSeverity(name string) (diag.Severity, error) {
	if name == "off" {
		return Off, nil
	}
	if s, err := ParseLevel(name); err == nil {
		return s, nil
	}
	names := []string{"error", "warning", "info", "off"}
	return 0, fmt.Errorf("unknown level %q: want %s%s", name, diag.Choice(names), diag.DidYouMean(name, names))
}

// ParseLevel returns the severity of a name: "error", "warning" or "info".
func ParseLevel(name string) (diag.Severity, error) {
	for _, s := range []diag.Severity{diag.Error, diag.Warning, diag.Info} {
		if s.String() == name {
			return s, nil
		}
	}
	return 0, fmt.Errorf("unknown level %q: want error, warning or info", name)
}

// Applies reports whether findings of a rule on a page are reported.
func (c *Config) Applies(r *Rule, file string) bool { return c.applies(r, file) }
