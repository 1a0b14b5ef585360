package source

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/diag"
)

// lineRange is a range of lines, both ends included.
type lineRange struct{ first, last int }

// Changes are the lines of a docs tree that differ from a git revision. All of a
// file that git does not track counts as changed.
type Changes struct {
	lines     map[string][]lineRange // by path below the root
	untracked map[string]bool
}

// Touch reports whether a range is on a changed line. A range without a position,
// which is about the file as a whole, is touched by any change in the file.
func (c *Changes) Touch(at diag.Range) bool {
	if c.untracked[at.Path] {
		return true
	}
	for _, r := range c.lines[at.Path] {
		if !at.Start.IsValid() || at.Start.Line <= r.last && max(at.End.Line, at.Start.Line) >= r.first {
			return true
		}
	}
	return false
}

// ChangedSince returns the lines below a folder that have changed since a git
// revision, committed or not.
func ChangedSince(root, revision string) (*Changes, error) {
	if strings.HasPrefix(revision, "-") {
		return nil, fmt.Errorf("%q is not a git revision", revision)
	}
	if _, err := userGit(root, "rev-parse", "--git-dir"); err != nil {
		return nil, err
	}
	if _, err := userGit(root, "rev-parse", "--verify", "--quiet", revision+"^{commit}"); err != nil {
		return nil, fmt.Errorf("git does not know the revision %q in %s", revision, filepath.ToSlash(root))
	}
	// The options override the user's settings for display (prefixes, external
	// diff programs), which parseDiff does not read.
	diff, err := userGit(root, "diff", "--unified=0", "--no-color", "--no-ext-diff",
		"--no-textconv", "--no-renames", "--src-prefix=a/", "--dst-prefix=b/", "--relative", revision, "--", ".")
	if err != nil {
		return nil, err
	}
	c := &Changes{lines: parseDiff(diff), untracked: map[string]bool{}}
	others, err := userGit(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
	if err != nil {
		return nil, err
	}
	for file := range strings.SplitSeq(others, "\x00") {
		c.untracked[file] = true
	}
	return c, nil
}

// parseDiff returns the lines that the hunks of a diff without context add, by
// path. Where lines were only removed, the lines before and after count.
func parseDiff(diff string) map[string][]lineRange {
	lines := map[string][]lineRange{}
	file, skip := "", 0
	for line := range strings.Lines(diff) {
		line = strings.TrimRight(line, "\r\n")
		if skip > 0 && line != "" && strings.IndexByte("+-\\", line[0]) >= 0 {
			if line[0] != '\\' { // "\ No newline at end of file"
				skip--
			}
			continue
		}
		if name, ok := strings.CutPrefix(line, "+++ "); ok {
			file = diffName(name)
		}
		if h, ok := parseHunk(line); ok && file != "" {
			lines[file] = append(lines[file], h.lines)
			skip = h.removed + h.added
		}
	}
	return lines
}

// diffName returns the path in a "+++ b/…" line, "" for a deleted file.
func diffName(name string) string {
	if strings.HasPrefix(name, `"`) {
		if plain, err := strconv.Unquote(name); err == nil {
			name = plain
		}
	}
	file, ok := strings.CutPrefix(strings.TrimSuffix(name, "\t"), "b/")
	if !ok {
		return ""
	}
	return file
}

type hunk struct {
	lines          lineRange // in the new file
	added, removed int       // numbers of lines
}

// parseHunk reads a line "@@ -12,3 +15,2 @@ …".
func parseHunk(line string) (h hunk, ok bool) {
	f := strings.Fields(line)
	if len(f) < 4 || f[0] != "@@" {
		return h, false
	}
	_, h.removed, ok = hunkSide(f[1], "-")
	if !ok {
		return h, false
	}
	start, n, ok := hunkSide(f[2], "+")
	h.added = n
	h.lines = lineRange{start, start + n - 1}
	if n == 0 { // start is the line before the removed lines
		h.lines = lineRange{start, start + 1}
	}
	return h, ok
}

func hunkSide(s, sign string) (start, n int, ok bool) {
	s, ok = strings.CutPrefix(s, sign)
	if !ok {
		return 0, 0, false
	}
	from, count, several := strings.Cut(s, ",")
	start, err := strconv.Atoi(from)
	if err != nil {
		return 0, 0, false
	}
	n = 1
	if several {
		if n, err = strconv.Atoi(count); err != nil {
			return 0, 0, false
		}
	}
	return start, n, true
}
