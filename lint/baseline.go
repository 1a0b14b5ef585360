package lint

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/mdwire/mdwire/diag"
)

// Baseline lists known findings, which are not reported again. An entry has no
// line number, so it still matches when its line has moved.
type Baseline struct {
	Version int             `json:"version"`
	Entries []BaselineEntry `json:"findings"`

	matched map[string]bool // by fingerprint: whether a finding has matched
}

// BaselineEntry is one known finding. File is the path below the docs root;
// Message is not compared.
type BaselineEntry struct {
	Rule        diag.Code `json:"rule"`
	File        string    `json:"file"`
	Fingerprint string    `json:"fingerprint"`
	Message     string    `json:"message"`
}

// baselineVersion changes when fingerprints are computed differently.
const baselineVersion = 1

// NewBaseline returns an empty baseline.
func NewBaseline() *Baseline {
	return &Baseline{Version: baselineVersion, Entries: []BaselineEntry{}}
}

// Add adds the diagnostics of a tree; source returns the bytes of its files.
func (b *Baseline) Add(ds []diag.Diagnostic, source func(file string) []byte) {
	for i, print := range diag.Fingerprints(ds, source) {
		b.Entries = append(b.Entries, BaselineEntry{ds[i].Code, ds[i].At.Path, print, ds[i].Message})
	}
}

// ReadBaseline reads the output of Write.
func ReadBaseline(src []byte) (*Baseline, error) {
	var b Baseline
	if err := json.Unmarshal(src, &b); err != nil {
		return nil, err
	}
	if b.Version != baselineVersion {
		return nil, fmt.Errorf("the baseline has version %d, but this mdwire reads version %d; write it again with --write-baseline", b.Version, baselineVersion)
	}
	return &b, nil
}

// Write writes the baseline with one line per entry, so that differences are
// readable and can be merged.
func (b *Baseline) Write(w io.Writer) error {
	var buf bytes.Buffer
	fmt.Fprintf(&buf, "{\"version\": %d, \"findings\": [", b.Version)
	for i, e := range b.Entries {
		line, err := json.Marshal(e)
		if err != nil {
			return err
		}
		if i > 0 {
			buf.WriteByte(',')
		}
		buf.WriteByte('\n')
		buf.Write(line)
	}
	buf.WriteString("\n]}\n")
	_, err := w.Write(buf.Bytes())
	return err
}

// Filter returns the diagnostics that the baseline does not list, and records
// which entries have matched. It is called once for each tree.
func (b *Baseline) Filter(ds []diag.Diagnostic, source func(file string) []byte) []diag.Diagnostic {
	if b.matched == nil {
		b.matched = map[string]bool{}
		for _, e := range b.Entries {
			b.matched[e.Fingerprint] = false
		}
	}
	var kept []diag.Diagnostic
	for i, print := range diag.Fingerprints(ds, source) {
		if _, known := b.matched[print]; known {
			b.matched[print] = true
			continue
		}
		kept = append(kept, ds[i])
	}
	return kept
}

// Stale returns a diagnostic for each entry that no finding matched. checked
// reports whether the rule was applied to the file; at is the path of the
// baseline.
func (b *Baseline) Stale(at string, checked func(rule diag.Code, file string) bool) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, e := range b.Entries {
		if !b.matched[e.Fingerprint] && checked(e.Rule, e.File) {
			out = append(out, diag.Diagnostic{
				Code: diag.IgnoreUnused, Severity: diag.Warning, At: diag.Range{Path: at},
				Message: fmt.Sprintf("the baseline lists a finding of %s in %s that no longer exists; write the baseline again", e.Rule, e.File),
			})
		}
	}
	return out
}
