package validate_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/validate"
)

// outline writes a value and its places in one line.
func outline(j validate.JSON, v *validate.Value) string {
	s := fmt.Sprintf("%d-%d", v.Start, v.End)
	if v.NameEnd > 0 {
		s = fmt.Sprintf("%q@%d-%d=", v.Name, v.NameStart, v.NameEnd) + s
	}
	var inner []string
	for i := range v.Values {
		inner = append(inner, outline(j, &v.Values[i]))
	}
	switch v.Kind {
	case validate.Object:
		return s + "{" + strings.Join(inner, " ") + "}"
	case validate.Array:
		return s + "[" + strings.Join(inner, " ") + "]"
	}
	return s + ":" + j.Raw(v)
}

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		`{}`:                       `0-2{}`,
		" [1, true ,null]\n":       `1-16[2-3:1 5-9:true 11-15:null]`,
		`{"a": {"b": "c"}, "a":0}`: `0-24{"a"@1-4=6-16{"b"@7-10=12-15:"c"} "a"@18-21=22-23:0}`,
		`{"a\"\u00e9\/": -1.5e3}`:  `0-23{"a\"é/"@1-14=16-22:-1.5e3}`,
		`"\ud83d\ude00"`:           `0-14:"\ud83d\ude00"`,
	} {
		j, err := validate.Parse(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if d := cmp.Diff(want, outline(j, &j.Root)); d != "" {
			t.Errorf("%s (-want +got):\n%s", text, d)
		}
	}
	j, _ := validate.Parse(`"\ud83d\ude00\/\n"`)
	if got, want := j.String(&j.Root), "😀/\n"; got != want {
		t.Errorf("String = %q, want %q", got, want)
	}
}

func TestParseErrors(t *testing.T) {
	deep := strings.Repeat("[", 201) + strings.Repeat("]", 201)
	for _, text := range []string{"", " ", "{", `{"a"}`, "[1,]", "nul", "{} {}", `{a: 1}`, deep} {
		if j, err := validate.Parse(text); err == nil {
			t.Errorf("%.20s: %s, want an error", text, outline(j, &j.Root))
		}
	}
	if _, ok := validate.ParseValid(deep[1 : len(deep)-1]); !ok {
		t.Error("200 levels are not read")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`{"a": [1, "b", {"c": null}], "a": true}`, `"\""`, `[[],{}]`, `{"a": }`, "-0.1e+5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		j, ok := validate.ParseValid(text) // must not panic on other text either
		if !json.Valid([]byte(text)) || !ok {
			return
		}
		var check func(v *validate.Value)
		check = func(v *validate.Value) {
			if !json.Valid([]byte(j.Raw(v))) {
				t.Fatalf("%q: no value at %d-%d", text, v.Start, v.End)
			}
			for i := range v.Values {
				check(&v.Values[i])
			}
		}
		check(&j.Root)
	})
}
