package diag

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"
)

// The parts of reviewdog's Diagnostic Format that mdwire uses.
type (
	rdResult struct {
		Source      rdSource       `json:"source"`
		Diagnostics []rdDiagnostic `json:"diagnostics"`
	}
	rdSource struct {
		Name string `json:"name"`
		URL  string `json:"url"`
	}
	rdDiagnostic struct {
		Message     string         `json:"message"`
		Location    rdLocation     `json:"location"`
		Severity    string         `json:"severity"`
		Code        rdCode         `json:"code"`
		Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	}
	rdCode struct {
		Value Code `json:"value"`
	}
	rdLocation struct {
		Path  string   `json:"path"`
		Range *rdRange `json:"range,omitempty"`
	}
	rdRange struct {
		Start rdPosition `json:"start"`
		End   rdPosition `json:"end"`
	}
	rdPosition struct {
		Line   int `json:"line"`
		Column int `json:"column"`
	}
	rdSuggestion struct {
		Range rdRange `json:"range"`
		Text  string  `json:"text"`
	}
)

// WriteRDJSON prints reviewdog's format. Its columns count bytes.
func WriteRDJSON(w io.Writer, r *Report) error {
	out := rdResult{Source: rdSource{Name: toolName, URL: toolURL}, Diagnostics: []rdDiagnostic{}}
	for i := range r.Diagnostics {
		d := &r.Diagnostics[i]
		src := r.source(d.At.Path)
		item := rdDiagnostic{
			Message: d.Message, Severity: strings.ToUpper(d.Severity.String()), Code: rdCode{d.Code},
			Location: rdLocation{Path: r.show(d.At.Path)},
		}
		if d.At.Start.IsValid() {
			item.Location.Range = &rdRange{byteColumn(src, d.At.Start), byteColumn(src, d.At.End)}
		}
		item.Suggestions = suggestions(d, src)
		out.Diagnostics = append(out.Diagnostics, item)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(out)
}

// suggestions returns the fixes that consist of one edit in the diagnostic's file,
// because reviewdog cannot show others.
func suggestions(d *Diagnostic, src []byte) []rdSuggestion {
	var out []rdSuggestion
	for _, f := range d.Fixes {
		if len(f.Edits) == 1 && f.Edits[0].At.Path == d.At.Path {
			e := f.Edits[0]
			out = append(out, rdSuggestion{rdRange{byteColumn(src, e.At.Start), byteColumn(src, e.At.End)}, e.New})
		}
	}
	return out
}

// byteColumn returns a position with its column in bytes, or in characters if the
// source is not available.
func byteColumn(src []byte, p Pos) rdPosition {
	if src == nil || p.Offset < 0 || p.Offset > len(src) || !utf8.Valid(src) {
		return rdPosition{p.Line, p.Column}
	}
	return rdPosition{p.Line, p.Offset - bytes.LastIndexByte(src[:p.Offset], '\n')}
}
