package rules

import (
	"bytes"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

var tableColumnCount = &lint.Rule{
	Code:     diag.TableColumnCount,
	Severity: diag.Warning,
	Manual: `
A table row with more or fewer cells than its header.

What stands beyond the header's last column is not shown at all. Most often a
pipe within a cell is not escaped: write ''\|'', also inside code.
`,
	Bad: `
# Types

|Name|Type|
|:---|:---|
|state|String: on|«off»|
«|mode|»

|Name|Type|
«|:---|:---|:---|»
|id|String|
`,
	Good: `
# Types

|Name|Type|
|:---|:---|
|state|String: on\|off|
|mode||
`,
	Page: func(p *lint.Pass) {
		for i := range p.Blocks {
			if t := p.Blocks[i].Table; t != nil {
				columns(p, t)
			}
		}
	},
}

func columns(p *lint.Pass, t *page.Table) {
	want := headCells(p, t)
	for _, r := range t.Rows {
		raw := p.Src[r.Span.Start:r.Span.End]
		switch have := lint.CellCount(raw); {
		case !r.Extra.IsZero():
			extra := p.Trim(r.Extra)
			p.Report(extra, "the row goes on behind the table's last column (of %d): %s is not shown",
				len(t.Header), lint.QuoteShort(p.Raw(extra)))
		case have == 1 && bytes.IndexByte(raw, '|') < 0:
			p.Report(p.Trim(r.Span), "the line is read as a row of the table; join it to the row above, or part it from the table by a blank line")
		case have < want:
			p.Report(p.Trim(r.Span), "the row has %d of %d cells", have, want)
		}
	}
}

// headCells returns how many cells the header has. It reports the line below
// the header where that has more, and not each row.
func headCells(p *lint.Pass, t *page.Table) int {
	first := t.Header[0].Span.Start
	head, _, _ := bytes.Cut(p.Src[first:], []byte("\n"))
	have := lint.CellsFrom(bytes.TrimSpace(head))
	if have < len(t.Header) {
		p.Report(p.Trim(p.RestOfLine(first+len(head)+1)), "the line below the header has %d cells, the header %d", len(t.Header), have)
	}
	return have
}
