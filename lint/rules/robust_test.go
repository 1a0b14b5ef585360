package rules

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// lintPage checks a tree with a single page.
func lintPage(t testing.TB, src string) []diag.Diagnostic {
	t.Helper()
	res, err := lint.Run(fstest.MapFS{onlyPage: {Data: []byte(src)}}, lint.Options{Rules: All})
	if err != nil {
		t.Fatal(err)
	}
	return res.Diagnostics
}

// FuzzRules checks that no page makes a rule panic, and that every finding has a
// range within the page and the code of a rule.
func FuzzRules(f *testing.F) {
	for _, r := range All {
		f.Add(strings.NewReplacer("«", "", "»", "").Replace(r.BadText()))
	}
	pages, err := filepath.Glob("../../specs/api-reference/*/*/*.md")
	if err != nil {
		f.Fatal(err)
	}
	for _, p := range pages {
		src, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src))
	}
	f.Fuzz(func(t *testing.T, src string) {
		for _, d := range lintPage(t, src) {
			at := d.At
			if at.Start.Offset < 0 || at.Start.Offset > at.End.Offset || at.End.Offset > len(src) || at.Start.Line < 1 {
				t.Errorf("%s: the range %+v is outside the page (%d bytes)", d.Code, at, len(src))
			}
			if All.Find(d.Code) == nil || d.Severity == 0 || d.Message == "" {
				t.Errorf("incomplete finding %+v", d)
			}
		}
	})
}

// TestTimeIsLinear checks pages that take very long if a rule needs quadratic
// time.
func TestTimeIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	const n = 20000
	head := "# T\n\n## HTTP request\n\n```http\n"
	for name, page := range map[string]func(n int) string{
		"open links":   func(n int) string { return strings.Repeat("](", n) },
		"links":        func(n int) string { return strings.Repeat("[a](b.md) ", n) },
		"back-quotes":  func(n int) string { return strings.Repeat("` `` ", n) },
		"cells":        func(n int) string { return "|a|\n|-|\n" + strings.Repeat("|TODO|\n", n) },
		"sections":     func(n int) string { return strings.Repeat("## Response\n\n204\n\n", n) },
		"placeholders": func(n int) string { return head + "GET " + strings.Repeat("/{a}", n) + "\n```\n" },
		"templates":    func(n int) string { return head + strings.Repeat("GET /a/{b}/{b}\n", n) + "```\n" },
		"permissions": func(n int) string {
			return "## Permissions\n\n|Permission type|Permissions (from least to most privileged)|\n|-|-|\n|Application|" +
				strings.Repeat("A.ReadWrite, B.Read, ", n) + "|\n"
		},
		"header faults": func(n int) string {
			return "# T\n\n## HTTP request\n\n```http\nGET /a\n```\n\n## Example\n\n```http\nGET https://graph.microsoft.com/v1.0/a\n" +
				strings.Repeat("A : b\n", n) + "```\n"
		},
		"members": func(n int) string {
			return "# T\n\n## HTTP request\n\n```http\nGET /a\n```\n\n## Example\n\n```http\nGET https://graph.microsoft.com/v1.0/a\n```\n\n" +
				"<!-- { \"blockType\": \"response\", \"@odata.type\": \"x\", \"a\": [" + strings.Repeat("\"b\",", n) + "] } -->\n```http\nHTTP/1.1 200 OK\n\n{\"value\": [" +
				strings.Repeat("{\"a\":1},", n) + "]}\n```\n"
		},
		"ignores": func(n int) string { return "# T\n\n" + strings.Repeat("<!-- mdwire-ignore link-dead: x -->\n\n", n) },
		"nesting": func(n int) string {
			return "# T\n\n<!-- {\"blockType\": " + strings.Repeat("[", n) + " -->\n```http\nGET /\n```\n"
		},
		"examples": func(n int) string {
			return "# T\n\n## HTTP request\n\n```http\nGET /a\n```\n\n## Example\n\n" +
				strings.Repeat("```http\nGET https://graph.microsoft.com/v1.0/{b}\n```\n\n```http\nHTTP/1.1 204 OK\n\n{}\n```\n\n", n/10)
		},
	} {
		t.Run(name, func(t *testing.T) {
			// Linear rules take milliseconds here, quadratic ones a minute. The
			// limit is far from both because the machine may be busy.
			if spent := took(t, page(n)); spent > 5*time.Second {
				t.Errorf("%v for n = %d; want at most 5s", spent, n)
			}
		})
	}
}

func took(t *testing.T, src string) time.Duration {
	start := time.Now()
	lintPage(t, src)
	return time.Since(start)
}
