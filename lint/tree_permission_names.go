package lint

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
)

// A name is a misspelling if few pages have it and many have a similar name.
const (
	fewPages  = 2
	manyPages = 5
	manyTimes = 25 // how much more frequent the right name is if the misspelling was copied
)

// few reports whether a word on that many pages is rare compared with the usual
// one.
func few(pages, usual int) bool { return pages <= max(fewPages, usual/manyTimes) }

// KnownPermissions decides whether names of permissions are misspelled, from a
// list of all names or from how many pages use each name.
type KnownPermissions struct {
	listed map[string]bool
	names  []string          // listed or usual names, sorted
	folds  map[string]string // names by their folded form
	pages  map[string]int    // number of pages by name
	words  map[string]int    // number of pages by part of a name
}

// NewKnownPermissions returns the names to compare with: those listed, or if
// listed is nil, the ones on many pages. pages counts the pages by name.
func NewKnownPermissions(pages map[string]int, listed map[string]bool) *KnownPermissions {
	k := &KnownPermissions{listed: listed, folds: map[string]string{}, pages: pages, words: map[string]int{}}
	for name := range listed {
		k.names = append(k.names, name)
	}
	for name, n := range pages {
		if listed == nil && n >= manyPages {
			k.names = append(k.names, name)
		}
		for w := range strings.SplitSeq(name, ".") {
			k.words[w] += n
		}
	}
	slices.Sort(k.names)
	for _, name := range k.names {
		if FoldPhrase := foldPermission(name); k.pages[name] >= k.pages[k.folds[FoldPhrase]] {
			k.folds[FoldPhrase] = name
		}
	}
	return k
}

// foldPermission drops dots and letter case.
func foldPermission(name string) string {
	return strings.ToLower(strings.NewReplacer(".", "", "-", "", "_", "").Replace(name))
}

// Judge reports whether a name is wrong, and returns the name that was probably
// meant, "" if there is none.
func (k *KnownPermissions) Judge(name string) (meant string, wrong bool) {
	if k.listed != nil {
		if k.listed[name] {
			return "", false
		}
		if meant = k.folds[foldPermission(name)]; meant == "" {
			meant = diag.Nearest(name, k.names)
		}
		return meant, true
	}
	meant = k.folds[foldPermission(name)]
	if meant == "" || meant == name {
		meant = k.similar(name)
	}
	return meant, meant != "" && meant != name && few(k.pages[name], k.pages[meant])
}

// similar returns the usual name that differs by a misspelling in one part. A part
// that other pages use is not a misspelling: Mail.Send is not meant to be
// Mail.Read.
func (k *KnownPermissions) similar(name string) string {
	parts := strings.Split(name, ".")
	for _, usual := range k.names {
		have := strings.Split(usual, ".")
		if len(have) != len(parts) {
			continue
		}
		if odd, ok := oddPart(parts, have); ok && k.isSlip(parts[odd], have[odd]) {
			return usual
		}
	}
	return ""
}

// oddPart returns the index of the only part that differs.
func oddPart(a, b []string) (odd int, ok bool) {
	odd = -1
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		if odd >= 0 {
			return 0, false
		}
		odd = i
	}
	return odd, odd >= 0
}

func (k *KnownPermissions) isSlip(word, usual string) bool {
	if !few(k.words[word], k.words[usual]) {
		return false
	}
	return diag.Distance(word, usual) <= min(2, len(word)/4)
}
