package vocab

import "strings"

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
	And         = set(func(l *language) []string { return l.and })
	Or          = set(func(l *language) []string { return l.or })
)

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
