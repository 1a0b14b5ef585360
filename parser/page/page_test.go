package page

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/specs"
)

func findings(ds []diag.Diagnostic) []string {
	var out []string
	for _, d := range ds {
		out = append(out, fmt.Sprintf("%s %d:%d", d.Code, d.At.Start.Line, d.At.Start.Column))
	}
	return out
}

func fields(p *Page) []string {
	var out []string
	for _, f := range p.Front.Fields {
		r := p.Range(f.Span)
		out = append(out, fmt.Sprintf("%d:%d %s=%s", r.Start.Line, r.Start.Column, f.Key, f.Value))
	}
	return out
}

func TestFrontMatter(t *testing.T) {
	tests := []struct {
		name, src string
		want      []string
		findings  []string
	}{
		{
			"a comment", "---\ntitle: A\n# about the writer\nauthor: me\n---\n# T\n",
			[]string{"2:8 title=A", "4:9 author=me"},
			nil,
		},
		{
			"not closed, a heading and what follows it", "---\ntitle: A\n# T\nNamespace: x\n\n---\n",
			[]string{"2:8 title=A"},
			[]string{"frontmatter-invalid 1:1"},
		},
		{
			"not closed, a heading at the end", "---\ntitle: A\n# T",
			[]string{"2:8 title=A"},
			[]string{"frontmatter-invalid 1:1"},
		},
		{
			"plain", "---\ntitle: \"A: b\"\nauthor: 'me'\nms.prod: \"\"\ndoc_type: apiPageType  \nempty:\n---\n# T\n",
			[]string{"2:8 title=A: b", "3:9 author=me", "4:10 ms.prod=", "5:11 doc_type=apiPageType", "6:7 empty="},
			nil,
		},
		{
			"YAML", "---\ntitle: \"a \\\"b\\\"\" # comment\nkeys:\n  - one\ntext: >\n  folded\n  lines\n---\n",
			[]string{"2:8 title=a \"b\"", "4:3 keys=- one", "5:7 text=folded lines\n"},
			nil,
		},
		{"CRLF and mark", "\ufeff---\r\ntitle: x\r\n---\r\n# T\r\n", []string{"2:8 title=x"}, nil},
		{"not YAML", "---\ntitle: a: b\nauthor: me\n---\n", []string{"2:8 title=a: b", "3:9 author=me"}, []string{"frontmatter-invalid 2:1"}},
		{"key twice", "---\ntitle: a\ntitle: b\n---\n", []string{"2:8 title=a", "3:8 title=b"}, []string{"frontmatter-invalid 3:1"}},
		{"open", "---\ntitle: a\n\n# T\n", []string{"2:8 title=a"}, []string{"frontmatter-invalid 1:1"}},
		{"not opened", "title: \"a: b\"\nlist:\n  - a\nauthor: me\n---\n# T\n", []string{"1:8 title=a: b", "3:3 list=- a", "4:9 author=me"}, []string{"frontmatter-invalid 1:1"}},
		{"a heading of two keys", "Note: this\nHint: that\n---\n", nil, nil},
		{"keys in prose", "a: b\nc: d\ne: f\nAnd so on.\n---\n", nil, nil},
		{"a thematic break", "---\nText: that goes\non.\n", []string{"2:7 Text=that goes"}, []string{"frontmatter-invalid 1:1"}},
		{"a key too long for YAML", "---\n" + strings.Repeat("k", 1025) + ": a\nb: c\n---\n", []string{"2:1028 " + strings.Repeat("k", 1025) + "=a", "3:4 b=c"}, []string{"frontmatter-invalid 2:1"}},
		{"a control character in an empty line", "---\n\v\na: b\n---\n", []string{"3:4 a=b"}, []string{"frontmatter-invalid 2:1"}},
		{"no map", "---\n- a\n---\n", nil, []string{"frontmatter-invalid 2:1"}},
		{"aliases", "---\na: &a [x, x]\nb: [*a, *a]\n---\n", []string{"2:4 a=&a [x, x]", "3:4 b=[*a, *a]"}, nil},
		{"none", "# T\n---\na: b\n---\n", nil, nil},
		{"empty", "---\n---\n", nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, ds := Parse("x.md", []byte(tt.src))
			if d := cmp.Diff(tt.want, fields(p)); d != "" {
				t.Errorf("fields (-want +got):\n%s", d)
			}
			if d := cmp.Diff(tt.findings, findings(ds)); d != "" {
				t.Errorf("findings (-want +got):\n%s%v", d, ds)
			}
		})
	}
}

