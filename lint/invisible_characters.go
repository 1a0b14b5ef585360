package lint

import (
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/parser/page"
)

// The parser reports bytes that are no UTF-8 under the same name.
var invisibleCharacters = &Rule{
	Name:     "invisible-characters",
	Severity: diag.Warning,
	Manual: `
Characters that readers cannot see, in code that they copy.

No-break and zero-width spaces and byte order marks come along when code is
pasted from a word processor. The copied example fails for no visible reason.
Bytes that are not UTF-8 are reported wherever they stand.
`,
	Bad: "\n# Get user\n\n'''json\n{\n  \"id\":«\u00a0»\"1\"\n}\n'''\n",
	Good: `
# Get user

'''json
{
  "id": "1"
}
'''
`,
	Page: func(p *Pass) {
		for i := range p.Blocks {
			if f := p.Blocks[i].Fence; f != nil {
				p.invisible(f)
			}
		}
	},
}

// unseen lists the characters by what people call them.
var unseen = map[rune]string{
	'\u00a0': "a no-break space", '\u00ad': "a soft hyphen", '\u200b': "a zero-width space",
	'\u200c': "a zero-width non-joiner", '\u200d': "a zero-width joiner", '\u2028': "a line separator",
	'\u2060': "a word joiner", '\ufeff': "a byte order mark", '\ufffd': "a replacement character",
}

// invisible reports the first such character of each line.
func (p *Pass) invisible(f *page.Fence) {
	offset := 0
	for line := range strings.Lines(f.Content) {
		at := strings.IndexFunc(line, func(c rune) bool { return unseen[c] != "" })
		if at >= 0 {
			c := []rune(line[at:])[0]
			s := f.SourceSpan(offset+at, offset+at+len(string(c)))
			d := p.report(s, "the code holds %s (%s)", unseen[c], fmt.Sprintf("%U", c))
			if c == '\u00a0' {
				d.Fixes = []diag.Fix{{Title: "write a space", Safe: true, Edits: p.replace(s, " ")}}
			}
		}
		offset += len(line)
	}
}
