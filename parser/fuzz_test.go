package parser

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/specs"
)

// FuzzLoad reads any text as the page of a call and as the page of a type.
func FuzzLoad(f *testing.F) {
	for _, src := range specPages(f) {
		f.Add(src)
	}
	f.Add([]byte("---\ndoc_type: x\n---\n# T\n## Permissions\n|Permission type|P|\n|-|-|\n|Application|A.B, C.D|\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		m := fstest.MapFS{"beta/api/a.md": {Data: src}, "beta/resources/b.md": {Data: src}, "beta/includes/c.md": {Data: src}}
		res, err := Load(m, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if n := len(res.Spec.Operations) + len(res.Spec.Resources) + len(res.Spec.Others); n != len(m) {
			t.Fatalf("%d pages", n)
		}
		for _, d := range res.Diagnostics {
			checkRange(t, src, d.At)
			if d.Message == "" || d.Code == "" || d.Severity == 0 {
				t.Fatalf("finding %+v", d)
			}
		}
		for _, op := range res.Spec.Operations {
			for _, r := range op.Routes {
				checkRange(t, src, r.At)
			}
			for _, p := range op.Permissions {
				checkRange(t, src, p.At)
			}
			for _, e := range op.Examples {
				checkRange(t, src, e.At)
				if e.Request != nil {
					checkRange(t, src, e.Request.BodyAt)
				}
			}
		}
	})
}

// specPages returns the bundled pages, without the includes.
func specPages(f *testing.F) [][]byte {
	files, err := fs.Glob(specs.FS, "api-reference/*/*/*.md")
	if err != nil || len(files) < 50 {
		f.Fatalf("%d pages: %v", len(files), err)
	}
	var pages [][]byte
	for _, file := range files {
		src, err := fs.ReadFile(specs.FS, file)
		if err != nil {
			f.Fatal(err)
		}
		pages = append(pages, src)
	}
	return pages
}

// FuzzAnnotation reads any text as the annotation of a fence. LF and CRLF must
// give the same result, at the same lines and columns.
func FuzzAnnotation(f *testing.F) {
	f.Add("{\n\"blockType\": \"response\"\n\"name\": \"x\n y\",\n}")
	for _, src := range specPages(f) {
		for _, part := range strings.Split(string(src), "<!--")[1:] {
			text, _, _ := strings.Cut(part, "-->")
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Contains(text, "\r") || strings.Contains(text, "-->") {
			return
		}
		lf := readNote(t, text, "\n")
		crlf := readNote(t, text, "\r\n")
		if d := cmp.Diff(lf, crlf); d != "" {
			t.Fatalf("%q (-LF +CRLF):\n%s", text, d)
		}
	})
}

// readNote prints the annotation in a comment and its findings.
func readNote(t *testing.T, text, eol string) []string {
	src := []byte(strings.ReplaceAll("<!--"+text+"-->\n\n```http\nGET /x\n```\n", "\n", eol))
	pg, _ := page.Parse("a.md", src)
	r := reader{worker: &worker{notes: map[*page.Note]*annotation{}}, page: pg, file: "a.md"}
	var out []string
	for i := range pg.Blocks {
		n := pg.Blocks[i].Note
		if n == nil || !n.JSON {
			continue
		}
		if a := r.annotation(n); a != nil {
			out = append(out, fmt.Sprintf("%q %d %v", a.block, len(a.names), a.collection))
		}
	}
	for _, d := range r.diags {
		checkRange(t, src, d.At)
		out = append(out, fmt.Sprintf("%d:%d-%d:%d %s", d.At.Start.Line, d.At.Start.Column, d.At.End.Line, d.At.End.Column, d.Message))
	}
	return out
}

func checkRange(t *testing.T, src []byte, r diag.Range) {
	t.Helper()
	if r.Start.Offset < 0 || r.Start.Offset > r.End.Offset || r.End.Offset > len(src) || r.Path == "" {
		t.Fatalf("range %+v in %d bytes", r, len(src))
	}
}

// TestHostileTime checks that the time of reading a page grows with its length.
func TestHostileTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	rep := strings.Repeat
	pages := func(n int) map[string]string {
		return map[string]string{
			"fences":      "# T\n## HTTP request\n## Example\n```http\nGET /x\n```\n" + rep("a\n```json\n{}\n```\n", n),
			"requests":    "# T\n## HTTP request\n## Example\n" + rep("### Request\n```http\nGET https://h/x\n```\n", n),
			"templates":   "# T\n## HTTP request\n```http\n" + rep("GET /x/{id}\n", n) + "```\n",
			"headers":     "# T\n## HTTP request\n```http\nGET /x\n" + rep("a: b\n", n) + "```\n",
			"permissions": "# T\n## Permissions\n|Permission type|P|\n|-|-|\n" + rep("|Application|A.B, C.D|\n", n),
			"scopes":      "# T\n## Permissions\n|Permission type|P|\n|-|-|\n|Application|" + rep("A.B and ", n) + "|\n",
			"remarks":     "# T\n## Permissions\n|Permission type|P|\n|-|-|\n|Application|" + rep("A.B (c) (", n) + "|\n",
			"twins":       "# T\n## Example\n" + rep("```http\nGET https://h/v1.0/x\n```\n```http\nGET https://h/beta/x\n```\n", n),
			"calls":       "# T\n" + rep("## Example\n### HTTP request\n```http\nGET /x\n```\n", n),
			"marks":       "# T\n" + rep(":::zone\na\n", n),
			"params":      "# T\n## Request headers\n|Name|Value|\n|-|-|\n" + rep("|a|b|\n", n),
			"properties":  "# T\n## Properties\n|Property|Type|\n|-|-|\n" + rep("|a|[b](c.md)|\n", n),
			"lone cells":  "# T\n## Properties\n|Property|Type|\n|-|-|\n|a|b|\n" + rep("|x y|\n", n),
			"statuses":    "# T\n## HTTP request\n## Response\n" + rep("`200 OK` and [a](../resources/b.md). ", n/10) + "\n",
			"codes":       "# T\n## HTTP request\n## Response\n" + rep("200;", 8*n) + "\n",
			"answers":     "# T\n## HTTP request\n```http\nGET /x\n```\n## Other\n" + rep("### Response\n`200 OK`\n## Other\n", n),
			"notes":       "# T\n" + rep("<!-- {\"blockType\":\"request\",\"name\":\"a\"} -->\n```http\nGET https://h/x\n```\n", n),
			"includes":    "# T\n## Permissions\n" + rep("[!INCLUDE [x](y.md)]\n\n", n),
			"call parts":  "# T\n## A\n### HTTP request\n`GET /a`\n## B\n### HTTP request\n`POST /b`\n" + rep("### C\n", 4*n),
			"title":       rep("# T\nText.\n\n", n),
		}
	}
	const n = 4000
	small, large := pages(n), pages(4*n)
	for name, src := range small {
		a, b := loadTime(t, src), loadTime(t, large[name])
		if b > 12*a && b > 300*time.Millisecond {
			t.Errorf("%s: %v for %d bytes, %v for %d", name, a, len(src), b, len(large[name]))
		}
	}
}

func loadTime(t *testing.T, src string) time.Duration {
	best := time.Hour
	for range 2 {
		start := cpuTime() // the time of day would include other work
		load(t, map[string]string{"api/a.md": src, "resources/b.md": src}, Options{})
		best = min(best, cpuTime()-start)
	}
	return best
}
