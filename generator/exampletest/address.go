package exampletest

import (
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/templates/exampletest/tolerance"
)

// address is the documented URL of an example, with placeholders replaced.
type address struct {
	url   string
	base  string // path of the base URL
	below string // the rest: path and query
}

// addressOf returns the address of a URL as a call of an operation.
func addressOf(op *ir.Operation, url string) address {
	start, _, _ := op.BelowBase(url)
	a := address{base: shownBase(start)}
	if a.base == "" || op.Version != "" && ir.IsVersion(a.base[1:]) || !plainPath.MatchString(a.base) {
		a.base = basePath(op)
	}
	a.url = tolerance.Sample(strings.TrimSpace(url), a.base)
	below, ok := strings.CutPrefix(a.url, tolerance.Sample(start, a.base))
	if !ok {
		below = a.url
	}
	a.below = below
	return a
}

// plainPath matches a path that needs no escaping.
var plainPath = regexp.MustCompile(`^(/[\w.~$-]+)+$`)

// shownBase returns the path of the base URL at the start of a documented URL, with
// placeholders replaced. A placeholder right after the host is the version of the
// page; it is left out.
func shownBase(start string) string {
	path := "/" + start
	if _, rest, ok := strings.Cut(start, "://"); ok {
		_, path, _ = strings.Cut(rest, "/")
		if path != "" && strings.IndexByte(path, '/') < 0 && path[0] == '{' {
			return ""
		}
		path = "/" + path
	}
	return strings.TrimSuffix(tolerance.Sample(path, ""), "/")
}

// basePath returns the path of the base URL of an operation if the example does not
// show it.
func basePath(op *ir.Operation) string {
	for i := range op.Routes {
		if op.Routes[i].Path.Version() != "" {
			return ""
		}
	}
	return versionPath(op.Version)
}

func versionPath(version string) string {
	if version == "" {
		return ""
	}
	return "/" + version
}
