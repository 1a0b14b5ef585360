package cache

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/mdwire/mdwire/parallel"
)

// Dir returns the folder for all that mdwire caches, which can be removed at any
// time.
func Dir() (string, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("there is no folder for cached files: %w", err)
	}
	return filepath.Join(dir, "mdwire"), nil
}

// Build identifies the running program. Another build may generate other files from
// the same pages.
func Build(version string) string {
	exe, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(exe)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%s %s %v", version, exe, StampOf(info))
}

// Run is the cached state of a generation from one docs tree to one output folder:
// the pages and files of the previous run with their stamps, and a value. A nil *Run
// has no previous run and stores nothing.
type Run[T any] struct {
	// Files are the pages as they are now.
	Files *Files
	// Pages caches parsed pages.
	Pages *Pages

	opts       RunOptions
	folder     string
	previous   previous[T]
	sameInputs bool
	onDisk     func() map[string]string // hashes by path
}

// RunOptions identify a run. The previous run counts only if its Build and Key were
// the same.
type RunOptions struct {
	Dir   string // folder of the cache
	Build string // see [Build]
	Key   string // all options that change the output
	Docs  string // root of the docs tree, absolute
	Out   string // output folder, absolute
}

// previous is the content of the cache file.
type previous[T any] struct {
	Key     string
	Inputs  []File // the pages, and files outside the docs tree that they include
	InputAt int64  // when Inputs was taken, in nanoseconds
	Outputs []Output
	DoneAt  int64 // when Outputs was taken, in nanoseconds
	Value   T
}

// Output is a file in the output folder.
type Output struct {
	File
	SHA256 string // in hexadecimal
}

// OpenRun lists the pages of a docs tree and loads the previous run. T is plain data,
// see [Save].
func OpenRun[T any](opts RunOptions) (*Run[T], error) {
	r := &Run[T]{opts: opts, folder: filepath.Join(opts.Dir, "runs", hashOf([]byte(opts.Docs + "\x00" + opts.Out))[:24])}
	loaded := make(chan bool, 1)
	go func() { loaded <- Load(r.file(), opts.Build, &r.previous) }()
	files, err := List(opts.Docs)
	known := <-loaded
	if err != nil {
		return nil, err
	}
	r.Files, r.Pages = files, OpenPages(r.folder, opts.Build, files)
	if !known || r.previous.Key != opts.Key {
		r.previous = previous[T]{}
		r.onDisk = func() map[string]string { return nil }
		return r, nil
	}
	r.sameInputs = r.compareInputs()
	r.onDisk = sync.OnceValue(r.findOnDisk)
	if !r.sameInputs {
		go r.onDisk() // waits for the system, while the caller can read pages
	}
	return r, nil
}

func (r *Run[T]) file() string { return filepath.Join(r.folder, "run") }

func (r *Run[T]) compareInputs() bool {
	at := time.Unix(0, r.previous.InputAt)
	for _, in := range r.previous.Inputs {
		if r.Files.Stamp(in.Path) != in.Stamp || !in.Stamp.Settled(at) {
			return false
		}
	}
	return len(r.Files.Stamps)+len(r.Files.outside) == len(r.previous.Inputs)
}

// findOnDisk returns the hashes of the output files that have not changed since the
// previous run.
func (r *Run[T]) findOnDisk() map[string]string {
	done := time.Unix(0, r.previous.DoneAt)
	same := make([]bool, len(r.previous.Outputs))
	parallel.ForEach(len(same), func(i int) { same[i] = r.isOnDisk(&r.previous.Outputs[i], done) })
	found := make(map[string]string, len(same))
	for i, ok := range same {
		if o := &r.previous.Outputs[i]; ok {
			found[o.Path] = o.SHA256
		}
	}
	return found
}

// isOnDisk trusts a settled stamp, and compares the content for other stamps.
func (r *Run[T]) isOnDisk(o *Output, done time.Time) bool {
	name := r.outputFile(o.Path)
	info, err := os.Lstat(name)
	if err != nil || StampOf(info) != o.Stamp {
		return false
	}
	if o.Stamp.Settled(done) {
		return true
	}
	data, err := os.ReadFile(name)
	return err == nil && hashOf(data) == o.SHA256
}

func (r *Run[T]) outputFile(name string) string {
	return filepath.Join(r.opts.Out, filepath.FromSlash(name))
}

// Unchanged reports whether neither pages nor output files have changed since the
// previous run.
func (r *Run[T]) Unchanged() bool {
	return r != nil && r.sameInputs && len(r.onDisk()) == len(r.previous.Outputs)
}

// Get returns the value of the previous run, zero for none.
func (r *Run[T]) Get() T {
	if r == nil {
		var none T
		return none
	}
	return r.previous.Value
}

// Outputs returns the number of files that the previous run has written.
func (r *Run[T]) Outputs() int { return len(r.previous.Outputs) }

// OnDisk returns the hash of a file that the previous run wrote and that has not
// changed since, "" for other files.
func (r *Run[T]) OnDisk(path string) string {
	if r == nil {
		return ""
	}
	return r.onDisk()[path]
}

// Put stores a finished run with its output files, whose stamps it takes.
func (r *Run[T]) Put(value T, outputs []Output) error {
	if r == nil {
		return nil
	}
	now := previous[T]{Key: r.opts.Key, InputAt: r.Files.At.UnixNano(), Value: value}
	for name, stamp := range r.Files.Stamps {
		now.Inputs = append(now.Inputs, File{Path: name, Stamp: stamp})
	}
	for name, stamp := range r.Files.outside {
		now.Inputs = append(now.Inputs, File{Path: name, Stamp: stamp})
	}
	settled := r.settledOutputs()
	now.Outputs = make([]Output, len(outputs))
	parallel.ForEach(len(outputs), func(i int) {
		if o, ok := settled[outputs[i].Path]; ok && o.SHA256 == outputs[i].SHA256 {
			now.Outputs[i] = o
			return
		}
		now.Outputs[i] = outputs[i]
		if info, err := os.Lstat(r.outputFile(outputs[i].Path)); err == nil {
			now.Outputs[i].Stamp = StampOf(info)
		}
	})
	now.DoneAt = time.Now().UnixNano()
	if err := Save(r.file(), r.opts.Build, &now); err != nil {
		return err
	}
	removeOld(filepath.Dir(r.folder))
	return nil
}

// settledOutputs returns the previous files that are on disk with settled stamps.
func (r *Run[T]) settledOutputs() map[string]Output {
	found := map[string]Output{}
	done := time.Unix(0, r.previous.DoneAt)
	for _, o := range r.previous.Outputs {
		if r.onDisk()[o.Path] != "" && o.Stamp.Settled(done) {
			found[o.Path] = o
		}
	}
	return found
}

// maxAge is how long unused runs are kept.
const maxAge = 30 * 24 * time.Hour

// removeOld removes old runs from a folder.
func removeOld(folder string) {
	runs, _ := os.ReadDir(folder) // an unreadable folder is left alone
	for _, r := range runs {
		info, err := os.Stat(filepath.Join(folder, r.Name(), "run"))
		if err == nil && time.Since(info.ModTime()) > maxAge {
			_ = os.RemoveAll(filepath.Join(folder, r.Name()))
		}
	}
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
