package main

import (
	"flag"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/specs"
)

var (
	replayFrom = flag.String("replay-from", "", "docs tree at the start of the replay")
	replayTo   = flag.String("replay-to", "", "docs tree at the end of the replay")
	replaySeed = flag.Uint64("replay-seed", 1, "seed for the order in which pages change")
	replayStep = flag.Int("replay-step", 1000, "maximum number of pages that change between two runs")
	replayRuns = flag.Int("replay-runs", 0, "maximum number of runs, 0 for no limit")
)

// replay is a docs tree that changes. Each state is generated twice: to the folder
// "next" with the cache of the previous run, and to the folder "clean" without.
type replay struct {
	t    *testing.T
	root string
	docs string
}

func newReplay(t *testing.T) *replay {
	t.Helper()
	root := t.TempDir()
	for _, name := range []string{"XDG_CACHE_HOME", "HOME", "LocalAppData"} {
		t.Setenv(name, filepath.Join(root, "cache"))
	}
	r := &replay{t, root, filepath.Join(root, "docs")}
	for _, run := range []string{"clean", "next"} {
		r.put(filepath.Join(root, run, "go.mod"), "module example.com/m\n")
	}
	return r
}

func (r *replay) put(name, text string) {
	r.t.Helper()
	err := os.MkdirAll(filepath.Dir(name), 0o777)
	if err == nil {
		err = os.WriteFile(name, []byte(text), 0o666)
	}
	if err != nil {
		r.t.Fatal(err)
	}
}

// generate runs the command and returns its output.
func (r *replay) generate(run string, flags ...string) string {
	r.t.Helper()
	var stdout, stderr strings.Builder
	out := filepath.Join(r.root, run, "api")
	args := append([]string{"generate", r.docs, "--out", out, "--all-findings"}, flags...)
	if status := runCommand(args, &stdout, &stderr); status != exitOK {
		r.t.Fatalf("status %d: %s", status, stderr.String())
	}
	_, printed, _ := strings.Cut(stdout.String(), out+": ") // without the changes for callers, which depend on the previous run
	return printed + stderr.String()
}

func runCommand(args []string, stdout, stderr *strings.Builder) int {
	return run(args, strings.NewReader(""), stdout, stderr)
}

// check compares the files and diagnostics of both ways.
func (r *replay) check(what string) {
	r.t.Helper()
	next := r.generate("next")
	clean := r.generate("clean", "--no-cache")
	if d := cmp.Diff(clean, next); d != "" {
		r.t.Fatalf("%s: the output differs: %s", what, d)
	}
	if d := cmp.Diff(readTree(r.t, filepath.Join(r.root, "clean")), readTree(r.t, filepath.Join(r.root, "next"))); d != "" {
		r.t.Fatalf("%s: the files differ: %s", what, d)
	}
}

