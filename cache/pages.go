package cache

import (
	"errors"
	"fmt"
	"hash/fnv"
	"path/filepath"
	"sync"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser"
)

// Pages caches parsed pages, as a [parser.Cache]. It uses several files, so that a changed
// page only rewrites one of them.
type Pages struct {
	dir, build string
	files      *Files
	shards     [shards]shard
}

const shards = 64

// shard is the content of one file.
type shard struct {
	once  sync.Once
	mu    sync.Mutex
	known map[string]page
	fresh []page   // parsed in this run
	valid []string // paths of known pages that have not changed
}

// page is a parsed page with the stamps of the files that it depends on.
type page struct {
	File         File
	Dependencies []File
	Result       string // an encoded [result]
}

// result is [parser.PageResult] without its dependencies.
type result struct {
	Operations  []ir.Operation
	Resources   []ir.Resource
	Other       *ir.Page
	Diagnostics []diag.Diagnostic
}

// OpenPages opens the cached pages in a folder. files are the stamps of the pages now.
func OpenPages(dir, build string, files *Files) *Pages {
	return &Pages{dir: dir, build: build, files: files}
}

func (p *Pages) shard(file string) *shard {
	h := fnv.New32a()
	h.Write([]byte(file))
	return &p.shards[h.Sum32()%shards]
}

func (p *Pages) fileOf(s *shard) string {
	for i := range p.shards {
		if &p.shards[i] == s {
			return filepath.Join(p.dir, fmt.Sprintf("pages-%02d", i))
		}
	}
	return ""
}

func (s *shard) load(file, build string) {
	var pages []page
	s.known = map[string]page{}
	if !Load(file, build, &pages) {
		return
	}
	for _, p := range pages {
		s.known[p.File.Path] = p
	}
}

// Get returns a parsed page, nil if it or a file that it depends on has changed.
func (p *Pages) Get(file string) *parser.PageResult {
	s := p.shard(file)
	s.once.Do(func() { s.load(p.fileOf(s), p.build) })
	known, ok := s.known[file]
	if !ok || !p.same(known.File) {
		return nil
	}
	for _, f := range known.Dependencies {
		if !p.same(f) {
			return nil
		}
	}
	var res result
	if decode(known.Result, &res) != nil {
		return nil
	}
	s.mu.Lock()
	s.valid = append(s.valid, file)
	s.mu.Unlock()
	return &parser.PageResult{Operations: res.Operations, Resources: res.Resources, Other: res.Other, Diagnostics: res.Diagnostics}
}

// same reports whether a file is unchanged, or still missing.
func (p *Pages) same(f File) bool { return p.files.Stamp(f.Path) == f.Stamp }

// Put stores a parsed page, unless it may have changed since its stamp was taken.
func (p *Pages) Put(file string, r *parser.PageResult) {
	fresh := page{File: File{file, p.files.Stamps[file]}}
	settled := fresh.File.Stamp.Settled(p.files.At)
	seen := map[string]bool{}
	for _, name := range r.Dependencies {
		stamp := p.files.Stamp(name)
		settled = settled && stamp.Settled(p.files.At)
		if !seen[name] {
			seen[name] = true
			fresh.Dependencies = append(fresh.Dependencies, File{name, stamp})
		}
	}
	if settled {
		fresh.Result = string(encode(&result{r.Operations, r.Resources, r.Other, r.Diagnostics}))
	}
	s := p.shard(file)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fresh = append(s.fresh, fresh)
}

// Save writes changed shards. Afterwards no page is cached in memory.
func (p *Pages) Save() error {
	errs := make([]error, len(p.shards))
	var group sync.WaitGroup
	for i := range p.shards {
		group.Go(func() {
			s := &p.shards[i]
			errs[i] = s.save(p.fileOf(s), p.build)
			s.known, s.fresh, s.valid = nil, nil, nil
		})
	}
	group.Wait()
	return errors.Join(errs...)
}

func (s *shard) save(file, build string) error {
	if len(s.fresh) == 0 && len(s.valid) == len(s.known) {
		return nil
	}
	var pages []page
	for _, name := range s.valid {
		pages = append(pages, s.known[name])
	}
	for _, read := range s.fresh {
		if read.Result != "" {
			pages = append(pages, read)
		}
	}
	return Save(file, build, &pages)
}
