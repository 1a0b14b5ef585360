package vocab

var german = language{
	headings: map[string][]string{
		"permissions":               {"berechtigungen"},
		"prerequisites":             {"voraussetzungen"},
		"http-request":              {"http-anforderung"},
		"function-parameters":       {"funktionsparameter"},
		"optional-query-parameters": {"optionale-abfrageparameter"},
		"query-parameters":          {"abfrageparameter"},
		"path-parameters":           {"pfadparameter"},
		"request-headers":           {"anforderungsheader", "anforderungskopfzeilen"},
		"request-body":              {"anforderungstext"},
		"response":                  {"antwort"},
		"request":                   {"anforderung"},
		"example":                   {"beispiel", "beispiele"},
		"properties":                {"eigenschaften"},
		"relationships":             {"beziehungen"},
		"methods":                   {"methoden"},
		"members":                   {"mitglieder", "elemente"},
		"json-representation":       {"json-darstellung"},
	},

	propertyHeads: []string{"eigenschaft"},
	relationHeads: []string{"beziehung"},
	memberHeads:   []string{"mitglied"},
	nameHeads:     []string{"kopfzeile"},
	typeHeads:     []string{"typ"},
	valueHeads:    []string{"wert"},
	docHeads:      []string{"beschreibung"},
	requiredHeads: []string{"erforderlich"},

	permissionTypeHeads: []string{"berechtigungstyp"},
	permissionHeads:     []string{"berechtigung"},
	least:               []string{"wenigsten", "geringsten"},
	most:                []string{"meisten", "höchsten"},
	personal:            []string{"persönlich"},
	work:                []string{"delegiert"},
	application:         []string{"anwendung"},
	unsupported: []string{
		"nicht unterstützt", "wird nicht unterstützt", "keine", "nicht verfügbar", "nicht zutreffend", "nicht anwendbar",
	},
	and: []string{"und"},
	or:  []string{"oder"},

	primitives: map[string][]string{
		"String":  {"zeichenfolge", "zeichenfolgen"},
		"Boolean": {"boolesch", "boolescher wert"},
		"Int32":   {"ganze zahl"},
		"Date":    {"datum"},
		"Binary":  {"binär"},
	},
	collectionEnds:   []string{"-sammlung", "-auflistung", "auflistung"},
	collectionStarts: []string{"sammlung von "},
	listOf:           []string{"liste von", "sammlung von"},
	inherits:         []string{"rbt von"},

	statusJoins: []string{"und ", "oder "},
	returnVerbs: []string{"gibt", "zurück"},
	noBody:      []string{"geben sie keinen"},
	headerNames: map[string][]string{
		"Authorization": {"autorisierung"},
		"Accept":        {"akzeptieren", "annehmen"},
	},

	requiredLeads: []string{"erforderlich"},
	optionalWords: []string{"optional"},
	no:            []string{"nein"},

	scopeLabels: []string{"gilt für"},
}
