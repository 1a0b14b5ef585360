package lint

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/mdwire/mdwire/diag"
)

// Manual returns docs/rules.md: the manual of all rules, as "mdwire explain"
// prints it one by one.
func Manual() string {
	var b strings.Builder
	b.WriteString(`# Rules of mdwire lint

Made from the code by ''UPDATE_GOLDEN=1 go test ./lint''; changes belong there. In the bad
pages, what a rule points at stands between « and »; bad and good pages run as tests.

| rule | severity | finds |
|:--|:--|:--|
`)
	for _, r := range Rules {
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s |\n", r.Name, r.Name, r.Severity, strings.ReplaceAll(r.Summary(), "|", `\|`))
	}
	b.WriteString("\nInfos are not reported unless asked for (`--level info`, or a severity in mdwire.yaml).\n")
	for _, r := range Rules {
		section(&b, r)
	}
	return unquote.Replace(b.String())
}

func section(b *strings.Builder, r *Rule) {
	fmt.Fprintf(b, "\n## %s\n\n%s. %s\n", r.Name, strings.ToUpper(r.Severity.String()[:1])+r.Severity.String()[1:], r.ManualText())
	for _, ex := range []struct{ title, text string }{{"Bad", r.BadText()}, {"Good", r.GoodText()}} {
		if ex.text != "" {
			fmt.Fprintf(b, "\n%s:\n\n````markdown\n%s\n````\n", ex.title, strings.Trim(ex.text, "\n"))
		}
	}
}

// Schema returns the JSON Schema of mdwire.yaml, which editors complete and
// check it by.
func Schema() ([]byte, error) {
	type m = map[string]any
	severities := m{"enum": []any{"error", "warning", "info", "off", false}}
	rules := m{}
	for _, r := range Rules {
		rules[r.Name] = m{
			"description": r.Summary(),
			"oneOf": []m{severities, {
				"type": "object", "additionalProperties": false, "required": []string{"severity"},
				"properties": m{"severity": severities},
			}},
		}
	}
	ruleSet := m{"type": "object", "additionalProperties": false, "properties": rules}
	words := m{"type": "array", "items": m{"type": "string", "minLength": 1}}
	return json.MarshalIndent(m{
		"$schema": "http://json-schema.org/draft-07/schema#",
		"title":   "mdwire.yaml", "description": "What mdwire lint checks.",
		"type": "object", "additionalProperties": false,
		"definitions": m{"rules": ruleSet, "words": words},
		"properties": m{
			"level": m{"description": "The least severity that is reported.", "enum": []any{diag.Error.String(), diag.Warning.String(), diag.Info.String()}},
			"rules": m{"description": "Severities by rule.", "$ref": "#/definitions/rules"},
			"profiles": m{
				"description": "Severities for some pages. \"intune\" is built in: off drops it.",
				"type":        "object",
				"additionalProperties": m{"oneOf": []m{
					{"enum": []any{"off", false}},
					{"type": "object", "additionalProperties": false, "properties": m{
						"paths": m{"description": "Globs that the pages' paths are matched with.", "$ref": "#/definitions/words"},
						"rules": m{"$ref": "#/definitions/rules"},
					}},
				}},
			},
			"required-keys": m{
				"description": "What front matter must hold; in an entry that is a list, one will do.",
				"type":        "array", "items": m{"oneOf": []m{{"type": "string"}, words}},
			},
			"allowed-hosts":    m{"description": "Hosts that examples may call, as contoso.com or *.contoso.com.", "$ref": "#/definitions/words"},
			"permissions-file": m{"description": "A file of all permissions, one a line, beside this one.", "type": "string"},
		},
	}, "", "  ")
}
