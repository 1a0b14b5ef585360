package vocab

var french = language{
	headings: map[string][]string{
		"permissions":               {"autorisations"},
		"prerequisites":             {"conditions-préalables", "conditions-requises"},
		"http-request":              {"requête-http"},
		"function-parameters":       {"paramètres-de-fonction", "paramètres-de-la-fonction"},
		"optional-query-parameters": {"paramètres-de-requête-facultatifs", "paramètres-facultatifs-de-la-requête"},
		"query-parameters":          {"paramètres-de-requête"},
		"path-parameters":           {"paramètres-de-chemin"},
		"request-headers": {
			"en-têtes-de-demande", "en-têtes-de-requête", "en-têtes-de-la-demande", "en-tête-de-demande",
		},
		"request-body":        {"corps-de-la-demande", "corps-de-la-requête", "corps-de-demande"},
		"response":            {"réponse"},
		"request":             {"demande", "requête"},
		"example":             {"exemple", "exemples"},
		"properties":          {"propriétés"},
		"relationships":       {"relations"},
		"methods":             {"méthodes"},
		"members":             {"membres"},
		"json-representation": {"représentation-json"},
	},

	propertyHeads: []string{"propriété"},
	memberHeads:   []string{"membre"},
	nameHeads:     []string{"nom", "paramètre", "en-tête"},
	valueHeads:    []string{"valeur"},
	requiredHeads: []string{"obligatoire"},

	permissionTypeHeads: []string{"type d’autorisation", "type d'autorisation"},
	permissionHeads:     []string{"autorisation"},
	least:               []string{"moins"},
	most:                []string{"plus"},
	personal:            []string{"personnel"},
	work:                []string{"délégué"},
	unsupported: []string{
		"non pris en charge", "non prise en charge", "non prises en charge", "aucun", "aucune", "non disponible", "non applicable",
	},
	and: []string{"et"},
	or:  []string{"ou"},

	primitives: map[string][]string{
		"String":  {"chaîne", "chaînes"},
		"Boolean": {"booléen"},
		"Int32":   {"entier"},
		"Binary":  {"binaire"},
	},
	collectionStarts: []string{"collection de ", "collection d'"},
	listOf:           []string{"collection de", "liste de"},
	inherits:         []string{"érite de"},

	statusJoins: []string{"et ", "ou "},
	returnVerbs: []string{"renvoie", "retourne"},
	noBody:      []string{"ne fournissez pas"},
	headerNames: map[string][]string{
		"Authorization": {"autorisation"},
		"Accept":        {"accepter"},
	},

	requiredLeads: []string{"obligatoire", "requis"},
	optionalWords: []string{"facultatif", "facultative"},
	no:            []string{"non"},

	scopeLabels: []string{"s'applique à", "s’applique à"},
}
