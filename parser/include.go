package parser

import (
	"fmt"
	"net/url"
	"path"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/page"
)

// Bounds of what a page may include.
const (
	maxIncludeDepth = 8
	maxIncludes     = 256
)

// checkIncludes reports the include directives whose files cannot be had. It
// looks only whether they are there; what a section needs it reads itself.
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
			r.report(diag.LinkDead, diag.Error, in.Span, "the include %q leads nowhere: %v", page.Clip(in.Path), err)
		}
	}
}

// resolve returns the path of a file that another one names, below the root.
// With an error it returns the path that was looked at, "" for none.
func (t *tree) resolve(from, dest string) (string, error) {
	if strings.ContainsAny(dest, ":\\") || strings.HasPrefix(dest, "//") {
		return "", fmt.Errorf("it is no relative path")
	}
	dest, _, _ = strings.Cut(dest, "#")
	if strings.Contains(dest, "%") {
		if u, err := url.PathUnescape(dest); err == nil {
			dest = u
		}
	}
	p := path.Join(path.Dir(from), dest)
	if strings.HasPrefix(dest, "/") {
		p = path.Clean(strings.TrimLeft(dest, "/~"))
	}
	if p == ".." || strings.HasPrefix(p, "../") {
		return "", fmt.Errorf("it lies outside the docs root")
	}
	regular, ok := t.known[p]
	switch {
	case !ok:
		return p, fmt.Errorf("there is no %s", p)
	case !regular:
		return p, fmt.Errorf("%s is no regular file", p)
	}
	return p, nil
}

// hasFile reports whether the page that dest names from a folder is there. It
// settles the usual "../includes/x.md" without making a string; false means
// only that [tree.resolve] must look.
func (w *worker) hasFile(dir, dest string) bool {
	w.path = page.AppendPath(w.path[:0], dir, dest)
	return w.tree.known[string(w.path)]
}

// Include reads the file that a directive names, nil when it cannot be read.
// A file is read once however many pages include it.
func (r *reader) Include(pg *page.Page, in *page.Include, depth int) *page.Page {
	p, err := r.tree.resolve(pg.Path, in.Path)
	r.dependsOn(p)
	if err != nil {
		if pg != r.page {
			r.ReportIn(pg, diag.LinkDead, diag.Error, in.Span, "the include %q cannot be read: %v", page.Clip(in.Path), err)
		}
		return nil
	}
	if r.includes++; depth >= maxIncludeDepth || r.includes > maxIncludes || p == r.file || p == pg.Path {
		r.ReportIn(pg, diag.LinkDead, diag.Error, in.Span,
			"the include %q is not followed: files include each other in a circle, or too deep or too often", page.Clip(in.Path))
		return nil
	}
	inc := r.tree.includedPage(p)
	if inc.err != nil {
		r.ReportIn(pg, diag.LinkDead, diag.Error, in.Span, "the include %q cannot be read: %v", page.Clip(in.Path), inc.err)
	}
	for _, d := range inc.diags {
		d.Page = r.file
		r.diags = append(r.diags, d)
	}
	return inc.page
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
