package lint

import (
	"io/fs"
	"path"
	"regexp"
	"strings"
)

// MarkReached records that a page or table of contents links to a file.
func (f *Files) MarkReached(file string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.reached == nil {
		f.reached = map[string]bool{}
	}
	f.reached[strings.ToLower(file)] = true
}

// IsReached reports whether a file has been marked as reached.
func (f *Files) IsReached(file string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.reached[strings.ToLower(file)]
}

// tocLink finds the paths of pages in a table of contents in YAML, Markdown or
// JSON.
var tocLink = regexp.MustCompile(`[^\s"'()<>]+\.md\b`)

// MarkFromTOC marks the files that the tree's tables of contents list.
// Unreadable tables of contents are skipped.
func (f *Files) MarkFromTOC() {
	_ = fs.WalkDir(f.fsys, ".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		if base := strings.ToLower(path.Base(file)); base != "toc.yml" && base != "toc.md" && base != "toc.json" {
			return nil
		}
		src, err := f.ReadFile(file)
		if err != nil {
			return nil
		}
		for _, dest := range tocLink.FindAllString(string(src), -1) {
			f.MarkReached(path.Join(path.Dir(file), dest))
		}
		return nil
	})
}
