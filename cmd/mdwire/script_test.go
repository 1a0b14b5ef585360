package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/mdwire/mdwire/diag"
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"mdwire": main})
}

// TestScripts runs the command as users do. UPDATE_GOLDEN=1 updates the expected output
// in the scripts.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE_GOLDEN") != "",
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "replace": replace, "await": await, "readme": readme},
		Setup:         shareGo,
	})
}

// exits runs a command and checks its exit status: exits STATUS COMMAND [ARGUMENT...].
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits STATUS COMMAND [ARGUMENT...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit status %d, want %d", got, want)
	}
}

// replace replaces the matches of a pattern in a file: replace PATTERN NEW FILE.
func replace(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: replace PATTERN NEW FILE")
	}
	pattern, err := regexp.Compile(args[0])
	ts.Check(err)
	file := ts.MkAbs(args[2])
	old := ts.ReadFile(args[2])
	changed := pattern.ReplaceAllString(old, args[1])
	if changed == old {
		ts.Fatalf("nothing in %s matches %s", args[2], args[0])
	}
	ts.Check(os.WriteFile(file, []byte(changed), 0o666))
}

// await waits until a file matches a pattern, or with ! until it does not: [!] await
// PATTERN FILE.
func await(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: [!] await PATTERN FILE")
	}
	pattern, err := regexp.Compile(args[0])
	ts.Check(err)
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if data, err := os.ReadFile(ts.MkAbs(args[1])); err == nil && pattern.Match(data) != neg {
			return
		}
	}
	ts.Fatalf("%s: timeout while waiting for %s", args[1], args[0])
}

// shareGo lets the go command in scripts use the module and build caches of this test.
// Each script has its own cache folder for mdwire.
func shareGo(env *testscript.Env) error {
	root, err := filepath.Abs("../..")
	if err != nil {
		return err
	}
	cache := filepath.Join(env.WorkDir, ".cache")
	env.Vars = append(env.Vars, "HOME="+cache, "XDG_CACHE_HOME="+cache, "LocalAppData="+cache)
	env.Vars = append(env.Vars, "MDWIRE="+root, "GOFLAGS=-mod=mod -buildvcs=false", "GOSUMDB=off", "GOTOOLCHAIN=local")
	env.Vars = append(env.Vars, "FORMATS="+diag.Choice(diag.Formats()))
	for _, name := range []string{"GOMODCACHE", "GOCACHE", "GOPROXY"} {
		value, err := exec.Command("go", "env", name).Output()
		if err != nil {
			return err
		}
		env.Vars = append(env.Vars, name+"="+strings.TrimSpace(string(value)))
	}
	return nil
}

// readme writes the code block after a mark in the README to a file: readme MARK
// FILE.
func readme(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: readme MARK FILE")
	}
	data, err := os.ReadFile("../../README.md")
	ts.Check(err)
	_, after, found := strings.Cut(string(data), "<!-- ci: "+args[0]+" -->\n```sh\n")
	block, _, closed := strings.Cut(after, "\n```\n")
	if !found || !closed {
		ts.Fatalf("the README has no code block after <!-- ci: %s -->", args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(block+"\n"), 0o666))
}