// outline prints a page's sections and blocks.
func outline(p *Page) []string {
	var out []string
	for i, s := range p.Sections {
		if i > 0 {
			out = append(out, fmt.Sprintf("%s %s #%s", strings.Repeat("#", s.Level), s.Text, s.Anchor))
		}
		for _, b := range s.Blocks {
			r := p.Range(b.Span)
			line := fmt.Sprintf("%d:%d-%d:%d ", r.Start.Line, r.Start.Column, r.End.Line, r.End.Column)
			switch b.Kind {
			case Paragraph:
				line += fmt.Sprintf("text %q", b.Text)
			case FenceBlock:
				line += fmt.Sprintf("fence %q %q", b.Fence.Info, b.Fence.Content)
				if b.Fence.Note != nil {
					line += " " + b.Fence.Note.Text
				}
			case Comment:
				line += fmt.Sprintf("comment %q", b.Text)
			case TableBlock:
				line += "table"
				for _, r := range append([]Row{{Cells: b.Table.Header}}, b.Table.Rows...) {
					line += " /"
					for _, c := range r.Cells {
						line += fmt.Sprintf(" %s@%d", c.Text, p.Range(c.Span).Start.Column)
					}
				}
			case HTML:
				line += fmt.Sprintf("html %q", b.Text)
			case Rule:
				line += "rule"
			}
			out = append(out, line)
		}
	}
	return out
}

