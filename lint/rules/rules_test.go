package rules

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/rogpeppe/go-internal/txtar"
)

// onlyPage is the path of an example without file names.
const onlyPage = "api-reference/v1.0/api/page.md"

// exampleTree returns the docs tree of an example and the marked ranges of each
// file.
func exampleTree(t *testing.T, text string) (fstest.MapFS, map[string][]mark) {
	t.Helper()
	arch := txtar.Parse([]byte(text))
	if len(arch.Files) == 0 {
		arch.Files = []txtar.File{{Name: onlyPage, Data: arch.Comment}}
	}
	tree, marks := fstest.MapFS{}, map[string][]mark{}
	for _, f := range arch.Files {
		src, ms := cutMarks(t, string(f.Data))
		tree[f.Name] = &fstest.MapFile{Data: []byte(src)}
		if len(ms) > 0 {
			marks[f.Name] = ms
		}
	}
	return tree, marks
}

// mark is a range that an example marks as faulty.
type mark struct {
	Start, End int
	Text       string
}

func cutMarks(t *testing.T, text string) (string, []mark) {
	t.Helper()
	var out strings.Builder
	var marks []mark
	for {
		before, rest, found := strings.Cut(text, "«")
		out.WriteString(before)
		if !found {
			return out.String(), marks
		}
		marked, after, closed := strings.Cut(rest, "»")
		if !closed {
			t.Fatal("the example has a « without a »")
		}
		marks = append(marks, mark{out.Len(), out.Len() + len(marked), marked})
		out.WriteString(marked)
		text = after
	}
}

// found returns the ranges that a rule reports in a tree, by file.
func found(t *testing.T, r *lint.Rule, tree fstest.MapFS) (map[string][]mark, []diag.Diagnostic) {
	t.Helper()
	res, err := lint.Run(tree, lint.Options{Rules: All, Only: []diag.Code{r.Code}})
	if err != nil {
		t.Fatal(err)
	}
	marks := map[string][]mark{}
	for _, d := range res.Diagnostics {
		src, at := string(tree[d.At.Path].Data), d.At
		m := mark{at.Start.Offset, at.End.Offset, src[at.Start.Offset:at.End.Offset]}
		marks[at.Path] = append(marks[at.Path], m)
	}
	return marks, res.Diagnostics
}

func TestExamples(t *testing.T) {
	for _, r := range All {
		t.Run(string(r.Code), func(t *testing.T) {
			if r.Bad == "" && r.Page == nil && r.Tree == nil {
				t.Skip("not reported for pages")
			}
			tree, want := exampleTree(t, r.BadText())
			got, findings := found(t, r, tree)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("bad example, -want +got\n%s\n%v", diff, findings)
			}
			if len(want) == 0 {
				t.Error("the bad example has no marks")
			}
			for _, d := range findings {
				if d.Code != r.Code || d.Severity == 0 || d.Message == "" {
					t.Errorf("incomplete finding %+v", d)
				}
			}
			tree, _ = exampleTree(t, r.GoodText())
			if got, findings := found(t, r, tree); len(got) > 0 {
				t.Errorf("findings in the good example: %v", findings)
			}
		})
	}
}

func TestCatalog(t *testing.T) {
	var names []string
	for _, r := range All {
		names = append(names, string(r.Code))
		text := r.ManualText()
		if s := r.Summary(); !strings.HasSuffix(s, ".") || len(s) > 100 {
			t.Errorf("%s: the first line of the manual is %q, want a sentence of at most 100 characters", r.Code, s)
		}
		if len(text) <= len(r.Summary()) {
			t.Errorf("%s: the manual has only a summary", r.Code)
		}
		if r.Severity == 0 {
			t.Errorf("%s has no severity", r.Code)
		}
	}
	slices.Sort(names)
	if dup := len(names) - len(slices.Compact(names)); dup > 0 {
		t.Errorf("%d rules have the code of another rule", dup)
	}
}
