package vocab

var italian = language{
	headings: map[string][]string{
		"permissions":               {"autorizzazioni"},
		"prerequisites":             {"prerequisiti"},
		"http-request":              {"richiesta-http"},
		"function-parameters":       {"parametri-della-funzione"},
		"optional-query-parameters": {"parametri-facoltativi-di-query"},
		"request-headers":           {"intestazioni-della-richiesta", "intestazioni-richiesta"},
		"request-body":              {"corpo-della-richiesta"},
		"response":                  {"risposta"},
		"request":                   {"richiesta"},
		"example":                   {"esempio", "esempi"},
		"properties":                {"proprietà"},
		"relationships":             {"relazioni"},
		"methods":                   {"metodi"},
		"members":                   {"membri"},
		"json-representation":       {"rappresentazione-json"},
	},

	requiredLeads: []string{"obbligatori", "necessari"},
	optionalWords: []string{"facoltativ", "opzional"},
	no:            []string{"no"},

	scopeLabels: []string{"si applica a"},
}
