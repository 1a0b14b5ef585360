package lint

import (
	"github.com/mdwire/mdwire/config"
	"github.com/mdwire/mdwire/diag"
)

// SchemaDefinitions returns the JSON Schema definitions that the schemas of
// lint's keys refer to.
func (c Catalog) SchemaDefinitions() map[string]any {
	severities := map[string]any{"enum": []any{"error", "warning", "info", "off", false}}
	rules := map[string]any{}
	for _, r := range c {
		rules[string(r.Code)] = map[string]any{
			"description": r.Summary(),
			"oneOf": []map[string]any{severities, {
				"type": "object", "additionalProperties": false, "required": []string{"severity"},
				"properties": map[string]any{"severity": severities},
			}},
		}
	}
	return map[string]any{"rules": map[string]any{"type": "object", "additionalProperties": false, "properties": rules}}
}

func rulesSchema(description string) map[string]any {
	return map[string]any{"description": description, "$ref": "#/definitions/rules"}
}

func levelSchema() map[string]any {
	return map[string]any{
		"description": "The mildest severity that is reported.",
		"enum":        []any{diag.Error.String(), diag.Warning.String(), diag.Info.String()},
	}
}

func profilesSchema() map[string]any {
	return map[string]any{
		"description": "Severities for some pages. \"intune\" is built in; off removes it.",
		"type":        "object",
		"additionalProperties": map[string]any{"oneOf": []map[string]any{
			{"enum": []any{"off", false}},
			{"type": "object", "additionalProperties": false, "properties": map[string]any{
				"paths": config.WordsSchema("Globs of the pages' paths."),
				"rules": rulesSchema("Severities by rule."),
			}},
		}},
	}
}

func keyListsSchema() map[string]any {
	return map[string]any{
		"description": "Keys that front matter must have. An entry that is a list names alternatives.",
		"type":        "array",
		"items":       map[string]any{"oneOf": []map[string]any{{"type": "string"}, config.WordsSchema("Alternatives.")}},
	}
}
