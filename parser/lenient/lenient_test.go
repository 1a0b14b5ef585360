package lenient

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestReadStrict(t *testing.T) {
	for _, src := range []string{`{}`, ` [1, "…", 'x'] `[:0] + `[1]`, "\n{\"a\": {\"b\": null}}\n", `"x"`, `1e5`} {
		in := []byte(src)
		got := Read(in)
		if len(got.Defects) > 0 || len(in) > 0 && &got.JSON[0] != &in[0] {
			t.Errorf("Read(%q) = %q, %v", src, got.JSON, got.Defects)
		}
	}
}

func TestReadRepairs(t *testing.T) {
	for _, tt := range []struct{ src, want, defects string }{
		{`{"a": 1,}`, `{"a": 1}`, "7 trailing comma"},
		{`[1, 2, ]`, `[1, 2 ]`, "5 trailing comma"},
		{`[1,, 2]`, `[1, 2]`, "3 extra comma"},
		{`[, 1]`, `[ 1]`, "1 extra comma"},
		{"{\"a\": 1\n\"b\": 2}", "{\"a\": 1,\n\"b\": 2}", "7 missing comma"},
		{`[{"a": 1} {"a": 2}]`, `[{"a": 1}, {"a": 2}]`, "9 missing comma"},
		{`{"a" 1}`, `{"a": 1}`, "4 missing colon"},
		{`{"a" = 1}`, `{"a" : 1}`, "5 missing colon"},
		{`{"a": , "b": 1}`, `{"a": null , "b": 1}`, "5 missing value"},
		{`{"a"}`, `{"a": null}`, "4 missing value"},
		{"{\"a\": 1 // one\n}", "{\"a\": 1 \n}", "8 comment"},
		{`{/* x */"a": 1}`, `{"a": 1}`, "1 comment"},
		{`[1, ...]`, `[1]`, "2 ellipsis"},
		{`[1, …, 2]`, `[1, 2]`, "2 ellipsis"},
		{`[..., 2]`, `[ 2]`, "1 ellipsis"},
		{`[...]`, `[]`, "1 ellipsis"},
		{`[1 ... ]`, `[1  ]`, "3 ellipsis"},
		{`{...}`, `{}`, "1 ellipsis"},
		{`{"a": 1, ... }`, `{"a": 1 }`, "7 ellipsis"},
		{`{"a": ...}`, `{"a": null}`, "6 ellipsis"},
		{`{"a": 1, "..."}`, `{"a": 1, "...": null}`, "14 ellipsis"},
		{"{\"a\": 1}\n...\n", "{\"a\": 1}\n\n", "9 ellipsis"},
		{"{\"a\": 1, // x\n ...}", "{\"a\": 1 \n }", "7 ellipsis, 9 comment, 15 ellipsis"},
		{`{“a”: “b”}`, `{"a": "b"}`, "1 smart quote, 5 smart quote, 10 smart quote, 14 smart quote"},
		{"{\"a\": \"b”,\n\"c\": 1}", "{\"a\": \"b\",\n\"c\": 1}", "8 smart quote"},
		{`{'a': 'it's "b"'}`, `{"a": "it's \"b\""}`, "1 single quote, 3 single quote, 6 single quote, 12 unescaped quote in a string, 14 unescaped quote in a string, 15 single quote"},
		{`{a: 1, @odata.x: 2}`, `{"a": 1, "@odata.x": 2}`, "1 unquoted key, 7 unquoted key"},
		{`{"a": True, "b": None}`, `{"a": true, "b": null}`, "6 unquoted value, 17 unquoted value"},
		{`{"a": <id>, "b": {id}}`, `{"a": "<id>", "b": "{id}"}`, "6 unquoted value, 17 unquoted value"},
		{"{\"a\": 2020-01-01T00:00:00Z\n}", "{\"a\": \"2020-01-01T00:00:00Z\"\n}", "6 unquoted value"},
		{`[some words, 1]`, `["some words", 1]`, "1 unquoted value"},
		{`[true false]`, `["true false"]`, "1 unquoted value"},
		{"{\u00a0\"a\": 1\u200b}", "{ \"a\": 1}", "1 no-break space or similar, 9 no-break space or similar"},
		{"{\"a\": \"b\tc\nd\"}", `{"a": "b\tc\nd"}`, "8 control character in a string, 10 control character in a string"},
		{"{\"a\": \"b,\n\"c\": 1}", "{\"a\": \"b\",\n\"c\": 1}", "8 not closed"},
		{`{"a": "b\_c\'d"}`, `{"a": "b\\_c'd"}`, "8 invalid escape, 11 invalid escape"},
		{`{"a": "<b c="d">e"}`, `{"a": "<b c=\"d\">e"}`, "12 unescaped quote in a string, 14 unescaped quote in a string"},
		{"{\"a\": \"\xff\"}", "{\"a\": \"\ufffd\"}", "7 invalid UTF-8"},
		{"\ufeff{}", "{}", "0 byte order mark"},
		{"?{}", "{}", "0 byte order mark"},
		{`{"a": 1}}`, `{"a": 1}`, "8 text after the value"},
		{"{}\nand so on", "{}\n", "3 text after the value"},
		{`[{"a": 1]`, `[{"a": 1}]`, "8 not closed"},
		{`{"a": 1]`, `{"a": 1}`, "7 wrong bracket"},
		{`{"a": [1`, `{"a": [1]}`, "8 not closed, 8 not closed"},
		{`{"a": "b`, `{"a": "b"}`, "8 not closed, 8 not closed"},
		{`{"a": {"b": 1,`, `{"a": {"b": 1}}`, "13 trailing comma, 14 not closed, 14 not closed"},
		{`"a": 1, "b": {}`, `{"a": 1, "b": {}}`, "0 missing braces, 15 missing braces"},
	} {
		got := Read([]byte(tt.src))
		var ds []string
		for _, d := range got.Defects {
			ds = append(ds, fmt.Sprintf("%d %s", d.Start, d.Kind))
		}
		if string(got.JSON) != tt.want || strings.Join(ds, ", ") != tt.defects {
			t.Errorf("Read(%q) = %q, %s;\n want %q, %s", tt.src, got.JSON, strings.Join(ds, ", "), tt.want, tt.defects)
		}
	}
}

