package client

import (
	"fmt"

	"github.com/dave/jennifer/jen"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
)

func (w *writer) typ(t *plan.Type) {
	f := w.file(t.File)
	if t.Kind == plan.Enum {
		w.enum(f, t)
		return
	}
	f.Add(typeDoc(t).Type().Id(t.Name).Struct(w.fields(t)...), t.Name)
	w.jsonMethods(f, t)
	w.upcasts(f, t)
}

func typeDoc(t *plan.Type) *jen.Statement {
	switch {
	case t.Kind == plan.Update:
		return gocode.Doc(fmt.Sprintf("%s holds changes to a [%s]. A field that is not set is left unchanged; Null clears it.", t.Name, t.UpdateOf.Name), "Source: "+t.Source)
	case t.Wire == "":
		return gocode.Doc(fmt.Sprintf("%s is the body of %s.", t.Name, t.Doc), "Source: "+t.Source)
	}
	return gocode.Doc(fmt.Sprintf("%s is %s. %s", t.Name, t.Wire, t.Doc), "Source: "+t.Source)
}

func (w *writer) fields(t *plan.Type) []jen.Code {
	var list []jen.Code
	if t.IsComparable() {
		list = append(list, jen.Id("_").Id("noCompare"))
	}
	if t.Base != nil {
		list = append(list, jen.Id(t.Base.Name))
		if t.Base.KeepsUndeclared {
			list = append(list, jen.Id("plainJSON"))
		}
	}
	for _, field := range t.Fields {
		tag, err := gocode.Tag(field.JSON, omit(field.Type))
		if err != nil {
			continue // the planner leaves out such names
		}
		list = append(list, gocode.Doc(field.Doc).Id(field.Name).Add(w.code(field.Type)).Add(tag))
	}
	if t.KeepsUndeclared {
		doc := "AdditionalProperties holds the properties that have no field above."
		if t.Polymorphic {
			doc = "AdditionalProperties holds the properties that have no field, such as those of derived types; see [As]."
		}
		list = append(list, jen.Line(), gocode.Doc(doc).Id(plan.UndeclaredField).Id("Extra").Op("`json:\"-\"`"))
	}
	return list
}

// omit returns the tag option that omits unset fields. For pointers it is not
// omitzero, which also omits a pointer to the zero time, a value that services
// send. For all others it is not omitempty, which also omits an empty list.
func omit(t gocode.Type) string {
	if t.Ptr && !t.Opt && !t.Related {
		return ",omitempty"
	}
	return ",omitzero"
}

// jsonMethods renders the JSON methods of a type that keeps undeclared properties,
// and the type without these methods that they decode and encode.
func (w *writer) jsonMethods(f *gocode.File, t *plan.Type) {
	if !t.KeepsUndeclared {
		return
	}
	bare := "bare" + t.Name
	pointer := func(to *jen.Statement) *jen.Statement { return jen.Parens(jen.Op("*").Id(bare)).Call(to) }
	extra := jen.Id("v").Dot(plan.UndeclaredField)
	// Callers may also set the field of an embedded base. Decoding sets only v's.
	encoded := []jen.Code{pointer(jen.Op("&").Id("v")), extra}
	for b := t.Base; b != nil; b = b.Base {
		if b.KeepsUndeclared {
			encoded = append(encoded, jen.Id("v").Dot(b.Name).Dot(plan.UndeclaredField))
		}
	}
	f.Add(gocode.Doc(fmt.Sprintf("%s is %s without its JSON methods.", bare, t.Name)).
		Type().Id(bare).Id(t.Name), bare)
	f.Add(gocode.Doc("UnmarshalJSON decodes v and keeps undeclared properties.").
		Func().Params(jen.Id("v").Op("*").Id(t.Name)).Id("UnmarshalJSON").Params(jen.Id("data").Index().Byte()).Error().
		Block(jen.Return(jen.Id("decodeKeeping").Call(jen.Id("data"), pointer(jen.Id("v")), jen.Op("&").Add(extra)))), t.Name+".UnmarshalJSON")
	f.Add(gocode.Doc("MarshalJSON encodes v with its undeclared properties.").
		Func().Params(jen.Id("v").Id(t.Name)).Id("MarshalJSON").Params().Params(jen.Index().Byte(), jen.Error()).
		Block(jen.Return(jen.Id("encodeKeeping").Call(encoded...))), t.Name+".MarshalJSON")
}

// upcasts renders the conversions of a derived type to its base types, and the
// list of the type names that the service uses for it and the types derived from it.
func (w *writer) upcasts(f *gocode.File, t *plan.Type) {
	if t.Base == nil {
		return
	}
	wires := []jen.Code{gocode.Str("#" + t.Wire)}
	for _, d := range t.Derived {
		wires = append(wires, gocode.Str("#"+d.Wire))
	}
	f.Add(jen.Func().Params(jen.Op("*").Id(t.Name)).Id("odataTypes").Params().Index().String().
		Add(gocode.OneLine(jen.Return(jen.Index().String().Values(wires...)))), t.Name+".odataTypes")
	for _, b := range t.Upcasts() {
		name := b.UpcastName()
		f.Add(gocode.Doc(fmt.Sprintf("%s converts v to a %s, with all properties, for calls that take one.", name, b.Name)).
			Func().Params(jen.Id("v").Id(t.Name)).Id(name).Params().Id(b.Name).
			Add(gocode.OneLine(jen.Return(jen.Id("upcast").Types(jen.Id(b.Name)).Call(jen.Op("&").Id("v"))))), t.Name+"."+name)
	}
}

func (w *writer) enum(f *gocode.File, t *plan.Type) {
	f.Add(typeDoc(t).Type().Id(t.Name).String(), t.Name)
	if len(t.Consts) == 0 {
		return
	}
	var defs []jen.Code
	var names []string
	for _, c := range t.Consts {
		defs = append(defs, gocode.Doc(c.Doc).Id(c.Name).Id(t.Name).Op("=").Add(gocode.Str(c.Value)))
		names = append(names, c.Name)
	}
	f.Add(gocode.Doc(fmt.Sprintf("The documented values of [%s]. The service may send others.", t.Name)).Const().Defs(defs...), names...)
}
