package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

func TestKeysAndDeclaredNamesAreFree(t *testing.T) {
	out := newPlan(
		with(operation("a-get", "Get", "GET /a"), answers(200, "m.userGetRoute")), with(operation("b-get", "Get", "GET /b"), answers(200, "m.opUserGet")),
		operation("user-get", "Get", "GET /me", "GET /users/{id}"), operation("user-getme", "user: getMe", "GET /x", "GET /y"),
		resource("m.userGetRoute", ""), resource("m.opUserGet", ""))
	declared := map[string]bool{}
	declare := func(name string) {
		if declared[name] {
			t.Errorf("%s is declared twice", name)
		}
		declared[name] = true
	}
	for _, typ := range out.Package.Types {
		declare(typ.Name)
	}
	for _, s := range out.Package.Services {
		declare(s.Name + "Service")
		for _, m := range s.Methods {
			declare("Op" + m.Key)
			if m.HasPlace() {
				declare(m.PlaceType())
			}
		}
	}
	for _, p := range out.Package.Places {
		declare(p.Name)
	}
}

func TestSkipped(t *testing.T) {
	out := newPlan(operation("a-get", "Get", "GET /a"), operation("b-get", "Get"), operation("c-get", "Get", "GET /a/.../b"))
	if d := cmp.Diff([]string{"api/b-get.md", "api/c-get.md"}, out.Skipped); d != "" || out.Operations != 1 {
		t.Errorf("%d operations, skipped: %s", out.Operations, d)
	}
	if d := cmp.Diff([]string{"error operation-not-generated", "error operation-not-generated"}, rules(out)); d != "" {
		t.Error(d)
	}
}

func TestAlias(t *testing.T) {
	for name, want := range map[string]string{"graph": "graph", "server": "clientpkg", "context": "clientpkg", "c": "clientpkg", "x": "clientpkg"} {
		op := operation("a-get", "Get", "GET /a")
		out := plan.New(&ir.Spec{Operations: []ir.Operation{op}}, plan.Options{Name: name, ImportPath: "example.com/" + name})
		if got := out.Package.Alias(); got != want {
			t.Errorf("%s is imported as %s, want %s", name, got, want)
		}
	}
}

func TestVersionsDoNotMix(t *testing.T) {
	one, other := operation("a-get", "Get", "GET /a"), operation("b-get", "Get", "GET /b")
	other.Version = "beta"
	out := newPlan(one, other)
	if d := cmp.Diff([]string{"A.Get()"}, methods(out)); d != "" {
		t.Error(d)
	}
}
