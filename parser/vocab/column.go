package vocab

import "strings"

// Heads of columns, to be compared with [Heads.Fold].
var (
	PropertyHeads = set(func(l *language) []string { return l.propertyHeads })
	RelationHeads = set(func(l *language) []string { return l.relationHeads })
	MemberHeads   = set(func(l *language) []string { return l.memberHeads })
	NameHeads     = set(func(l *language) []string { return l.nameHeads })
	TypeHeads     = set(func(l *language) []string { return l.typeHeads })
	ValueHeads    = set(func(l *language) []string { return l.valueHeads })
	DocHeads      = set(func(l *language) []string { return l.docHeads })
	MethodHeads   = set(func(l *language) []string { return l.methodHeads }) // of HTTP methods
	PathHeads     = set(func(l *language) []string { return l.pathHeads })
	RequiredHeads = list(func(l *language) []string { return l.requiredHeads }) // beginnings
)

// Heads folds the heads of columns. It caches them, because a hundred thousand
// tables have only a few hundred different heads. The zero value is ready to
// use by one goroutine.
type Heads struct{ folded map[string]string }

// Limits of the cache of Heads.
const (
	maxHead  = 64
	maxHeads = 1 << 12
)

// Fold returns a head in lower case with single blanks, without the marks of
// bold and punctuation around it.
func (h *Heads) Fold(text string) string {
	if head, ok := h.folded[text]; ok {
		return head
	}
	head := strings.Trim(FoldBlanks(text), "*:. ")
	if len(text) < maxHead && len(h.folded) < maxHeads {
		if h.folded == nil {
			h.folded = map[string]string{}
		}
		h.folded[strings.Clone(text)] = head
	}
	return head
}

// FoldBlanks returns a text in lower case with single blanks.
func FoldBlanks(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
