package parser

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/mdwire/mdwire/diag"
)

// kinds lists the pages of a result with their kinds.
func kinds(r *Result) map[string]string {
	m := map[string]string{}
	for i := range r.Spec.Operations {
		m[r.Spec.Operations[i].File] += "operation"
	}
	for i := range r.Spec.Resources {
		m[r.Spec.Resources[i].File] += "resource"
	}
	for i := range r.Spec.Others {
		m[r.Spec.Others[i].File] += "other"
	}
	return m
}

const (
	callPage = "# Get\n## HTTP request\n```http\nGET /books\n```\n"
	typePage = "# book resource type\nNamespace: lib\n## Properties\n|Property|Type|\n|:--|:--|\n|id|String|\n"
)

func front(docType, page string) string { return "---\ndoc_type: " + docType + "\n---\n" + page }

func TestEveryPageOnce(t *testing.T) {
	res := load(t, map[string]string{
		"ref/v1.0/api/book-get.md":         callPage,
		"ref/v1.0/api/wrong-doc-type.md":   front("resourcePageType", callPage),
		"ref/v1.0/api/really-a-type.md":    front("resourcePageType", typePage),
		"ref/v1.0/api/no-request.md":       front("apiPageType", "# Get\nSee elsewhere.\n"),
		"ref/v1.0/api/index.md":            "# All calls\n",
		"ref/v1.0/resources/book.md":       typePage,
		"ref/v1.0/resources/wrong.md":      front("apiPageType", typePage),
		"ref/v1.0/resources/odd.md":        front("resourcePageType_", "# shelf resource type\n"),
		"ref/v1.0/resources/overview.md":   front("conceptualPageType", "# Work with books\n"),
		"ref/v1.0/resources/bookstate.md":  front("enumPageType", "# bookState enum type\n## Members\n|Member|\n|:--|\n|lent|\n"),
		"ref/v1.0/includes/note.md":        "A note.\n",
		"ref/v1.0/includes/api/snippet.md": callPage,
		"ref/v1.0/toc.md":                  "# [Books](api/book-get.md)\n",
		"flat-call.md":                     callPage,
		"flat-type.md":                     front("resourcePageType", typePage),
		"empty.md":                         "",
		"notes.txt":                        "no page",
	}, Options{})
	want := map[string]string{
		"ref/v1.0/api/book-get.md": "operation", "ref/v1.0/api/wrong-doc-type.md": "operation", "ref/v1.0/api/really-a-type.md": "resource",
		"ref/v1.0/api/no-request.md": "operation", "ref/v1.0/api/index.md": "other", "ref/v1.0/resources/book.md": "resource",
		"ref/v1.0/resources/wrong.md": "resource", "ref/v1.0/resources/odd.md": "resource", "ref/v1.0/resources/overview.md": "other",
		"ref/v1.0/resources/bookstate.md": "resource", "ref/v1.0/includes/note.md": "other", "ref/v1.0/includes/api/snippet.md": "other",
		"ref/v1.0/toc.md": "other", "flat-call.md": "operation", "flat-type.md": "resource", "empty.md": "other",
	}
	if d := cmp.Diff(want, kinds(res)); d != "" {
		t.Errorf("kinds (-want +got):\n%s", d)
	}
}

func TestVersion(t *testing.T) {
	for file, want := range map[string]string{
		"api-reference/v1.0/api/x.md": "v1.0", "beta/api/x.md": "beta", "api/x.md": "", "x.md": "", "v2/x.md": "v2", "various/x.md": "",
	} {
		if got := version(file); got != want {
			t.Errorf("%s: %q, want %q", file, got, want)
		}
	}
}

func TestSelection(t *testing.T) {
	files := map[string]string{
		"ref/v1.0/api/book-get.md": callPage, "ref/v1.0/api/shelf-get.md": callPage, "ref/beta/api/book-get.md": callPage,
		"ref/v1.0/resources/book.md": typePage,
	}
	tests := []struct {
		include, exclude []string
		want             map[string]string
	}{
		{[]string{"v1.0/api/book*"}, nil, map[string]string{"ref/v1.0/api/book-get.md": "operation", "ref/v1.0/resources/book.md": "resource"}},
		{[]string{"ref/v1.0/api/book-get"}, nil, map[string]string{"ref/v1.0/api/book-get.md": "operation", "ref/v1.0/resources/book.md": "resource"}},
		{[]string{"**/api/*"}, []string{"beta/**"}, map[string]string{
			"ref/v1.0/api/book-get.md": "operation", "ref/v1.0/api/shelf-get.md": "operation", "ref/v1.0/resources/book.md": "resource",
		}},
	}
	for _, tt := range tests {
		res := load(t, files, Options{Include: tt.include, Exclude: tt.exclude})
		if d := cmp.Diff(tt.want, kinds(res)); d != "" {
			t.Errorf("%v %v:\n%s", tt.include, tt.exclude, d)
		}
		if res.Selected("ref/v1.0/resources/book.md") || !res.Selected("ref/v1.0/api/book-get.md") {
			t.Errorf("%v: wrong selection", tt.include)
		}
	}
	if _, err := Load(fstest.MapFS{}, Options{Include: []string{"[a"}}); err == nil {
		t.Error("no error for a malformed glob")
	}
	if _, err := Load(os.DirFS(filepath.Join(t.TempDir(), "none")), Options{}); err == nil {
		t.Error("no error for a missing root")
	}
}

