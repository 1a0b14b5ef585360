package lint

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"github.com/mdwire/mdwire/diag"
)

// Baseline lists findings that are known and not to be told again. It holds
// no lines: an entry is found again wherever its line has moved to.
type Baseline struct {
	Version  int             `json:"version"`
	Findings []BaselineEntry `json:"findings"`

	met map[string]bool // by fingerprint; whether a finding matched
}

// BaselineEntry is one known finding. File is the path below the docs root;
// Message is for people.
type BaselineEntry struct {
	Rule        diag.Code `json:"rule"`
	File        string    `json:"file"`
	Fingerprint string    `json:"fingerprint"`
	Message     string    `json:"message"`
}

// baselineVersion is raised when fingerprints are made in another way.
const baselineVersion = 1

// NewBaseline returns a baseline of nothing.
func NewBaseline() *Baseline {
	return &Baseline{Version: baselineVersion, Findings: []BaselineEntry{}}
}

// Add lists the findings of a tree; source returns the bytes of its files.
func (b *Baseline) Add(ds []diag.Diagnostic, source func(file string) []byte) {
	for i, print := range diag.Fingerprints(ds, source) {
		b.Findings = append(b.Findings, BaselineEntry{ds[i].Code, ds[i].At.Path, print, ds[i].Message})
	}
}

// ReadBaseline reads what Write wrote.
func ReadBaseline(src []byte) (*Baseline, error) {
	var b Baseline
	if err := json.Unmarshal(src, &b); err != nil {
		return nil, err
	}
	if b.Version != baselineVersion {
		return nil, fmt.Errorf("the baseline has version %d, this mdwire reads %d: write it anew", b.Version, baselineVersion)
	}
	return &b, nil
}

// Write prints a baseline, one line an entry, so that changes to it can be
// read and merged.
func (b *Baseline) Write(w io.Writer) error {
	var buf bytes.Buffer
	fmt.Fprintf(&buf, "{\"version\": %d, \"findings\": [", b.Version)
	for i, e := range b.Findings {
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

// Filter drops the findings that the baseline lists, and remembers which of
// its entries were met. It is called once for each tree.
func (b *Baseline) Filter(ds []diag.Diagnostic, source func(file string) []byte) []diag.Diagnostic {
	if b.met == nil {
		b.met = map[string]bool{}
		for _, e := range b.Findings {
			b.met[e.Fingerprint] = false
		}
	}
	var kept []diag.Diagnostic
	for i, print := range diag.Fingerprints(ds, source) {
		if _, known := b.met[print]; known {
			b.met[print] = true
			continue
		}
		kept = append(kept, ds[i])
	}
	return kept
}

// Stale returns findings about the entries that nothing matched, of those that
// were looked for. at is the path of the baseline's own file.
func (b *Baseline) Stale(at string, looked func(rule diag.Code, file string) bool) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, e := range b.Findings {
		if !b.met[e.Fingerprint] && looked(e.Rule, e.File) {
			out = append(out, diag.Diagnostic{
				Code: diag.IgnoreUnused, Severity: diag.Warning, At: diag.Range{Path: at},
				Message: fmt.Sprintf("the baseline lists a finding of %s in %s that is gone; write the baseline anew", e.Rule, e.File),
			})
		}
	}
	return out
}
