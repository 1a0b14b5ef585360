package exampletest

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	client "github.com/mdwire/mdwire/templates/client"
)

// checkKept reports the properties that v keeps as undeclared ones although the
// test does not list them with keeps: users would look for them in fields.
func (x *exchange) checkKept(what string, v any) {
	x.t.Helper()
	kept := map[string]bool{}
	addKept(kept, "", reflect.ValueOf(v))
	for _, path := range slices.Sorted(maps.Keys(kept)) {
		if !strings.Contains(path, "@") && !slices.Contains(x.undeclared, path) {
			x.t.Errorf("%s: %s is an undeclared property, want a field", what, path)
		}
	}
}

// addKept adds to kept the paths of the undeclared properties (client.Extra) of v.
func addKept(kept map[string]bool, path string, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			addKept(kept, path, v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			if v.Index(i).Kind() == reflect.Uint8 {
				break
			}
			addKept(kept, path+"[]", v.Index(i))
		}
	case reflect.Struct:
		addKeptFields(kept, path, v)
	}
}

// listMember returns the name of the list in the JSON of a page.
func listMember(page reflect.Value) string {
	if e := page.FieldByName("Envelope"); !e.IsNil() && e.Elem().FieldByName("List").String() != "" {
		return e.Elem().FieldByName("List").String()
	}
	return "value"
}

func addKeptFields(kept map[string]bool, path string, v reflect.Value) {
	if v.Type() == reflect.TypeFor[time.Time]() {
		return
	}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if isPage(v.Type()) && !f.IsExported() {
			continue // not of the response
		}
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if isPage(v.Type()) && f.Name == "Value" {
			name = listMember(v)
		}
		at := path
		if name != "" && name != "-" {
			at = strings.TrimPrefix(path+"."+name, ".")
		}
		if f.Type != reflect.TypeFor[client.Extra]() {
			addKept(kept, at, v.Field(i))
			continue
		}
		for _, key := range v.Field(i).MapKeys() {
			kept[strings.TrimPrefix(path+"."+key.String(), ".")] = true
		}
	}
}
