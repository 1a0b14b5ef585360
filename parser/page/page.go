// Package page reads one Markdown file into plain data with positions: front
// matter, headings, paragraphs, tables, fences, comments, links. It knows
// Markdown and the habits of the docs platform (includes, tabs, comments bound
// to fences) and no word of any API; no goldmark node leaves it.
package page

import (
	"bytes"

	"github.com/mdwire/mdwire/diag"
)

// Span is a stretch of a page's source, in bytes. [Page.Range] turns it into
// lines and columns.
type Span struct{ Start, End int }

// IsZero reports whether s is no stretch at all.
func (s Span) IsZero() bool { return s == Span{} }

// Page is a Markdown file as read. Its parts point into Src.
type Page struct {
	Path  string // slash-separated, below the docs root
	Src   []byte // the file; bytes that are no UTF-8 replaced by '?'
	Front FrontMatter
	// Blocks are the page's blocks in order, containers flattened, and only
	// the HTTP tab of every tab group.
	Blocks []Block
	// Sections part the blocks by heading. The first has level 0 and holds
	// what stands before any heading.
	Sections []Section
	// Links are the links and images of the page, those of every tab
	// included, in order. The include directives of tabs that are not read
	// stand in Includes alone.
	Links []Link
	// Includes are the include directives, those of every tab included.
	Includes []Include
	// Anchors are the names that HTML anchors declare (<a name="x">); the
	// slugs of headings stand in Sections.
	Anchors []string
	Tabs    []TabGroup
	// Glued are the lines that were read as headings although the blank after
	// their marks is missing: "##Example".
	Glued []Span

	lines lines
}

// Range turns a stretch of the page into lines and columns.
func (p *Page) Range(s Span) diag.Range {
	return diag.Range{Path: p.Path, Start: p.lines.pos(p.Src, s.Start), End: p.lines.pos(p.Src, s.End)}
}

// Raw returns the source of a stretch.
func (p *Page) Raw(s Span) string { return string(p.Src[s.Start:s.End]) }

// StartsLine reports whether an offset is at the start of a line.
func (p *Page) StartsLine(offset int) bool { return offset == 0 || p.Src[offset-1] == '\n' }

// LineEnd returns the page's line ending.
func (p *Page) LineEnd() string {
	if i := bytes.IndexByte(p.Src, '\n'); i > 0 && p.Src[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// Title returns the first heading of level 1, -1 when there is none, as an
// index into Sections.
func (p *Page) Title() int {
	for i := range p.Sections {
		if p.Sections[i].Level == 1 {
			return i
		}
	}
	return -1
}

// Kind tells what a block is.
type Kind int

// The kinds of block.
const (
	Heading Kind = iota + 1
	Paragraph
	TableBlock
	FenceBlock
	Comment // an HTML comment
	HTML    // other HTML
	Rule    // a thematic break
)

// Block is a leaf of the page: what stands in lists and quotes is flattened.
type Block struct {
	Kind  Kind
	Level int  // of a heading
	Quote bool // inside a block quote
	List  bool // inside a list item
	First bool // the first block of its list item
	Tab   string
	Span  Span
	// Text is plain text: links and code as their text, line breaks kept. Of
	// a comment it is what stands between the marks.
	Text string
	// Links is the stretch of Page.Links that the block holds.
	Links   Span
	Section int // index into Page.Sections
	Table   *Table
	Fence   *Fence
	Note    *Note // of a comment
}

// Section is a heading and what follows it up to the next heading.
type Section struct {
	Level  int
	Text   string
	Slug   string // the name of an HTML anchor in the heading, else GitHub's slug
	Anchor string // Slug made unique in the page, as links name it
	Span   Span   // of the heading
	Parent int    // index of the section that this one stands in; -1 for none
	// Blocks are the section's own blocks, without its heading and without
	// those of its sub-sections.
	Blocks []Block
}

// Table is a pipe table.
type Table struct {
	Header []Cell
	Rows   []Row
	// Short is the line below the header where it has fewer cells than that,
	// so that strict readers see no table; zero nearly always.
	Short Span
}

// Row is a line of a table's body. It has as many cells as the header.
type Row struct {
	Cells []Cell
	Span  Span
	// Extra is what follows the header's last column, as an unescaped pipe
	// leaves it; it is in no cell.
	Extra Span
}

// Cell is a cell of a table. A cell that the row leaves out is empty and
// stands at the end of its row.
type Cell struct {
	Text  string
	Span  Span
	Links Span
}

// Fence is a fenced code block, or an indented one (Indented).
type Fence struct {
	Info     string
	InfoSpan Span
	Content  string // with LF line ends
	Indented bool
	Open     bool // no closing fence: it ran to the end of its container
	// Note is the JSON comment that stands before the fence with no other
	// fence or JSON comment between; nil when there is none. Gap counts the
	// headings, paragraphs and tables between the two.
	Note *Note
	Gap  int

	base int      // source offset of the content when it is one stretch
	maps []lineAt // otherwise, where each content line comes from
}

// Note is an HTML comment.
type Note struct {
	Span Span
	Body Span // between the marks
	Text string
	// JSON says that the text is meant as a JSON object; Bound, that a fence
	// follows it.
	JSON, Bound bool
	Open        bool // never closed
}

// Link is a link, an image or an autolink.
type Link struct {
	Text  string
	Dest  string // as written, reference links resolved
	Span  Span
	At    Span   // of the destination; zero for reference links
	Ref   string // the label of a reference link
	Image bool
	Auto  bool // <https://…>
}

// Include is an include directive, [!INCLUDE [label](path)].
type Include struct {
	Label, Path string
	Span        Span
	Tab         string
	Block       int // index into Page.Blocks; -1 in a tab that is not read
}

// TabGroup is a run of language tabs.
type TabGroup struct {
	Names []string // "http", "csharp", as the headings' links name them
	Spans []Span   // of the tab headings
	Open  bool     // no thematic break ends it
}
