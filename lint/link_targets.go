package lint

import (
	"net/url"
	"path"
	"regexp"
	"strings"

	"github.com/mdwire/mdwire/parser/page"
)

// target is a file or anchor of the tree that a page points to.
type target struct {
	what   string // "link", "image" or "include", for messages
	text   string // the link's text
	dest   string // as written
	at     page.Span
	file   string // the path below the root
	anchor string
}

// targets returns what a page points to inside the tree, each target once: a
// page that links to a missing page ten times has one fault.
func (p *Pass) targets() []target {
	if !p.resolved {
		p.resolved, p.known = true, p.allTargets()
	}
	return p.known
}

func (p *Pass) allTargets() []target {
	var all []target
	// Includes come first: what stands between their brackets is a link too.
	for _, in := range p.Includes {
		all = append(all, target{what: "include", dest: in.Path, at: p.includePath(in)})
	}
	for _, l := range p.Links {
		t := target{what: "link", text: l.Text, dest: l.Dest, at: l.At}
		if l.Image {
			t.what = "image"
		}
		if t.at.IsZero() {
			t.at = l.Span
		}
		all = append(all, t)
	}
	for _, u := range p.unbalanced() {
		all = append(all, target{what: "link", text: u.text, dest: u.dest, at: u.at})
	}
	return p.resolve(all)
}

// resolve keeps the targets that lie in the tree and drops repetitions.
func (p *Pass) resolve(all []target) []target {
	seen := map[string]bool{}
	var kept []target
	for _, t := range all {
		file, anchor, ok := p.locate(t.dest)
		if key := file + "#" + anchor; ok && !seen[key] {
			seen[key] = true
			t.file, t.anchor = file, anchor
			kept = append(kept, t)
		}
	}
	return kept
}

// scheme is the start of a link that leaves the tree.
var scheme = regexp.MustCompile(`^(?i:[a-z][a-z0-9+.-]*:|//)`)

// locate turns a destination into a path below the root; ok is false for what
// cannot be checked here: other sites, site paths, tab names, and paths that
// lead out of the tree.
func (p *Pass) locate(dest string) (file, anchor string, ok bool) {
	if dest == "" || scheme.MatchString(dest) || strings.HasPrefix(dest, "/") || strings.HasPrefix(dest, "#tab/") {
		return "", "", false
	}
	dest, anchor, _ = strings.Cut(dest, "#")
	dest, _, _ = strings.Cut(dest, "?")
	dest = strings.ReplaceAll(dest, `\`, "/")
	if plain, err := url.PathUnescape(dest); err == nil {
		dest = plain
	}
	switch rooted, isRooted := strings.CutPrefix(dest, "~/"); {
	case isRooted:
		file = path.Clean(rooted)
	case dest == "":
		file = p.Path
	default:
		file = path.Join(path.Dir(p.Path), dest)
	}
	return file, anchor, file != ".." && !strings.HasPrefix(file, "../")
}

// includePath is the place of an include directive's path.
func (p *Pass) includePath(in page.Include) page.Span {
	raw := p.Raw(in.Span)
	i := strings.LastIndex(raw, in.Path)
	if in.Path == "" || i < 0 {
		return in.Span
	}
	return page.Span{Start: in.Span.Start + i, End: in.Span.Start + i + len(in.Path)}
}
