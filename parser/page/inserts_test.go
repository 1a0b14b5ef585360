package page

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestInserts(t *testing.T) {
	r := Reader{Insert: func(from, path string) (string, bool) {
		return "Shelf Manager", from == "api/a.md" && path == "../product.md"
	}}
	const product = "[!INCLUDE[product](../product.md)]"
	for _, tt := range []struct{ text, want string }{
		{"Sort books in " + product + " or " + product + ".", "Sort books in Shelf Manager or Shelf Manager."},
		{"In [!include [*the* shop](../gone.md)] too.", "In the shop too."},
		{product, "[!INCLUDEproduct]"},
		{"One line.\n" + product + "\nAnother.", "One line.\n[!INCLUDEproduct]\nAnother."},
		{product + " sorts.\n" + product, "Shelf Manager sorts.\n[!INCLUDEproduct]"},
		{"# About " + product, "About Shelf Manager"},
		{"a [!INCLUDE b] c", "a [!INCLUDE b] c"},
		{"A [Book]({{< relref \"books/book\" >}}) of `x`.", "A Book of x."},
		{"See [it]({% link books.md %}) and [that]({{ site.url }}/b (c)).", "See it and that."},
		{"{{% note %}}Mind {% if x %}this{% endif %}.{{% /note %}}", "Mind this."},
		{"Ends {{< break >}}.", "Ends."},
		{"{{ a }} {{< b and {c}", "{{ a }} {{< b and {c}"},
	} {
		p, _ := r.Parse("api/a.md", []byte(tt.text))
		got := ""
		if len(p.Blocks) == 1 {
			got = p.Blocks[0].Text
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s: %s", tt.text, d)
		}
	}
	p, _ := r.Parse("api/a.md", []byte("|a|\n|:--|\n|"+product+"|\n"))
	if got := p.Blocks[0].Table.Rows[0].Cells[0].Text; got != "Shelf Manager" {
		t.Errorf("cell %q", got)
	}
}

// TestInsertsAreLinear checks pages with many directives and tags.
func TestInsertsAreLinear(t *testing.T) {
	for _, part := range []string{"a [!INCLUDE[b](c.md)] ", "{{< a >}} ", "[!INCLUDE", "{{<", "[a]({{", "]({% "} {
		start := time.Now()
		Parse("a.md", []byte(strings.Repeat(part, 20_000)))
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%q: %v", part, d)
		}
	}
}

func TestMDX(t *testing.T) {
	const src = `---
title: a
---
import Tabs from '@site/Tabs'
import {
  Tab,
} from 'x'

export const version = 3

# Get book

<Note>
Reads a <Badge/> book.
</Note>

{/* not
shown */}
<Tabs
  group="a"
>
<Tab name="b"><Inner>

` + "```js\nimport x\n<Note>\n\n```\n" + `
</Inner></Tab>
</Tabs>

import this: not a statement.
export

<br/>
`
	p, _ := Parse("a.MDX", []byte(src))
	var got []string
	for _, b := range p.Blocks {
		switch {
		case b.Fence != nil:
			got = append(got, b.Fence.Content)
		case b.Kind != HTML:
			got = append(got, b.Text)
		}
	}
	if d := cmp.Diff([]string{"Get book", "Reads a <Badge/> book.", "import x\n<Note>\n\n"}, got); d != "" {
		t.Error(d)
	}
	if at := p.Range(p.Sections[1].Span); at.Start.Line != 11 {
		t.Errorf("the title is in line %d", at.Start.Line)
	}
}