func TestIrregularFiles(t *testing.T) {
	dir := t.TempDir()
	secret := filepath.Join(t.TempDir(), "secret.md")
	for name, text := range map[string]string{secret: "secret", filepath.Join(dir, "a.md"): "# T\n## Permissions\n[!INCLUDE [x](link.md)]\n## HTTP request\n"} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(secret, filepath.Join(dir, "link.md")); err != nil {
		t.Skip(err)
	}
	res, err := Load(os.DirFS(dir), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(map[string]string{"a.md": "operation", "link.md": "other"}, kinds(res)); d != "" {
		t.Error(d)
	}
	rules := map[diag.Code]int{}
	for _, d := range res.Diagnostics {
		rules[d.Code]++
	}
	if rules[diag.PageUnreadable] != 1 || rules[diag.LinkDead] != 1 {
		t.Errorf("%v", rules)
	}
}

// TestVisit checks that every page is visited once, with the index of its path.
func TestVisit(t *testing.T) {
	files := map[string]string{"a/api/x.md": callPage, "a/resources/y.md": typePage, "a/includes/z.md": "Text.\n"}
	var mu sync.Mutex
	seen := make([]string, len(files))
	load(t, files, Options{Visit: func(v Visit) {
		mu.Lock()
		defer mu.Unlock()
		seen[v.Index] += v.Page.Path
		if len(v.Operations)+len(v.Resources) == 0 && v.Other == nil {
			t.Errorf("%s has no kind", v.Page.Path)
		}
	}})
	if d := cmp.Diff([]string{"a/api/x.md", "a/includes/z.md", "a/resources/y.md"}, seen); d != "" {
		t.Error(d)
	}
}

func TestLinking(t *testing.T) {
	res := load(t, map[string]string{
		"beta/resources/book.md":   "# Book resource type\nNamespace: lib\n<!-- {\"blockType\":\"resource\",\"@odata.type\":\"lib.Book\",\"baseType\":\"lib.thing\"} -->\n```json\n{}\n```\n",
		"beta/resources/b2.md":     "# THING resource type\nNamespace: lib\n## Properties\n|Property|Type|\n|:--|:--|\n|a|[this page](book.md)|\n|b|sub.page|\n|c|nowhere|\n|d|[book](missing.md)|\n",
		"beta/resources/page.md":   "# page resource type\nNamespace: lib.sub\n## Properties\n|Property|Type|\n|:--|:--|\n|x|String|\n|y|BOOK|\n|z|page|\n",
		"beta/api/b.md":            "# Get\n## HTTP request\n```http\nGET /x\n```\n## Response\nReturns `200 OK` and a [book](../resources/book.md#one) object.\n",
		"v1.0/resources/book.md":   "# bOOk resource type\nNamespace: lib\n## Properties\n|Property|Type|\n|:--|:--|\n|x|String|\n",
		"v1.0/resources/inside.md": "# inside resource type\n## Properties\n|Property|Type|\n|:--|:--|\n|x|book|\n",
	}, Options{})
	got := map[string]string{}
	for i := range res.Spec.Resources {
		r := &res.Spec.Resources[i]
		got[r.File] = r.Name + "<" + r.BaseType
		for _, p := range r.Properties {
			got[r.File] += " " + p.Name + ":" + p.Type.Name
		}
	}
	want := map[string]string{
		"beta/resources/book.md":   "lib.Book<lib.THING",
		"beta/resources/b2.md":     "lib.THING< a:lib.Book b:lib.sub.page c:lib.nowhere d:lib.Book",
		"beta/resources/page.md":   "lib.sub.page< x:Edm.String y:lib.Book z:lib.sub.page",
		"v1.0/resources/book.md":   "lib.bOOk< x:Edm.String",
		"v1.0/resources/inside.md": "lib.inside< x:lib.bOOk",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	op := &res.Spec.Operations[0]
	if op.Responses[0].Type.Name != "lib.Book" || cmp.Diff([]string{"lib.Book"}, op.Links) != "" {
		t.Errorf("response %v, links %v", op.Responses, op.Links)
	}
}

// TestDeterministic reads a tree twice with different numbers of cores.
func TestDeterministic(t *testing.T) {
	files := map[string]string{}
	for _, n := range strings.Fields("a b c d e f g h i j k l m n o p") {
		files["v1.0/api/"+n+".md"] = callPage + "TODO\n[!INCLUDE [x](../includes/none.md)]\n"
		files["v1.0/resources/"+n+".md"] = typePage
	}
	a, b := load(t, files, Options{}), load(t, files, Options{})
	if d := cmp.Diff(a.Spec, b.Spec); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(a.Diagnostics, b.Diagnostics); d != "" {
		t.Error(d)
	}
}

// TestOutside checks includes of files outside the root: they are read, and their
// findings have no fixes.
func TestOutside(t *testing.T) {
	const note = "\xef\xbb\xbftitle: a\nauthor: b\nms.date: c\n---\n|Permission type|Permissions|\n|:--|:--|\n|Application|Book.Read|\n"
	outside := fstest.MapFS{"note.md": {Data: []byte(note)}}
	res := load(t, map[string]string{
		"api/a.md": "# A\n## Permissions\n[!INCLUDE [x](../../note.md)]\n## HTTP request\n[!INCLUDE [y](../../gone.md)]\n[!INCLUDE [z](../../note.txt)]\n",
	}, Options{Outside: func(name string) (fs.File, error) { return outside.Open(strings.TrimPrefix(name, "../")) }})
	if d := cmp.Diff([]string{"7 application|Book.Read"}, rows(res.Spec.Operations[0].Permissions)); d != "" {
		t.Error(d)
	}
	var got []string
	for _, d := range res.Diagnostics {
		if d.Code == diag.LinkDead || d.Code == diag.FrontmatterInvalid {
			got = append(got, fmt.Sprintf("%s:%d %s %d", d.At.Path, d.At.Start.Line, d.Code, len(d.Fixes)))
		}
	}
	if d := cmp.Diff([]string{"../note.md:1 frontmatter-invalid 0", "api/a.md:5 link-dead 0", "api/a.md:6 link-dead 0"}, got); d != "" {
		t.Error(d)
	}
}

// TestRepositoryPaths checks includes that name files from the root of the repository.
func TestRepositoryPaths(t *testing.T) {
	repository := fstest.MapFS{"notes/a.md": {Data: []byte("a")}, "notes/both.md": {Data: []byte("repository")}}
	for _, tt := range []struct{ below, include, want string }{
		{"book/manual", "~/notes/a.md", "Sorts a."},
		{"book/manual", "~/notes/both.md", "Sorts repository."},
		{"book/manual", "~/book/manual/notes/both.md", "Sorts docs."},
		{"book/manual", "~/notes/docs.md", "Sorts docs."},
		{"", "~/notes/both.md", "Sorts docs."},
		{"", "/notes/both.md", "Sorts docs."},
	} {
		res := load(t, map[string]string{
			"api/a.md": "# Sort\nSorts [!INCLUDE[x](" + tt.include + ")].\n## HTTP request\n", "notes/both.md": "docs", "notes/docs.md": "docs",
		}, Options{Below: tt.below, Outside: func(name string) (fs.File, error) { return repository.Open(strings.TrimPrefix(name, "../../")) }})
		if got := res.Spec.Operations[0].Doc; got != tt.want {
			t.Errorf("%s below %q: %q, want %q", tt.include, tt.below, got, tt.want)
		}
	}
}

// TestInsertedText checks which files are put into sentences.
func TestInsertedText(t *testing.T) {
	res := load(t, map[string]string{
		"api/a.md":        "# Sort\nSorts [!INCLUDE[one](../includes/one.md)], [!INCLUDE[two](../includes/two.md)], [!INCLUDE[list](../includes/list.md)] and [!INCLUDE[self](a.md)].\n## HTTP request\n",
		"includes/one.md": "---\nms.topic: include\n---\n<!-- x -->\nall\nbooks\n", "includes/two.md": "a\n\nb\n", "includes/list.md": "- a\n",
	}, Options{})
	if got, want := res.Spec.Operations[0].Doc, "Sorts all books, two, list and self."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
