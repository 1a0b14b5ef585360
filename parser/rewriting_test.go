package parser

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/mdwire/mdwire/diag"
)

// rewriting is another way to write the same pages. The result must stay the
// same, except for the differences that the rewriting declares.
type rewriting struct {
	name string
	// bytes rewrites a whole file, lines rewrites line by line. from is the
	// original line of a new line, 0 when there is none.
	bytes func(src []byte) []byte
	lines func(m fstest.MapFS, file string, src []sourceLine) []sourceLine
	// drop names the fields of inspect that the rewriting removes or changes.
	drop    []string
	columns bool      // findings keep their line and not their column
	moves   bool      // findings go to an include, which names the page
	but     diag.Code // the rule of findings that the rewriting adds or removes
}

// sourceLine is a line of a page with the construct that it is part of.
type sourceLine struct {
	text string
	in   lineKind
	from int
}

type lineKind int

const (
	inText lineKind = iota
	inFront
	inHeading
	inTable
	inComment
	inCode
	fenceMark
	blankLine
)

// sourceLines splits a page into lines.
func sourceLines(src string) []sourceLine {
	var out []sourceLine
	state := inText
	for i, text := range strings.Split(src, "\n") {
		l := sourceLine{text: text, in: state, from: i + 1}
		trimmed := strings.TrimSpace(text)
		switch {
		case i == 0 && text == "---":
			l.in, state = inFront, inFront
		case state == inFront && text == "---", state == inComment && strings.HasSuffix(trimmed, "-->"):
			state = inText
		case state == inCode && trimmed == "```":
			l.in, state = fenceMark, inText
		case state != inText:
		case strings.HasPrefix(trimmed, "```"):
			l.in, state = fenceMark, inCode
		case strings.HasPrefix(trimmed, "<!--"):
			l.in = inComment
			if !strings.HasSuffix(trimmed, "-->") {
				state = inComment
			}
		case strings.HasPrefix(text, "#"):
			l.in = inHeading
		case strings.HasPrefix(trimmed, "|"):
			l.in = inTable
		case trimmed == "":
			l.in = blankLine
		}
		out = append(out, l)
	}
	return out
}

// each returns a rewriting of single lines of a kind.
func each(in lineKind, f func(text string) string) func(fstest.MapFS, string, []sourceLine) []sourceLine {
	return func(_ fstest.MapFS, _ string, src []sourceLine) []sourceLine {
		out := slices.Clone(src)
		for i := range out {
			if out[i].in == in {
				out[i].text = f(out[i].text)
			}
		}
		return out
	}
}

func replaceAll(old, text string) func([]byte) []byte {
	return func(src []byte) []byte { return bytes.ReplaceAll(src, []byte(old), []byte(text)) }
}

func isTab(heading string) bool { return strings.Contains(heading, "(#tab/") }

