package vocab

// english has no headings; [sectionSlugs] has the English ones.
var english = language{
	propertyHeads: []string{
		"property", "property name", "properties", "property/parameter", "property or parameter", "field", "field name",
		"attribute", "attribute name", "navigation property", "property or relationship",
	},
	relationHeads: []string{"relationship", "relationships", "relationship name", "relation", "navigation", "relationship type"},
	memberHeads: []string{
		"member", "member name", "members", "enum member", "enumeration member", "enumeration value", "enum value",
		"possible value", "possible values", "valid values",
	},
	nameHeads: []string{
		"name", "parameter", "parameter name", "header", "header name", "headers", "parameters", "query parameter",
		"query option", "option", "request header", "key", "argument", "header or parameter",
	},
	typeHeads:  []string{"type", "data type", "property type", "parameter type", "datatype", "object type", "return type", "value type"},
	valueHeads: []string{"value", "values", "numeric value", "int value"},
	docHeads: []string{
		"description", "descriptions", "description/comments", "details", "comments", "notes", "meaning", "definition", "remarks", "summary",
	},
	requiredHeads: []string{"required", "mandatory"},

	permissionTypeHeads: []string{"permission type", "permissions type"},
	permissionHeads:     []string{"permission"},
	least:               []string{"least"},
	most:                []string{"most"},
	higher:              []string{"higher"},
	personal:            []string{"personal"},
	work:                []string{"delegated", "work or school"},
	account:             []string{"account"},
	application:         []string{"application"},
	unsupported: []string{
		"not supported", "not support", "unsupported", "none", "not applicable", "n/a", "na", "not available",
		"no permissions required", "not required",
	},
	and: []string{"and", "plus", "&", "+"},
	or:  []string{"or", "either"},

	primitives: map[string][]string{
		"String":         {"string", "strings", "text", "url", "uri", "str", "enum"},
		"Boolean":        {"boolean", "bool"},
		"Int32":          {"int32", "int", "integer", "number"},
		"Int64":          {"long", "int64"},
		"Int16":          {"int16"},
		"Byte":           {"byte"},
		"SByte":          {"sbyte"},
		"Double":         {"double"},
		"Single":         {"float", "single"},
		"Decimal":        {"decimal", "numeric"},
		"DateTimeOffset": {"datetimeoffset", "datetime", "timestamp"},
		"Date":           {"date"},
		"TimeOfDay":      {"timeofday", "time"},
		"Duration":       {"duration"},
		"Guid":           {"guid"},
		"Binary":         {"binary", "bytes"},
		"Stream":         {"stream"},
		"Untyped":        {"json", "untyped", "object", "any", "untyped json object"},
	},
	collection:       []string{"collection"},
	collectionCalls:  []string{"collection(", "collection ("},
	collectionEnds:   []string{" collection", " list", " array"},
	collectionStarts: []string{"collection of "},
	listOf:           []string{"collection of", "list of", "array of", "set of"},
	objects:          []string{"object", " "},
	typeNouns:        []string{"object", "collection", "resource"},
	looseTypeNouns: []string{
		"resource", "object", "enum", "type", "resource type", "complex type", "enumeration", "collection",
		"resource collection", "object collection",
	},
	titleNouns: []string{
		"resource", "resources", "type", "types", "enum", "enumeration", "enumerated", "complex", "entity", "facet",
		"object", "property", "deprecated", "-",
	},
	titleAnchors: []string{"-resource-type", "-enum-type"},
	openType:     []string{"(open type)"},
	enumHeadings: []string{"value", "enum", "member", "type", "propert"},
	inherits: []string{
		"nherits from", "nherited from", "erived from", "erives from", "nherits the", "ubtype of",
	},
	possibleValueStems: []string{"alues"},
	possibleValues: []string{
		"ossible values", "alid values", "llowed values", "upported values", "cceptable values", "alues are",
	},

	noBody: []string{
		"do not supply", "don't supply", "do not specify", "do not provide", "none", "no request body", "this method does not",
		"there is no request body", "empty",
	},
	yes:             []string{"yes", "y", "required", "true", "x", "✓", "✔"},
	statusNouns:     []string{"response", "status", "code", "or ", "and ", "a ", "success"},
	alerts:          []string{"Note", "Important", "Caution", "Warning", "Tip"},
	responseLabels:  []string{"response"},
	namespaceLabels: []string{"namespace"},
}