func readTree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// TestIncremental changes random pages, and generates after each change.
func TestIncremental(t *testing.T) {
	r := newReplay(t)
	pages := map[string]string{}
	err := fs.WalkDir(specs.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".md" {
			return err
		}
		text, err := fs.ReadFile(specs.FS, name)
		pages[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range pages {
		r.put(filepath.Join(r.docs, name), text)
	}
	r.check("first run")
	r.check("unchanged")
	rounds := 15
	if testing.Short() {
		rounds = 5
	}
	random := rand.New(rand.NewPCG(1, 2))
	names := slices.Sorted(maps.Keys(pages))
	for range rounds {
		var what []string
		for range 1 + random.IntN(4) {
			name := names[random.IntN(len(names))]
			what = append(what, r.mutate(random, name, pages[name], pages[names[random.IntN(len(names))]]))
		}
		r.check(strings.Join(what, ", "))
	}
}

// mutate removes or restores a page, removes or adds a line, or replaces the text with
// that of another page.
func (r *replay) mutate(random *rand.Rand, name, text, other string) string {
	file := filepath.Join(r.docs, name)
	lines := strings.SplitAfter(text, "\n")
	at := random.IntN(len(lines))
	switch random.IntN(5) {
	case 0:
		_ = os.Remove(file) // it may already be removed
		return "remove " + name
	case 1:
		r.put(file, text)
		return "restore " + name
	case 2:
		r.put(file, strings.Join(append(slices.Clone(lines[:at]), lines[at+1:]...), ""))
		return "shorten " + name
	case 3:
		added := strings.SplitAfter(other, "\n")
		r.put(file, strings.Join(slices.Insert(lines, at, added[random.IntN(len(added))]), ""))
		return "lengthen " + name
	}
	r.put(file, other)
	return "replace " + name
}

// TestDamagedCache: damaged or missing cache files do not change the output.
func TestDamagedCache(t *testing.T) {
	r := newReplay(t)
	page, err := fs.ReadFile(specs.FS, "api-reference/v1.0/api/message-move.md")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(r.docs, "api-reference/v1.0/api/message-move.md")
	r.put(file, string(page))
	r.check("first run")
	caches, err := filepath.Glob(filepath.Join(r.root, "cache", "mdwire", "runs", "*", "*"))
	if err != nil || len(caches) == 0 {
		t.Fatalf("nothing is cached: %v", err)
	}
	damage := map[string]func(data []byte) []byte{
		"cut":       func(data []byte) []byte { return data[:len(data)/2] },
		"empty":     func([]byte) []byte { return nil },
		"one byte":  func(data []byte) []byte { data[len(data)/2] ^= 1; return data },
		"no number": func(data []byte) []byte { return slices.Repeat([]byte{0xff}, len(data)) },
	}
	for what, change := range damage {
		for _, name := range caches {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			r.put(name, string(change(data)))
		}
		r.check(what)
		r.put(file, string(page)+"\nMore of "+what+".\n")
		r.check(what + ", and a change")
	}
	if err := os.RemoveAll(filepath.Join(r.root, "cache")); err != nil {
		t.Fatal(err)
	}
	r.check("removed")
	r.put(filepath.Join(r.root, "next", "api", "client.go"), "edited")
	r.put(filepath.Join(r.root, "clean", "api", "client.go"), "edited")
	r.check("an edited file")
}

// TestReplay changes one tree into another in random order, a few pages before each
// run.
func TestReplay(t *testing.T) {
	if *replayFrom == "" || *replayTo == "" {
		t.Skip("needs -replay-from and -replay-to, two states of a docs tree")
	}
	r := newReplay(t)
	from, to := pagesOf(t, *replayFrom), pagesOf(t, *replayTo)
	var changed []string
	for name := range to {
		if from[name] != to[name] {
			changed = append(changed, name)
		}
	}
	for name := range from {
		r.put(filepath.Join(r.docs, name), from[name])
		if _, ok := to[name]; !ok {
			changed = append(changed, name)
		}
	}
	slices.Sort(changed)
	random := rand.New(rand.NewPCG(*replaySeed, 0))
	random.Shuffle(len(changed), func(i, j int) { changed[i], changed[j] = changed[j], changed[i] })
	r.check("first run")
	for runs := 0; len(changed) > 0 && (*replayRuns == 0 || runs < *replayRuns); runs++ {
		n := min(len(changed), 1+random.IntN(*replayStep))
		for _, name := range changed[:n] {
			file := filepath.Join(r.docs, name)
			if text, ok := to[name]; ok {
				r.put(file, text)
			} else if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
		}
		r.check(strings.Join(changed[:n], ", "))
		changed = changed[n:]
		t.Logf("%d changed, %d left", n, len(changed))
	}
}

func pagesOf(t *testing.T, root string) map[string]string {
	t.Helper()
	pages := readTree(t, root)
	maps.DeleteFunc(pages, func(name, _ string) bool { return path.Ext(name) != ".md" })
	return pages
}
