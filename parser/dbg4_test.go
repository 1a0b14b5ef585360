package parser

import (
	"fmt"
	"os"
	"testing"
	"strings"
	"github.com/mdwire/mdwire/ir"
)

func TestOdd(t *testing.T) {
	res, _ := Load(os.DirFS(corpusDir(t)), Options{})
	for i := range res.Spec.Others {
		o := &res.Spec.Others[i]
		if folder(o.File) != "includes" { fmt.Println("OTHER", o.File, o.DocType, o.Title) }
	}
	known := map[string]bool{}
	for i := range res.Spec.Resources { r := &res.Spec.Resources[i]; known[r.Version+r.Name] = true; for _, e := range r.Enums { known[r.Version+e.Name] = true } }
	dup := map[string]int{}
	odd := func(f string, ps []ir.Property) {
		for _, p := range ps {
			if p.Type.Name != "" && !strings.HasPrefix(p.Type.Name, "Edm.") && !known[version(f)+p.Type.Name] { fmt.Println("UNRES", f, p.Name, p.Type) }
			if !isDotted(strings.Trim(p.Name, "@")) { fmt.Println("ODDNAME", f, p.Name, p.At) }
		}
	}
	for i := range res.Spec.Resources {
		r := &res.Spec.Resources[i]
		dup[r.Version+r.Name]++
		if r.Name == "" { fmt.Println("NONAME", r.File, r.Title, r.DocType, len(r.Enums), len(r.Properties)) }
		if r.JSON == nil && len(r.Properties)+len(r.Relationships)+len(r.Members)+len(r.Enums) == 0 { fmt.Println("EMPTY", r.File, r.Title, r.DocType) }
		if r.BaseType != "" && !known[r.Version+r.BaseType] { fmt.Println("BASE", r.File, r.BaseType) }
		if len(r.Members) > 0 && len(r.Properties) > 0 { fmt.Println("BOTH", r.File, len(r.Members), len(r.Properties)) }
		odd(r.File, r.Properties); odd(r.File, r.Relationships)
		seen := map[string]bool{}
		for _, p := range r.Properties { if seen[p.Name] { fmt.Println("DUPPROP", r.File, p.Name, p.At) }; seen[p.Name] = true }
		for _, e := range r.Enums { if r.Name != "" { fmt.Println("ENUM", r.File, e.Name, len(e.Members)) } }
	}
	for n, c := range dup { if c > 1 { fmt.Println("DUPTYPE", n, c) } }
	for i := range res.Spec.Operations {
		op := &res.Spec.Operations[i]
		if op.Body != nil { odd(op.File, op.Body.Properties); if n := op.Body.Type.Name; n != "" && !known[op.Version+n] { fmt.Println("BODYTYPE", op.File, n) } }
		for _, r := range op.Responses { if n := r.Type.Name; n != "" && !known[op.Version+n] && !strings.HasPrefix(n, "Edm.") { fmt.Println("RESPTYPE", op.File, n) } }
		if len(op.Responses) == 0 { fmt.Println("NORESP", op.File) }
		if op.Doc == "" { fmt.Println("NODOC", op.File) }
	}
}
