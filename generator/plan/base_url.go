package plan

import (
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// baseURL returns the base URL that most examples and templates of a version have,
// "" if none has one that can be quoted in a comment.
func baseURL(spec *ir.Spec, version string) string {
	count := map[string]int{}
	best := ""
	see := func(base string) {
		base = strings.TrimSuffix(base, "/")
		if !quotableURL.MatchString(base) {
			return
		}
		count[base]++
		if n, most := count[base], count[best]; n > most || n == most && base < best {
			best = base
		}
	}
	for i := range spec.Operations {
		op := &spec.Operations[i]
		if op.Version != version {
			continue
		}
		for _, r := range op.Routes {
			see(r.Base)
		}
		for _, ex := range op.Examples {
			if op.Matches(ex.Request) {
				base, _, _ := op.BelowBase(ex.Request.URL)
				see(base)
			}
		}
	}
	return best
}

// quotableURL matches an absolute URL without characters that have a meaning in a
// comment.
var quotableURL = regexp.MustCompile(`^https?://[A-Za-z0-9.{}<>_:/-]{1,200}$`)
