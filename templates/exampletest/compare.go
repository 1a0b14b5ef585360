package exampletest

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/templates/exampletest/tolerance"
)

// comparison compares JSON with the documented JSON and collects the differences
// in meaning.
//
// Package tolerance lists the forms that are equal. In an update, null, "" and a
// missing property differ: null and "" clear a property, and a missing one leaves it
// unchanged.
//
// Names of members are compared exactly in requests, and without case in
// responses, as encoding/json does.
//
// All documented members must be there, with two exceptions. Members that appear
// only in the example are not part of the Go types; tests list them with
// [exchange.beyond]. Annotations, whose names contain "@", may be missing in
// responses if the Go type does not declare them and is not open. In requests they
// are required because they can change the effect of the call.
type comparison struct {
	request     bool
	update      bool     // at the top level, a missing property differs from null
	beyond      []string // paths of members that may be missing
	differences []string
}

// compareJSON compares messages and returns the differences. t is the type that
// they are decoded into, or nil if there is none.
func (c *comparison) compareJSON(want, got []byte, t reflect.Type) []string {
	w, err := tolerance.DecodeJSON(want)
	if err != nil {
		return []string{"the documented body is not JSON: " + err.Error()}
	}
	g, err := tolerance.DecodeJSON(got)
	if err != nil {
		return []string{fmt.Sprintf("not JSON: %v: %.200q", err, got)}
	}
	c.compare("", w, g, t)
	return c.differences
}

func (c *comparison) report(path, format string, args ...any) {
	if path == "" {
		path = "(whole value)"
	}
	c.differences = append(c.differences, path+": "+fmt.Sprintf(format, args...))
}

func (c *comparison) compare(path string, want, got any, t reflect.Type) {
	same := false
	switch w := want.(type) {
	case map[string]any:
		if g, ok := got.(map[string]any); ok {
			c.compareObjects(path, w, g, t)
			return
		}
	case []any:
		if g, ok := got.([]any); ok {
			c.compareArrays(path, w, g, element(t))
			return
		}
	default:
		same = tolerance.SameValue(want, got)
	}
	if !same {
		c.report(path, "want %s, got %s", show(want), show(got))
	}
}

func (c *comparison) compareArrays(path string, want, got []any, t reflect.Type) {
	for i := range max(len(want), len(got)) {
		at := path + "[" + strconv.Itoa(i) + "]"
		switch {
		case i >= len(want):
			c.report(at, "want nothing, got %s", show(got[i]))
		case i >= len(got):
			c.report(at, "want %s, got nothing", show(want[i]))
		default:
			c.compare(at, want[i], got[i], t)
		}
	}
}

func (c *comparison) compareObjects(path string, want, got map[string]any, t reflect.Type) {
	rest := maps.Clone(got)
	for _, name := range slices.Sorted(maps.Keys(want)) {
		at, w := strings.TrimPrefix(path+"."+name, "."), want[name]
		gotName, ok := c.find(rest, name)
		g := rest[gotName]
		delete(rest, gotName)
		switch {
		case !c.strict(path) && tolerance.IsNothing(w) && tolerance.IsNothing(g): // g is nil if it is missing
		case ok:
			pt, _ := property(t, name)
			c.compare(at, w, g, pt)
		case !c.mayMiss(at, name, t):
			c.report(at, "want %s, got nothing", show(w))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(rest)) {
		if c.strict(path) || !tolerance.IsNothing(rest[name]) {
			c.report(strings.TrimPrefix(path+"."+name, "."), "want nothing, got %s", show(rest[name]))
		}
	}
}

// mayMiss reports whether a documented member may be missing.
func (c *comparison) mayMiss(path, name string, t reflect.Type) bool {
	if slices.Contains(c.beyond, index.ReplaceAllString(path, "[]")) {
		return true
	}
	if c.request || !strings.Contains(name, "@") || base(t) == nil {
		return false
	}
	_, held := property(t, name)
	return !held
}

var index = regexp.MustCompile(`\[[0-9]+\]`)

// strict reports whether a missing property, null and "" are different in the
// object at path.
func (c *comparison) strict(path string) bool { return c.update && path == "" }

func (c *comparison) find(object map[string]any, name string) (string, bool) {
	if _, ok := object[name]; ok || c.request {
		return name, ok
	}
	for known := range object {
		if strings.EqualFold(known, name) {
			return known, true
		}
	}
	return name, false
}

func show(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	if len(data) > 200 {
		return string(data[:200]) + "…"
	}
	return string(data)
}
