package source

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
)

func TestParseDiff(t *testing.T) {
	const diff = `diff --git a/x.md b/x.md
--- a/x.md
+++ b/x.md
@@ -3 +3,2 @@ heading
-old
+++ b/fake.md
+@@ -1 +1 @@
@@ -9,2 +10,0 @@
-gone
-gone too
\ No newline at end of file
diff --git a/old.md b/old.md
--- a/old.md
+++ /dev/null
@@ -1 +0,0 @@
-all
--- a/q.md
+++ "b/\303\244 b.md"
@@ -0,0 +1 @@
+new
`
	want := map[string][]lineRange{"x.md": {{3, 4}, {10, 11}}, "ä b.md": {{1, 1}}}
	if d := cmp.Diff(want, parseDiff(diff), cmp.AllowUnexported(lineRange{})); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

func TestTouch(t *testing.T) {
	c := &Changes{lines: map[string][]lineRange{"x.md": {{3, 4}}}, untracked: map[string]bool{"new.md": true}}
	at := func(path string, first, last int) diag.Range {
		return diag.Range{Path: path, Start: diag.Pos{Line: first}, End: diag.Pos{Line: last}}
	}
	for _, tt := range []struct {
		at   diag.Range
		want bool
	}{
		{at("x.md", 3, 3), true},
		{at("x.md", 1, 3), true},
		{at("x.md", 4, 9), true},
		{at("x.md", 5, 5), false},
		{at("x.md", 0, 0), true},
		{at("y.md", 0, 0), false},
		{at("new.md", 7, 7), true},
	} {
		if got := c.Touch(tt.at); got != tt.want {
			t.Errorf("%v: %v", tt.at, got)
		}
	}
}
