package link

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// bases moves what belongs to the base URL from the paths of the routes to their
// Base: a word such as servicePrefix before the first slash, and a version. It
// returns findings about routes whose base was inferred. configured are the words
// that the user has named.
func bases(spec *ir.Spec, configured []string) []diag.Diagnostic {
	cutAddresses(spec)
	words := baseWords(spec, configured)
	for _, r := range spec.Routes() {
		for _, w := range words {
			cutWord(r, w)
		}
	}
	cutBasePaths(spec)
	settleVersions(spec)
	var assumed []diag.Diagnostic
	for i := range spec.Operations {
		placeholders(&spec.Operations[i])
		assumed = append(assumed, addLastSegment(&spec.Operations[i])...)
	}
	return append(assumed, inferred(spec, configured)...)
}

// bareWord returns the word that a path without a leading slash begins with, "" for
// none.
func bareWord(r *ir.Route) string {
	if r.Base != "" || r.Path.Prefix != "" || len(r.Path.Segments) == 0 || len(r.Path.Segments[0].Parts) != 1 {
		return ""
	}
	word := r.Path.Segments[0].Parts[0].Literal
	if strings.ContainsAny(word, " .()*:'") {
		return ""
	}
	return word
}

// cutAddresses makes the base URL of a path that is only a word for a URL: PUT
// uploadUrl. The URL is known only at run time.
func cutAddresses(spec *ir.Spec) {
	for _, r := range spec.Routes() {
		word := bareWord(r)
		if low := strings.ToLower(word); len(r.Path.Segments) == 1 && (strings.HasSuffix(low, "url") || strings.HasSuffix(low, "uri")) {
			r.Base, r.Path = word, ir.PathTemplate{}
		}
	}
}

// baseWords returns the words that are written in place of the base URL.
func baseWords(spec *ir.Spec, configured []string) []string {
	words := slices.Clone(configured)
	pages := map[string]int{} // by word
	all := 0
	for i := range spec.Operations {
		seen := ""
		for k := range spec.Operations[i].Routes {
			if w := bareWord(&spec.Operations[i].Routes[k]); w != "" && w != seen {
				seen = w
				pages[w]++
				all++
			}
		}
	}
	if all == 0 {
		return words
	}
	hosts := hostWords(spec)
	for _, w := range slices.Sorted(maps.Keys(pages)) {
		isHost := hosts[strings.ToLower(w)]
		if !isHost && pages[w]*10 < all*9 {
			continue
		}
		if e := evidenceOf(spec, w); !e.isSegment && (isHost || namesBase(w) || e.precedes) {
			words = append(words, w)
		}
	}
	return words
}

// hostWords returns the hosts of the examples that are only a word or a placeholder,
// in lower case.
func hostWords(spec *ir.Spec) map[string]bool {
	hosts := map[string]bool{}
	for i := range spec.Operations {
		for _, ex := range spec.Operations[i].Examples {
			if ex.Request == nil {
				continue
			}
			if host, _, _, _ := ir.SplitURL(ex.Request.URL); host != "" && !strings.Contains(host, ".") {
				hosts[strings.ToLower(strings.Trim(host, "{}<>"))] = true
			}
		}
	}
	return hosts
}

// evidence is what a spec shows about a word that paths begin with.
type evidence struct {
	isSegment bool // a path or an example has the word as a segment
	precedes  bool // an example matches a path without the word
}

func evidenceOf(spec *ir.Spec, word string) (e evidence) {
	for i := range spec.Operations {
		op := &spec.Operations[i]
		without := ir.Operation{}
		for _, r := range op.Routes {
			if bareWord(&r) == "" && len(r.Path.Segments) > 0 && strings.EqualFold(r.Path.Segments[0].String(), word) {
				e.isSegment = true
			}
			if cutWord(&r, word) {
				without.Routes = append(without.Routes, r)
			}
		}
		for _, ex := range op.Examples {
			if ex.Request == nil {
				continue
			}
			_, _, path, _ := ir.SplitURL(ex.Request.URL)
			for segment := range strings.SplitSeq(path, "/") {
				e.isSegment = e.isSegment || strings.HasPrefix(path, "/") && strings.EqualFold(segment, word)
			}
			e.precedes = e.precedes || without.Matches(ex.Request)
		}
	}
	return e
}

