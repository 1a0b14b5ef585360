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

// Pages remembers what pages gave, as a [parser.Memory]. What is known is kept
// in several files, of which a changed page renews one.
type Pages struct {
	dir, build string
	now        *Files
	shards     [shards]shard
}

const shards = 64

// shard is one of the files, with what this run has found out.
type shard struct {
	once   sync.Once
	mu     sync.Mutex
	known  map[string]page
	recent []page // read in this run
	still  []string
}

// page is what a page gave, and what that depends on.
type page struct {
	File   File
	Looked []File
	Gave   string // a record of what it gave
}

// gave is [parser.Reading] without what it was read from.
type gave struct {
	Operation *ir.Operation
	Resource  *ir.Resource
	Other     *ir.Page
	Findings  []diag.Diagnostic
}

// OpenPages returns what is known of the pages of a tree that now has the given
// files, as it is kept in a folder.
func OpenPages(dir, build string, now *Files) *Pages {
	return &Pages{dir: dir, build: build, now: now}
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

// Recall returns what a page gave, if it and all that it looked for are as they
// were.
func (p *Pages) Recall(file string) *parser.Reading {
	s := p.shard(file)
	s.once.Do(func() { s.load(p.fileOf(s), p.build) })
	known, ok := s.known[file]
	if !ok || !p.same(known.File) {
		return nil
	}
	for _, f := range known.Looked {
		if !p.same(f) {
			return nil
		}
	}
	var g gave
	if decode(known.Gave, &g) != nil {
		return nil
	}
	s.mu.Lock()
	s.still = append(s.still, file)
	s.mu.Unlock()
	return &parser.Reading{Operation: g.Operation, Resource: g.Resource, Other: g.Other, Findings: g.Findings}
}

// same reports whether a file is as it was, or still not there.
func (p *Pages) same(f File) bool { return p.now.Stamps[f.Path] == f.Stamp }

// Keep notes what a page has given. What may have changed since its stamp was
// taken is not worth noting.
func (p *Pages) Keep(file string, r *parser.Reading) {
	noted := page{File: File{file, p.now.Stamps[file]}}
	settled := noted.File.Stamp.Settled(p.now.At)
	seen := map[string]bool{}
	for _, name := range r.Looked {
		stamp := p.now.Stamps[name]
		settled = settled && stamp.Settled(p.now.At)
		if !seen[name] {
			seen[name] = true
			noted.Looked = append(noted.Looked, File{name, stamp})
		}
	}
	if settled {
		noted.Gave = string(encode(&gave{r.Operation, r.Resource, r.Other, r.Findings}))
	}
	s := p.shard(file)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.recent = append(s.recent, noted)
}

// Save writes what has changed, and ends the use of what is known.
func (p *Pages) Save() error {
	errs := make([]error, len(p.shards))
	var group sync.WaitGroup
	for i := range p.shards {
		group.Go(func() {
			s := &p.shards[i]
			errs[i] = s.save(p.fileOf(s), p.build)
			s.known, s.recent, s.still = nil, nil, nil
		})
	}
	group.Wait()
	return errors.Join(errs...)
}

func (s *shard) save(file, build string) error {
	if len(s.recent) == 0 && len(s.still) == len(s.known) {
		return nil
	}
	var pages []page
	for _, name := range s.still {
		pages = append(pages, s.known[name])
	}
	for _, recent := range s.recent {
		if recent.Gave != "" {
			pages = append(pages, recent)
		}
	}
	return Save(file, build, &pages)
}
