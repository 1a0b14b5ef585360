package config

import "encoding/json"

// Schema returns the JSON Schema of a file of these keys, for completion and checks
// in editors. definitions are the schemas that those of the keys refer to.
func Schema(keys []Key, definitions map[string]any) ([]byte, error) {
	schema := ObjectSchema("The configuration of mdwire.", keys)
	schema["$schema"] = "http://json-schema.org/draft-07/schema#"
	schema["title"] = File
	schema["definitions"] = definitions
	return json.MarshalIndent(schema, "", "  ")
}

// ObjectSchema is the schema of a mapping of known keys.
func ObjectSchema(description string, keys []Key) map[string]any {
	properties := map[string]any{}
	for _, k := range keys {
		properties[k.Name] = k.Schema
	}
	return map[string]any{"description": description, "type": "object", "additionalProperties": false, "properties": properties}
}

// WordSchema is the schema of a value that [Word] reads.
func WordSchema(description string) map[string]any {
	return map[string]any{"description": description, "type": "string", "minLength": 1}
}

// StringsSchema is the schema of a mapping of strings.
func StringsSchema(description string) map[string]any {
	return map[string]any{"description": description, "type": "object", "additionalProperties": map[string]any{"type": "string", "minLength": 1}}
}

// WordsSchema is the schema of a value that [Words] reads.
func WordsSchema(description string) map[string]any {
	return map[string]any{"description": description, "type": "array", "items": map[string]any{"type": "string", "minLength": 1}}
}
