package diag

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// many returns n diagnostics of each severity, infos first.
func many(n int) []Diagnostic {
	var ds []Diagnostic
	for _, s := range []Severity{Info, Warning, Error} {
		for i := range n {
			at := Range{Path: "docs/ä b.md", Start: Pos{i, i + 1, 1}, End: Pos{i + 1, i + 1, 2}}
			ds = append(ds, Diagnostic{Code: "r", Severity: s, At: at, Message: fmt.Sprintf("m%d", i)})
		}
	}
	return ds
}

func TestGitHubShowsTheWorstAndCounts(t *testing.T) {
	out := render(t, WriteGitHub, &Report{Diagnostics: many(12)})
	for _, want := range []string{"::error ", "::warning ", "::notice "} {
		if n := strings.Count(out, want); n != githubLimit {
			t.Errorf("%d of %q, want %d", n, want, githubLimit)
		}
	}
	if !strings.HasPrefix(out, "::error file=docs/ä b.md,line=1,endLine=1,col=1,endColumn=2,title=r::m0\n") {
		t.Errorf("begins\n%.100s", out)
	}
	if n := strings.Count(out, "\n2 more with severity "); n != 3 {
		t.Errorf("%d severities report how many more there are, want 3\n%s", n, out)
	}
}

func TestGitHubEscapes(t *testing.T) {
	d := Diagnostic{Code: "a:b,c", Severity: Error, At: Range{Path: "50%,a:b\n.md"}, Message: "100%\r\n::error::x"}
	want := "::error file=50%25%2Ca%3Ab%0A.md,title=a%3Ab%2Cc::100%25��::error::x\n"
	if diff := cmp.Diff(want, render(t, WriteGitHub, &Report{Diagnostics: []Diagnostic{d}})); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestSARIFIsCappedWorstFirst(t *testing.T) {
	out := render(t, WriteSARIF, &Report{Diagnostics: many(sarifLimit/2 + 1), Rules: []RuleInfo{{Code: "r", Severity: Error}}})
	var log sarifLog
	if err := json.Unmarshal([]byte(out), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if n := len(run.Results); n != sarifLimit {
		t.Errorf("%d results, want %d", n, sarifLimit)
	}
	if run.Results[0].Level != "error" || run.Results[sarifLimit-1].Level != "warning" {
		t.Errorf("from %s to %s", run.Results[0].Level, run.Results[sarifLimit-1].Level)
	}
	if uri := run.Results[0].Locations[0].Physical.Artifact.URI; uri != "docs/%C3%A4%20b.md" {
		t.Errorf("URI %q", uri)
	}
	if !strings.Contains(out, "12503 more findings were left out") {
		t.Errorf("the number of omitted results is missing: %+v", run.Invocations)
	}
}

func TestSARIFPathsAreRelative(t *testing.T) {
	for _, tt := range []struct{ shown, want string }{
		{"docs/x.md", "docs/x.md"},
		{"/home/me/docs/x.md", "api/x.md"},
		{"../docs/x.md", "api/x.md"},
		{"a%b.md", "a%25b.md"},
	} {
		r := &Report{Show: func(string) string { return tt.shown }, Below: func(string) string { return "api/x.md" }}
		if got := r.uri("p"); got != tt.want {
			t.Errorf("%s becomes %s, want %s", tt.shown, got, tt.want)
		}
	}
}

func TestFingerprintsSurviveShifts(t *testing.T) {
	find := func(src, word string) Diagnostic {
		i := strings.Index(src, word)
		return Diagnostic{Code: "r", At: Range{Path: "x.md", Start: Pos{i, 1 + strings.Count(src[:i], "\n"), 1}}}
	}
	before, after := "a\nsee  x\n", "new\n\na\n\tsee x\nsee y\n"
	prints := func(src string, ds ...Diagnostic) []string {
		return Fingerprints(ds, func(string) []byte { return []byte(src) })
	}
	old, moved := prints(before, find(before, "see")), prints(after, find(after, "see x"), find(after, "see y"))
	if old[0] != moved[0] || moved[0] == moved[1] {
		t.Errorf("%s, then %s", old, moved)
	}
	if same := prints(before, find(before, "see"), find(before, "x")); same[0] == same[1] {
		t.Errorf("two diagnostics on one line have the same fingerprint %s", same[0])
	}
}

func TestXMLHoldsNoControlCharacters(t *testing.T) {
	d := Diagnostic{Code: "r", Severity: Error, At: Range{Path: "x\x00.md"}, Message: "a\x01<b>\xff"}
	for _, write := range []Writer{WriteCheckstyle, WriteJUnit} {
		out := render(t, write, &Report{Diagnostics: []Diagnostic{d}})
		var v struct{ XMLName xml.Name }
		if err := xml.Unmarshal([]byte(out), &v); err != nil {
			t.Errorf("%v in\n%s", err, out)
		}
	}
}

func TestApply(t *testing.T) {
	src := []byte("one two three")
	edit := func(from, to int, text string) Edit {
		return Edit{At: Range{Path: "x.md", Start: Pos{Offset: from}, End: Pos{Offset: to}}, New: text}
	}
	with := func(safe bool, edits ...Edit) Diagnostic { return Diagnostic{Fixes: []Fix{{Safe: safe, Edits: edits}}} }
	for _, tt := range []struct {
		name   string
		ds     []Diagnostic
		unsafe bool
		want   string
		fixed  int
	}{
		{"none", nil, false, "one two three", 0},
		{"two", []Diagnostic{with(true, edit(8, 13, "3")), with(true, edit(0, 3, "1"))}, false, "1 two 3", 2},
		{"unsafe left alone", []Diagnostic{with(false, edit(0, 3, "1"))}, false, "one two three", 0},
		{"unsafe", []Diagnostic{with(false, edit(0, 3, "1"))}, true, "1 two three", 1},
		{"overlap", []Diagnostic{with(true, edit(0, 5, "x")), with(true, edit(4, 7, "2"))}, false, "xwo three", 1},
		{"same insertion", []Diagnostic{with(true, edit(3, 3, "a")), with(true, edit(3, 3, "b"))}, false, "onea two three", 1},
		{"all edits or none", []Diagnostic{with(true, edit(4, 7, "2")), with(true, edit(0, 3, "1"), edit(6, 8, "x"))}, false, "one 2 three", 1},
		{"beyond the end", []Diagnostic{with(true, edit(10, 99, ""))}, false, "one two three", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, fixed := Apply(src, "x.md", tt.ds, tt.unsafe)
			if !bytes.Equal(got, []byte(tt.want)) || fixed != tt.fixed {
				t.Errorf("%q, %d fixed; want %q, %d", got, fixed, tt.want, tt.fixed)
			}
		})
	}
}
