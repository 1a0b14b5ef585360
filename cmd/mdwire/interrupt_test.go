package main

import (
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestInterrupted interrupts runs at random times. Each must leave either all old or
// all new files.
func TestInterrupted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("signals cannot be sent")
	}
	if testing.Short() {
		t.Skip("builds the command")
	}
	command := filepath.Join(t.TempDir(), "mdwire")
	if out, err := exec.Command("go", "build", "-o", command, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	folder := filepath.Join(newReplay(t).root, "next")
	run := func(version string, patience time.Duration) (took time.Duration) {
		cmd := exec.Command(command, "generate", "--no-cache", "--include", version+"/api/*", "--out", filepath.Join(folder, "api"))
		began := time.Now()
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		stop := time.AfterFunc(patience, func() { _ = cmd.Process.Signal(os.Interrupt) })
		defer stop.Stop()
		_ = cmd.Wait() // fails if it was interrupted
		return time.Since(began)
	}
	run("beta", time.Minute)
	beta := readTree(t, folder)
	took := run("v1.0", time.Minute)
	v1 := readTree(t, folder)
	ended := map[string]int{}
	for range 8 {
		old, new, version := v1, beta, "beta"
		if ended["new"]%2 == 1 {
			old, new, version = beta, v1, "v1.0"
		}
		run(version, rand.N(2*took))
		switch now := readTree(t, folder); {
		case maps.Equal(old, now):
			ended["old"]++
		case maps.Equal(new, now):
			ended["new"]++
		default:
			t.Fatalf("neither the old nor the new files: %s", cmp.Diff(new, now))
		}
	}
	t.Logf("%d runs left the old files, %d the new ones", ended["old"], ended["new"])
}