// namesBase reports whether a word is a name for an address: servicePrefix, apiRoot,
// baseUrl.
func namesBase(word string) bool {
	word = strings.ToLower(word)
	for _, end := range []string{"prefix", "url", "uri", "endpoint"} {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	for _, end := range []string{"root", "host", "hostname", "base", "server", "domain"} {
		if strings.HasSuffix(word, end) && word != end {
			return true
		}
	}
	return false
}

// cutWord moves a word from the start of a path to the base URL. After a host, the
// word may be glued to the version: https://api.contoso.com/v1.0servicePrefix/books.
func cutWord(r *ir.Route, word string) bool {
	switch {
	case bareWord(r) == word:
		cutSegments(r, 1)
		return true
	case strings.Contains(r.Base, "://") && len(r.Path.Segments) > 1 && strings.HasSuffix(r.Path.Segments[0].String(), word):
		cutSegments(r, 1)
		return true
	}
	return false
}

// cutSegments moves the first segments of a path to the base URL.
func cutSegments(r *ir.Route, n int) {
	text := ir.PathTemplate{Prefix: r.Path.Prefix, Segments: r.Path.Segments[:n]}.String()
	r.Base += text
	r.Path = ir.PathTemplate{Prefix: "/", Segments: r.Path.Segments[n:]}
	if r.PathAt.IsZero() {
		return
	}
	r.PathAt.Start += int32(len(text))
	r.PathAt.Column += int32(utf8.RuneCountInString(text))
}

// uncutVersion moves the version at the end of a base URL back to the path.
func uncutVersion(r *ir.Route) {
	version := r.Version()
	if version == "" {
		return
	}
	r.Base = r.Base[:len(r.Base)-len(version)-1]
	first := ir.Segment{Parts: []ir.Part{{Literal: version}}}
	r.Path = ir.PathTemplate{Prefix: "/", Segments: append([]ir.Segment{first}, r.Path.Segments...)}
	if !r.PathAt.IsZero() {
		r.PathAt.Start -= int32(len(version) + 1)
		r.PathAt.Column -= int32(len(version) + 1)
	}
}

// maxBasePaths limits the paths of base URLs that examples show. Real references have
// one or two.
const maxBasePaths = 64

// cutBasePaths cuts the path of the base URL from routes that have it after a word
// or placeholder for the base URL. The examples show this path: that of
// https://{servicePrefix}/api/v2.0/books is /api/v2.0 if most routes have only
// /books.
func cutBasePaths(spec *ir.Spec) {
	shown := map[string]bool{}
	for i := range spec.Operations {
		op := &spec.Operations[i]
		if len(op.Routes) == 0 || !op.Routes[0].HasNamedBase() {
			continue
		}
		for _, ex := range op.Examples {
			if op.Matches(ex.Request) {
				shown[basePath(op, ex.Request.URL)] = true
			}
		}
	}
	paths := slices.Sorted(maps.Keys(shown))
	for _, path := range paths[:min(len(paths), maxBasePaths)] {
		if path == "" {
			continue
		}
		prefix, _ := ir.ParsePath(path)
		var with []*ir.Route
		all := 0
		for _, r := range spec.Routes() {
			if !r.HasNamedBase() {
				continue
			}
			all++
			if n := len(prefix.Segments); len(r.Path.Segments) > n && (ir.PathTemplate{Prefix: "/", Segments: r.Path.Segments[:n]}).String() == path {
				with = append(with, r)
			}
		}
		if 2*len(with) >= all {
			continue
		}
		for _, r := range with {
			cutSegments(r, len(prefix.Segments))
		}
	}
}

// basePath returns the path of the base URL in an example, without a slash at its
// end.
func basePath(op *ir.Operation, url string) string {
	base, _, _ := op.BelowBase(url)
	if _, rest, ok := strings.Cut(base, "://"); ok {
		base = rest
	}
	if i := strings.IndexByte(base, '/'); i >= 0 {
		return base[i:]
	}
	return ""
}

// settleVersions decides for each version of the docs whether the version of the API
// is a part of the paths or of the base URL. If most paths begin with a version, it
// is a part of all of them, and of those after a host too. Otherwise it belongs to
// the base URL, together with the host.
func settleVersions(spec *ir.Spec) {
	type count struct{ with, without int }
	counts := map[string]*count{}
	hosts := map[string]string{} // the version after hosts, "*" for several
	for i := range spec.Operations {
		op := &spec.Operations[i]
		c := counts[op.Version]
		if c == nil {
			c = &count{}
			counts[op.Version] = c
		}
		for k := range op.Routes {
			switch r := &op.Routes[k]; {
			case r.Path.Version() != "":
				c.with++
			case r.Version() == "":
				c.without++
			case hosts[op.Version] == "" || hosts[op.Version] == r.Version():
				hosts[op.Version] = r.Version()
			default:
				hosts[op.Version] = "*"
			}
		}
	}
	for i := range spec.Operations {
		op := &spec.Operations[i]
		c := counts[op.Version]
		inPaths := c.with > 0 && c.with >= c.without || op.Version == "" && hosts[""] == "*"
		for k := range op.Routes {
			switch r := &op.Routes[k]; {
			case inPaths:
				uncutVersion(r)
			case op.Version != "" && r.Path.Version() != "":
				cutSegments(r, 1)
			}
		}
	}
}

// inferred reports for each page the first route whose base URL was inferred.
func inferred(spec *ir.Spec, configured []string) []diag.Diagnostic {
	var list []diag.Diagnostic
	for i := range spec.Operations {
		op := &spec.Operations[i]
		for k := range op.Routes {
			r := &op.Routes[k]
			if !r.HasNamedBase() || isConfigured(r.Base, configured) {
				continue
			}
			severity := diag.Warning
			if ir.HasPlaceholder(r.Base) {
				severity = diag.Info
			}
			d := diag.Diagnostic{
				Code: diag.AssumedBase, Severity: severity, At: r.BaseAt(),
				Message: fmt.Sprintf("the path begins with %q and no slash before it; assumed to be the base URL", r.Base),
			}
			d.SetPage(op.File)
			list = append(list, d)
			break
		}
	}
	return list
}

// isConfigured reports whether a base begins with a word that the user has named,
// also as a placeholder.
func isConfigured(base string, words []string) bool {
	base, _, _ = strings.Cut(base, "/")
	for _, w := range words {
		if strings.EqualFold(strings.Trim(base, "${}<>"), w) {
			return true
		}
	}
	return false
}