func TestReadHopeless(t *testing.T) {
	for _, src := range []string{
		"", "  ", "plain words", "...", "<html></html>", "{Raw bytes of the file}", "{id}", "{{}}",
		strings.Repeat("[", 10_000), strings.Repeat(`{"a":`, 600) + "1,}",
	} {
		got := Read([]byte(src))
		if got.JSON != nil || len(got.Defects) == 0 || got.Defects[len(got.Defects)-1].Kind != Hopeless {
			t.Errorf("Read(%.40q) = %.40q, %v", src, got.JSON, got.Defects)
		}
	}
}

func TestOffset(t *testing.T) {
	src := "\ufeff{a: 'b', // c\n\"d\": [1, ...], \"e\": 2,}"
	got := Read([]byte(src))
	for _, s := range []string{`b`, `"d"`, `1`, `"e"`, `2`, `}`} {
		at := bytes.LastIndex(got.JSON, []byte(s))
		if off := got.Offset(at); off != strings.LastIndex(src, s) {
			t.Errorf("%s at %d of %s: offset %d; want %d", s, at, got.JSON, off, strings.LastIndex(src, s))
		}
	}
}

func TestReadHostile(t *testing.T) {
	for _, unit := range []string{
		"\"a\n", "“\n", "'\n", "{", "[", "{\"a\":", "\"\"a", "...", ",", "/*", "//", "\\", "\"\\", "a ", "\u00a0", "{a", "}", "]",
	} {
		for _, head := range []string{"[", "{", "\"", "[\"\n"} {
			src := []byte(head + strings.Repeat(unit, 50_000))
			start := time.Now()
			Read(src)
			if took := time.Since(start); took > 2*time.Second {
				t.Errorf("%q and many %q took %v", head, unit, took)
			}
		}
	}
	src := []byte("[\"" + strings.Repeat("\n", 200_000) + "\"" + strings.Repeat(" ", 200_000) + ",]")
	start := time.Now()
	Read(src)
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("a string of newlines took %v", took)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		`{"a": 1,}`, `[1, ... , 'x' “y” // z`, "{a: True, \"b\": \"c\n\"d\": {e}}", "\"a\": 1, /* b */", "\ufeff{\"\\'\": <x>}",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		got := Read(src)
		if got.JSON != nil && (!json.Valid(got.JSON) || !utf8.Valid(got.JSON)) {
			t.Fatalf("Read(%q) = %q", src, got.JSON)
		}
		if json.Valid(src) && utf8.Valid(src) && (len(got.Defects) > 0 || !bytes.Equal(got.JSON, src)) {
			t.Fatalf("Read(%q) = %q, %v", src, got.JSON, got.Defects)
		}
		at := 0
		for _, d := range got.Defects {
			if d.Start < at || d.End < d.Start || d.End > len(src) || d.Kind.String() == "" {
				t.Fatalf("Read(%q): bad defect %v of %v", src, d, got.Defects)
			}
			at = d.End
		}
		for i := range got.JSON {
			if off := got.Offset(i); off < 0 || off > len(src) {
				t.Fatalf("Read(%q): offset %d of %d", src, off, i)
			}
		}
	})
}
