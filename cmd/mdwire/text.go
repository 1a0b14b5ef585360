package main

import (
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/diag"
)

// countText returns the numbers of diagnostics in words.
func countText(c diag.Counts) string {
	if c == (diag.Counts{}) {
		return "no findings"
	}
	var parts []string
	for _, p := range []struct {
		n    int
		noun string
	}{{c.Errors, "error"}, {c.Warnings, "warning"}, {c.Infos, "info"}} {
		if p.n > 0 {
			parts = append(parts, plural(p.n, p.noun))
		}
	}
	return strings.Join(parts, ", ")
}

// plural counts a noun whose plural ends in s.
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// more is plural for items that are not shown.
func more(n int, noun string) string {
	if n == 1 {
		return "1 more " + noun
	}
	return fmt.Sprintf("%d more %ss", n, noun)
}

// noPages is the error for paths without pages.
func noPages(paths []string) error {
	return fmt.Errorf("no pages (.md or .mdx files) in %s", strings.Join(paths, ", "))
}
