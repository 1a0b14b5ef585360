package vocab

var spanish = language{
	headings: map[string][]string{
		"permissions":               {"permisos"},
		"prerequisites":             {"requisitos-previos"},
		"http-request":              {"solicitud-http"},
		"function-parameters":       {"parámetros-de-función", "parámetros-de-la-función"},
		"optional-query-parameters": {"parámetros-de-consulta-opcionales", "parámetros-opcionales-de-consulta"},
		"query-parameters":          {"parámetros-de-consulta"},
		"path-parameters":           {"parámetros-de-ruta"},
		"request-headers":           {"encabezados-de-solicitud", "encabezados-de-la-solicitud"},
		"request-body":              {"cuerpo-de-la-solicitud", "cuerpo-de-solicitud"},
		"response":                  {"respuesta"},
		"request":                   {"solicitud"},
		"example":                   {"ejemplo", "ejemplos"},
		"properties":                {"propiedades"},
		"relationships":             {"relaciones"},
		"methods":                   {"métodos"},
		"members":                   {"miembros"},
		"json-representation":       {"representación-json"},
	},

	propertyHeads: []string{"propiedad"},
	relationHeads: []string{"relación"},
	memberHeads:   []string{"miembro"},
	nameHeads:     []string{"nombre", "parámetro", "encabezado"},
	typeHeads:     []string{"tipo"},
	valueHeads:    []string{"valor"},
	docHeads:      []string{"descripción"},
	requiredHeads: []string{"obligatori"},

	permissionTypeHeads: []string{"tipo de permiso"},
	permissionHeads:     []string{"permiso"},
	least:               []string{"menos", "menor", "mínim"},
	most:                []string{"más", "mayor", "máxim"},
	personal:            []string{"personal"},
	work:                []string{"delegad"},
	application:         []string{"aplicación"},
	unsupported: []string{
		"no admitido", "no admitida", "no compatible", "no se admite", "no es compatible", "ninguno", "ninguna", "no disponible", "no aplicable",
	},
	and: []string{"y"},
	or:  []string{"o"},

	primitives: map[string][]string{
		"String":  {"cadena", "cadenas", "texto"},
		"Boolean": {"booleano"},
		"Int32":   {"entero", "número"},
		"Double":  {"doble"},
		"Date":    {"fecha"},
		"Binary":  {"binario"},
	},
	collectionStarts:   []string{"colección de ", "colección "},
	listOf:             []string{"colección de"},
	inherits:           []string{"ereda de", "eredado de"},
	possibleValueStems: []string{"alores"},
	possibleValues:     []string{"ores posibles"},

	statusJoins: []string{"y ", "o "},
	returnVerbs: []string{"devuelve"},
	noBody:      []string{"no proporcione"},
	headerNames: map[string][]string{
		"Authorization": {"autorización"},
		"Accept":        {"aceptar"},
		"Content-Type":  {"tipo de contenido"},
	},

	requiredLeads: []string{"obligatori", "requerid", "necesari"},
	optionalWords: []string{"opcional"},
	no:            []string{"no"},

	scopeLabels: []string{"se aplica a", "aplicable a"},
}
