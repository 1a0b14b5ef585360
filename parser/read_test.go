package parser

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// load reads pages given by path and text.
func load(t *testing.T, files map[string]string, opts Options) *Result {
	t.Helper()
	m := fstest.MapFS{}
	for p, src := range files {
		m[p] = &fstest.MapFile{Data: []byte(src)}
	}
	res, err := Load(m, opts)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// operation reads one page as the page of a call.
func operation(t *testing.T, src string) (*ir.Operation, *Result) {
	t.Helper()
	res := load(t, map[string]string{"v1.0/api/book-get.md": src}, Options{})
	if len(res.Spec.Operations) != 1 {
		t.Fatalf("%d operations, %d resources, %d others", len(res.Spec.Operations), len(res.Spec.Resources), len(res.Spec.Others))
	}
	return &res.Spec.Operations[0], res
}

// resource reads one page as the page of a type.
func resource(t *testing.T, src string) (*ir.Resource, *Result) {
	t.Helper()
	res := load(t, map[string]string{"v1.0/resources/book.md": src}, Options{})
	if len(res.Spec.Resources) != 1 {
		t.Fatalf("%d operations, %d resources, %d others", len(res.Spec.Operations), len(res.Spec.Resources), len(res.Spec.Others))
	}
	return &res.Spec.Resources[0], res
}

// findings lists findings as "rule line:column", except for those about parts
// that the short page of a test omits.
func findings(res *Result) []string {
	var out []string
	for _, d := range res.Diagnostics {
		switch d.Code {
		case diag.PermissionsTableMissing, diag.SectionMissing, diag.ExampleRequestMissing, diag.ResourceBlockMissing:
			continue
		}
		out = append(out, fmt.Sprintf("%s %d:%d", d.Code, d.At.Start.Line, d.At.Start.Column))
	}
	return out
}

func checkFindings(t *testing.T, res *Result, want ...string) {
	t.Helper()
	if d := cmp.Diff(want, findings(res)); d != "" {
		t.Errorf("findings (-want +got):\n%s%s", d, messages(res.Diagnostics))
	}
}

func messages(ds []diag.Diagnostic) string {
	var sb strings.Builder
	for _, d := range ds {
		fmt.Fprintf(&sb, "%s %s: %s\n", d.At, d.Code, d.Message)
	}
	return sb.String()
}

// at returns the text of a page that a range covers.
func at(src string, r diag.Range) string { return src[r.Start.Offset:r.End.Offset] }
