package main

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/diag"
)

// lineRange is a run of lines, the last one included.
type lineRange struct{ first, last int }

// changes are the lines of a docs tree that differ from a git revision, by
// path below the root. A file that git does not know is changed as a whole.
type changes struct {
	lines map[string][]lineRange
	whole map[string]bool
}

// touches reports whether a place lies on a changed line. A finding about a
// file as a whole counts where anything in the file changed.
func (c *changes) touches(at diag.Range) bool {
	if c.whole[at.Path] {
		return true
	}
	for _, r := range c.lines[at.Path] {
		if !at.Start.IsValid() || at.Start.Line <= r.last && max(at.End.Line, at.Start.Line) >= r.first {
			return true
		}
	}
	return false
}

// changedLines asks git what has changed in a folder since a revision.
func changedLines(root, rev string) (*changes, error) {
	if strings.HasPrefix(rev, "-") {
		return nil, fmt.Errorf("--new-from: %q is no revision", rev)
	}
	if _, err := git(root, "rev-parse", "--git-dir"); err != nil {
		return nil, fmt.Errorf("--new-from: %w", err)
	}
	if _, err := git(root, "rev-parse", "--verify", "--quiet", rev+"^{commit}"); err != nil {
		return nil, fmt.Errorf("--new-from: git knows no revision %q in %s", rev, filepath.ToSlash(root))
	}
	// What users set for their own eyes (other prefixes, external programs)
	// must not change what is read here.
	diff, err := git(root, "-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff",
		"--no-textconv", "--no-renames", "--src-prefix=a/", "--dst-prefix=b/", "--relative", rev, "--", ".")
	if err != nil {
		return nil, err
	}
	c := &changes{lines: parseDiff(diff), whole: map[string]bool{}}
	others, err := git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
	if err != nil {
		return nil, err
	}
	for _, file := range strings.Split(others, "\x00") {
		c.whole[file] = true
	}
	return c, nil
}

func git(dir string, args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return "", errors.New("the command git is not installed")
	}
	if err != nil {
		return "", fmt.Errorf("git %s: %w: %s", args[0], err, strings.TrimSpace(stderr.String()))
	}
	return string(out), nil
}

// parseDiff returns the lines that the hunks of a diff without context add.
// Where lines were only taken away, the lines on both sides count.
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
		if at, removed, ok := hunk(line); ok && file != "" {
			lines[file] = append(lines[file], at.lineRange)
			skip = removed + at.added
		}
	}
	return lines
}

// diffName returns the path of a "+++ b/…" line, "" for a file that is gone.
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

type added struct {
	lineRange
	added int
}

// hunk reads "@@ -12,3 +15,2 @@ …".
func hunk(line string) (a added, removed int, ok bool) {
	f := strings.Fields(line)
	if len(f) < 4 || f[0] != "@@" {
		return a, 0, false
	}
	_, removed, ok = hunkSide(f[1], "-")
	if !ok {
		return a, 0, false
	}
	start, n, ok := hunkSide(f[2], "+")
	a.added = n
	a.lineRange = lineRange{start, start + n - 1}
	if n == 0 { // start is the line before what was taken away
		a.lineRange = lineRange{start, start + 1}
	}
	return a, removed, ok
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
