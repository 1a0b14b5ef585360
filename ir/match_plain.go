package ir

import "strings"

// matchPlain matches the usual templates and URLs, which have only names and
// single placeholders. sure is false when the matcher must decide.
func matchPlain(template []Segment, path string) (args []string, ok, sure bool) {
	for n := len(template); n > 0 && len(template[n-1].Parts) == 0; n-- {
		template = template[:n-1]
	}
	args = []string{}
	rest := strings.TrimSuffix(strings.TrimPrefix(path, "/"), "/")
	for _, s := range template {
		if len(s.Parts) != 1 {
			return nil, false, false
		}
		p := s.Parts[0]
		var name string
		name, rest, _ = strings.Cut(rest, "/")
		switch {
		case !p.IsParam() && !isPlain(p.Literal):
			return nil, false, false
		case name == "" && rest == "":
			return nil, false, true
		case !isPlainArgument(name):
			return nil, false, false
		case p.IsParam():
			args = append(args, name)
		case !equalASCII(p.Literal, name):
			return nil, false, true
		}
	}
	return args, rest == "", true
}

// isPlain reports whether a literal matches only itself: it is not a call, not
// "...", and does not end a path within the path.
func isPlain(literal string) bool {
	return literal != "" && literal != "..." && !strings.ContainsAny(literal, "():…")
}

// isPlainArgument reports whether a segment of a URL is not a call and has
// nothing to unescape. A placeholder that is left in the URL counts as text.
func isPlainArgument(text string) bool {
	if n := len(text); n > 2 && text[0] == '{' && text[n-1] == '}' {
		text = text[1 : n-1]
	}
	return text != "" && text[0] != '$' && !strings.ContainsAny(text, "(){}<>%'")
}
