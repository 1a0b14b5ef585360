package output_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/output"
)

// crowd returns many files. Each generation changes some of them, adds some and
// omits some.
func crowd(generation int) []output.File {
	var files []output.File
	for i := range 400 {
		if (i+generation)%7 == 0 {
			continue
		}
		text := fmt.Sprint(i%3*generation) + strings.Repeat(" x", 200)
		files = append(files, code(fmt.Sprintf("p%d/f%d_gen.go", i%20, i), text))
	}
	return files
}

// writerDir is an environment variable. With it, the test binary writes to that
// folder until it is killed.
const writerDir = "MDWIRE_TEST_WRITER"

func TestMain(m *testing.M) {
	dir := os.Getenv(writerDir)
	if dir == "" {
		os.Exit(m.Run())
	}
	for n := 2; ; n++ {
		if err := output.Write(dir, header, crowd(n), output.Origin{Tool: "v1"}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// TestWriteKilled kills a writing process at random times. It checks that no file
// is partially written or missing in the lock, and that the next run completes the
// output.
func TestWriteKilled(t *testing.T) {
	rounds := 12
	if testing.Short() {
		rounds = 3
	}
	dir := t.TempDir()
	write(t, dir, crowd(1)...)
	for range rounds {
		writer := exec.Command(os.Args[0])
		writer.Env = append(os.Environ(), writerDir+"="+dir)
		var stderr strings.Builder
		writer.Stderr = &stderr
		if err := writer.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(20+rand.IntN(120)) * time.Millisecond)
		if err := writer.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = writer.Wait()
		if stderr.Len() > 0 {
			t.Fatalf("the writer failed: %s", stderr.String())
		}
		checkWhole(t, dir)
		third := []output.File{code("p1/f1_gen.go", "repaired"), code("q/f_gen.go", "new")}
		write(t, dir, third...)
		if d := cmp.Diff(want(third...), without(tree(t, dir))); d != "" {
			t.Fatalf("after a crash: %s", d)
		}
		write(t, dir, crowd(1)...)
	}
}

// checkWhole checks that each file outside the staging folder is a complete file of
// some generation.
func checkWhole(t *testing.T, dir string) {
	t.Helper()
	for name, text := range without(tree(t, dir)) {
		if strings.HasPrefix(name, ".mdwire-new/") || strings.HasSuffix(name, "/") {
			continue
		}
		if !strings.HasPrefix(text, "// Code generated") || !strings.HasSuffix(text, " x x\n") {
			t.Errorf("%s is not complete: %q", name, text)
		}
	}
}

// TestWriteStopped checks that an error during staging, such as a full disk, leaves
// the folder unchanged.
func TestWriteStopped(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, code("a_gen.go", "1"), code("b_gen.go", "1"))
	before := tree(t, dir)
	tooLong := strings.Repeat("x", 300) + "_gen.go"
	if err := output.Write(dir, header, []output.File{code("a_gen.go", "2"), code("c_gen.go", "2"), code(tooLong, "2")}, output.Origin{Tool: "v1"}); err == nil {
		t.Fatal("no error")
	}
	if d := cmp.Diff(before, tree(t, dir)); d != "" {
		t.Error(d)
	}
}

// TestWriteConcurrently checks that after several concurrent runs the folder and
// the lock file are those of one of them.
func TestWriteConcurrently(t *testing.T) {
	dir := t.TempDir()
	var group sync.WaitGroup
	for n := range 4 {
		group.Go(func() {
			if err := output.Write(dir, header, crowd(n+1), output.Origin{Tool: "v1"}); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	got := without(tree(t, dir))
	var last int
	for n := range 4 {
		if cmp.Equal(want(crowd(n+1)...), got) {
			last = n + 1
		}
	}
	if last == 0 {
		t.Fatal("the folder holds a mixture")
	}
	write(t, dir)
	if got := without(tree(t, dir)); len(got) > 0 {
		t.Errorf("the lock does not list %d files: %v", len(got), got)
	}
}

// TestWriteCaseConflict checks that a file whose name differs from that of a new
// file only in letter case prevents the run.
func TestWriteCaseConflict(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "server/User_gen.go", "mine")
	if _, err := os.Stat(filepath.Join(dir, "server", "user_gen.go")); err == nil {
		t.Skip("the file system ignores letter case")
	}
	err := output.Write(dir, header, []output.File{code("server/user_gen.go", "1")}, output.Origin{Tool: "v1"})
	if err == nil || !strings.Contains(err.Error(), "server/User_gen.go is in the way") {
		t.Errorf("error is %v", err)
	}
	if err := output.Write(dir, header, []output.File{code("a_gen.go", "1"), code("A_gen.go", "1")}, output.Origin{Tool: "v1"}); err == nil {
		t.Error("two files with one name were written")
	}
}
