package page

// PartSection is a section of a page in a part of it, with its level there.
type PartSection struct {
	Section, Level int
	Heading        string // its text there; "" for the same as on the page
}

// Part returns a page of some sections of p, in the order of list, with the blocks
// that keep selects. Blocks that are not text share the memory of p.
func (p *Page) Part(list []PartSection, keep func(*Block) bool) *Page {
	part := *p
	part.Sections = make([]Section, 0, len(list)+1)
	blocks := 0
	for _, l := range list {
		blocks += len(p.Sections[l.Section].Blocks)
	}
	part.Blocks = make([]Block, 0, blocks)
	if len(list) == 0 || list[0].Level > 0 {
		part.Sections = append(part.Sections, Section{Parent: -1})
	}
	from := make([]int, 0, len(list)+1) // of the section's blocks in part.Blocks
	for range part.Sections {
		from = append(from, 0)
	}
	for _, l := range list {
		s := p.Sections[l.Section]
		s.Level = l.Level
		if l.Heading != "" {
			s.Text, s.Slug = l.Heading, Slug(l.Heading)
		}
		s.Parent = len(part.Sections) - 1
		for s.Parent > 0 && part.Sections[s.Parent].Level >= s.Level {
			s.Parent = part.Sections[s.Parent].Parent
		}
		part.Sections = append(part.Sections, s)
		from = append(from, len(part.Blocks))
		for _, b := range s.Blocks {
			if keep(&b) {
				b.Section = len(part.Sections) - 1
				part.Blocks = append(part.Blocks, b)
			}
		}
	}
	for i := range part.Sections {
		end := len(part.Blocks)
		if i+1 < len(from) {
			end = from[i+1]
		}
		part.Sections[i].Blocks = part.Blocks[from[i]:end]
	}
	return &part
}