func TestBlocks(t *testing.T) {
	tests := []struct {
		name, src string
		want      []string
		findings  []string
	}{
		{
			"headings", "# A *b* `c`\n## <a name=\"http-request\"></a>请求\n## Two words!\n## Two words!\n",
			[]string{"# A b c #a-b-c", "## 请求 #http-request", "## Two words! #two-words", "## Two words! #two-words-1"},
			nil,
		},
		{
			"a title glued to its mark", "---\na: b\n---\n<!-- c -->\n#Book é\nText [l](u)\nof it.\n\n#no title\n",
			[]string{`4:1-4:11 comment "c"`, "# Book é #book-é", `6:1-7:7 text "Text l\nof it."`, `9:1-9:10 text "#no title"`},
			nil,
		},
		{"no glued titles", "#1 is a number\n", []string{`1:1-1:15 text "#1 is a number"`}, nil},
		{"no title in a list", "- #a\n", []string{`1:3-1:5 text "#a"`}, nil},
		{
			"inline text", "a\\_b &amp; [l](u) ![i](v) <https://x.y> **b** <token> x<br/>y 10<sup>3</sup>\n",
			[]string{`1:1-1:77 text "a_b & l i https://x.y b <token> x\ny 10^3"`},
			nil,
		},
		{
			"table", "|A|B|\n|:--|:--|\n| `x\\|y` | [l](u) |\n|é|\n|1|2|3|\n",
			[]string{"1:1-5:8 table / A@2 B@4 / x|y@3 l@12 / é@2 @4 / 1@2 2@4"},
			[]string{"table-column-count 4:1", "table-column-count 5:6"},
		},
		{
			"fence in a list", "- a\n\n  <!-- {\"x\":1} -->\n  ``` http \n  GET /\n\n    {}\n  ```\n",
			[]string{`1:3-1:4 text "a"`, `3:3-3:19 comment "{\"x\":1}"`, `4:3-8:6 fence "http" "GET /\n\n  {}\n"  {"x":1} `},
			nil,
		},
		{
			"comments", "a <!-- in --> b\n\n<!-- one --><!-- two -->\n<!--\n\n# no heading -->\n```\n```\n",
			[]string{`1:1-1:16 text "a  b"`, `1:3-1:14 comment "in"`, `3:1-3:13 comment "one"`, `3:13-3:25 comment "two"`, `4:1-6:17 comment "# no heading"`, `7:1-8:4 fence "" ""`},
			nil,
		},
		{"open comment", "a\n\n<!-- b\n\n# c\n", []string{`1:1-1:2 text "a"`, `3:1-6:1 comment "b\n\n# c"`}, []string{"comment-unclosed 3:1"}},
		{
			"bound over a heading, not over a fence", "<!-- {\"a\":1} -->\n## H\n```\nx\n```\n```\ny\n```\n",
			[]string{`1:1-1:17 comment "{\"a\":1}"`, "## H #h", `3:1-5:4 fence "" "x\n"  {"a":1} `, `6:1-8:4 fence "" "y\n"`},
			nil,
		},
		{"tabs", "# T\n# [HTTP](#tab/http)\none\n# [C#](#tab/csharp)\ntwo\n\n---\nthree\n", []string{"# T #t", `3:1-3:4 text "one"`, `8:1-8:6 text "three"`}, nil},
		{"tabs, first missing", "one\n# [C#](#tab/csharp)\ntwo\n\n---\nthree\n", []string{`1:1-1:4 text "one"`, `6:1-6:6 text "three"`}, []string{"tab-group 2:1"}},
		{"tabs ended by a setext line", "# [HTTP](#tab/http)\none\n# [C#](#tab/csharp)\n[!INCLUDE [s](s.md)]\n---\nthree\n", []string{`2:1-2:4 text "one"`, `6:1-6:6 text "three"`}, nil},
		{
			"a comment between rows", "|a|b|\n|-|-|\n|c|d|\n<!-- x -->\n|e|f|\n\n```\n|a|\n<!-- y -->\n|b|\n```\n",
			[]string{"1:1-5:6 table / a@2 b@4 / c@2 d@4 / e@2 f@4", `7:1-11:4 fence "" "|a|\n<!-- y -->\n|b|\n"`},
			[]string{"table-column-count 4:1"},
		},
		{"a heading of two lines after a tab group", "# [HTTP](#tab/http)\none\n---\n\nTwo\n---\nthree\n", []string{`2:1-2:4 text "one"`, "## Two #two", `7:1-7:6 text "three"`}, nil},
		{"tabs never ended", "# [HTTP](#tab/http)\none\n# [C#](#tab/csharp)\ntwo\n### H\nthree\n", []string{`2:1-2:4 text "one"`, "### H #h", `6:1-6:6 text "three"`}, []string{"tab-group 3:1"}},
		{"tabs with headings inside", "# [HTTP](#tab/http)\n### H\none\n# [C#](#tab/csharp)\n### H\ntwo\n\n---\n### I\n", []string{"### H #h", `3:1-3:4 text "one"`, "### I #i"}, nil},
		{"two tab groups, the first not ended", "# [HTTP](#tab/http)\none\n# [C#](#tab/csharp)\n## H\n# [HTTP](#tab/http)\ntwo\n# [C#](#tab/csharp)\nx\n\n---\n", []string{`2:1-2:4 text "one"`, "## H #h", `6:1-6:4 text "two"`}, []string{"tab-group 3:1"}},
		{"quote", "> **Note:** a\n> # b\n", []string{`1:3-1:14 text "Note: a"`, `2:3-2:6 text "b"`}, nil},
		{"HTML", "<div>\n<a id=\"x\"></a>\n</div>\n", []string{`1:1-4:1 html "<div>\n<a id=\"x\"></a>\n</div>"`}, nil},
		{"not UTF-8", "a\xffb é\n", []string{`1:1-1:6 text "a?b é"`}, []string{"invisible-characters 1:2"}},
		{"nothing", "", nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, ds := Parse("x.md", []byte(tt.src))
			if d := cmp.Diff(tt.want, outline(p)); d != "" {
				t.Errorf("outline (-want +got):\n%s", d)
			}
			if d := cmp.Diff(tt.findings, findings(ds)); d != "" {
				t.Errorf("findings (-want +got):\n%s", d)
			}
		})
	}
}

