package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
)

var (
	status = regexp.MustCompile(`^HTTP/1.1 \d`)
	value  = regexp.MustCompile(`: *(true|false|-?\d+|"[^"]*")`)
	member = regexp.MustCompile(`(?s)\{\s*"[^"]*": *("[^"]*"|\d+|true|false) *,`)
)

// messageMutants break the documented responses: another status, another value,
// a member less.
func (s *suite) messageMutants() ([]*mutant, error) {
	var list []*mutant
	for data, test := range s.tests {
		path := s.message(data, "response")
		message, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		s.source[path] = message
		body := bytes.Index(message, []byte("\n\n"))
		add := func(kind string, at []int, new string) {
			if at == nil {
				return
			}
			m := &mutant{kind: "docs: " + kind, file: path, start: at[0], end: at[1], new: new, stage: "messages", group: data}
			m.what = fmt.Sprintf("%q becomes %q", message[at[0]:at[1]], new)
			m.by = func(r run) bool { return r.failed[test] }
			list = append(list, m)
		}
		add("another status", status.FindIndex(message), "HTTP/1.1 5")
		if at := value.FindIndex(message[max(body, 0):]); at != nil {
			add("another value", []int{at[0] + body, at[1] + body}, `: "mutant"`)
		}
		if at := member.FindIndex(message[max(body, 0):]); at != nil {
			add("a member less", []int{at[0] + body, at[1] + body}, `{`)
		}
	}
	return list, nil
}
