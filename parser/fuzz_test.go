package parser

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/mdwire/mdwire/diag"
)

// FuzzLoad reads any text as the page of a call and as that of a type.
func FuzzLoad(f *testing.F) {
	for _, dir := range []string{"api", "resources"} {
		files, _ := filepath.Glob("../specs/*/*/" + dir + "/*.md")
		for _, file := range files {
			if src, err := os.ReadFile(file); err == nil {
				f.Add(src)
			}
		}
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
			if d.Message == "" || d.Rule == "" || d.Severity == 0 {
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

func checkRange(t *testing.T, src []byte, r diag.Range) {
	t.Helper()
	if r.Start.Offset < 0 || r.Start.Offset > r.End.Offset || r.End.Offset > len(src) || r.Path == "" {
		t.Fatalf("range %+v in %d bytes", r, len(src))
	}
}
