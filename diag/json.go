package diag

import (
	"bufio"
	"encoding/json"
	"io"
)

// jsonDiagnostic is one line of WriteJSON. Names and meanings of fields are a public
// contract. New fields are added at the end.
type jsonDiagnostic struct {
	Rule      Code          `json:"rule"`
	Severity  string        `json:"severity"`
	File      string        `json:"file"`
	Line      int           `json:"line"`
	Column    int           `json:"column"`
	EndLine   int           `json:"endLine"`
	EndColumn int           `json:"endColumn"`
	Message   string        `json:"message"`
	Page      string        `json:"page,omitempty"`
	Related   []jsonRelated `json:"related,omitempty"`
	Fixes     []jsonFix     `json:"fixes,omitempty"`
}

// jsonRange is a Range.
type jsonRange struct {
	File      string `json:"file"`
	Line      int    `json:"line"`
	Column    int    `json:"column"`
	EndLine   int    `json:"endLine"`
	EndColumn int    `json:"endColumn"`
}

type jsonRelated struct {
	jsonRange
	Message string `json:"message"`
}

type jsonFix struct {
	Title string     `json:"title"`
	Safe  bool       `json:"safe"`
	Edits []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	jsonRange
	New string `json:"new"`
}

// WriteJSON prints a line with a JSON object for each diagnostic. Lines and columns
// are 0 if it is about the file as a whole. The end is exclusive.
func WriteJSON(w io.Writer, r *Report) error {
	buf := bufio.NewWriter(w)
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	for i := range r.Diagnostics {
		if err := enc.Encode(toJSON(r, &r.Diagnostics[i])); err != nil {
			return err
		}
	}
	return buf.Flush()
}

func toJSON(r *Report, d *Diagnostic) jsonDiagnostic {
	at := rangeJSON(r, d.At)
	out := jsonDiagnostic{
		Rule: d.Code, Severity: d.Severity.String(), Message: d.Message,
		File: at.File, Line: at.Line, Column: at.Column, EndLine: at.EndLine, EndColumn: at.EndColumn,
	}
	if d.Page != "" {
		out.Page = r.show(d.Page)
	}
	for _, rel := range d.Related {
		out.Related = append(out.Related, jsonRelated{rangeJSON(r, rel.At), rel.Message})
	}
	for _, f := range d.Fixes {
		fix := jsonFix{Title: f.Title, Safe: f.Safe}
		for _, e := range f.Edits {
			fix.Edits = append(fix.Edits, jsonEdit{rangeJSON(r, e.At), e.New})
		}
		out.Fixes = append(out.Fixes, fix)
	}
	return out
}

func rangeJSON(r *Report, at Range) jsonRange {
	return jsonRange{
		File: r.show(at.Path), Line: at.Start.Line, Column: at.Start.Column,
		EndLine: at.End.Line, EndColumn: at.End.Column,
	}
}
