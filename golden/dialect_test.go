package golden

import (
	"bytes"
	"fmt"
	"go/ast"
	goparser "go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/mdwire/mdwire/config"
	gen "github.com/mdwire/mdwire/generate"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/source"
)

// Files of an archive in dialect/ that are not pages.
const (
	wantFile   = "want"
	configFile = "mdwire.yaml"
)

// TestDialect generates from the references in dialect/, each a txtar archive of
// pages that shows forms in which teams write their pages. The file "want" in the
// archive has the operations and resources that are read from the pages, the
// generated Go, and the findings. All generated packages are vetted and tested.
func TestDialect(t *testing.T) {
	archives, err := filepath.Glob("dialect/*.txtar")
	if err != nil || len(archives) == 0 {
		t.Fatalf("no archives in dialect: %v", err)
	}
	module := newModule(t, "example.com/dialect")
	for _, file := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { testArchive(t, file, module) })
	}
	if testing.Short() {
		t.Log("short: the generated packages are not compiled")
		return
	}
	vetAndTest(t, module)
}

// testArchive generates from the pages of one archive into a folder of the module.
func testArchive(t *testing.T, file, module string) {
	arch, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	docs, out := t.TempDir(), filepath.Join(module, strings.ReplaceAll(filepath.Base(t.Name()), "-", "_"))
	options := gen.Options{Path: docs, NoCache: true}
	for _, f := range arch.Files {
		switch f.Name {
		case wantFile:
		case configFile:
			readConfig(t, f.Data, &options)
		default:
			writeFile(t, filepath.Join(docs, f.Name), f.Data)
		}
	}
	options.Out = out
	made, err := gen.Run(options)
	got := report(t, options, made, err)
	want := archived(arch, wantFile)
	if os.Getenv("UPDATE_GOLDEN") != "" && got != want {
		setArchived(arch, wantFile, got)
		writeFile(t, file, txtar.Format(arch))
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func readConfig(t *testing.T, data []byte, options *gen.Options) {
	t.Helper()
	file := filepath.Join(t.TempDir(), configFile)
	writeFile(t, file, data)
	if err := config.Load(file, []config.Key{options.Config.Key(filepath.Dir(file)), source.BaseKey(&options.Base)}); err != nil {
		t.Fatal(err)
	}
}

func archived(arch *txtar.Archive, name string) string {
	for _, f := range arch.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func setArchived(arch *txtar.Archive, name, text string) {
	arch.Files = slices.DeleteFunc(arch.Files, func(f txtar.File) bool { return f.Name == name })
	arch.Files = append(arch.Files, txtar.File{Name: name, Data: []byte(text)})
}

func writeFile(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// report describes what was read and generated.
func report(t *testing.T, options gen.Options, made *gen.Generation, err error) string {
	t.Helper()
	var b strings.Builder
	read, loadErr := parser.Load(os.DirFS(options.Path), parser.Options{Base: options.Base})
	if loadErr != nil {
		t.Fatal(loadErr)
	}
	reportSpec(&b, read.Spec)
	if err != nil {
		fmt.Fprintf(&b, "error: %s\n", strings.ReplaceAll(err.Error(), options.Path, "docs"))
		return b.String()
	}
	reportGo(t, &b, options.Out)
	for _, d := range made.Diagnostics {
		fmt.Fprintf(&b, "%s: %s: %s [%s]\n", d.At, d.Severity, d.Message, d.Code)
	}
	a := made.Account
	fmt.Fprintf(&b, "%d operations from %d pages (%d with assumptions, %d explained), %d examples (%d tested, %d explained)\n",
		a.Operations, a.Pages, a.Assumed, a.Explained, a.Examples, a.Tested, a.ExamplesExplained)
	return b.String()
}

func reportSpec(b *strings.Builder, spec *ir.Spec) {
	for i := range spec.Operations {
		op := &spec.Operations[i]
		fmt.Fprintf(b, "operation %s\n", strings.TrimSpace(op.Name+" "+op.Version))
		for _, r := range op.Routes {
			fmt.Fprintf(b, "\t%s %s", r.Method, r.Path)
			if r.Query != "" {
				fmt.Fprintf(b, " ?%s", r.Query)
			}
			b.WriteString("\n")
		}
		for _, p := range op.Params {
			required := ""
			if p.Required {
				required = " required"
			}
			fmt.Fprintf(b, "\tparam %s in %s %s%s\n", p.Name, p.In, typeName(p.Type), required)
		}
		if op.Body != nil {
			fmt.Fprintf(b, "\tbody %s%s\n", typeName(op.Body.Type), propertyNames(op.Body.Properties))
		}
		for _, r := range op.Responses {
			fmt.Fprintf(b, "\tresponse %d %s\n", r.Status, typeName(r.Type))
		}
		for _, e := range op.Examples {
			b.WriteString("\texample " + exchange(e) + "\n")
		}
	}
	for i := range spec.Resources {
		r := &spec.Resources[i]
		fmt.Fprintf(b, "resource %s%s\n", strings.TrimSpace(r.Name+" "+r.Version), propertyNames(r.Properties))
	}
}

func exchange(e ir.Example) string {
	request, reply := "no request", "no response"
	if e.Request != nil {
		request = fmt.Sprintf("%s %s (%s)", e.Request.Method, e.Request.URL, e.Request.Kind)
	}
	if e.Response != nil {
		reply = fmt.Sprintf("%d %s(%s)", e.Response.Status, strings.TrimPrefix(typeName(e.Response.Type)+" ", "- "), e.Response.Kind)
	}
	return request + " -> " + reply
}

func propertyNames(list []ir.Property) string {
	var b strings.Builder
	for i, p := range list {
		b.WriteString([]string{": ", ", "}[min(i, 1)] + p.Name + " " + typeName(p.Type))
	}
	return b.String()
}

func typeName(t ir.TypeRef) string {
	switch {
	case t == ir.TypeRef{}:
		return "-"
	case t.Collection:
		return t.Name + "[]"
	case t.Map:
		return "map of " + t.Name
	}
	return t.Name
}

// reportGo prints the exported functions and types of the generated client.
func reportGo(t *testing.T, b *strings.Builder, out string) {
	t.Helper()
	var files []string
	for _, pattern := range []string{"*_gen.go", "*/*_gen.go"} {
		found, err := filepath.Glob(filepath.Join(out, pattern))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	slices.Sort(files)
	for _, file := range files {
		switch filepath.Base(filepath.Dir(file)) {
		case "server", "exampletest":
			continue
		}
		fset := token.NewFileSet()
		f, err := goparser.ParseFile(fset, file, nil, goparser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		name, _ := filepath.Rel(out, file)
		fmt.Fprintf(b, "%s\n", filepath.ToSlash(name))
		for _, d := range f.Decls {
			for line := range strings.Lines(declaration(fset, d)) {
				if line = strings.Join(strings.Fields(line), " "); line != "" {
					fmt.Fprintf(b, "\t%s\n", line)
				}
			}
		}
	}
}

// declaration returns an exported function without its body, or an exported type.
func declaration(fset *token.FileSet, d ast.Decl) string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if !d.Name.IsExported() || d.Recv == nil && d.Type.Results == nil || isMarshaler(d.Name.Name) {
			return ""
		}
		return code(fset, &ast.FuncDecl{Recv: d.Recv, Name: d.Name, Type: d.Type})
	case *ast.GenDecl:
		if d.Tok != token.TYPE {
			return ""
		}
		d.Doc = nil
		return code(fset, d)
	}
	return ""
}

func isMarshaler(name string) bool {
	return strings.HasPrefix(name, "Marshal") || strings.HasPrefix(name, "Unmarshal")
}

func code(fset *token.FileSet, node any) string {
	var b bytes.Buffer
	if err := printer.Fprint(&b, fset, node); err != nil {
		return err.Error()
	}
	return b.String()
}
