package plan

import (
	"testing"

	"github.com/mdwire/mdwire/validate"
)

func TestPrimitives(t *testing.T) {
	seen := map[string]bool{}
	for _, p := range primitives {
		if p.sample != "" && !p.decodes([]byte(p.sample)) {
			t.Errorf("%v: the sample value %s does not decode", p.names, p.sample)
		}
		if p.want == "" || p.decodes([]byte(`{`)) {
			t.Errorf("%v: malformed JSON is not refused, or refused without a reason", p.names)
		}
		if primitiveOf(p.goType) != p {
			t.Errorf("%v: the Go type %s has another row", p.names, p.goType.Name)
		}
		for _, name := range p.names {
			if seen[name] {
				t.Errorf("%s has two rows", name)
			}
			seen[name] = true
			if validate.Primitive(name) == nil && p.goType != rawJSON {
				t.Errorf("validate does not know the JSON of %s", name)
			}
		}
	}
	if !primitiveOf(numberType).decodes([]byte("1")) || primitiveOf(numberType).decodes([]byte(`"1"`)) {
		t.Error("json.Number must refuse a number in quotes: it would be encoded without them")
	}
}
