package ir

import (
	"bufio"
	"cmp"
	"encoding/json"
	"io"
	"slices"

	"github.com/mdwire/mdwire/diag"
)

// WriteInspect prints a spec, one JSON object per line: all pages in path
// order, then a summary with the counts of findings. A page with several
// operations has a line for each. The format is a public contract; it may only get
// new fields.
func WriteInspect(w io.Writer, spec *Spec, counts diag.Counts) error {
	b := bufio.NewWriterSize(w, 64<<10)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	for _, p := range pagesInOrder(spec) {
		if err := enc.Encode(p.line()); err != nil {
			return err
		}
	}
	if err := enc.Encode(newSummary(spec, counts)); err != nil {
		return err
	}
	return b.Flush()
}

// pages counts the pages. The elements of one page follow each other.
func (s *Spec) pages() int {
	n, last := len(s.Others), ""
	for i := range s.Operations {
		if file := s.Operations[i].File; file != last {
			n, last = n+1, file
		}
	}
	for i := range s.Resources {
		if file := s.Resources[i].File; file != last {
			n, last = n+1, file
		}
	}
	return n
}

// pageRef is a page with a function that makes its line. Lines are made only
// when they are printed, because a docs tree has thousands.
type pageRef struct {
	file string
	line func() any
}

func pagesInOrder(spec *Spec) []pageRef {
	var refs []pageRef
	for i := range spec.Operations {
		op := &spec.Operations[i]
		refs = append(refs, pageRef{op.File, func() any { return newOperationLine(op) }})
	}
	for i := range spec.Resources {
		r := &spec.Resources[i]
		refs = append(refs, pageRef{r.File, func() any { return newResourceLine(r) }})
	}
	for i := range spec.Others {
		p := &spec.Others[i]
		refs = append(refs, pageRef{p.File, func() any { return newOtherLine(p) }})
	}
	slices.SortStableFunc(refs, func(a, b pageRef) int { return cmp.Compare(a.file, b.file) })
	return refs
}

type otherLine struct {
	Kind    string `json:"kind"`
	File    string `json:"file"`
	Title   string `json:"title,omitempty"`
	Version string `json:"version,omitempty"`
	DocType string `json:"docType"`
}

func newOtherLine(p *Page) otherLine {
	return otherLine{"other", p.File, p.Title, p.Version, p.DocType}
}

type resourceLine struct {
	Kind          string         `json:"kind"`
	File          string         `json:"file"`
	Name          string         `json:"name,omitempty"`
	Title         string         `json:"title,omitempty"`
	Anchor        string         `json:"anchor,omitempty"`
	Version       string         `json:"version,omitempty"`
	DocType       string         `json:"docType,omitempty"`
	BaseType      string         `json:"baseType,omitempty"`
	KeyProperty   string         `json:"keyProperty,omitempty"`
	OpenType      bool           `json:"openType"`
	Abstract      bool           `json:"abstract,omitempty"`
	Properties    []propertyJSON `json:"properties,omitempty"`
	Relationships []propertyJSON `json:"relationships,omitempty"`
	Members       []memberJSON   `json:"members,omitempty"`
	Enums         []enumJSON     `json:"enums,omitempty"`
}

type propertyJSON struct {
	Name       string `json:"name"`
	Type       string `json:"type"`
	Collection bool   `json:"collection"`
	Map        bool   `json:"map,omitempty"`
	Required   bool   `json:"required,omitempty"`
	Line       int    `json:"line,omitempty"`
}

type memberJSON struct {
	Name  string `json:"name"`
	Value string `json:"value,omitempty"`
}

type enumJSON struct {
	Name    string       `json:"name"`
	Members []memberJSON `json:"members"`
	Line    int          `json:"line,omitempty"`
}

func newResourceLine(r *Resource) resourceLine {
	l := resourceLine{
		Kind: "resource", File: r.File, Name: r.Name, Title: r.Title, Anchor: r.Anchor, Version: r.Version, DocType: r.DocType,
		BaseType: r.BaseType, KeyProperty: r.KeyProperty, OpenType: r.OpenType, Abstract: r.Abstract,
		Properties: newProperties(r.Properties), Relationships: newProperties(r.Relationships),
		Members: newMembers(r.Members),
	}
	for _, e := range r.Enums {
		l.Enums = append(l.Enums, enumJSON{e.Name, newMembers(e.Members), e.At.Start.Line})
	}
	return l
}

func newProperties(ps []Property) []propertyJSON {
	var out []propertyJSON
	for _, p := range ps {
		out = append(out, propertyJSON{p.Name, p.Type.Name, p.Type.Collection, p.Type.Map, p.Required, p.At.Start.Line})
	}
	return out
}

func newMembers(ms []Member) []memberJSON {
	var out []memberJSON
	for _, m := range ms {
		out = append(out, memberJSON{m.Name, m.Value})
	}
	return out
}

type summaryLine struct {
	Kind        string     `json:"kind"`
	Pages       int        `json:"pages"`
	Operations  int        `json:"operations"`
	Resources   int        `json:"resources"`
	Other       int        `json:"other"`
	Routes      int        `json:"routes"`
	Examples    int        `json:"examples"`
	Diagnostics countsJSON `json:"diagnostics"`
}

type countsJSON struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Info    int `json:"info"`
}

func newSummary(spec *Spec, c diag.Counts) summaryLine {
	s := summaryLine{
		Kind: "summary", Operations: len(spec.Operations), Resources: len(spec.Resources), Other: len(spec.Others),
		Diagnostics: countsJSON{c.Errors, c.Warnings, c.Infos},
	}
	s.Pages = spec.pages()
	for i := range spec.Operations {
		s.Routes += len(spec.Operations[i].Routes)
		for k := range spec.Operations[i].Examples {
			if spec.Operations[i].Examples[k].Request != nil {
				s.Examples++
			}
		}
	}
	return s
}
