package exampletest

import (
	"encoding/json"
	"reflect"
	"strings"

	client "github.com/mdwire/mdwire/templates/client"
)

// property returns the type of a property of t, and whether t has a field for it or
// keeps it. The type is nil if it is any JSON.
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
		open = open || f.Type == reflect.TypeFor[client.Extra]()
	}
	return nil, open
}

// base returns t without pointers and client.Opt, or nil if it can be any JSON.
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

// element returns the type of an array's elements, or nil.
func element(t reflect.Type) reflect.Type {
	if t = base(t); t != nil && (t.Kind() == reflect.Slice || t.Kind() == reflect.Array) {
		return t.Elem()
	}
	return nil
}

func isPage(t reflect.Type) bool { return strings.HasPrefix(t.Name(), "Page[") }

// pageProperty is property for client.Page, which has its own MarshalJSON.
func pageProperty(t reflect.Type, name string) (reflect.Type, bool) {
	switch name {
	case "@odata.count", "@odata.nextLink", "@odata.deltaLink":
		return nil, true
	}
	if strings.Contains(name, "@") {
		return nil, false
	}
	f, _ := t.FieldByName("Value") // the list may have another name in the response
	return f.Type, true
}
