package diag

import "fmt"

// Nearest returns the word with the smallest distance to a mistyped word, "" if none
// is near. If several have the same distance, the first wins.
func Nearest(given string, words []string) string {
	best, least := "", 1+max(1, len(given)/3)
	for _, w := range words {
		// A difference in length alone can rule a word out.
		if max(len(w)-len(given), len(given)-len(w)) >= least {
			continue
		}
		if d := Distance(given, w); d < least {
			best, least = w, d
		}
	}
	return best
}

// Distance returns how many letters have to be inserted, deleted, replaced or
// swapped with the next to turn a into b.
func Distance(a, b string) int {
	all := make([]int, 3*(len(b)+1))
	before, last, row := all[:len(b)+1], all[len(b)+1:2*len(b)+2], all[2*len(b)+2:]
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before, last, row = last, row, before
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
	}
	return row[len(b)]
}

// DidYouMean returns the end of a message about a mistyped word, with the nearest
// word; "" if none is near.
func DidYouMean(given string, words []string) string {
	if near := Nearest(given, words); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}
