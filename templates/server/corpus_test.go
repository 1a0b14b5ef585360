package server

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// corpus holds reference pages as published in March 2021. The test reads them
// line by line: it is about the router, not about the parser.
const corpus = "/tmp/corpus/graph-docs-2021-03/api-reference"

var (
	heading     = regexp.MustCompile(`(?i)^#+\s*http request`)
	routeLine   = regexp.MustCompile(`^(GET|POST|PATCH|PUT|DELETE)\s+(\S.*)$`)
	serviceRoot = regexp.MustCompile(`^https://[^/]*/(v1\.0|beta)`)
	placeholder = regexp.MustCompile(`\{[^}]*\}|<[^>]*>`)
)

// readTemplates gives the "METHOD template" lines of a version's pages.
func readTemplates(t testing.TB, version string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(corpus, version, "api", "*.md"))
	if err != nil || len(files) == 0 {
		t.Skip("no pages in " + corpus)
	}
	var lines []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		fenced, inside := false, false
		for line := range strings.Lines(string(data)) {
			line = strings.TrimSpace(line)
			switch {
			case strings.HasPrefix(line, "```"):
				fenced = !fenced
			case !fenced && strings.HasPrefix(line, "#"):
				inside = heading.MatchString(line)
			case fenced && inside:
				if m := routeLine.FindStringSubmatch(line); m != nil {
					lines = append(lines, m[1]+" "+serviceRoot.ReplaceAllString(m[2], ""))
				}
			}
		}
	}
	return lines
}

// shape is the same for lines that state one route, worked out by other means
// than the router's.
func shape(line string) string {
	method, path, _ := strings.Cut(line, " ")
	path, _, _ = strings.Cut(placeholder.ReplaceAllString(path, "{}"), "?")
	path = strings.ToLower(strings.Trim(strings.TrimPrefix(path, "~"), "/ "))
	path = strings.ReplaceAll(strings.ReplaceAll(path, "({})", "/{}"), "()", "")
	segments := strings.Split(path, "/")
	for i, s := range segments {
		if name, inner, ok := strings.Cut(strings.TrimSuffix(s, ")"), "("); ok {
			args := strings.Split(strings.ReplaceAll(inner, " ", ""), ",")
			slices.Sort(args)
			segments[i] = name + "(" + strings.Join(args, ",") + ")"
		}
	}
	return method + " " + strings.Join(segments, "/")
}

// instance gives a request for a template, each parameter with its own value.
func instance(line string) (method, target string, values []string) {
	method, path, _ := strings.Cut(line, " ")
	path, _, _ = strings.Cut(path, "?")
	path = placeholder.ReplaceAllStringFunc(path, func(string) string {
		values = append(values, fmt.Sprintf("value%d", len(values)))
		return values[len(values)-1]
	})
	u := url.URL{Path: "/" + strings.TrimLeft(path, "~/")}
	return method, u.EscapedPath(), values
}

// Every documented template's own requests go to it and to no other route, but
// where pages state one route alike.
func TestCorpusRoutes(t *testing.T) {
	for _, version := range []string{"v1.0", "beta"} {
		lines := readTemplates(t, version)
		rt := table(lines...)
		first := map[string]string{}
		for _, line := range lines {
			if _, ok := first[shape(line)]; !ok {
				first[shape(line)] = line
			}
		}
		wrong := 0
		for _, line := range lines {
			method, target, values := instance(line)
			var m match
			found, err := rt.find(&m, sent(t, method, target))
			switch {
			case err != nil:
				t.Errorf("%s: %s %s: %v", version, method, target, err)
			case found.route.op.Name != first[shape(line)]:
				wrong++
				t.Errorf("%s: %s %s came to %s", version, method, target, found.route.op.Name)
			case !slices.Equal(m.args, values):
				t.Errorf("%s: %s %s gave %q", version, method, target, m.args)
			}
		}
		t.Logf("%s: %d templates, %d routes, %d twins, %d astray", version, len(lines), len(first), len(rt.twins), wrong)
		if len(lines)-len(rt.twins) != len(first) {
			t.Errorf("%s: %d twins of %d templates, but %d shapes", version, len(rt.twins), len(lines), len(first))
		}
	}
}
