package lint

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
)

// What makes a name a slip: it stands on few pages, its twin on many.
const (
	fewPages  = 2
	manyPages = 5
	manyTimes = 25 // as often as a slip, where that was copied on
)

// few reports whether pages are few beside the many that have the usual word.
func few(pages, usual int) bool { return pages <= max(fewPages, usual/manyTimes) }

// KnownPermissions judges names by a list, or by how often names are used.
type KnownPermissions struct {
	listed map[string]bool
	names  []string          // the listed or the usual ones, in order
	folds  map[string]string // the same without what slips leave out
	pages  map[string]int    // on how many each name stands
	words  map[string]int    // the same for parts of names
}

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

// Judge tells whether a name is wrong, and what it most likely stands for.
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
		meant = k.twin(name)
	}
	return meant, meant != "" && meant != name && few(k.pages[name], k.pages[meant])
}

// twin returns the usual name that differs in one part alone, by a slip. A
// part that other pages use is a word of its own: Mail.Send is no slip for
// Mail.Read.
func (k *KnownPermissions) twin(name string) string {
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

// oddPart returns the one part that differs.
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
