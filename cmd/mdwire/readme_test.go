package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"
)

// TestReadme checks that the README shows each command, and that each command and flag in it
// exists.
func TestReadme(t *testing.T) {
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(data)
	commands, flags := map[string]bool{}, map[string]bool{}
	for _, c := range newRoot().Commands() {
		commands[c.Name()] = true
		c.Flags().VisitAll(func(f *pflag.Flag) { flags[f.Name] = true })
		if !strings.Contains(readme, "`mdwire "+c.Name()) {
			t.Errorf("the README does not show the command %q: add it to the table under Commands", c.Name())
		}
	}
	for _, m := range regexp.MustCompile("`(?:mdwire )?[^`|]*?--([a-z][a-z-]*)").FindAllStringSubmatch(readme, -1) {
		if !flags[m[1]] {
			t.Errorf("the README names the flag --%s, which does not exist", m[1])
		}
	}
	for _, m := range regexp.MustCompile("(?m)(?:`|^\\$ )mdwire ([a-z]+)").FindAllStringSubmatch(readme, -1) {
		if !commands[m[1]] {
			t.Errorf("the README names the command %q, which does not exist", m[1])
		}
	}
}

// TestReadmeTranscripts runs the commands in the README's console blocks on the
// bundled pages and compares what they print, findings included.
func TestReadmeTranscripts(t *testing.T) {
	data, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir+"/specs", os.DirFS("../../specs")); err != nil {
		t.Fatal(err)
	}
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Chdir(dir)
	blocks := regexp.MustCompile("(?s)```console\n\\$ mdwire ([^\n]*)\n(.*?)```").FindAllStringSubmatch(string(data), -1)
	if len(blocks) < 2 {
		t.Errorf("the README has %d console blocks, want one of lint and one of generate", len(blocks))
	}
	for _, block := range blocks {
		var out bytes.Buffer
		run(strings.Fields(block[1]), strings.NewReader(""), &out, &out)
		if d := cmp.Diff(block[2], out.String()); d != "" {
			t.Errorf("mdwire %s (-README +now):\n%s", block[1], d)
		}
	}
}
