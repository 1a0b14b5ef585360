package diag

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"
)

const (
	toolName = "mdwire"
	toolURL  = "https://github.com/mdwire/mdwire"
)

// sarifLimit is how many results GitHub accepts in a file.
const sarifLimit = 25000

// WriteSARIF prints a SARIF 2.1.0 log with the manuals of the rules, the worst
// diagnostics first. Paths are relative to the working directory if they are below
// it, else to the docs root.
func WriteSARIF(w io.Writer, r *Report) error {
	found := WorstFirst(r.Diagnostics)
	run := sarifRun{
		ColumnKind:  "unicodeCodePoints",
		Invocations: []sarifInvocation{{ExecutionSuccessful: true}},
		Results:     []sarifResult{},
		Tool:        sarifTool{sarifDriver{Name: toolName, Version: r.Version, InformationURI: toolURL, Rules: []sarifRule{}}},
	}
	if more := len(found) - sarifLimit; more > 0 {
		found = found[:sarifLimit]
		run.Invocations[0].Notifications = []sarifNotification{{"warning", sarifText{
			fmt.Sprintf("%d more findings were left out: a log with more than %d results is refused.", more, sarifLimit),
		}}}
	}
	index := map[Code]int{}
	for i, info := range r.Rules {
		index[info.Code] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(info))
	}
	prints := Fingerprints(found, r.Source)
	for i := range found {
		run.Results = append(run.Results, sarifResultOf(r, &found[i], index, prints[i]))
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(sarifLog{
		Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run},
	})
}

func sarifRuleOf(info RuleInfo) sarifRule {
	return sarifRule{
		ID: info.Code, ShortDescription: sarifText{info.Summary}, FullDescription: sarifText{info.Summary},
		Help:                 sarifMarkdown{info.Manual, info.Manual},
		HelpURI:              toolURL + "/blob/main/docs/rules.md#" + string(info.Code),
		DefaultConfiguration: sarifConfig{sarifLevel(info.Severity)},
	}
}

func sarifLevel(s Severity) string {
	if s == Info {
		return "note"
	}
	return s.String()
}

func sarifResultOf(r *Report, d *Diagnostic, index map[Code]int, print string) sarifResult {
	res := sarifResult{
		RuleID: d.Code, Level: sarifLevel(d.Severity), Message: sarifText{d.Message},
		Locations:    []sarifLocation{{Physical: sarifPlace(r, d.At)}},
		Fingerprints: map[string]string{"mdwire/v1": print},
	}
	if i, ok := index[d.Code]; ok {
		res.RuleIndex = &i
	}
	for i, rel := range d.Related {
		res.RelatedLocations = append(res.RelatedLocations, sarifLocation{
			ID: &i, Physical: sarifPlace(r, rel.At), Message: &sarifText{rel.Message},
		})
	}
	for _, f := range d.Fixes {
		res.Fixes = append(res.Fixes, sarifFixOf(r, f))
	}
	return res
}

func sarifFixOf(r *Report, f Fix) sarifFix {
	out := sarifFix{Description: sarifText{f.Title}}
	for i, e := range f.Edits {
		if i == 0 || f.Edits[i-1].At.Path != e.At.Path { // one change for each file
			out.Changes = append(out.Changes, sarifChange{Artifact: sarifArtifact{r.uri(e.At.Path)}})
		}
		last := &out.Changes[len(out.Changes)-1]
		last.Replacements = append(last.Replacements, sarifReplacement{sarifRegionOf(e.At), sarifText{e.New}})
	}
	return out
}

func sarifPlace(r *Report, at Range) sarifPhysical {
	p := sarifPhysical{Artifact: sarifArtifact{r.uri(at.Path)}}
	if at.Start.IsValid() {
		region := sarifRegionOf(at)
		p.Region = &region
	}
	return p
}

func sarifRegionOf(at Range) sarifRegion {
	return sarifRegion{at.Start.Line, at.Start.Column, at.End.Line, at.End.Column}
}

// uri returns a path as a relative, percent-encoded URI.
func (r *Report) uri(file string) string {
	shown := r.show(file)
	if path.IsAbs(shown) || strings.HasPrefix(shown, "../") || strings.Contains(shown, ":/") {
		if shown = file; r.Below != nil {
			shown = r.Below(file)
		}
	}
	u := url.URL{Path: shown}
	return strings.TrimPrefix(u.String(), "/")
}
