package diag

// Nearest returns the word that a mistyped one most likely stands for, for the
// "did you mean" of a message; "" when none is near. Of equally near words the
// first wins.
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

// Distance counts the letters to insert, delete, replace or swap with their
// neighbour to get from a to b.
func Distance(a, b string) int {
	rows := make([][]int, len(a)+1)
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			rows[i][j] = min(rows[i-1][j]+1, rows[i][j-1]+1, rows[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				rows[i][j] = min(rows[i][j], rows[i-2][j-2]+1)
			}
		}
	}
	return rows[len(a)][len(b)]
}
