package main

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
)

var (
	status = regexp.MustCompile(`^HTTP/1.1 \d`)
	value  = regexp.MustCompile(`: *(true|false|-?\d+|"[^"]*")`)
	member = regexp.MustCompile(`(?s)\{\s*"[^"]*": *("[^"]*"|\d+|true|false) *,`)
)

// messageMutants change the documented responses: the status, a value, or a missing
// member.
func (s *suite) messageMutants() ([]*mutant, error) {
	var list []*mutant
	for _, data := range slices.Sorted(maps.Keys(s.tests)) {
		test := s.tests[data]
		message, err := s.message(data, "response")
		if err != nil {
			return nil, err
		}
		text := message.text
		body := bytes.Index(text, []byte("\n\n"))
		add := func(kind string, at []int, new string) {
			if at == nil {
				return
			}
			m := &mutant{suite: s, kind: "docs: " + kind, file: message.file, start: message.start + at[0], end: message.start + at[1], new: new, stage: "messages", group: data, tests: map[string]bool{test: true}}
			m.what = fmt.Sprintf("%q becomes %q", text[at[0]:at[1]], new)
			list = append(list, m)
		}
		add("another status", status.FindIndex(text), "HTTP/1.1 5")
		if at := value.FindIndex(text[max(body, 0):]); at != nil {
			add("another value", []int{at[0] + body, at[1] + body}, `: "mutant"`)
		}
		if at := member.FindIndex(text[max(body, 0):]); at != nil {
			add("a missing member", []int{at[0] + body, at[1] + body}, `{`)
		}
	}
	return list, nil
}