func TestShortDelimiter(t *testing.T) {
	tests := []struct {
		src      string
		table    bool
		findings []string
		long     bool // the delimiter row has more cells than the header
	}{
		{"|a|b|\n|-|-|\n|c|d|\n", true, nil, false},
		{"|a|b|\n|-|-|-|\n|c|d|\n", true, []string{"table-column-count 2:1"}, true},
		{"|a|b\\|c|\n|-|-|\n", true, nil, false},
		{"- |a|b|\n  |-|-|\n  |c|d|\n", true, nil, false},
		{"1. |a|b|\n   |-|-|\n", true, nil, false},
		{"a | b\n- | x\n", false, nil, false},
		{"```\n|a|b|c|\n|:-|:-|\n##x\n```\n", false, nil, false},
		{"|a|b|c|\n|:-|:-|\n|d|e|f|\n", true, []string{"table-column-count 2:1"}, false},
		{"text\n\n  a | b | c\n  :-- | ---\n  d\n", true, []string{"table-column-count 4:3", "table-column-count 5:3"}, false},
		{"|a|b|c|d|e|\n|-|-|\n", false, []string{"table-column-count 2:1"}, false},
	}
	for _, tt := range tests {
		p, ds := Parse("x.md", []byte(tt.src))
		table := slices.ContainsFunc(p.Blocks, func(b Block) bool { return b.Table != nil })
		if d := cmp.Diff(tt.findings, findings(ds)); d != "" || table != tt.table {
			t.Errorf("%q: table %v, findings %s", tt.src, table, d)
		}
		for _, b := range p.Blocks {
			if b.Table != nil && b.Table.Short.IsZero() != (len(tt.findings) == 0 || tt.long) {
				t.Errorf("%q: short %v", tt.src, b.Table.Short)
			}
			if b.Fence != nil && b.Fence.Content != "|a|b|c|\n|:-|:-|\n##x\n" {
				t.Errorf("content %q", b.Fence.Content)
			}
		}
	}
}

func TestLinks(t *testing.T) {
	src := "[a](b.md \"t\") [c][ref] ![i](j.png) [d] <https://x.y/z>\n[!INCLUDE [n](n.md)]\n[!include [m](m.md)]\n\n# [J](#tab/java)\n[!INCLUDE [s](s.md)]\n\n---\n\n[ref]: e.md\n[d]: f.md#g\n"
	p, _ := Parse("x.md", []byte(src))
	var got []string
	for _, l := range p.Links {
		got = append(got, fmt.Sprintf("%s %s %q %q", l.Text, l.Dest, p.Raw(l.Span), p.Raw(l.At)))
	}
	want := []string{
		`a b.md "[a](b.md \"t\")" "b.md"`, `c e.md "[c][ref]" ""`, `i j.png "![i](j.png)" "j.png"`, `d f.md#g "[d]" ""`,
		`https://x.y/z https://x.y/z "<https://x.y/z>" ""`, `n n.md "[n](n.md)" "n.md"`, `m m.md "[m](m.md)" "m.md"`,
		`J #tab/java "[J](#tab/java)" "#tab/java"`,
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("links (-want +got):\n%s", d)
	}
	got = nil
	for _, in := range p.Includes {
		got = append(got, fmt.Sprintf("%s %q tab %q block %d", in.Path, p.Raw(in.Span), in.Tab, in.Block))
	}
	want = []string{`n.md "[!INCLUDE [n](n.md)]" tab "" block 0`, `m.md "[!include [m](m.md)]" tab "" block 0`, `s.md "[!INCLUDE [s](s.md)]" tab "java" block -1`}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("includes (-want +got):\n%s", d)
	}
}

