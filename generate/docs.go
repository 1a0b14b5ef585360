package generate

import (
	"cmp"

	"github.com/mdwire/mdwire/output"
	"github.com/mdwire/mdwire/source"
	"github.com/mdwire/mdwire/specs"
)

// openDocs opens the pages and sets the origin for the lock file.
func (g *Generation) openDocs() (*source.Tree, error) {
	g.origin.Tool = g.opts.Version
	switch {
	case g.opts.Path != "":
		return source.OpenTree(g.opts.Path)
	case g.opts.Docs.IsZero():
		return source.OpenFS("specs", specs.FS), nil
	}
	folder, err := g.fetch()
	if err != nil {
		return nil, err
	}
	return source.OpenTree(folder)
}

// fetch returns the local folder of opts.Docs, at the revision in the lock file.
func (g *Generation) fetch() (string, error) {
	dir, err := g.cacheDir()
	if err != nil {
		return "", err
	}
	old, err := g.folder.Lock()
	if err != nil {
		return "", err
	}
	var pin source.Pin
	if old.Docs != nil {
		pin = source.Pin(*old.Docs)
	}
	fetcher := source.Fetcher{Cache: dir, Update: g.opts.Update, Log: g.opts.Log}
	folder, pin, err := fetcher.Open(g.opts.Docs, pin)
	if pin != (source.Pin{}) {
		revision := output.Revision(pin)
		g.origin.Docs = &revision
	}
	return folder, err
}

// docsName returns the docs for messages.
func (o *Options) docsName() string {
	return cmp.Or(o.Path, o.Docs.String(), "the bundled pages")
}
