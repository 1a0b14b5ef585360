package page

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
)

// tabState is the state of reading tab groups.
type tabState struct {
	group *TabGroup
	name  string
	ends  []int // for each block, the next thematic break at or after it
	next  []int // for each block, the next tab heading at or after it
}

// tabs flattens tab groups: it removes the tab headings, the thematic break at
// the end and all tabs except the HTTP one.
func (b *builder) tabs() {
	first := b.firstTab()
	if first < 0 {
		return
	}
	old := b.splitSetext(first)
	st := b.tabAhead(old)
	kept := old[:0] // block i is read before it is overwritten
	moved := append(b.moved[:0], make([]int, len(old))...)
	b.moved = moved
	for i := range old {
		moved[i] = -1
		if b.inTab(&st, old, i) {
			continue
		}
		if st.group == nil || st.name == "http" {
			moved[i] = len(kept)
			bl := old[i]
			bl.Tab = st.name
			kept = append(kept, bl)
		}
		b.includeTab(i, st.name)
	}
	if st.group != nil {
		b.closeTabs(&st, true)
	}
	for i := range b.page.Includes {
		in := &b.page.Includes[i]
		in.Block = moved[in.Block]
	}
	b.page.Blocks = kept
}

// inTab moves the state to block i and reports whether the block is a tab
// heading or the end of the group.
func (b *builder) inTab(st *tabState, blocks []Block, i int) bool {
	bl := &blocks[i]
	if name := b.tabName(bl); name != "" {
		if st.group == nil {
			st.group = &TabGroup{}
		}
		st.group.Names = append(st.group.Names, name)
		st.group.Spans = append(st.group.Spans, bl.Span)
		st.name = name
		return true
	}
	if st.group == nil {
		return false
	}
	if bl.Kind == Rule {
		b.closeTabs(st, false)
		return true
	}
	if bl.Kind == Heading && st.leaves(b, blocks, i) {
		b.closeTabs(st, true)
	}
	return false
}

// leaves reports whether the heading at i, inside a group, shows that the group
// is not closed: no thematic break follows, or a tab with a name that the group
// already has comes first.
func (st *tabState) leaves(b *builder, blocks []Block, i int) bool {
	end, next := st.ends[i], st.next[i]
	if end < 0 {
		return next < 0 || st.has(b.tabName(&blocks[next]))
	}
	return next >= 0 && next < end && st.has(b.tabName(&blocks[next]))
}

func (st *tabState) has(name string) bool {
	for _, n := range st.group.Names {
		if n == name {
			return true
		}
	}
	return false
}

func (b *builder) closeTabs(st *tabState, open bool) {
	st.group.Open = open
	if open {
		b.report(diag.TabGroup, diag.Warning, st.group.Spans[len(st.group.Spans)-1],
			"the tab group does not end with a line %q, so it ends at the next heading", "---")
	}
	b.reportTabs(st.group)
	b.page.Tabs = append(b.page.Tabs, *st.group)
	st.group, st.name = nil, ""
}

// reportTabs reports a group whose first tab is not HTTP, and tabs of one name.
func (b *builder) reportTabs(g *TabGroup) {
	if g.Names[0] != "http" {
		b.report(diag.TabGroup, diag.Warning, trimSpan(b.page.Src, g.Spans[0]), "the first tab is %q; expected \"http\"", g.Names[0])
	}
	for i, name := range g.Names {
		if slices.Contains(g.Names[:i], name) {
			b.report(diag.TabGroup, diag.Warning, trimSpan(b.page.Src, g.Spans[i]), "the group already has a tab %q", name)
		}
	}
}

// includeTab sets the tab of the includes in block i.
func (b *builder) includeTab(i int, name string) {
	for b.inc < len(b.page.Includes) && b.page.Includes[b.inc].Block <= i {
		if b.page.Includes[b.inc].Block == i {
			b.page.Includes[b.inc].Tab = name
		}
		b.inc++
	}
}

// tabAhead finds, for each block, the next thematic break and the next tab
// heading.
func (b *builder) tabAhead(blocks []Block) tabState {
	st := tabState{ends: make([]int, len(blocks)), next: make([]int, len(blocks))}
	end, next := -1, -1
	for i := len(blocks) - 1; i >= 0; i-- {
		if blocks[i].Kind == Rule {
			end = i
		} else if b.tabName(&blocks[i]) != "" {
			next = i
		}
		st.ends[i], st.next[i] = end, next
	}
	return st
}

func (b *builder) firstTab() int {
	for i := range b.page.Blocks {
		if b.tabName(&b.page.Blocks[i]) != "" {
			return i
		}
	}
	return -1
}

// tabName returns the tab that a heading opens, "" for other blocks.
func (b *builder) tabName(bl *Block) string {
	if bl.Kind != Heading {
		return ""
	}
	for _, l := range b.page.Links[bl.Links.Start:bl.Links.End] {
		if rest, ok := strings.CutPrefix(l.Dest, "#tab/"); ok {
			name, _, _ := strings.Cut(rest, "/")
			return strings.ToLower(name)
		}
	}
	return ""
}

// splitSetext restores paragraphs before the end of a tab group. The line "---"
// right below a paragraph makes it a heading. Outside groups it is one.
func (b *builder) splitSetext(from int) []Block {
	blocks := b.page.Blocks
	if !slices.ContainsFunc(blocks[from:], b.isSetext) {
		return blocks
	}
	out := slices.Grow([]Block(nil), len(blocks)+1)
	inc, open := 0, false
	for i, bl := range blocks {
		for inc < len(b.page.Includes) && b.page.Includes[inc].Block == i {
			b.page.Includes[inc].Block = len(out)
			inc++
		}
		if !open || !b.isSetext(bl) {
			open = bl.Kind != Rule && (open || b.tabName(&bl) != "")
			out = append(out, bl)
			continue
		}
		open = false
		bl.Kind, bl.Level = Paragraph, 0
		out = append(out, bl, Block{Kind: Rule, Span: Span{bl.Span.End, bl.Span.End}})
	}
	return out
}

func (b *builder) isSetext(bl Block) bool {
	return bl.Kind == Heading && bl.Level == 2 && b.blank[bl.Span.Start] != '#'
}