// TestReaderForgets checks that a Reader keeps nothing of the previous page.
func TestReaderForgets(t *testing.T) {
	pages := []string{
		"---\ntitle: x\n---\n# A\n|a|b|\n|-|-|\n|1|2|\n[x](y) [!INCLUDE [n](n.md)]\n# [J](#tab/j)\n---\n<!-- {\"a\":1} -->\n```\nx\n```\n",
		"é\n", "", "# B\n<!-- c -->\n```http\ny\n```\n|a|\n|-|\n|z|\n",
	}
	var r Reader
	for range 2 {
		for _, src := range pages {
			alone, _ := Parse("x.md", []byte(src))
			again, _ := r.Parse("x.md", []byte(src))
			if d := cmp.Diff(outline(alone), outline(again)); d != "" {
				t.Error(d)
			}
			if d := cmp.Diff(fields(alone), fields(again)); d != "" {
				t.Error(d)
			}
			if len(alone.Links) != len(again.Links) || len(alone.Includes) != len(again.Includes) || len(alone.Tabs) != len(again.Tabs) {
				t.Errorf("%q: links, includes or tabs differ", src)
			}
		}
	}
}

func TestPositions(t *testing.T) {
	src := "\ufeffa\tb\r\nééx\n" + strings.Repeat("é", 5000) + "x\n"
	p, _ := Parse("x.md", []byte(src))
	for text, want := range map[string]string{"a": "1:1", "b": "1:3", "x": "2:3"} {
		if got := p.Range(Span{strings.Index(src, text), 0}).Start; fmt.Sprintf("%d:%d", got.Line, got.Column) != want {
			t.Errorf("%s at %v", text, got)
		}
	}
	if got := p.Range(Span{strings.LastIndex(src, "x"), 0}).Start; got.Line != 3 || got.Column != 5001 {
		t.Errorf("the end of the long line is at %v", got)
	}
}

func TestSourceOffset(t *testing.T) {
	src := "> - a\r\n>   ```\r\n>   one\r\n>\r\n>    two\r\n>   ```\r\n"
	p, _ := Parse("x.md", []byte(src))
	f := p.Blocks[1].Fence
	if f.Content != "one\n\n two\n" {
		t.Fatalf("content %q", f.Content)
	}
	for i := range f.Content {
		if c := f.Content[i]; src[f.SourceOffset(i)] != c && c != '\n' {
			t.Errorf("%d: %q is at %q", i, c, src[f.SourceOffset(i)])
		}
	}
}

func TestSourceSpan(t *testing.T) {
	for _, eol := range []string{"\n", "\r\n"} {
		p, _ := Parse("x.md", []byte(strings.ReplaceAll("```\nab\n\ncd\n```\n", "\n", eol)))
		var got []string
		for _, s := range []Span{{0, 2}, {2, 2}, {2, 3}, {3, 4}, {2, 5}, {6, 7}, {7, 7}} {
			r := p.Range(p.Blocks[0].Fence.SourceSpan(s.Start, s.End))
			got = append(got, fmt.Sprintf("%d:%d-%d:%d", r.Start.Line, r.Start.Column, r.End.Line, r.End.Column))
		}
		want := []string{"2:1-2:3", "2:3-2:3", "2:3-3:1", "3:1-4:1", "2:3-4:2", "4:3-5:1", "5:1-5:1"}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%q: %s", eol, d)
		}
	}
}

func TestWithInfo(t *testing.T) {
	src := "- a\r\n\r\n  ```http GET /x\r\n  A: b\r\n  ```\r\n"
	p, _ := Parse("x.md", []byte(src))
	f := p.Blocks[1].Fence.WithInfo(len("http "))
	if f.Info != "http" || f.Content != "GET /x\nA: b\n" {
		t.Fatalf("info %q, content %q", f.Info, f.Content)
	}
	for _, want := range []string{"GET /x", "/x", "A: b", "b"} {
		i := strings.Index(f.Content, want)
		if s := f.SourceSpan(i, i+len(want)); src[s.Start:s.End] != want {
			t.Errorf("%q is at %q", want, src[s.Start:s.End])
		}
	}
}

