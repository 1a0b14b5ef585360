package vocab

import (
	"slices"
	"strings"
)

// Words of permission tables, in lower case.
var (
	PermissionTypeHeads = set(func(l *language) []string { return l.permissionTypeHeads })
	PermissionHeads     = list(func(l *language) []string { return l.permissionHeads })
	Least               = list(func(l *language) []string { return l.least })
	Most                = list(func(l *language) []string { return l.most })
	Falling             = list(func(l *language) []string { return l.falling })
	Higher              = list(func(l *language) []string { return l.higher })

	Personal    = list(func(l *language) []string { return l.personal })
	Work        = list(func(l *language) []string { return l.work })
	Account     = list(func(l *language) []string { return l.account })
	Application = list(func(l *language) []string { return l.application })

	Unsupported = set(func(l *language) []string { return l.unsupported })
	And         = newPhrases(list(func(l *language) []string { return l.and }))
	Or          = newPhrases(list(func(l *language) []string { return l.or }))
	With        = newPhrases(list(func(l *language) []string { return l.with }))
	OneOf       = newPhrases(list(func(l *language) []string { return l.oneOf }))
	AllOf       = newPhrases(list(func(l *language) []string { return l.allOf }))

	AllNeeded       = list(func(l *language) []string { return l.allNeeded })
	Negations       = list(func(l *language) []string { return l.negations })
	PermissionNouns = set(func(l *language) []string { return l.permissionNouns })
	Remarks         = set(func(l *language) []string { return l.remarks })
	CaseStarts      = list(func(l *language) []string { return l.caseStarts })
)

// Words that say what a permission table applies to, in lower case.
var (
	Self          = newPhrases(list(func(l *language) []string { return l.self }))
	Others        = newPhrases(list(func(l *language) []string { return l.others }))
	UserNouns     = set(func(l *language) []string { return l.userNouns })
	ResourceNouns = set(func(l *language) []string { return l.resourceNouns })
	Exceptions    = newPhrases(list(func(l *language) []string { return l.exceptions }))
	Conditions    = newPhrases(list(func(l *language) []string { return l.conditions }))
	ContextWords  = set(func(l *language) []string { return l.contextWords })
)

// Phrases are sequences of words, by their first word.
type Phrases map[string][][]string

func newPhrases(list List) Phrases {
	all := Phrases{}
	for _, text := range list {
		words := strings.Fields(text)
		all[words[0]] = append(all[words[0]], words)
	}
	return all
}

// Prefix returns the number of words of the longest phrase that the words begin
// with, 0 for none.
func (p Phrases) Prefix(words []string) int {
	if len(words) == 0 {
		return 0
	}
	n := 0
	for _, phrase := range p[words[0]] {
		if len(phrase) > n && len(phrase) <= len(words) && slices.Equal(phrase, words[:len(phrase)]) {
			n = len(phrase)
		}
	}
	return n
}

// UnspacedJoins are the words of And and Or that need no blanks around them.
var UnspacedJoins = list(func(l *language) []string {
	if !l.unspaced {
		return nil
	}
	return append(append([]string{}, l.and...), l.or...)
})

var spacing = func() *strings.Replacer {
	pairs := []string{"。", ". "}
	for _, w := range UnspacedJoins {
		pairs = append(pairs, w, " "+w+" ")
	}
	return strings.NewReplacer(pairs...)
}()

// Space puts blanks around UnspacedJoins and replaces ideographic periods with
// Latin ones.
func Space(text string) string { return spacing.Replace(text) }

// MostFirst reports whether the head of a column says that it lists the most
// privileged permission first.
func MostFirst(head string) bool {
	m, l := Most.Index(head), Least.Index(head)
	return m >= 0 && l > m || Falling.In(head)
}
