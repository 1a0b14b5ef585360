package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/pflag"
)

// TestReadme checks that the README shows each verb, and that each verb and flag in it
// exists.
func TestReadme(t *testing.T) {
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(data)
	verbs, flags := map[string]bool{}, map[string]bool{}
	for _, verb := range newRoot().Commands() {
		verbs[verb.Name()] = true
		verb.Flags().VisitAll(func(f *pflag.Flag) { flags[f.Name] = true })
		if !strings.Contains(readme, "`mdwire "+verb.Name()) {
			t.Errorf("the README does not show the verb %q", verb.Name())
		}
	}
	for _, m := range regexp.MustCompile("`(?:mdwire )?[^`|]*?--([a-z][a-z-]*)").FindAllStringSubmatch(readme, -1) {
		if !flags[m[1]] {
			t.Errorf("the README names the flag --%s, which does not exist", m[1])
		}
	}
	for _, m := range regexp.MustCompile("(?m)(?:`|^\\$ )mdwire ([a-z]+)").FindAllStringSubmatch(readme, -1) {
		if !verbs[m[1]] {
			t.Errorf("the README names the verb %q, which does not exist", m[1])
		}
	}
}
