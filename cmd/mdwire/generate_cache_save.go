package main

import (
	"os"
	"path/filepath"
	"time"

	"github.com/mdwire/mdwire/cache"
	"github.com/mdwire/mdwire/output"
	"github.com/mdwire/mdwire/parallel"
)

// stood are the files that stood already, and were settled.
func (m *memory) stood() map[string]writtenFile {
	found := map[string]writtenFile{}
	done := time.Unix(0, m.last.DoneAt)
	for _, o := range m.last.Outputs {
		if _, ok := m.known()[o.File.Path]; ok && o.File.Stamp.Settled(done) {
			found[o.File.Path] = o
		}
	}
	return found
}

// save notes a run that has ended well. A cache that cannot be written is as if
// it were not there.
func (m *memory) save(made *made) {
	if m == nil {
		return
	}
	run := lastRun{Key: m.key, InputAt: m.now.At.UnixNano(), Account: made.Account, Found: made.found, State: made.State}
	for name, stamp := range m.now.Stamps {
		run.Inputs = append(run.Inputs, cache.File{Path: name, Stamp: stamp})
	}
	stood := m.stood()
	run.Outputs = make([]writtenFile, len(made.Files), len(made.Files)+1)
	parallel.ForEach(len(run.Outputs), func(i int) {
		f := made.Files[i]
		if before, ok := stood[f.Path]; ok && before.SHA256 == f.SHA256 {
			run.Outputs[i] = before
			return
		}
		run.Outputs[i] = m.written(f.Path, f.SHA256)
	})
	lock, _ := os.ReadFile(m.outputFile(output.LockFile)) // one that cannot be read costs time, in the next run
	run.Outputs = append(run.Outputs, m.written(output.LockFile, hashOf(lock)))
	run.DoneAt = time.Now().UnixNano()
	if cache.Save(m.file(), m.build, &run) == nil {
		forgetOld(filepath.Dir(m.dir))
	}
}

// savePages notes what was read of pages, as soon as it is: what comes after
// needs the room.
func (m *memory) savePages() {
	if m != nil {
		_ = m.pages.Save() // see save
	}
}

// written is what is noted of a file of the output.
func (m *memory) written(name, sha256 string) writtenFile {
	o := writtenFile{cache.File{Path: name}, sha256}
	if info, err := os.Lstat(m.outputFile(name)); err == nil {
		o.File.Stamp = cache.StampOf(info)
	}
	return o
}

// forgetOld removes what has not been of use for long from a folder of runs.
func forgetOld(folder string) {
	runs, _ := os.ReadDir(folder) // a folder that cannot be read is left alone
	for _, r := range runs {
		info, err := os.Stat(filepath.Join(folder, r.Name(), "run"))
		if err == nil && time.Since(info.ModTime()) > keepRuns {
			_ = os.RemoveAll(filepath.Join(folder, r.Name()))
		}
	}
}

// keepRuns is how long what a run has left is kept unused.
const keepRuns = 30 * 24 * time.Hour