var rewritings = []rewriting{
	{name: "CRLF", bytes: replaceAll("\n", "\r\n")},
	{name: "byte order mark", bytes: func(src []byte) []byte { return append([]byte("\ufeff"), src...) }},
	{name: "tildes for fences", lines: each(fenceMark, func(s string) string { return strings.Replace(s, "```", "~~~~", 1) })},
	{name: "blanks at line ends", lines: each(inTable, func(s string) string { return s + "  " })},
	{name: "no pipe at the end of a row", lines: each(inTable, func(s string) string {
		if cut := strings.TrimSuffix(s, "|"); !strings.HasSuffix(strings.TrimRight(cut, " "), "|") && !strings.HasSuffix(cut, `\`) {
			return cut
		}
		return s
	})},
	{name: "headings a level deeper", lines: each(inHeading, func(s string) string {
		if strings.HasPrefix(s, "##") {
			return "#" + s
		}
		return s
	})},
	{name: "headings with marks at the end", lines: each(inHeading, func(s string) string {
		if isTab(s) {
			return s
		}
		return s + " ##"
	})},
	{name: "headings without a space", but: diag.SectionMissing, lines: each(inHeading, func(s string) string {
		if isTab(s) {
			return s
		}
		return strings.Replace(s, "# ", "#", 1)
	})},
	{name: "fences in list items", columns: true, lines: inListItems},
	{name: "fences in tabs", lines: inTabs},
	{name: "requests in the info string", columns: true, lines: inInfoString},
	{name: "permissions in includes", moves: true, drop: []string{"permissions.line", "permissions.file"}, lines: includePermissions},
	{name: "Chinese", drop: []string{"title", "context", "permissions.routes"}, but: diag.PermissionContextUnknown, columns: true, lines: translated(chinese)},
	{name: "Portuguese", drop: []string{"title", "context", "permissions.routes"}, but: diag.PermissionContextUnknown, columns: true, lines: translated(portuguese)},
	{name: "two languages side by side", columns: true, lines: sideBySide},
	{name: "no front matter", drop: []string{"docType"}, lines: func(_ fstest.MapFS, _ string, src []sourceLine) []sourceLine {
		return slices.DeleteFunc(slices.Clone(src), func(l sourceLine) bool { return l.in == inFront })
	}},
}

// blockEnd returns the line that ends the fence which begins at or directly
// after the comment in line i, -1 when there is none.
func blockEnd(src []sourceLine, i int) int {
	for i < len(src) && (src[i].in == inComment || src[i].in == blankLine) {
		i++
	}
	if i >= len(src) || src[i].in != fenceMark {
		return -1
	}
	for i++; i < len(src); i++ {
		if src[i].in == fenceMark {
			return i
		}
	}
	return -1
}

// inListItems turns the blank line before a fence and its comment into the
// start of a list item that contains them.
func inListItems(_ fstest.MapFS, _ string, src []sourceLine) []sourceLine {
	out := slices.Clone(src)
	for i := 1; i < len(out); i++ {
		if out[i].in != inComment && out[i].in != fenceMark {
			continue
		}
		end := blockEnd(out, i)
		if end < 0 {
			continue
		}
		if out[i-1].in == blankLine && out[i-2].in != inTable {
			out[i-1].text = "1. Step"
			for k := i; k <= end; k++ {
				if out[k].text != "" {
					out[k].text = "   " + out[k].text
				}
			}
		}
		i = end
	}
	return out
}

// inTabs puts each fence with its comment into the HTTP tab of a group, unless
// it is in one.
func inTabs(_ fstest.MapFS, _ string, src []sourceLine) []sourceLine {
	var out []sourceLine
	tab := false
	form := func(texts ...string) {
		for _, t := range texts {
			out = append(out, sourceLine{text: t})
		}
	}
	for i := 0; i < len(src); i++ {
		tab = src[i].in == inHeading && isTab(src[i].text) || tab && src[i].text != "---"
		end := -1
		if src[i].in == inComment || src[i].in == fenceMark {
			end = blockEnd(src, i)
		}
		if end < 0 || tab {
			out = append(out, src[i])
			continue
		}
		form("# [HTTP](#tab/http)")
		out = append(out, src[i:end+1]...)
		form("", "# [C#](#tab/csharp)", "```csharp", "GET /not/this", "```", "", "---", "")
		i = end
	}
	return out
}

var requestAlone = regexp.MustCompile(`^(GET|POST|PATCH|PUT|DELETE) \S+$`)

// inInfoString moves the first line of requests to the info string of the
// fence.
func inInfoString(_ fstest.MapFS, _ string, src []sourceLine) []sourceLine {
	var out []sourceLine
	for i := 0; i < len(src); i++ {
		if src[i].in == fenceMark && src[i].text == "```http" && requestAlone.MatchString(src[i+1].text) {
			i++
			src[i].text = "```http " + src[i].text
		}
		out = append(out, src[i])
	}
	return out
}

// includePermissions moves permission tables into included files.
func includePermissions(m fstest.MapFS, file string, src []sourceLine) []sourceLine {
	var out []sourceLine
	for i := 0; i < len(src); i++ {
		if src[i].in != inTable || !strings.HasPrefix(src[i].text, "|Permission") || folder(file) != "api" {
			out = append(out, src[i])
			continue
		}
		table := "---\nms.topic: include\n---\n\n"
		for ; i < len(src) && src[i].in == inTable; i++ {
			table += src[i].text + "\n"
		}
		name := fmt.Sprintf("includes/permissions/%s-%d.md", pageName(file), len(out))
		m[path.Join(path.Dir(file), "..", name)] = &fstest.MapFile{Data: []byte(table)}
		out = append(out, sourceLine{text: `<!-- { "blockType": "permissions", "name": "x" } -->`}, sourceLine{text: "[!INCLUDE [permissions-table](../" + name + ")]"})
		i--
	}
	return out
}