// seeds gives a fuzz target the bundled pages and the hostile inputs.
func seeds(f *testing.F) {
	for _, src := range specPages(f) {
		f.Add(src)
	}
	for _, src := range hostile(40) {
		f.Add([]byte(src))
	}
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

func FuzzParse(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		p, ds := Parse("x.md", src)
		for _, d := range ds {
			if d.At.Start.Offset > d.At.End.Offset || d.At.End.Offset > len(src) {
				t.Fatalf("%s at %v", d.Code, d.At)
			}
		}
		n := 0
		for _, s := range p.Sections {
			n += len(s.Blocks)
			if s.Level > 0 {
				n++
			}
		}
		if n != len(p.Blocks) {
			t.Fatalf("%d blocks in sections, %d in all", n, len(p.Blocks))
		}
		for _, b := range p.Blocks {
			checkSpan(t, src, b.Span)
			if b.Fence != nil {
				for i := range b.Fence.Content {
					if o := b.Fence.SourceOffset(i); o < 0 || o > len(src) {
						t.Fatalf("content %d at %d", i, o)
					}
				}
			}
			if b.Table != nil {
				for _, r := range b.Table.Rows {
					for _, c := range r.Cells {
						checkSpan(t, src, c.Span)
					}
				}
			}
		}
		for _, l := range p.Links {
			checkSpan(t, src, l.Span)
			checkSpan(t, src, l.At)
		}
	})
}

func checkSpan(t *testing.T, src []byte, s Span) {
	t.Helper()
	if s.Start < 0 || s.Start > s.End || s.End > len(src) {
		t.Fatalf("span %v in %d bytes", s, len(src))
	}
}

func FuzzFrontMatter(f *testing.F) {
	for _, s := range []string{"title: x\n", "a: \"b\"\nc: 'd'\n", "a: &x [y]\nb: *x\n", "a: b: c\n", "? a\n: b\n", "a: |\n  b\n", "a: b #c\n", "{a: b}"} {
		f.Add(s)
	}
	for _, src := range specPages(f) {
		if parts := strings.SplitN(string(src), "---\n", 3); len(parts) == 3 {
			f.Add(parts[1])
		}
	}
	f.Fuzz(func(t *testing.T, body string) {
		src := "---\n" + body + "\n---\n"
		p, _ := Parse("x.md", []byte(src))
		for _, fd := range p.Front.Fields {
			checkSpan(t, []byte(src), fd.Span)
			checkSpan(t, []byte(src), fd.KeySpan)
		}
		samePlain(t, src)
	})
}

// samePlain checks that reading line by line gives the same fields as YAML.
func samePlain(t *testing.T, src string) {
	b := new(Reader).builder("x.md", []byte(src))
	b.diags = nil
	body, _, closed := b.frontSpan()
	fast, plain := b.plainFields(body)
	if !plain || !closed {
		return
	}
	fast = slices.Clone(fast)
	var slow []Field
	b.yamlFields(body, &slow, true)
	if len(b.diags) > 0 && len(fast) > 0 {
		t.Fatalf("%q is read line by line but is not YAML: %s", src, b.diags[0].Message)
	}
	for i := range fast {
		if i >= len(slow) || fast[i].Key != slow[i].Key || fast[i].Value != slow[i].Value {
			t.Fatalf("%q: line by line %v, YAML %v", src, fast, slow)
		}
	}
}

// TestUnopenedIsFixed checks the fix of front matter without its first mark, with
// CRLF and a byte order mark.
func TestUnopenedIsFixed(t *testing.T) {
	src := "\ufefftitle: a\r\nauthor: b\r\nms.date: c\r\n---\r\n# T\r\n"
	_, ds := Parse("x.md", []byte(src))
	out, n := diag.Apply([]byte(src), "x.md", ds, false)
	if want := "\ufeff---\r\n" + strings.TrimPrefix(src, "\ufeff"); n != 1 || string(out) != want {
		t.Errorf("%d fixed: %q", n, out)
	}
	if p, ds := Parse("x.md", out); len(ds) > 0 || p.Front.Get("author") != "b" {
		t.Errorf("%v", ds)
	}
}

func TestGlued(t *testing.T) {
	p, _ := Parse("a.md", []byte("<!-- c -->\n#Book\n\n##Example\n#no title\n"))
	var got []string
	for _, s := range p.Glued {
		got = append(got, p.Raw(s))
	}
	if d := cmp.Diff([]string{"#Book", "##Example"}, got); d != "" {
		t.Error(d)
	}
}
