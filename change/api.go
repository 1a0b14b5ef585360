// Package change tells what generated Go code offers its callers, and how that
// differs from what it offered before. Go source goes in, changes come out; it
// knows no pages and no plan, so that it judges what was really written.
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

// API is what packages offer: their items by package folder, kind and name.
type API map[string]Item

// Item is something that callers can name.
type Item struct {
	Package string // the folder below the output, "" for the output itself
	Kind    Kind
	Name    string // "Message", "Message.Sender", "MessageService.Move", "message-move"
	Text    string // what of it callers depend on
}

// Kind tells what an item is.
type Kind string

// The kinds of item.
const (
	Operation Kind = "operation" // a documented call, under its page's name
	Type      Kind = "type"
	Field     Kind = "field"
	Method    Kind = "method"
	Func      Kind = "func"
	Var       Kind = "var"
	Const     Kind = "const"
)

// Add reads a file of a package.
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

// receiver names the type that a method belongs to.
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

// signature is a function's type without the names of what goes in and out:
// callers do not depend on those.
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

// value reads a variable or constant. A variable that describes a documented
// call stands for that.
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

// operation reads a descriptor: its routes, permissions and success. Where its
// page lies is no matter of callers.
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
			if f, ok := m.Type.(*ast.FuncType); ok && len(m.Names) == 1 {
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

// text is the source of a node in one line, "" for none.
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
