package lint

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/parser/page"
)

// Target is a file or anchor of the tree that a page refers to.
type Target struct {
	What   string // "link", "image" or "include", for messages
	Text   string // the link's text
	Dest   string // as written
	At     page.Span
	File   string // path below the root
	Found  string // File as the tree spells it; "" if there is no such file
	Anchor string
}

// Targets returns every reference of the page to a file of the tree: links,
// images and includes.
func (p *Subject) Targets() []Target {
	if !p.resolved {
		p.resolved = true
		p.bare = !slices.ContainsFunc(p.Links, func(l page.Link) bool {
			file, _, _ := strings.Cut(l.Dest, "#")
			return parser.IsPage(file)
		})
		p.known = slices.Grow(p.known, len(p.Includes)+len(p.Links))
		p.includeTargets()
		p.linkTargets()
		for _, u := range p.BrokenLinks() {
			p.target(Target{What: "link", Text: u.text, Dest: u.dest, At: u.at})
		}
	}
	return p.known
}

func (p *Subject) includeTargets() {
	for i := range p.Includes {
		in := &p.Includes[i]
		p.target(Target{What: "include", Dest: in.Path, At: in.PathAt})
	}
}

func (p *Subject) linkTargets() {
	next := 0 // next include; the text between its brackets is read as a link too
	for i := range p.Links {
		l := &p.Links[i]
		for next < len(p.Includes) && p.Includes[next].Span.End <= l.Span.Start {
			next++
		}
		if next < len(p.Includes) && p.Includes[next].Span.Start <= l.Span.Start {
			continue
		}
		t := Target{What: "link", Text: l.Text, Dest: l.Dest, At: l.At}
		if l.Image {
			t.What = "image"
		}
		if l.Ref != "" {
			p.defined(l.Ref, t)
			continue
		}
		if t.At.IsZero() {
			t.At = l.Span
		}
		p.target(t)
	}
}

// definition matches the definition of a reference link's destination.
var definition = regexp.MustCompile(`(?m)^ {0,3}\[([^\]\n]+)\]:[ \t]*<?([^\s>]+)`)

// defined adds the target of a reference link, once for all links that use its
// definition, with the span of the definition's destination.
func (p *Subject) defined(ref string, t Target) {
	if p.refs == nil {
		p.refs = map[string]page.Span{}
		for _, m := range definition.FindAllSubmatchIndex(p.Src, -1) {
			label := foldLabel(string(p.Src[m[2]:m[3]]))
			if _, twice := p.refs[label]; !twice {
				p.refs[label] = page.Span{Start: m[4], End: m[5]}
			}
		}
	}
	label := foldLabel(ref)
	at, ok := p.refs[label]
	if !ok || at.IsZero() { // already added
		return
	}
	p.refs[label] = page.Span{}
	t.At = at
	p.target(t)
}

func foldLabel(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// target adds a target if it is in the tree.
func (p *Subject) target(t Target) {
	var ok bool
	if t.File, t.Anchor, ok = p.Locate(t.Dest); ok {
		t.Found = p.Files.Find(t.File)
		if t.Found == "" && p.bare && path.Ext(t.File) == "" {
			for _, ext := range [...]string{".md", ".mdx"} {
				if t.Found = p.Files.Find(t.File + ext); t.Found != "" {
					t.File += ext
					break
				}
			}
		}
		p.known = append(p.known, t)
	}
}

// Locate returns the path below the root and the anchor of a link's destination.
// ok is false for destinations that are not in the tree: other sites, absolute
// paths of the site, tabs, tags of a site generator, and paths outside the root.
func (p *Subject) Locate(dest string) (file, anchor string, ok bool) { return Locate(p.Path, dest) }

// Locate is [Subject.Locate] for the page with a path.
func Locate(from, dest string) (file, anchor string, ok bool) {
	if dest == "" || dest[0] == '/' || strings.HasPrefix(dest, "#tab/") || HasScheme(dest) || page.IsSiteTag(dest) {
		return "", "", false
	}
	if i := strings.IndexByte(dest, '#'); i >= 0 {
		dest, anchor = dest[:i], dest[i+1:]
	}
	dest, _, _ = strings.Cut(dest, "?")
	dest = strings.ReplaceAll(dest, `\`, "/")
	if strings.IndexByte(dest, '%') >= 0 {
		if plain, err := url.PathUnescape(dest); err == nil {
			dest = plain
		}
	}
	switch rooted, isRooted := strings.CutPrefix(dest, "~/"); {
	case isRooted:
		file = path.Clean(rooted)
	case dest == "":
		file = from
	default:
		file = joined(folderOf(from), dest)
	}
	return file, anchor, file != ".." && !strings.HasPrefix(file, "../")
}

// joined is path.Join(dir, dest), faster for the usual destinations, which begin
// with "../" and have no other dot segments.
func joined(dir, dest string) string {
	for dir != "." && strings.HasPrefix(dest, "../") {
		dir, dest = folderOf(dir), dest[len("../"):]
	}
	if dir == "." || strings.Contains(dest, "./") || strings.Contains(dest, "//") || strings.HasSuffix(dest, "/") || strings.HasSuffix(dest, ".") {
		return path.Join(dir, dest)
	}
	return dir + "/" + dest
}

// folderOf is path.Dir for a clean path.
func folderOf(file string) string {
	if i := strings.LastIndexByte(file, '/'); i >= 0 {
		return file[:i]
	}
	return "."
}

// HasScheme reports whether a destination is outside the tree: mailto:x,
// https://x, //x.
func HasScheme(dest string) bool {
	if strings.HasPrefix(dest, "//") {
		return true
	}
	for i := range len(dest) {
		switch c := dest[i]; {
		case c == ':':
			return i > 0
		case 'a' <= c|0x20 && c|0x20 <= 'z':
		case i == 0 || (c < '0' || c > '9') && c != '+' && c != '.' && c != '-':
			return false
		}
	}
	return false
}
