// Package change compares the exported API of generated Go packages before and after
// a run. Its input is Go source, not pages or a plan, so that it reports the changes
// of the code that was written.
package change

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"strconv"
	"strings"
)

// API is the exported items of packages, by package folder, kind and name.
type API map[string]Item

// Item is an exported item, or an operation.
type Item struct {
	Package string // the folder below the output, "" for the output itself
	Kind    Kind
	Name    string // "Message", "Message.Sender", "MessageService.Move", "message-move"
	Text    string // the part that callers depend on, such as a signature
}

// Kind is the kind of an item.
type Kind string

// The kinds of item.
const (
	Operation Kind = "operation" // a documented call, named after its page
	Type      Kind = "type"
	Field     Kind = "field"
	Method    Kind = "method"
	Func      Kind = "func"
	Var       Kind = "var"
	Const     Kind = "const"
	Place     Kind = "place" // that a method accepts: "MessageMovePlace.AtMeMessages"
)

// The kinds of items that say which places a method accepts: places that have a
// method, and interfaces that demand it. See [API.withPlaces].
const (
	placeMethod   Kind = "place method"
	placeDemanded Kind = "place demanded"
)

// Add adds the items of a Go file. folder is the folder of its package.
func (a API) Add(folder string, src []byte) error {
	file, err := parser.ParseFile(token.NewFileSet(), "", src, parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	r := reader{a, folder}
	for _, decl := range file.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			r.function(d)
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				r.spec(d.Tok, spec)
			}
		}
	}
	return nil
}

type reader struct {
	api    API
	folder string
}

func (r reader) add(kind Kind, name, text string) {
	r.api[r.folder+"\x00"+string(kind)+"\x00"+name] = Item{r.folder, kind, name, text}
}

func (r reader) function(d *ast.FuncDecl) {
	if !d.Name.IsExported() {
		if d.Recv != nil {
			of := receiver(d.Recv.List[0].Type)
			r.add(placeMethod, of+"."+d.Name.Name, d.Name.Name)
		}
		return
	}
	if d.Recv == nil {
		r.add(Func, d.Name.Name, text(signature(d.Type)))
		return
	}
	if of := receiver(d.Recv.List[0].Type); ast.IsExported(of) {
		r.add(Method, of+"."+d.Name.Name, text(signature(d.Type)))
	}
}

// receiver returns the type name of a receiver or embedded field.
func receiver(t ast.Expr) string {
	switch t := t.(type) {
	case *ast.StarExpr:
		return receiver(t.X)
	case *ast.IndexExpr:
		return receiver(t.X)
	case *ast.IndexListExpr:
		return receiver(t.X)
	case *ast.Ident:
		return t.Name
	}
	return ""
}

// signature returns a function type without the names of parameters and results,
// on which callers do not depend.
func signature(t *ast.FuncType) *ast.FuncType {
	bare := &ast.FuncType{TypeParams: t.TypeParams, Params: unnamed(t.Params)}
	if t.Results != nil {
		bare.Results = unnamed(t.Results)
	}
	return bare
}

func unnamed(list *ast.FieldList) *ast.FieldList {
	bare := &ast.FieldList{}
	for _, f := range list.List {
		for range max(1, len(f.Names)) {
			bare.List = append(bare.List, &ast.Field{Type: f.Type})
		}
	}
	return bare
}

func (r reader) spec(tok token.Token, spec ast.Spec) {
	switch s := spec.(type) {
	case *ast.TypeSpec:
		if s.Name.IsExported() {
			r.typ(s)
		}
	case *ast.ValueSpec:
		for i, name := range s.Names {
			var value ast.Expr
			if i < len(s.Values) {
				value = s.Values[i]
			}
			r.value(tok, name, s.Type, value)
		}
	}
}

// value adds a variable or constant. A variable of type OperationInfo is an
// operation.
func (r reader) value(tok token.Token, name *ast.Ident, typ, value ast.Expr) {
	info, described := value.(*ast.CompositeLit)
	switch {
	case !name.IsExported():
	case described && text(info.Type) == "OperationInfo":
		r.operation(info)
	case tok == token.CONST:
		r.add(Const, name.Name, strings.TrimSpace(text(typ)+" = "+text(value)))
	default:
		r.add(Var, name.Name, text(typ))
	}
}

// operation adds a descriptor with its routes, permissions and status. Callers do not
// depend on the path of its page.
func (r reader) operation(info *ast.CompositeLit) {
	name, facts := "", []string{}
	for _, e := range info.Elts {
		pair, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		switch key := text(pair.Key); key {
		case "Name":
			name, _ = strconv.Unquote(text(pair.Value))
		case "Source":
		default:
			facts = append(facts, strings.ToLower(key)+" "+text(pair.Value))
		}
	}
	r.add(Operation, name, strings.Join(facts, "; "))
}

func (r reader) typ(s *ast.TypeSpec) {
	name := s.Name.Name
	switch t := s.Type.(type) {
	case *ast.StructType:
		r.add(Type, name, "struct")
		for _, f := range t.Fields.List {
			r.field(name, f)
		}
	case *ast.InterfaceType:
		r.add(Type, name, "interface")
		for _, m := range t.Methods.List {
			f, ok := m.Type.(*ast.FuncType)
			switch {
			case !ok || len(m.Names) != 1:
			case !m.Names[0].IsExported():
				r.add(placeDemanded, name, m.Names[0].Name)
			default:
				r.add(Method, name+"."+m.Names[0].Name, text(signature(f)))
			}
		}
	default:
		r.add(Type, name, text(s.Type))
	}
}

func (r reader) field(of string, f *ast.Field) {
	names := f.Names
	if len(names) == 0 { // embedded
		names = []*ast.Ident{ast.NewIdent(receiver(f.Type))}
	}
	for _, name := range names {
		if name.IsExported() {
			r.add(Field, of+"."+name.Name, text(f.Type))
		}
	}
}

// text returns the source of a node on one line, "" for nil.
func text(node ast.Node) string {
	if node == nil {
		return ""
	}
	var b bytes.Buffer
	if err := printer.Fprint(&b, token.NewFileSet(), node); err != nil {
		return ""
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
