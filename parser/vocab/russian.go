package vocab

var russian = language{
	headings: map[string][]string{
		"permissions":               {"разрешения"},
		"prerequisites":             {"необходимые-условия", "предварительные-требования"},
		"http-request":              {"http-запрос"},
		"function-parameters":       {"параметры-функции"},
		"optional-query-parameters": {"необязательные-параметры-запросов", "необязательные-параметры-запроса"},
		"query-parameters":          {"параметры-запроса"},
		"path-parameters":           {"параметры-пути"},
		"request-headers":           {"заголовки-запроса", "заголовки-запросов"},
		"request-body":              {"тело-запроса", "текст-запроса"},
		"response":                  {"отклик", "ответ"},
		"request":                   {"запрос"},
		"example":                   {"пример", "примеры"},
		"properties":                {"свойства"},
		"relationships":             {"связи", "отношения"},
		"methods":                   {"методы"},
		"members":                   {"члены", "элементы"},
		"json-representation":       {"представление-json"},
	},

	propertyHeads: []string{"свойство"},
	relationHeads: []string{"отношение", "связь"},
	memberHeads:   []string{"член", "элемент"},
	nameHeads:     []string{"имя", "параметр", "заголовок"},
	typeHeads:     []string{"тип"},
	valueHeads:    []string{"значение"},
	docHeads:      []string{"описание"},
	requiredHeads: []string{"обязательн"},

	permissionTypeHeads: []string{"тип разрешения"},
	permissionHeads:     []string{"разрешени"},
	falling:             []string{"убыван"},
	personal:            []string{"личн"},
	work:                []string{"делегирован"},
	application:         []string{"приложени", "для приложени"},
	unsupported:         []string{"не поддерживается", "не поддерживаются", "нет", "недоступно", "неприменимо", "н/д"},
	and:                 []string{"и"},
	or:                  []string{"или"},

	primitives: map[string][]string{
		"String":  {"строка"},
		"Boolean": {"логический"},
		"Date":    {"дата"},
	},
	collectionStarts: []string{"коллекция "},
	listOf:           []string{"коллекци", "список"},
	titleIntros:      []string{"тип"},
	inherits:         []string{"аследуется от"},

	statusJoins: []string{"и ", "или "},
	returnVerbs: []string{"возвращает"},
	noBody:      []string{"не указывайте"},
	headerNames: map[string][]string{"Authorization": {"авторизация"}},

	requiredLeads: []string{"обязательн"},
	optionalWords: []string{"необязательн"},
	no:            []string{"нет"},

	scopeLabels: []string{"применимо к", "применяется к", "область применения"},
}
