// Package page reads one Markdown file into plain data with positions: front
// matter, headings, paragraphs, tables, fences, comments, links. It knows
// Markdown and the conventions of the docs platform (includes, tabs, comments
// that belong to fences), but no words of any API. No goldmark node leaves it.
package page

import (
	"bytes"

	"github.com/mdwire/mdwire/diag"
)

// Span is a range of bytes in the source of a page. [Page.Range] converts it to
// lines and columns.
type Span struct{ Start, End int }

// IsZero reports whether s is the zero Span.
func (s Span) IsZero() bool { return s == Span{} }

// Page is a Markdown file as read. Spans are offsets in Src.
type Page struct {
	Path  string // slash-separated, below the docs root
	Src   []byte // the file, with bytes that are not UTF-8 replaced by '?'
	Front FrontMatter
	// Blocks are the blocks of the page in order, without containers, and with
	// only the HTTP tab of every tab group.
	Blocks []Block
	// Sections are the blocks grouped by heading. The first has level 0 and
	// contains the blocks before any heading.
	Sections []Section
	// Links are the links and images of the page in order, including those of
	// all tabs. The include directives of tabs that are not read are only in
	// Includes.
	Links []Link
	// Includes are the include directives, including those of all tabs.
	Includes []Include
	// Anchors are the names of HTML anchors (<a name="x">). The slugs of
	// headings are in Sections.
	Anchors []string
	Tabs    []TabGroup
	Zones   []Zone
	// Glued are the lines read as headings although there is no space after
	// their marks: "##Example".
	Glued []Span

	lines lines
}

// Range converts a span to lines and columns.
func (p *Page) Range(s Span) diag.Range {
	return diag.Range{Path: p.Path, Start: p.lines.pos(p.Src, s.Start), End: p.lines.pos(p.Src, s.End)}
}

// Raw returns the source of a span.
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

// Title returns the index in Sections of the first heading of level 1, -1 when
// there is none.
func (p *Page) Title() int {
	for i := range p.Sections {
		if p.Sections[i].Level == 1 {
			return i
		}
	}
	return -1
}

// Kind is the kind of a block.
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

// Block is a leaf of the page. Blocks in lists and quotes are flattened.
type Block struct {
	Kind  Kind
	Level int  // of a heading
	Quote bool // inside a block quote
	List  bool // inside a list item
	First bool // the first block of its list item
	// Number is the number of the list item in its first block; 0 in a list without
	// numbers.
	Number int
	Tab    string
	Span   Span
	// Text is plain text: links and code as their text, with line breaks. For a
	// comment it is the text between the marks.
	Text string
	// Links is the range of Page.Links in the block.
	Links   Span
	Section int // index into Page.Sections
	Table   *Table
	Fence   *Fence
	Note    *Note // of a comment
}

// Section is a heading with the blocks up to the next heading.
type Section struct {
	Level  int
	Text   string
	Slug   string // the name of an HTML anchor in the heading, else GitHub's slug
	Anchor string // Slug made unique in the page, as links name it
	Span   Span   // of the heading
	Parent int    // index of the enclosing section; -1 for none
	// Blocks are the blocks of the section without its heading and its
	// sub-sections.
	Blocks []Block
}

// Table is a pipe table.
type Table struct {
	Header []Cell
	Rows   []Row
	// Short is the delimiter row when it has fewer cells than the header, so
	// that strict readers see no table; usually zero.
	Short Span
}

// Row is a row of the body of a table. It has as many cells as the header.
type Row struct {
	Cells []Cell
	Span  Span
	// Extra is the text after the last column of the header, as an unescaped
	// pipe causes it. It is in no cell.
	Extra Span
	Short bool // the row has fewer cells than the header
}

// Cell is a cell of a table. A missing cell is empty and at the end of its row.
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
	Open     bool // no closing fence: it extends to the end of its container
	// Note is the JSON comment above the fence with no other fence or JSON
	// comment between them, nil when there is none. Gap counts the headings,
	// paragraphs and tables between them.
	Note *Note
	Gap  int

	base int      // source offset of contiguous content
	maps []lineAt // otherwise, the source offset of each line
}

// Note is an HTML comment.
type Note struct {
	Span Span
	Body Span // between the marks
	Text string
	// JSON is set when the text is meant as a JSON object, Bound when a fence
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
	PathAt      Span // the path; the whole directive if the path is written with escapes
	Tab         string
	Block       int // index into Page.Blocks; -1 in a tab that is not read
}

// TabGroup is a run of language tabs.
type TabGroup struct {
	Names []string // "http", "csharp", as the headings' links name them
	Spans []Span   // of the tab headings
	Open  bool     // not ended by a thematic break
}
