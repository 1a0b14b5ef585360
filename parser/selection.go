package parser

import (
	"fmt"
	"path"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// selection selects pages by globs.
type selection struct{ include, exclude []string }

func newSelection(include, exclude []string) (selection, error) {
	for _, g := range include {
		if !doublestar.ValidatePattern(g) {
			return selection{}, fmt.Errorf("%q is not a valid glob for include", g)
		}
	}
	for _, g := range exclude {
		if !doublestar.ValidatePattern(g) {
			return selection{}, fmt.Errorf("%q is not a valid glob for exclude", g)
		}
	}
	return selection{include, exclude}, nil
}

func (s selection) chooses(file string) bool {
	return (len(s.include) == 0 || anyGlob(s.include, file)) && !anyGlob(s.exclude, file)
}

func anyGlob(globs []string, file string) bool {
	for _, g := range globs {
		if matchTail(g, file) {
			return true
		}
	}
	return false
}

// matchTail matches a glob against a path and every suffix of its folders.
func matchTail(glob, file string) bool {
	for {
		if doublestar.MatchUnvalidated(glob, file) || doublestar.MatchUnvalidated(glob, strings.TrimSuffix(file, path.Ext(file))) {
			return true
		}
		_, tail, ok := strings.Cut(file, "/")
		if !ok {
			return false
		}
		file = tail
	}
}
