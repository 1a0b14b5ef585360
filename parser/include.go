package parser

import (
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/page"
)

// Limits of the includes of a page.
const (
	maxIncludeDepth = 8
	maxIncludes     = 256
	maxInsert       = 500 // bytes of a text inside a sentence
)

// checkIncludes reports include directives whose files do not exist. It does
// not read the files; [reader.Include] does.
func (r *reader) checkIncludes() {
	dir := path.Dir(r.file)
	for i := range r.page.Includes {
		in := &r.page.Includes[i]
		if r.hasFile(dir, in.Path) {
			r.dependsOnPath()
			continue
		}
		p, err := r.tree.resolve(r.file, in.Path)
		r.dependsOn(p)
		if err != nil {
			r.broken(r.page, in, err)
		}
	}
}

// resolve returns the path below the root that a destination in a file names.
// With an error, it returns the path that was tried, or "".
func (t *tree) resolve(from, dest string) (string, error) {
	if strings.ContainsAny(dest, ":\\") || strings.HasPrefix(dest, "//") {
		return "", fmt.Errorf("it is not a relative path")
	}
	dest, _, _ = strings.Cut(dest, "#")
	if strings.Contains(dest, "%") {
		if u, err := url.PathUnescape(dest); err == nil {
			dest = u
		}
	}
	p := path.Join(path.Dir(from), dest)
	rooted := strings.TrimLeft(dest, "/")
	if below, ok := strings.CutPrefix(rooted, "~/"); ok {
		p = t.inRepository(path.Clean(below))
	} else if rooted != dest {
		p = path.Clean(rooted)
	}
	if isOutside(p) {
		return t.resolveOutside(p)
	}
	regular, ok := t.known[p]
	switch {
	case !ok:
		return p, fmt.Errorf("there is no %s", p)
	case !regular:
		return p, fmt.Errorf("%s is not a regular file", p)
	}
	return p, nil
}

// inRepository returns the path below the docs root of a file whose path is below the
// root of the repository, or below the docs root if only that has such a file.
func (t *tree) inRepository(p string) string {
	if t.below == "" {
		return p
	}
	if below, ok := strings.CutPrefix(p, t.below+"/"); ok {
		return below
	}
	out := path.Join(strings.Repeat("../", strings.Count(t.below, "/")+1), p)
	if _, err := t.resolveOutside(out); err != nil && t.known[p] {
		return p
	}
	return out
}

// errUnknown is the error for a file outside the docs root when no repository around
// it is known.
var errUnknown = errors.New("it is outside the docs root, which is in no git repository")

// broken reports an include whose file cannot be found. A file that may exist is not
// dead.
func (r *reader) broken(pg *page.Page, in *page.Include, err error) {
	if errors.Is(err, errUnknown) {
		r.ReportIn(pg, diag.LinkDead, diag.Info, in.PathAt, "the include %q is not read: %v", page.Clip(in.Path), err)
		return
	}
	r.ReportIn(pg, diag.LinkDead, diag.Error, in.PathAt, "the include %q is broken: %v", page.Clip(in.Path), err)
}

func isOutside(p string) bool { return p == ".." || strings.HasPrefix(p, "../") }

// resolveOutside is resolve for a path outside the root.
func (t *tree) resolveOutside(p string) (string, error) {
	switch {
	case !IsPage(p):
		return "", fmt.Errorf("it is outside the docs root")
	case t.outside == nil:
		return "", errUnknown
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	err, ok := t.beyond[p]
	if !ok {
		var f fs.File
		if f, err = t.outside(p); err == nil {
			f.Close()
		}
		t.beyond[p] = err
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	return p, err
}

// hasFile reports whether the page that dest names from a folder exists. It
// decides the usual "../includes/x.md" without allocating. False means only
// that [tree.resolve] must decide.
func (w *worker) hasFile(dir, dest string) bool {
	w.path = page.AppendPath(w.path[:0], dir, dest)
	return w.tree.known[string(w.path)]
}

// Include returns the file that a directive names, nil when it cannot be read.
// Each file is read only once.
func (r *reader) Include(pg *page.Page, in *page.Include, depth int) *page.Page {
	p, err := r.tree.resolve(pg.Path, in.Path)
	r.dependsOn(p)
	if err != nil {
		if pg != r.page {
			r.broken(pg, in, err)
		}
		return nil
	}
	if r.includes++; depth >= maxIncludeDepth || r.includes > maxIncludes || p == r.file || p == pg.Path {
		r.ReportIn(pg, diag.LinkDead, diag.Error, in.PathAt,
			"the include %q is not read: the files include each other in a cycle, or too deeply or too often", page.Clip(in.Path))
		return nil
	}
	inc := r.tree.includedPage(p)
	if inc.err != nil {
		r.ReportIn(pg, diag.LinkDead, diag.Error, in.PathAt, "the include %q cannot be read: %v", page.Clip(in.Path), inc.err)
	}
	for _, d := range inc.diags {
		d.Page = r.file
		r.diags = append(r.diags, d)
	}
	return inc.page
}

// insert returns the text of a file that a page includes inside a sentence. ok is
// false when the file has not exactly one paragraph, and nothing else.
func (w *worker) insert(from, dest string) (text string, ok bool) {
	p, err := w.tree.resolve(from, dest)
	w.dependsOn(p)
	if err != nil || p == from {
		return "", false
	}
	in := w.tree.includedPage(p)
	if in.err != nil {
		return "", false
	}
	for i := range in.page.Blocks {
		switch b := &in.page.Blocks[i]; {
		case b.Kind == page.Comment:
		case b.Kind != page.Paragraph || b.Quote || b.List || text != "":
			return "", false
		default:
			text = docText(b.Text)
		}
	}
	return text, text != "" && len(text) <= maxInsert
}

func (t *tree) includedPage(p string) *included {
	t.mu.Lock()
	in := t.included[p]
	if in == nil {
		in = &included{}
		t.included[p] = in
	}
	t.mu.Unlock()
	in.once.Do(func() {
		src, err := t.source(p, nil)
		if err != nil {
			in.err = err
			return
		}
		in.page, in.diags = page.Parse(p, src)
		in.diags = append(in.diags, gluedHeadings(in.page)...)
	})
	return in
}
