package parser

import (
	"strings"

	"github.com/mdwire/mdwire/parser/page"
)

// unnumbered returns the page with the headings without their numbers, at the levels
// that the numbers say: "1.6 Example" is below "1. Export crates" whatever its marks.
// A page with fewer than two such headings is returned as it is.
func unnumbered(p *page.Page) *page.Page {
	below := 0
	top := 0 // level of headings such as "1."
	for i := range p.Sections {
		s := &p.Sections[i]
		switch depth, _ := headingNumber(s.Text); {
		case depth > 1:
			below++
		case depth == 1 && top == 0:
			top = s.Level
		}
	}
	if below < 2 {
		return p
	}
	list := make([]page.PartSection, len(p.Sections))
	for i := range p.Sections {
		list[i] = page.PartSection{Section: i, Level: p.Sections[i].Level}
		if depth, heading := headingNumber(p.Sections[i].Text); depth > 0 {
			list[i].Level = max(top, 2) + depth - 1
			list[i].Heading = heading
		}
	}
	return p.Part(list, keepAll)
}

// headingNumber returns how many numbers a heading begins with, and its other text:
// 2 and "Permissions" for "1.2 Permissions".
func headingNumber(text string) (depth int, rest string) {
	number, rest, ok := strings.Cut(text, " ")
	number = strings.TrimSuffix(number, ".")
	if !ok || number == "" {
		return 0, text
	}
	for n := range strings.SplitSeq(number, ".") {
		if n == "" || len(n) > 2 || !isDigits(n) {
			return 0, text
		}
		depth++
	}
	if rest = strings.TrimSpace(rest); rest == "" {
		return 0, text
	}
	return depth, rest
}
