package diag

import (
	"bufio"
	"encoding/json"
	"io"
)

// jsonFinding is the line that WriteJSON prints. Names and meanings are a
// public contract; a new field goes to the end.
type jsonFinding struct {
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

// jsonRange is a stretch of a file.
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

// WriteJSON prints one JSON object a line, one line a finding. Line and column
// are 0 where a finding is about a file as a whole; the end is exclusive.
func WriteJSON(w io.Writer, r *Report) error {
	buf := bufio.NewWriter(w)
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	for i := range r.Findings {
		if err := enc.Encode(toJSON(r, &r.Findings[i])); err != nil {
			return err
		}
	}
	return buf.Flush()
}

func toJSON(r *Report, d *Diagnostic) jsonFinding {
	at := rangeJSON(r, d.At)
	out := jsonFinding{
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
