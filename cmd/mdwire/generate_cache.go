package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/mdwire/mdwire/cache"
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/output"
	"github.com/mdwire/mdwire/parallel"
	"github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/source"
)

// memory is what earlier runs of the same generation have left: what the pages
// gave, and what was written. It is an aid alone: without it, all is made anew.
type memory struct {
	dir, build, key string
	out             string
	now             *cache.Files
	pages           *cache.Pages
	last            lastRun
	same            bool                     // no page has changed since the last run
	known           func() map[string]string // hashes of the files that are as the last run left them
}

// lastRun is what a run that ended well has left.
type lastRun struct {
	Key     string       // what it was told
	Inputs  []cache.File // the pages, as they were
	InputAt int64
	Outputs []writtenFile // the files, as they were after it
	DoneAt  int64
	Account generator.Account
	Found   []diag.Diagnostic
	State   generator.State
}

type writtenFile struct {
	File   cache.File
	SHA256 string
}

// recall returns what is known of a generation, nil where nothing can be.
func (g *generation) recall(d *source.Tree, place output.Package, origin output.Origin) *memory {
	dir, err := cacheFolder()
	if g.f.noCache || err != nil || d.Dir == "" {
		return nil
	}
	out, err := filepath.Abs(g.set.generate.Out)
	if err != nil {
		return nil
	}
	told := g.set.generate
	told.Out = out // however it was spelled
	m := &memory{out: out, build: build(), key: fmt.Sprintf("%q", []any{d.Picks, told, place.Name, place.ImportPath, origin.Docs})}
	m.dir = filepath.Join(dir, "runs", shortHash(d.Dir+"\x00"+out))
	loaded := make(chan bool, 1)
	go func() { loaded <- cache.Load(m.file(), m.build, &m.last) }()
	m.now, err = cache.List(d.Dir)
	known := <-loaded
	if err != nil {
		return nil // the parser says what cannot be read
	}
	m.pages = cache.OpenPages(m.dir, m.build, m.now)
	if !known || m.last.Key != m.key {
		m.last = lastRun{}
		m.known = func() map[string]string { return nil }
		return m
	}
	m.same = m.sameInputs()
	m.known = sync.OnceValue(m.findKnown)
	if !m.same {
		// Most of that is waiting for the system; pages can be read meanwhile.
		go m.known()
	}
	return m
}

func shortHash(text string) string { return hashOf([]byte(text))[:24] }

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// build identifies the running program: another one may make other files of
// the same pages.
func build() string {
	exe, err := os.Executable()
	if err != nil {
		return ""
	}
	info, err := os.Stat(exe)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%s %s %v", version(), exe, cache.StampOf(info))
}

func (m *memory) file() string { return filepath.Join(m.dir, "run") }

// tree is the docs tree for the parser, whose folders m has listed.
func (m *memory) tree(d *source.Tree) fs.FS {
	if m == nil {
		return d.FS
	}
	return m.now.FS(d.FS)
}

// parserMemory is m for the parser, which must not be given a nil that is none.
func (m *memory) parserMemory() parser.Cache {
	if m == nil {
		return nil
	}
	return m.pages
}

// findKnown returns the hashes of the files that are as the last run left them.
func (m *memory) findKnown() map[string]string {
	done := time.Unix(0, m.last.DoneAt)
	stands := make([]bool, len(m.last.Outputs))
	parallel.ForEach(len(stands), func(i int) { stands[i] = m.stands(&m.last.Outputs[i], done) })
	found := make(map[string]string, len(stands))
	for i, ok := range stands {
		if o := &m.last.Outputs[i]; ok {
			found[o.File.Path] = o.SHA256
		}
	}
	return found
}

func (m *memory) stands(o *writtenFile, done time.Time) bool {
	name := m.outputFile(o.File.Path)
	info, err := os.Lstat(name)
	if err != nil || cache.StampOf(info) != o.File.Stamp {
		return false
	}
	if o.File.Stamp.Settled(done) {
		return true
	}
	data, err := os.ReadFile(name)
	return err == nil && hashOf(data) == o.SHA256
}

// outputFile is where a file of the output stands.
func (m *memory) outputFile(name string) string {
	return filepath.Join(m.out, filepath.FromSlash(name))
}

// onDisk returns the hashes of known files for the generator.
func (m *memory) onDisk() func(string) string {
	if m == nil {
		return nil
	}
	return func(name string) string { return m.known()[name] }
}

// previous returns the generator's state after the last run.
func (m *memory) previous() generator.State {
	if m == nil {
		return generator.State{}
	}
	return m.last.State
}

// unchanged reports whether nothing has happened since the last run: no page
// and no file was touched.
func (m *memory) unchanged() bool {
	return m != nil && m.same && len(m.known()) == len(m.last.Outputs)
}

func (m *memory) sameInputs() bool {
	if len(m.now.Stamps) != len(m.last.Inputs) {
		return false
	}
	at := time.Unix(0, m.last.InputAt)
	for _, in := range m.last.Inputs {
		if m.now.Stamps[in.Path] != in.Stamp || !in.Stamp.Settled(at) {
			return false
		}
	}
	return true
}
