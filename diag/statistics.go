package diag

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"
)

// Statistic counts the diagnostics of one rule and severity.
type Statistic struct {
	Code     Code
	Severity Severity
	Found    int
	Pages    int // files with at least one
	Fixable  int // safely or not
}

// Statistics counts diagnostics by rule and severity, the most frequent first.
// The diagnostics must be grouped by file.
func Statistics(ds []Diagnostic) []Statistic {
	type key struct {
		code     Code
		severity Severity
	}
	index := map[key]int{}
	last := map[key]string{}
	var list []Statistic
	for i := range ds {
		d := &ds[i]
		k := key{d.Code, d.Severity}
		at, ok := index[k]
		if !ok {
			at = len(list)
			index[k] = at
			list = append(list, Statistic{Code: d.Code, Severity: d.Severity})
		}
		s := &list[at]
		s.Found++
		if s.Found == 1 || last[k] != d.At.Path {
			s.Pages++
			last[k] = d.At.Path
		}
		if d.Fixable(true) {
			s.Fixable++
		}
	}
	slices.SortFunc(list, func(a, b Statistic) int {
		return cmp.Or(b.Found-a.Found, cmp.Compare(a.Code, b.Code), cmp.Compare(a.Severity, b.Severity))
	})
	return list
}

// WriteStatistics prints the statistics of diagnostics as a table.
func WriteStatistics(w io.Writer, ds []Diagnostic) error {
	tab := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tab, "findings\tpages\tfixable\tseverity\trule")
	for _, s := range Statistics(ds) {
		fmt.Fprintf(tab, "%d\t%d\t%d\t%s\t%s\n", s.Found, s.Pages, s.Fixable, s.Severity, s.Code)
	}
	return tab.Flush()
}
