package generator_test

import (
	"fmt"
	"path"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/ir"
)

// everything returns a new spec with all kinds of pages, so that two runs share
// nothing.
func everything() *ir.Spec {
	all := &ir.Spec{}
	for i, f := range fixtures {
		s := hostileSpec(f.text, fmt.Sprintf("k%d", i))
		all.Operations = append(all.Operations, s.Operations...)
		all.Resources = append(all.Resources, s.Resources...)
	}
	return all
}

// TestDeterminism checks that the number of cores and the order of maps do not
// change the output.
func TestDeterminism(t *testing.T) {
	first := generate(t, everything())
	if len(first.Files) < 100 {
		t.Fatalf("only %d files", len(first.Files))
	}
	for _, procs := range []int{1, 4} {
		old := runtime.GOMAXPROCS(procs)
		again := generate(t, everything())
		runtime.GOMAXPROCS(old)
		if !reflect.DeepEqual(first, again) { // cmp takes seconds for megabytes
			t.Errorf("with %d cores: %s", procs, cmp.Diff(texts(first), texts(again)))
		}
	}
}

// texts returns a result in a form for readable differences.
func texts(res *generator.Result) []string {
	list := []string{fmt.Sprintf("%+v", res.Account)}
	for _, f := range res.Files {
		list = append(list, f.Path+"\n"+string(f.Data))
	}
	for _, d := range res.Diagnostics {
		list = append(list, fmt.Sprintf("%+v", d))
	}
	return list
}

func TestGenerateLeavesSpecAlone(t *testing.T) {
	s := everything()
	generate(t, s)
	if want := everything(); !reflect.DeepEqual(want, s) {
		t.Error(cmp.Diff(want, s))
	}
}

func TestGenerateNothing(t *testing.T) {
	for name, s := range map[string]*ir.Spec{
		"no pages": {}, "no operations": spec(resource("m.a", "")), "none with a route": spec(call("a-get", "GET")), "only abbreviated": spec(call("a-get", "GET", "/a/.../b")),
	} {
		res := generate(t, s)
		if len(res.Files) > 0 || res.Account.Pages != len(s.Operations) || res.Account.Explained != len(s.Operations) || len(res.Diagnostics) != len(s.Operations) {
			t.Errorf("%s: %d files, %+v, %v", name, len(res.Files), res.Account, res.Diagnostics)
		}
	}
}

// TestPages checks that a page with several operations, also of several versions,
// counts once: as explained only if none of them is generated.
func TestPages(t *testing.T) {
	ops := []ir.Operation{call("a-end", "DELETE", "/a"), call("b-get", "GET", "/a/.../b"), call("c-end", "DELETE", "/c"), call("d-get", "GET"), call("e-get", "GET")}
	ops[1].File, ops[2].File, ops[4].File = ops[0].File, ops[0].File, ops[3].File
	ops[2].Version, ops[4].Version = "beta", "beta"
	ops[0].Responses, ops[2].Responses = []ir.Response{{Status: 204}}, []ir.Response{{Status: 204}} // nothing is assumed
	res := generate(t, &ir.Spec{Operations: ops})
	if a := res.Account; a.Pages != 2 || a.Operations != 2 || a.Explained != 1 || len(res.Diagnostics) != 3 {
		t.Errorf("%+v, %v", a, res.Diagnostics)
	}
}

// TestSharedTypes checks that each version has the types of pages without a version.
func TestSharedTypes(t *testing.T) {
	call1, call2 := answering(call("a-get", "GET", "/a"), "m.c"), answering(call("b-get", "GET", "/b"), "m.c")
	call2.Version = "beta"
	own, shared := resource("m.c", ""), resource("m.c", "")
	own.Version, shared.Version = "beta", ""
	res := generate(t, &ir.Spec{Operations: []ir.Operation{call1, call2}, Resources: []ir.Resource{own, shared}})
	for _, want := range []string{"v1/c_gen.go", "beta/c_gen.go"} {
		if !slices.ContainsFunc(res.Files, func(f generator.File) bool { return f.Path == want }) {
			t.Errorf("no %s", want)
		}
	}
	if v := shared.Version; v != "" {
		t.Errorf("the page has the version %s", v)
	}
}

func TestSelected(t *testing.T) {
	s := spec(call("a-get", "GET", "/a"), call("b-get", "GET", "/b"), answering(call("c-get", "GET", "/c"), "m.c"), resource("m.c", ""))
	res, err := generator.Generate(s, generator.Options{Package: "graph", ImportPath: "example.com/graph", Selected: func(op *ir.Operation) bool { return op.Name == "b-get" }})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range res.Files {
		switch path.Base(f.Path) {
		case "a_gen.go", "b_gen.go", "c_gen.go":
			got = append(got, f.Path)
		}
	}
	if d := cmp.Diff([]string{"v1/b_gen.go", "v1/server/b_gen.go"}, got); d != "" {
		t.Error(d)
	}
}

// TestVersions checks that each version has its own folder, also when there is only
// one, and that pages without a version are in the output folder itself.
func TestVersions(t *testing.T) {
	tests := []struct {
		versions, want []string
	}{
		{[]string{""}, []string{""}},
		{[]string{"v1.0"}, []string{"v1/"}},
		{[]string{"beta"}, []string{"beta/"}},
		{[]string{"v1.0", "beta"}, []string{"beta/", "v1/"}},
		{[]string{"v1.0", ""}, []string{"", "v1/"}},
		{[]string{"v1.1", "v2.0"}, []string{"v1_1/", "v2/"}},
		{[]string{"v1.0", "v1.1", "v2.0"}, []string{"v1/", "v1_1/", "v2/"}},
		{[]string{"v1", "v1.0", "v1.0.0"}, []string{"v1/", "v1_0/", "v1_0_0/"}},
	}
	for _, tt := range tests {
		s := &ir.Spec{}
		for _, v := range tt.versions {
			op := call("a-get", "GET", "/a")
			op.Version = v
			s.Operations = append(s.Operations, op)
		}
		res := generate(t, s)
		checkOutput(t, res)
		var got []string
		for _, f := range res.Files {
			if dir, ok := strings.CutSuffix(f.Path, "a_gen.go"); ok && !strings.Contains(dir, "server") {
				got = append(got, dir)
			}
		}
		slices.Sort(got)
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%q: %s", tt.versions, d)
		}
	}
}
