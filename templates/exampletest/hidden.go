package exampletest

import (
	"reflect"
	"strings"
	"time"
)

// hidden returns the name of a field in v that is set although it is not exported,
// "" if there is none. Tests must not send what callers cannot send.
func hidden(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			return hidden(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			if name := hidden(v.Index(i)); name != "" {
				return name
			}
		}
	case reflect.Struct:
		if !hasSetter(v.Type()) {
			return hiddenField(v)
		}
	}
	return ""
}

func hiddenField(v reflect.Value) string {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if !f.IsExported() && !f.Anonymous && !v.Field(i).IsZero() {
			return v.Type().Name() + "." + f.Name
		}
		if name := hidden(v.Field(i)); name != "" {
			return name
		}
	}
	return ""
}

// hasSetter reports whether callers set values of a type with functions: Set, Null,
// Relate and those of package time.
func hasSetter(t reflect.Type) bool {
	return t == reflect.TypeFor[time.Time]() || strings.HasPrefix(t.Name(), "Opt[") || strings.HasPrefix(t.Name(), "Related[")
}
