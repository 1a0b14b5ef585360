package tolerance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Forms returns the rules for JSON bodies that a documented body may need, because
// it has values with several forms.
func Forms(body []byte) []string {
	v, err := DecodeJSON(body)
	if err != nil {
		return nil
	}
	return Names(func(r *Rule) bool { return r.form != nil && has(v, r.form) })
}

// has reports whether a value or a part of it satisfies a condition.
func has(v any, is func(any) bool) bool {
	switch v := v.(type) {
	case map[string]any:
		for _, member := range v {
			if has(member, is) {
				return true
			}
		}
	case []any:
		return slices.ContainsFunc(v, func(item any) bool { return has(item, is) })
	}
	return is(v)
}

// SameValue reports whether two JSON values that are neither objects nor arrays
// are equal, by a rule if they have different forms.
func SameValue(documented, sent any) bool {
	if documented == sent {
		return true
	}
	for i := range Rules {
		if r := &Rules[i]; r.value != nil && r.value(documented, sent) {
			return true
		}
	}
	return false
}

// Body compares a documented JSON body with the one that a test sends in its place.
// It needs a rule for each value and name that is not the documented one. accept is
// as in [Target].
func Body(documented, sent []byte, accept func(*Rule) bool) Result {
	want, err := DecodeJSON(documented)
	if err != nil {
		return Result{Differences: []string{"the documented body is not JSON: " + err.Error()}}
	}
	got, err := DecodeJSON(sent)
	if err != nil {
		return Result{Differences: []string{"the body is not JSON: " + err.Error()}}
	}
	c := bodies{used: map[string]bool{}}
	c.compare("", want, got)
	for _, name := range Names(func(r *Rule) bool { return c.used[r.Name] && accept != nil && !accept(r) }) {
		c.differences = append(c.differences, "the test does not list "+name)
	}
	return Result{Names(func(r *Rule) bool { return c.used[r.Name] }), c.differences}
}

type bodies struct {
	used        map[string]bool
	differences []string
}

func (c *bodies) compare(path string, want, got any) {
	switch w := want.(type) {
	case map[string]any:
		if g, ok := got.(map[string]any); ok && len(w) == len(g) {
			c.objects(path, w, g)
			return
		}
	case []any:
		if g, ok := got.([]any); ok && len(w) == len(g) {
			for i := range w {
				c.compare(fmt.Sprintf("%s[%d]", path, i), w[i], g[i])
			}
			return
		}
	}
	_, isObject := got.(map[string]any)
	_, isArray := got.([]any)
	switch {
	case isObject || isArray:
		c.differences = append(c.differences, fmt.Sprintf("%s: want %v, got %v", path, want, got))
	case want != got:
		c.used[sampleRule] = true
	}
}

// Names of rules that are used by name.
const (
	sampleRule = "json-sample"
	caseRule   = "json-case"
	Undeclared = "json-undeclared"
)

func (c *bodies) objects(path string, want, got map[string]any) {
	for _, name := range slices.Sorted(maps.Keys(want)) {
		value, ok := got[name]
		for other := range got {
			if !ok && strings.EqualFold(other, name) {
				value, ok = got[other], true
				c.used[caseRule] = true
			}
		}
		at := strings.TrimPrefix(path+"."+name, ".")
		if !ok {
			c.differences = append(c.differences, at+": want a value, got nothing")
			continue
		}
		c.compare(at, want[name], value)
	}
}

// DecodeJSON decodes a JSON value. Numbers are of type [json.Number].
func DecodeJSON(data []byte) (v any, err error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	err = d.Decode(&v)
	return v, err
}
