package golden

import (
	"bufio"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/mdwire/mdwire/generator"
)

// TestGoVersion checks that generated code uses no function, type, variable or
// constant of the standard library that is newer than the Go version in the go.mod
// that generate writes. Go's api folder lists them by version.
func TestGoVersion(t *testing.T) {
	newer := newerAPI(t, generator.GoVersion)
	for _, root := range []string{"v1", "beta"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || filepath.Ext(path) != ".go" {
				return err
			}
			fset := token.NewFileSet()
			file, err := parser.ParseFile(fset, path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			for at, name := range standardNames(file) {
				if newer[name] {
					t.Errorf("%s: %s is newer than Go %s", fset.Position(at), name, generator.GoVersion)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// standardNames returns the names of imported packages that a file uses, such as
// "net/http.Get", by position.
func standardNames(file *ast.File) map[token.Pos]string {
	imports := map[string]string{}
	for _, spec := range file.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		name := path[strings.LastIndexByte(path, '/')+1:]
		if spec.Name != nil {
			name = spec.Name.Name
		}
		imports[name] = path
	}
	names := map[token.Pos]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok && imports[x.Name] != "" {
				names[sel.Pos()] = imports[x.Name] + "." + sel.Sel.Name
			}
		}
		return true
	})
	return names
}

var apiLine = regexp.MustCompile(`^pkg ([^ ,]+)(?: \([^)]*\))?, (?:func|type|var|const) (\w+)`)

var apiMember = regexp.MustCompile(`, type \w+ (?:interface|struct), `)

// newerAPI returns the names that versions of Go after the given one added.
func newerAPI(t *testing.T, version string) map[string]bool {
	t.Helper()
	_, minor, _ := strings.Cut(version, ".")
	after, err := strconv.Atoi(minor)
	if err != nil {
		t.Fatal(err)
	}
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	newer := map[string]bool{}
	for n := after + 1; ; n++ {
		file, err := os.Open(filepath.Join(strings.TrimSpace(string(root)), "api", "go1."+strconv.Itoa(n)+".txt"))
		if err != nil {
			break
		}
		for lines := bufio.NewScanner(file); lines.Scan(); {
			// "type T interface, M()" adds a method to a type.
			if m := apiLine.FindStringSubmatch(lines.Text()); m != nil && !apiMember.MatchString(lines.Text()) {
				newer[m[1]+"."+m[2]] = true
			}
		}
		file.Close()
	}
	if len(newer) == 0 {
		t.Skip("this installation of Go has no api folder")
	}
	return newer
}
