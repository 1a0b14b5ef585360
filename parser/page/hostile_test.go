package page

import (
	"strings"
	"testing"
	"time"
)

// hostile returns inputs that grow with n and that Markdown parsers are known
// to be slow on.
func hostile(n int) map[string]string {
	rep := strings.Repeat
	deep := func(n int) string {
		var b strings.Builder
		for i := range n / 50 {
			b.WriteString(rep(" ", 2*i) + "- a\n")
		}
		return b.String()
	}
	return map[string]string{
		"quotes":            rep(">", n) + "a",
		"quotes twice":      rep(">", n) + "a\n" + rep(">", n) + "b\n",
		"lists":             rep("- ", n) + "a",
		"mixed lists":       rep("- + 1. ", n/3) + "a",
		"glued headings":    rep("##a\n", n),
		"short delimiters":  rep("|a|b|c|\n|-|-|\n\n", n),
		"shorter ones":      rep("|a|b|c|d|e|\n|-|-|\n\n", n),
		"comments in rows":  "|a|b|\n|-|-|\n" + rep("|a|b|\n<!-- x -->\n", n),
		"glued title":       "#a" + rep("[b](c)\n", n),
		"deep list":         deep(n),
		"open brackets":     rep("[", n),
		"brackets":          rep("[", n) + rep("]", n),
		"open links":        rep("[a](", n),
		"open link lines":   rep("[a](\n", n),
		"open link rows":    rep("[a](|\n", n),
		"images":            rep("![", n),
		"definitions":       rep("[a]: b\n", n),
		"emphasis":          rep("*a_ ", n),
		"emphasis rows":     rep("*a_ |\n", n),
		"columns":           "|" + rep("a|", n) + "\n|" + rep("-|", n) + "\n|" + rep("a|", n) + "\n",
		"rows":              "|a|b|\n|-|-|\n" + rep("|a|b|\n", n),
		"escaped pipes":     "|a|\n|-|\n" + rep("|`a\\|b`|\n", n),
		"code marks":        rep("` `` ", n),
		"comments":          rep("x <!-- ", n),
		"tags":              rep("<a ", n),
		"open fence":        "```\n" + rep("a\n", n),
		"headings":          rep("# a\n", n),
		"tabs":              rep("# [a](#tab/a)\n## b\n", n/4),
		"setext in tabs":    "# [a](#tab/a)\n" + rep("b\n---\n", n),
		"long line":         rep("é|", n) + "\n",
		"front matter":      "---\n" + rep("a: b\n", n) + "---\n",
		"open front matter": "---\n" + rep("a: b\n", n),
		"yaml nesting":      "---\na: " + rep("[", n) + "\n---\n",
		"yaml aliases":      "---\na: &a [x,x,x]\n" + rep("b: [*a,*a,*a,*a]\n", n/20) + "---\n",
		"annotations":       rep("<!-- {\"a\":1} -->\n", n),
	}
}

// TestHostileTime checks that the time for reading is linear in the length of
// the input.
func TestHostileTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const n = 10000
	small, large := hostile(n), hostile(4*n)
	for name, src := range small {
		a, b := took(src), took(large[name])
		limit := time.Duration(3 * len(large[name]) / len(src))
		if b > limit*a && b > 300*time.Millisecond {
			t.Errorf("%s: %v for %d bytes, %v for %d", name, a, len(src), b, len(large[name]))
		}
	}
}

func took(src string) time.Duration {
	best := time.Hour
	for range 2 {
		start := cpuTime() // the time of day would include other work
		p, _ := Parse("x.md", []byte(src))
		for i := range p.Blocks {
			p.Range(p.Blocks[i].Span)
			if t := p.Blocks[i].Table; t != nil {
				for _, c := range t.Header {
					p.Range(c.Span)
				}
			}
		}
		best = min(best, cpuTime()-start)
	}
	return best
}
