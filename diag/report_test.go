package diag

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// at returns the range of the first occurrence of text in src, on one line.
func at(t *testing.T, src, path, text string) Range {
	t.Helper()
	off := strings.Index(src, text)
	if off < 0 {
		t.Fatalf("%q is not in the source", text)
	}
	line := 1 + strings.Count(src[:off], "\n")
	col := 1 + len([]rune(src[strings.LastIndex(src[:off], "\n")+1:off]))
	end := Pos{off + len(text), line, col + len([]rune(text))}
	return Range{path, Pos{off, line, col}, end}
}

func render(t *testing.T, w Writer, r *Report) string {
	t.Helper()
	var out strings.Builder
	if err := w(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

const page = "# T\n\nHTTP/1.1 200 No Content\n漢字 \tbad\r\n"

func pageReport(ds ...Diagnostic) *Report {
	return &Report{Diagnostics: ds, Source: func(string) []byte { return []byte(page) }}
}

func TestWriteText(t *testing.T) {
	for _, tt := range []struct{ name, mark, want string }{
		{"range", "No Content", "x.md:3:14: warning: m [r]\n" +
			"     3 | HTTP/1.1 200 No Content\n" +
			"       |              ^~~~~~~~~~\n"},
		{"wide letters and tab", "bad", "x.md:4:5: warning: m [r]\n" +
			"     4 | 漢字  bad\n" +
			"       |       ^~~\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := Diagnostic{Code: "r", Severity: Warning, At: at(t, page, "x.md", tt.mark), Message: "m"}
			if diff := cmp.Diff(tt.want, render(t, WriteText, pageReport(d))); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestWriteTextWithoutPosition(t *testing.T) {
	d := Diagnostic{Code: "r", Severity: Error, At: Range{Path: "x.md"}, Message: "m", Page: "y.md"}
	want := "x.md: error: m [r]\n  included by y.md\n"
	if diff := cmp.Diff(want, render(t, WriteText, pageReport(d))); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestWriteTextOddPositions(t *testing.T) {
	for name, p := range map[string]Range{
		"past the end":         {"x.md", Pos{9999, 9, 9}, Pos{}},
		"column past line":     {"x.md", Pos{0, 1, 80}, Pos{1, 1, 81}},
		"end before start":     {"x.md", Pos{2, 1, 3}, Pos{0, 1, 1}},
		"several lines":        {"x.md", Pos{0, 1, 1}, Pos{20, 3, 3}},
		"end of the line":      {"x.md", Pos{3, 1, 4}, Pos{3, 1, 4}},
		"no position, no path": {},
	} {
		t.Run(name, func(t *testing.T) {
			render(t, WriteText, pageReport(Diagnostic{At: p})) // must not panic
		})
	}
}

func TestWriteTextCutsLongLines(t *testing.T) {
	src := strings.Repeat("a", 500) + "MARK" + strings.Repeat("b", 500)
	d := Diagnostic{Code: "r", Severity: Info, At: at(t, src, "x.md", "MARK"), Message: "m"}
	got := render(t, WriteText, &Report{Diagnostics: []Diagnostic{d}, Source: func(string) []byte { return []byte(src) }})
	lines := strings.Split(got, "\n")
	quoted, caret := []rune(lines[1]), strings.IndexByte(lines[2], '^')
	if len(quoted) > frameWidth+20 || string(quoted[caret:caret+4]) != "MARK" {
		t.Errorf("the caret is not below the marked text:\n%s", got)
	}
}

func TestTerminalGetsNoControlCharacters(t *testing.T) {
	src := "a\x1b[31m\u202Eb\x07\u009b\xff"
	d := Diagnostic{
		Code: "r\x1b", Severity: Error, Message: "m\x1b]0;t\x07\r\n", Page: "q\x1b.md",
		At:      Range{"x\x1b.md", Pos{0, 1, 1}, Pos{1, 1, 2}},
		Related: []Related{{Range{Path: "p\x1b"}, "n\x1b"}},
	}
	got := render(t, WriteText, &Report{Diagnostics: []Diagnostic{d}, Source: func(string) []byte { return []byte(src) }})
	if strings.ContainsAny(got, "\x1b\x07\r\u202E\u009b") || !utf8.ValidString(got) {
		t.Errorf("control characters reach the terminal: %q", got)
	}
}

func TestColor(t *testing.T) {
	r := pageReport(Diagnostic{Code: "r", Severity: Error, At: at(t, page, "x.md", "200"), Message: "m"})
	if strings.Contains(render(t, WriteText, r), "\x1b") {
		t.Error("colors although Color is false")
	}
	r.Color = true
	if !strings.Contains(render(t, WriteText, r), red+"error"+reset) {
		t.Error("no colors although Color is true")
	}
}

func TestWriteJSON(t *testing.T) {
	d := Diagnostic{
		Code: "r", Severity: Warning, At: at(t, page, "x.md", "No Content"), Message: "a \"b\" <c>",
		Page:  "y.md",
		Fixes: []Fix{{"write OK", true, []Edit{{at(t, page, "x.md", "No Content"), "OK"}}}},
	}
	r := pageReport(d)
	r.Show = func(p string) string { return "docs/" + p }
	want := `{"rule":"r","severity":"warning","file":"docs/x.md","line":3,"column":14,"endLine":3,"endColumn":24,` +
		`"message":"a \"b\" <c>","page":"docs/y.md","fixes":[{"title":"write OK","safe":true,` +
		`"edits":[{"file":"docs/x.md","line":3,"column":14,"endLine":3,"endColumn":24,"new":"OK"}]}]}` + "\n"
	if diff := cmp.Diff(want, render(t, WriteJSON, r)); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestWriterFor(t *testing.T) {
	for _, name := range Formats() {
		if _, err := WriterFor(name); err != nil {
			t.Error(err)
		}
	}
	if _, err := WriterFor("xml"); err == nil || !strings.Contains(err.Error(), Choice(Formats())) {
		t.Errorf("unknown format: %v", err)
	}
}

func TestSortRemovesDuplicates(t *testing.T) {
	a := Diagnostic{Code: "a", At: Range{Path: "x.md", Start: Pos{5, 1, 6}}}
	b := Diagnostic{Code: "b", At: Range{Path: "x.md", Start: Pos{1, 1, 2}}}
	if diff := cmp.Diff([]Diagnostic{b, a}, Sort([]Diagnostic{a, b, a})); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
