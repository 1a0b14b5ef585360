package generator_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/specs"
)

func bundled(t *testing.T) *ir.Spec {
	t.Helper()
	res, err := parser.Load(specs.FS, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return res.Spec
}

// folder is an output folder in memory, with the state of the run that wrote it.
type folder struct {
	files map[string]generator.File
	state generator.State
}

// run generates incrementally, and does not write the files.
func (f *folder) run(t *testing.T, spec *ir.Spec) *generator.Result {
	t.Helper()
	res, err := generator.Generate(spec, generator.Options{
		Package: "graph", ImportPath: "example.com/graph", Previous: f.state,
		OnDisk: func(path string) string { return f.files[path].SHA256 },
	})
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// generate generates into the folder, and returns the files that changed.
func (f *folder) generate(t *testing.T, spec *ir.Spec) (*generator.Result, []string) {
	t.Helper()
	res := f.run(t, spec)
	var changed []string
	files := map[string]generator.File{}
	for _, file := range res.Files {
		old, ok := f.files[file.Path]
		switch {
		case file.Data == nil && (!ok || old.SHA256 != file.SHA256):
			t.Fatalf("%s was never written", file.Path)
		case file.Data == nil:
			file.Data = old.Data
		case !ok || string(old.Data) != string(file.Data):
			changed = append(changed, file.Path)
		}
		files[file.Path] = file
	}
	f.files, f.state = files, res.State
	return res, changed
}

// checkClean compares the folder with the result of a run without a previous state.
func (f *folder) checkClean(t *testing.T, what string, spec *ir.Spec, res *generator.Result) {
	t.Helper()
	clean := generate(t, spec)
	want, got := map[string]string{}, map[string]string{}
	for _, file := range clean.Files {
		want[file.Path] = string(file.Data)
	}
	for name, file := range f.files {
		got[name] = string(file.Data)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Fatalf("%s: %s", what, d)
	}
	if d := cmp.Diff(clean.Diagnostics, res.Diagnostics); d != "" || !cmp.Equal(clean.Account, res.Account) {
		t.Fatalf("%s: %+v, want %+v: %s", what, res.Account, clean.Account, d)
	}
}

// TestIncremental changes pages at random, and compares each incremental run with
// one that starts from nothing.
func TestIncremental(t *testing.T) {
	f, spec := &folder{}, bundled(t)
	res, _ := f.generate(t, spec)
	f.checkClean(t, "first run", spec, res)
	rounds := 20
	if testing.Short() {
		rounds = 8
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range rounds {
		spec = bundled(t)
		var what []string
		for range 1 + random.IntN(3) {
			what = append(what, vary(random, spec))
		}
		res, _ := f.generate(t, spec)
		f.checkClean(t, strings.Join(what, ", "), spec, res)
	}
}

// vary changes one page of a spec in one way.
func vary(random *rand.Rand, spec *ir.Spec) string {
	op := &spec.Operations[random.IntN(len(spec.Operations))]
	other := &spec.Operations[random.IntN(len(spec.Operations))]
	r := &spec.Resources[random.IntN(len(spec.Resources))]
	switch random.IntN(10) {
	case 0:
		op.Doc += " More."
		return op.File + ": prose"
	case 1:
		op.Permissions = other.Permissions
		return op.File + ": permissions"
	case 2:
		op.Examples = other.Examples
		return op.File + ": examples"
	case 3:
		op.Routes = slices.Clone(op.Routes[:len(op.Routes)/2])
		return op.File + ": routes"
	case 4:
		op.Responses = other.Responses
		return op.File + ": responses"
	case 5:
		r.Properties = r.Properties[:len(r.Properties)/2]
		return r.File + ": properties"
	case 6:
		r.Doc += " More."
		return r.File + ": prose"
	case 7:
		r.OpenType = !r.OpenType
		return r.File + ": open or not"
	case 8:
		for i := range r.Properties {
			r.Properties[i].Type = ir.TypeRef{Name: "Edm.Int32"}
		}
		r.Members = r.Members[:len(r.Members)/2]
		return r.File + ": types of properties"
	}
	r.BaseType = spec.Resources[random.IntN(len(spec.Resources))].Name
	return r.File + ": base type"
}

// TestIncrementalReuses checks that unchanged files are not rendered again.
func TestIncrementalReuses(t *testing.T) {
	f := &folder{}
	f.generate(t, bundled(t))
	res, _ := f.generate(t, bundled(t))
	for _, file := range res.Files {
		if file.Data != nil {
			t.Errorf("%s was rendered again", file.Path)
		}
	}
	spec := bundled(t)
	i := slices.IndexFunc(spec.Operations, func(op ir.Operation) bool { return op.Version == "v1.0" && op.Name == "message-move" })
	spec.Operations[i].Doc = "Another text."
	var rendered []string
	for _, file := range f.run(t, spec).Files {
		if file.Data != nil {
			rendered = append(rendered, file.Path)
		}
	}
	if d := cmp.Diff([]string{"v1/message_gen.go"}, rendered); d != "" {
		t.Error(d)
	}
}

// TestIncrementalOptions checks that a run with other options does not reuse what
// depends on them.
func TestIncrementalOptions(t *testing.T) {
	for name, change := range map[string]func(*generator.Options){
		"package":     func(o *generator.Options) { o.Package = "other" },
		"import path": func(o *generator.Options) { o.ImportPath = "example.com/other" },
		"names":       func(o *generator.Options) { o.Names = map[string]string{"message-move": "Message.Transfer"} },
		"selected": func(o *generator.Options) {
			o.Selected = func(op *ir.Operation) bool { return op.Name != "message-move" }
		},
		"one version": func(o *generator.Options) { o.Selected = func(op *ir.Operation) bool { return op.Version == "beta" } },
	} {
		f := &folder{}
		f.generate(t, bundled(t))
		opts := generator.Options{Package: "graph", ImportPath: "example.com/graph"}
		change(&opts)
		clean, err := generator.Generate(bundled(t), opts)
		if err != nil {
			t.Fatal(err)
		}
		opts.Previous, opts.OnDisk = f.state, func(path string) string { return f.files[path].SHA256 }
		res, err := generator.Generate(bundled(t), opts)
		if err != nil {
			t.Fatal(err)
		}
		hashes := func(files []generator.File) []string {
			var list []string
			for _, f := range files {
				list = append(list, f.Path+" "+f.SHA256)
			}
			return list
		}
		if d := cmp.Diff(hashes(clean.Files), hashes(res.Files)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// TestIncrementalMissingFile checks that files that are no longer on disk are
// rendered again.
func TestIncrementalMissingFile(t *testing.T) {
	f := &folder{}
	f.generate(t, bundled(t))
	for _, name := range []string{"v1/message_gen.go", "beta/server/router.go", "v1/exampletest/testdata/message.txtar"} {
		for path := range f.files {
			if strings.HasPrefix(path, name) {
				delete(f.files, path)
			}
		}
		spec := bundled(t)
		res, changed := f.generate(t, spec)
		if len(changed) == 0 {
			t.Errorf("%s was not rendered again", name)
		}
		f.checkClean(t, fmt.Sprint("without ", name), spec, res)
	}
}
