package diag

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// folder is a tree below a folder; the content of a file is its path.
type folder string

func (f folder) Show(path string) string { return string(f) + "/" + path }

func (f folder) Read(path string) []byte { return []byte(string(f) + ":" + path) }

func TestAddTrees(t *testing.T) {
	in := func(path string) Range { return Range{Path: path} }
	found := []Diagnostic{{
		Code: "r", At: in("a.md"), Page: "b.md", Related: []Related{{At: in("c.md")}},
		Fixes: []Fix{{Edits: []Edit{{At: in("a.md"), New: "x"}}}},
	}}
	var r Report
	r.Add(folder("one"), found)
	r.Add(folder("two"), found)
	want := Diagnostic{
		Code: "r", At: in("two/a.md"), Page: "two/b.md", Related: []Related{{At: in("two/c.md")}},
		Fixes: []Fix{{Edits: []Edit{{At: in("two/a.md"), New: "x"}}}},
	}
	if d := cmp.Diff(want, r.Diagnostics[1]); d != "" || len(r.Diagnostics) != 2 {
		t.Errorf("%d diagnostics, the second: %s", len(r.Diagnostics), d)
	}
	if found[0].At.Path != "a.md" || found[0].Related[0].At.Path != "c.md" || found[0].Fixes[0].Edits[0].At.Path != "a.md" {
		t.Errorf("Add changed its argument: %+v", found[0])
	}
	if got := string(r.Source("one/a.md")); got != "one:a.md" {
		t.Errorf("the source of one/a.md is %q", got)
	}
	if r.Source("other.md") != nil || r.Below("two/c.md") != "c.md" || r.Below("other.md") != "other.md" {
		t.Error("wrong paths below the roots")
	}
}

func TestSelect(t *testing.T) {
	all := []Diagnostic{{At: Range{Path: "a.md"}}, {At: Range{Path: "b.md"}}, {At: Range{Path: "c.md"}, Page: "a.md"}}
	got := Select(all, func(path string) bool { return path == "a.md" })
	if d := cmp.Diff([]Diagnostic{all[0], all[2]}, got); d != "" {
		t.Error(d)
	}
}

func TestStatistics(t *testing.T) {
	fix := []Fix{{Edits: []Edit{{At: Range{Path: "b.md"}}}}}
	ds := []Diagnostic{
		{Code: "x", Severity: Error, At: Range{Path: "a.md"}},
		{Code: "y", Severity: Warning, At: Range{Path: "a.md"}},
		{Code: "y", Severity: Warning, At: Range{Path: "a.md"}},
		{Code: "y", Severity: Warning, At: Range{Path: "b.md"}, Fixes: fix},
	}
	want := []Statistic{{Code: "y", Severity: Warning, Found: 3, Pages: 2, Fixable: 1}, {Code: "x", Severity: Error, Found: 1, Pages: 1}}
	if d := cmp.Diff(want, Statistics(ds)); d != "" {
		t.Error(d)
	}
}

func TestParseOutputs(t *testing.T) {
	outs, err := ParseOutputs([]string{"text", "sarif=x.sarif"})
	if err != nil || len(outs) != 2 || outs[0].File != "" || outs[1].File != "x.sarif" || len(ToFiles(outs)) != 1 {
		t.Errorf("%+v, %v", outs, err)
	}
	for _, list := range [][]string{{"text", "json"}, {"sarif="}, {"xml"}} {
		if _, err := ParseOutputs(list); err == nil {
			t.Errorf("%q is accepted", list)
		}
	}
}
