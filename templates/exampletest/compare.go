package exampletest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// comparison collects where JSON differs in meaning from what is documented.
//
// Equal in meaning are: objects in any order; numbers of one value (1, 1.0,
// 1e0); times of one instant (with or without a fraction of zeros); and an
// absent property, null, and "", which a Go string cannot tell apart. Only
// what is sent to update something can, and must: there null and "" clear a
// property that an absent one leaves alone.
//
// In responses names are compared as encoding/json reads them, without regard
// to case; in requests exactly.
//
// Members that a page shows and no page documents have no place in the Go
// types; each test names its own, see [exchange.beyond], and all others must be
// there. Annotations, names with an "@", are control information about the
// message. One that the Go type declares, or keeps because it is open, must be
// there, with its value; one that it has no place for may be missing in
// responses, but not in requests, where it can tell the service what to do.
type comparison struct {
	request     bool
	update      bool     // of the top level's properties, absence is not null
	beyond      []string // paths of members that may be missing
	differences []string
}

// compareJSON compares messages; t is what they are decoded into, nil: unknown.
func (c *comparison) compareJSON(want, got []byte, t reflect.Type) []string {
	w, err := decodeJSON(want)
	if err != nil {
		return []string{"the documented body is not JSON: " + err.Error()}
	}
	g, err := decodeJSON(got)
	if err != nil {
		return []string{fmt.Sprintf("not JSON: %v: %.200q", err, got)}
	}
	c.compare("", w, g, t)
	return c.differences
}

func decodeJSON(data []byte) (v any, err error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	err = d.Decode(&v)
	return v, err
}

func (c *comparison) report(path, format string, args ...any) {
	if path == "" {
		path = "(all of it)"
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
	case string:
		g, ok := got.(string)
		same = ok && (w == g || sameTime(w, g))
	case json.Number:
		g, ok := got.(json.Number)
		same = ok && sameNumber(w.String(), g.String())
	default:
		same = want == got
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
		case !c.strict(path) && isNothing(w) && isNothing(g): // g is nil when absent
		case ok:
			pt, _ := property(t, name)
			c.compare(at, w, g, pt)
		case !c.mayMiss(at, name, t):
			c.report(at, "want %s, got nothing", show(w))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(rest)) {
		if c.strict(path) || !isNothing(rest[name]) {
			c.report(strings.TrimPrefix(path+"."+name, "."), "want nothing, got %s", show(rest[name]))
		}
	}
}

// mayMiss tells which members of want need not be there.
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

// strict tells whether absence, null and "" differ in an object.
func (c *comparison) strict(path string) bool { return c.update && path == "" }

func isNothing(v any) bool { return v == nil || v == "" }

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
