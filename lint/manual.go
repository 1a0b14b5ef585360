package lint

import (
	"fmt"
	"strings"
)

// Manual returns the content of docs/rules.md: the manuals of all rules. "mdwire
// explain" prints single ones.
func (c Catalog) Manual() string {
	var b strings.Builder
	b.WriteString(`# Rules of mdwire lint

Generated from the rules by ''UPDATE_GOLDEN=1 go test ./lint/rules''; edit the rules instead. The marks
« and » enclose the findings in a bad page and are not part of it. The bad and good pages run as tests.

| rule | severity | problem |
|:--|:--|:--|
`)
	for _, r := range c {
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s |\n", r.Code, r.Code, r.Severity, strings.ReplaceAll(r.Summary(), "|", `\|`))
	}
	b.WriteString("\nFindings with the severity info are reported only with `--level info` or with a severity in mdwire.yaml.\n")
	for _, r := range c {
		section(&b, r)
	}
	return unquote.Replace(b.String())
}

func section(b *strings.Builder, r *Rule) {
	fmt.Fprintf(b, "\n## %s\n\n%s. %s\n", r.Code, strings.ToUpper(r.Severity.String()[:1])+r.Severity.String()[1:], r.ManualText())
	for _, ex := range []struct{ title, text string }{{"Bad", r.BadText()}, {"Good", r.GoodText()}} {
		if ex.text != "" {
			fmt.Fprintf(b, "\n%s:\n\n````markdown\n%s\n````\n", ex.title, strings.Trim(ex.text, "\n"))
		}
	}
}
