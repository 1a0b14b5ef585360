package server

import (
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/specs"
)

var placeholder = regexp.MustCompile(`\{[^}]*\}|<[^>]*>`)

// documentedRoutes returns "METHOD template" lines for all generated routes of all
// versions.
func documentedRoutes(t testing.TB, pages fs.FS) []string {
	t.Helper()
	read, err := parser.Load(pages, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, version := range read.Spec.Versions() {
		planned := plan.New(read.Spec, plan.Options{Name: "graph", ImportPath: "example.com/graph", Version: version})
		for _, s := range planned.Package.Services {
			for _, m := range s.Methods {
				for _, r := range m.Routes {
					lines = append(lines, r.Method+" "+r.Template)
				}
			}
		}
	}
	return lines
}

// corpus returns the documentation tree in MDWIRE_CORPUS.
func corpus(t testing.TB) fs.FS {
	t.Helper()
	dir := os.Getenv("MDWIRE_CORPUS")
	if dir == "" {
		t.Skip("no documentation tree: set MDWIRE_CORPUS")
	}
	return os.DirFS(dir)
}

// shape returns a text that is equal for lines with the same route. It does not
// use the code of the router.
func shape(line string) string {
	method, path, _ := strings.Cut(line, " ")
	path, _, _ = strings.Cut(placeholder.ReplaceAllString(path, "{}"), "?")
	path = strings.ToLower(strings.Trim(strings.TrimPrefix(path, "~"), "/ "))
	path = strings.NewReplacer("('{}')", "/{}", "({})", "/{}", "()", "").Replace(path)
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

// writing is a way to write the path of a request.
type writing struct {
	name   string
	value  func(i int, quoted, inCall bool) string
	finish func(path string) string
}

func plainValue(i int, _, _ bool) string { return fmt.Sprintf("value%d", i) }

// oddValue returns a value with characters that have a meaning in paths. Function
// arguments without quotes cannot contain them.
func oddValue(i int, quoted, inCall bool) string {
	switch {
	case quoted:
		return fmt.Sprintf("it's %d, (a=b)/%%", i)
	case inCall:
		return fmt.Sprintf("-%d.5", i)
	}
	return fmt.Sprintf("Zoë's %d:a@b.c(%%)", i)
}

var writings = []writing{
	{"plain", plainValue, func(path string) string { return path }},
	{"odd values", oddValue, func(path string) string { return path }},
	{"trailing slash", plainValue, func(path string) string { return path + "/" }},
	{"capitals", func(i int, _, _ bool) string { return fmt.Sprintf("VALUE%d", i) }, strings.ToUpper},
}

// request returns the method and path of a request for a route, and the values of
// its arguments.
func (w writing) request(line string) (method, target string, values []string) {
	method, path, _ := strings.Cut(line, " ")
	path, _, _ = strings.Cut(path, "?")
	path = strings.Trim(strings.TrimPrefix(path, "~"), "/")
	var b strings.Builder
	end, depth := 0, 0
	literal := func(text string) {
		depth += strings.Count(text, "(") - strings.Count(text, ")")
		b.WriteString((&url.URL{Path: "/" + text}).EscapedPath()[1:])
	}
	for _, at := range placeholder.FindAllStringIndex(path, -1) {
		literal(path[end:at[0]])
		quoted := strings.HasSuffix(path[:at[0]], "'") && strings.HasPrefix(path[at[1]:], "'")
		value := w.value(len(values), quoted, depth > 0)
		values = append(values, value)
		if quoted {
			value = strings.ReplaceAll(value, "'", "''")
		}
		b.WriteString(url.PathEscape(value))
		end = at[1]
	}
	literal(path[end:])
	return method, "/" + w.finish(b.String()), values
}

// testConfusion registers all lines in one router and checks that a request for
// each of them, written in several ways, matches it, or the first line with the
// same route, with the right arguments.
func testConfusion(t *testing.T, lines []string) {
	rt := table(lines...)
	first := map[string]string{}
	for _, line := range lines {
		if _, ok := first[shape(line)]; !ok {
			first[shape(line)] = line
		}
	}
	if len(lines)-len(rt.twins) != len(first) {
		t.Errorf("%d duplicates among %d routes, want %d different routes", len(rt.twins), len(lines), len(first))
	}
	for _, w := range writings {
		wrong := 0
		for _, line := range lines {
			method, target, values := w.request(line)
			var m match
			found, err := rt.find(&m, sent(t, method, target))
			switch {
			case err != nil:
				t.Errorf("%s: %s of %s: %v", w.name, target, line, err)
			case found.route.op.Name != first[shape(line)]:
				t.Errorf("%s: %s of %s matched %s", w.name, target, line, found.route.op.Name)
			case !slices.Equal(m.args, values):
				t.Errorf("%s: %s of %s has the arguments %q, want %q", w.name, target, line, m.args, values)
			default:
				continue
			}
			wrong++
		}
		t.Logf("%s: %d requests to %d routes, %d wrong", w.name, len(lines), len(first), wrong)
	}
	testMethods(t, rt, lines)
}

// testMethods requests each path with a method that is not documented.
func testMethods(t *testing.T, rt *router, lines []string) {
	for _, line := range lines {
		method, target, _ := writings[0].request(line)
		var m match
		if _, err := rt.find(&m, sent(t, "TRACE", target)); err == nil || !strings.Contains(allow(m.fits), method) {
			t.Errorf("TRACE %s: got error %v, Allow %s, want an error and %s", target, err, allow(m.fits), method)
		}
	}
}

func TestConfusion(t *testing.T) { testConfusion(t, documentedRoutes(t, specs.FS)) }

func TestConfusionCorpus(t *testing.T) { testConfusion(t, documentedRoutes(t, corpus(t))) }
