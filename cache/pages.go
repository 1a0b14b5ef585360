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

// Pages remembers what pages gave, as a [parser.Cache]. What is known is kept
// in several files, of which a changed page renews one.
type Pages struct {
	dir, build string
	files      *Files
	shards     [shards]shard
}

const shards = 64

// shard is one of the files, with what this run has found out.
type shard struct {
	once  sync.Once
	mu    sync.Mutex
	known map[string]page
	fresh []page   // read in this run
	valid []string // known and not changed
}

// page is what a page gave, and what that depends on.
type page struct {
	File         File
	Dependencies []File
	Result       string // a record of a [result]
}

// result is [parser.PageResult] without what it was read from.
type result struct {
	Operation   *ir.Operation
	Resource    *ir.Resource
	Other       *ir.Page
	Diagnostics []diag.Diagnostic
}

// OpenPages returns what is known of the pages of a tree that now has the given
// files, as it is kept in a folder.
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

// Get returns what a page gave, if it and all that it looked for are as they
// were.
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
	return &parser.PageResult{Operation: res.Operation, Resource: res.Resource, Other: res.Other, Diagnostics: res.Diagnostics}
}

// same reports whether a file is as it was, or still not there.
func (p *Pages) same(f File) bool { return p.files.Stamps[f.Path] == f.Stamp }

// Put notes what a page has given. What may have changed since its stamp was
// taken is not worth noting.
func (p *Pages) Put(file string, r *parser.PageResult) {
	fresh := page{File: File{file, p.files.Stamps[file]}}
	settled := fresh.File.Stamp.Settled(p.files.At)
	seen := map[string]bool{}
	for _, name := range r.Dependencies {
		stamp := p.files.Stamps[name]
		settled = settled && stamp.Settled(p.files.At)
		if !seen[name] {
			seen[name] = true
			fresh.Dependencies = append(fresh.Dependencies, File{name, stamp})
		}
	}
	if settled {
		fresh.Result = string(encode(&result{r.Operation, r.Resource, r.Other, r.Diagnostics}))
	}
	s := p.shard(file)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.fresh = append(s.fresh, fresh)
}

// Save writes what has changed, and ends the use of what is known.
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
