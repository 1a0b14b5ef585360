package tolerance

import (
	"net/url"
	"slices"
	"strings"
)

// The functions below change a path or the parameters of a query in the ways that
// Rules accept.

const escapedSlash = "%2F"

// unescapePath decodes a path, except for escaped slashes.
func unescapePath(path string) string {
	parts := strings.Split(strings.ReplaceAll(path, "%2f", escapedSlash), escapedSlash)
	for i, p := range parts {
		parts[i] = unescape(p)
	}
	return strings.Join(parts, escapedSlash)
}

// unescape decodes text. A percent sign that starts no escape remains.
func unescape(text string) string {
	if !strings.Contains(text, "%") {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if i+3 <= len(text) && text[i] == '%' {
			if c, err := url.PathUnescape(text[i : i+3]); err == nil {
				b.WriteString(c)
				i += 2
				continue
			}
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

func unescapeSlash(path string) string { return strings.ReplaceAll(path, escapedSlash, "/") }

func withoutDoubleSlash(path string) string {
	if strings.HasPrefix(path, "//") {
		return path[1:]
	}
	return path
}

func withoutFinalSlash(path string) string { return strings.TrimSuffix(path, "/") }

// segments changes each segment of a path. A slash between quotes or parentheses
// does not end a segment.
func segments(path string, change func(segment string) string) string {
	var b strings.Builder
	start, depth, quoted := 0, 0, false
	for i := range len(path) {
		switch c := path[i]; {
		case c == '\'':
			quoted = !quoted
		case quoted:
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == '/' && depth <= 0:
			b.WriteString(change(path[start:i]))
			b.WriteByte('/')
			start, depth = i+1, 0
		}
	}
	b.WriteString(change(path[start:]))
	return b.String()
}

// cutCall splits "range(address='A1')" into "range" and "address='A1'".
func cutCall(segment string) (name, inner string, ok bool) {
	name, inner, ok = strings.Cut(segment, "(")
	inner, closed := strings.CutSuffix(inner, ")")
	return name, inner, ok && closed && name != ""
}

func keysAsSegments(path string) string {
	return segments(path, func(s string) string {
		name, inner, ok := cutCall(s)
		if !ok || inner == "" || inner[0] != '\'' && strings.Contains(inner, "=") {
			return s
		}
		return name + "/" + unquote(inner)
	})
}

func withoutEmptyCalls(path string) string {
	return segments(path, func(s string) string { return strings.TrimSuffix(s, "()") })
}

// arguments changes the arguments of the functions in a path.
func arguments(path string, change func(args []string)) string {
	return segments(path, func(s string) string {
		name, inner, ok := cutCall(s)
		if !ok || inner == "" {
			return s
		}
		args := splitArguments(inner)
		change(args)
		return name + "(" + strings.Join(args, ",") + ")"
	})
}

func sortArguments(path string) string {
	return arguments(path, func(args []string) {
		for i, arg := range args {
			name, value, ok := strings.Cut(arg, "=")
			if args[i] = strings.TrimSpace(arg); ok && args[i][0] != '\'' {
				args[i] = strings.TrimSpace(name) + "=" + strings.TrimSpace(value)
			}
		}
		if !slices.ContainsFunc(args, func(a string) bool { return !strings.Contains(a, "=") }) {
			slices.Sort(args) // arguments without names have an order
		}
	})
}

func withoutQuotes(path string) string {
	return arguments(path, func(args []string) {
		for i, arg := range args {
			name, value, ok := strings.Cut(arg, "=")
			if ok && name != "" && name[0] != '\'' {
				args[i] = name + "=" + unquote(value)
			} else {
				args[i] = unquote(arg)
			}
		}
	})
}

// splitArguments splits at commas outside quotes.
func splitArguments(inner string) []string {
	var args []string
	start, quoted := 0, false
	for i := range len(inner) {
		switch {
		case inner[i] == '\'':
			quoted = !quoted
		case inner[i] == ',' && !quoted:
			args = append(args, inner[start:i])
			start = i + 1
		}
	}
	return append(args, inner[start:])
}

func unquote(s string) string {
	if len(s) >= 2 && s[0] == '\'' && s[len(s)-1] == '\'' {
		return strings.ReplaceAll(s[1:len(s)-1], "''", "'")
	}
	return s
}

func each(pairs []pair, change func(p *pair)) []pair {
	for i := range pairs {
		change(&pairs[i])
	}
	return pairs
}

func unescapePairs(pairs []pair) []pair {
	return each(pairs, func(p *pair) { p.name, p.value = unescape(p.name), unescape(p.value) })
}

func foldNames(pairs []pair) []pair {
	return each(pairs, func(p *pair) { p.name = strings.ToLower(p.name) })
}

func blankForPlus(pairs []pair) []pair {
	return each(pairs, func(p *pair) { p.value = strings.ReplaceAll(p.value, "+", " ") })
}

// sortPairs sorts by name. The values of one name keep their order.
func sortPairs(pairs []pair) []pair {
	slices.SortStableFunc(pairs, func(a, b pair) int { return strings.Compare(a.name, b.name) })
	return pairs
}

// withoutBlanks removes blanks and empty parameters.
func withoutBlanks(pairs []pair) []pair {
	pairs = slices.DeleteFunc(pairs, func(p pair) bool { return p == pair{} })
	return each(pairs, func(p *pair) {
		p.name, p.value = strings.TrimSpace(p.name), strings.TrimSpace(p.value)
	})
}

func withEquals(pairs []pair) []pair {
	return each(pairs, func(p *pair) { p.equals = true })
}
