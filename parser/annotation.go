package parser

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/lenient"
	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// annotation is the JSON comment above a fence. It declares the kind of the fence.
type annotation struct {
	block      string   // blockType: "request", "response", "resource", "ignored" and others
	names      []string // nearly always one
	typ        string   // @odata.type, or @type
	collection bool
	truncated  bool
	base       string
	hasBase    bool
	key        string
	open       bool
	abstract   bool
	note       *page.Note
	blockAt    page.Span // the value of blockType, in the JSON as written
	keyAt      page.Span // the value of keyProperty, likewise
}

// maxNames limits the number of requests for one response. Real responses have
// five.
const maxNames = 64

func (a *annotation) name() string {
	if a == nil || len(a.names) == 0 {
		return ""
	}
	return a.names[0]
}

// annotation returns the annotation in a comment, nil when the comment is not
// the annotation of a fence. Each comment is read once.
func (r *reader) annotation(n *page.Note) *annotation {
	if n == nil || !n.JSON {
		return nil
	}
	if a, ok := r.notes[n]; ok {
		return a
	}
	a := r.readAnnotation(n)
	r.notes[n] = a
	return a
}

func (r *reader) readAnnotation(n *page.Note) *annotation {
	from := strings.IndexByte(n.Text, '{')
	text := []byte(n.Text[from:])
	if bytes.IndexByte(text, '\r') >= 0 {
		text = []byte(n.Code(from).Content)
	}
	res := lenient.Read(text)
	if d, ok := firstDefect(res.Defects, text); ok {
		code := n.Code(from)
		r.report(diag.AnnotationInvalidJSON, diag.Warning, code.SourceSpan(d.Start, d.End),
			"the JSON in the comment is not valid: %s", defectText(d, text))
		r.fixJSON(res, code.SourceSpan)
	}
	a := &annotation{note: n}
	if res.JSON == nil {
		a.salvage(text)
	} else {
		eachMember(res.JSON, func(name, value []byte) bool {
			switch string(name) {
			case "blockType":
				a.blockAt = valueSpan(res, value)
			case "keyProperty":
				a.keyAt = valueSpan(res, value)
			}
			return a.member(name, value)
		})
	}
	if a.block == "" || a.block == "permissions" { // it is above an include of permissions
		return nil
	}
	return a
}

// valueSpan returns the span of a value of res.JSON in the JSON as written.
func valueSpan(res lenient.Result, value []byte) page.Span {
	start := offsetIn(res.JSON, value)
	return page.Span{Start: res.Offset(start), End: res.Offset(start + len(value))}
}

// rangeIn returns the range of a span of the annotation's JSON, zero for the zero
// Span.
func (r *reader) rangeIn(a *annotation, s page.Span) diag.Range {
	if s.IsZero() {
		return diag.Range{}
	}
	code := a.note.Code(strings.IndexByte(a.note.Text, '{'))
	return r.page.Range(code.SourceSpan(s.Start, s.End))
}

// firstDefect returns the first defect of the JSON in a comment. A remark after
// the JSON is not a defect: "{ … } // generated".
func firstDefect(ds []lenient.Defect, text []byte) (lenient.Defect, bool) {
	if len(ds) == 0 || ds[0].Kind == lenient.Comment && len(bytes.TrimSpace(text[ds[0].End:])) == 0 {
		return lenient.Defect{}, false
	}
	return ds[0], true
}

// defectText describes a defect of a JSON text and quotes it, except where the
// quotation would only repeat the description.
func defectText(d lenient.Defect, text []byte) string {
	if d.End <= d.Start || d.End > len(text) || d.Kind == lenient.TrailingComma || d.Kind == lenient.ExtraComma {
		return d.Kind.String()
	}
	quoted := page.Clip(string(text[d.Start:d.End]))
	if strings.Contains(quoted, `"`) || !strconv.CanBackquote(quoted) {
		return fmt.Sprintf("%s (%q)", d.Kind, quoted)
	}
	return fmt.Sprintf("%s (\"%s\")", d.Kind, quoted) // %q would double a backslash
}

// blockType returns the value in lower case. It does not allocate for the usual
// values.
func blockType(v []byte) string {
	for _, t := range [...]string{"ignored", "request", "response", "resource", "example"} {
		if len(v) == len(t)+2 && string(v[1:len(v)-1]) == t {
			return t
		}
	}
	return strings.ToLower(unquote(v))
}

// member sets the field of a member of the JSON. It returns true, so that all
// members are visited.
func (a *annotation) member(name, value []byte) bool {
	switch string(name) {
	case "blockType":
		a.block = blockType(value)
	case "name":
		a.names = stringList(value)
		a.names = a.names[:min(len(a.names), maxNames)]
	case "@odata.type", "@type":
		if a.typ == "" || string(name) == "@odata.type" {
			a.typ = strings.TrimSpace(unquote(value))
		}
	case "isCollection":
		a.collection = isTrue(value)
	case "truncated":
		a.truncated = isTrue(value)
	case "baseType":
		a.base, a.hasBase = strings.TrimSpace(unquote(value)), value[0] == '"'
	case "keyProperty":
		a.key = unquote(value)
	case "openType":
		a.open = isTrue(value)
	case "abstract", "isAbstract":
		a.abstract = isTrue(value)
	}
	return true
}

// salvage reads the string values of the important keys from JSON that cannot
// be repaired.
func (a *annotation) salvage(text []byte) {
	for _, key := range []string{"blockType", "name", "@odata.type", "baseType", "keyProperty", "truncated", "isCollection"} {
		_, rest, ok := bytes.Cut(text, []byte(`"`+key+`"`))
		if !ok {
			continue
		}
		rest = bytes.TrimLeft(rest, " \t\r\n:")
		end := skipValue(rest, 0)
		if v := rest[:end]; len(v) > 0 && v[0] != '[' && v[0] != '{' {
			a.member([]byte(key), v)
		}
	}
}

// typeName returns the type in the annotation of a type, "" if there is none.
func (a *annotation) typeName() string {
	if a == nil {
		return ""
	}
	name, _ := vocab.CutCollection(strings.TrimPrefix(a.typ, "#"))
	if !vocab.IsName(name) {
		return ""
	}
	return name
}

// typeRef returns the type in the annotation of a response, as written but
// without "Collection(…)".
func (a *annotation) typeRef() ir.TypeRef {
	if a == nil {
		return ir.TypeRef{}
	}
	name, list := vocab.CutCollection(strings.TrimPrefix(a.typ, "#"))
	return ir.TypeRef{Name: name, Collection: list || a.collection}
}

// orphans reports annotations that no fence follows.
func (r *reader) orphans() {
	for i := range r.page.Blocks {
		n := r.page.Blocks[i].Note
		if n == nil || n.Bound {
			continue
		}
		a := r.annotation(n)
		if a == nil || a.block == "ignored" && r.roles[r.page.Blocks[i].Section] == vocab.SecPermissions {
			continue // for a tool: it must not generate the permission table again
		}
		r.report(diag.AnnotationOrphaned, diag.Warning, n.Span, "no code block in the same section follows the annotation with blockType %q", a.block)
	}
}
