package rules

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
	"github.com/mdwire/mdwire/parser/page"
)

// The parser reports bytes that are not valid UTF-8 under the same code.
var invisibleCharacters = &lint.Rule{
	Code:     diag.InvisibleCharacters,
	Severity: diag.Warning,
	Manual: `
A code block contains characters that readers cannot see.

No-break spaces, zero-width spaces and byte order marks get into code that is
copied from a word processor. A reader who copies the example gets an error and
sees no reason for it. Replace the characters with plain ones. Bytes that are
not valid UTF-8 are reported in code and in prose.
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
	Page: func(p *lint.Pass) {
		for i := range p.Blocks {
			if f := p.Blocks[i].Fence; f != nil {
				invisible(p, f)
			}
		}
	},
}

// characterNames maps invisible characters to their names.
var characterNames = map[rune]string{
	'\u00a0': "a no-break space", '\u00ad': "a soft hyphen", '\u200b': "a zero-width space",
	'\u200c': "a zero-width non-joiner", '\u200d': "a zero-width joiner", '\u2028': "a line separator",
	'\u2060': "a word joiner", '\ufeff': "a byte order mark", '\ufffd': "a replacement character",
}

// invisible reports the first such character of each line. The fix replaces all
// of them in the line.
func invisible(p *lint.Pass, f *page.Fence) {
	if strings.IndexFunc(f.Content, func(c rune) bool { return c >= utf8.RuneSelf }) < 0 {
		return
	}
	offset := 0
	for line := range strings.Lines(f.Content) {
		var d *diag.Diagnostic
		var edits []diag.Edit
		for at, c := range line {
			name := characterNames[c]
			if name == "" && isSmartQuote(line, at, c) {
				name = "a typographic quotation mark"
			}
			if name == "" {
				continue
			}
			s := f.SourceSpan(offset+at, offset+at+len(string(c)))
			if d == nil {
				d = p.Report(s, "the code contains %s (%s)", name, fmt.Sprintf("%U", c))
			}
			if plain, ok := plainFor[c]; ok {
				edits = append(edits, p.Edit(s, plain))
			}
		}
		if len(edits) > 0 {
			d.AddFix(true, "replace with plain characters", edits...)
		}
		offset += len(line)
	}
}

// plainFor maps characters to their replacements. Characters without a certain
// replacement are absent.
var plainFor = map[rune]string{
	'\u00a0': " ", '\u00ad': "", '\u200b': "", '\u2060': "", '\ufeff': "",
	'“': `"`, '”': `"`,
}

// isSmartQuote reports whether a curly quotation mark is used in place of a
// straight one. Within a string it is text.
func isSmartQuote(line string, at int, c rune) bool {
	return (c == '“' || c == '”') && strings.Count(line[:at], `"`)%2 == 0
}
