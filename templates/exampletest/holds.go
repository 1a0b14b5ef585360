package exampletest

import (
	"encoding/json"
	"reflect"
	"strings"

	client "github.com/mdwire/mdwire/templates/client"
)

// property gives the type of a property of t, if t has a place for it; nil
// where that is not a Go type of its own.
func property(t reflect.Type, name string) (reflect.Type, bool) {
	t = base(t)
	switch {
	case t == nil:
		return nil, false
	case t.Kind() == reflect.Map:
		return t.Elem(), true
	case t.Kind() != reflect.Struct:
		return nil, false
	case isPage(t):
		return pageProperty(t, name)
	}
	open := false
	for _, f := range reflect.VisibleFields(t) {
		tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if strings.EqualFold(tag, name) && tag != "" {
			return f.Type, true
		}
		// An embedded type's own is not filled: see plainJSON.
		open = open || len(f.Index) == 1 && f.Type == reflect.TypeFor[client.Extra]()
	}
	return nil, open
}

// base leaves out pointers and client.Opt. It gives nil for what keeps any JSON.
func base(t reflect.Type) reflect.Type {
	for t != nil && t != reflect.TypeFor[json.RawMessage]() && t.Kind() != reflect.Interface {
		switch {
		case t.Kind() == reflect.Pointer:
			t = t.Elem()
		case t.Kind() == reflect.Struct && strings.HasPrefix(t.Name(), "Opt["):
			f, _ := t.FieldByName("value")
			t = f.Type
		default:
			return t
		}
	}
	return nil
}

// element gives the type of an array's elements.
func element(t reflect.Type) reflect.Type {
	if t = base(t); t != nil && (t.Kind() == reflect.Slice || t.Kind() == reflect.Array) {
		return t.Elem()
	}
	return nil
}

func isPage(t reflect.Type) bool { return strings.HasPrefix(t.Name(), "Page[") }

// pageProperty knows what client.Page writes itself.
func pageProperty(t reflect.Type, name string) (reflect.Type, bool) {
	switch name {
	case "value":
		f, _ := t.FieldByName("Value")
		return f.Type, true
	case "@odata.count", "@odata.nextLink", "@odata.deltaLink":
		return nil, true
	}
	return nil, false
}
