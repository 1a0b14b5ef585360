package vocab

var japanese = language{
	unspaced: true,
	headings: map[string][]string{
		"permissions":               {"アクセス許可"},
		"prerequisites":             {"前提条件"},
		"http-request":              {"http-要求"},
		"function-parameters":       {"関数パラメーター", "関数のパラメーター"},
		"optional-query-parameters": {"オプションのクエリ-パラメーター", "省略可能なクエリ-パラメーター"},
		"query-parameters":          {"クエリ-パラメーター"},
		"path-parameters":           {"パス-パラメーター"},
		"request-headers":           {"要求ヘッダー"},
		"request-body":              {"要求本文"},
		"response":                  {"応答"},
		"request":                   {"要求"},
		"example":                   {"例"},
		"properties":                {"プロパティ"},
		"relationships":             {"リレーションシップ", "関係"},
		"methods":                   {"メソッド"},
		"members":                   {"メンバー"},
		"json-representation":       {"json-表示", "json-表記", "json-表現"},
	},

	propertyHeads: []string{"プロパティ", "プロパティ名"},
	relationHeads: []string{"リレーションシップ", "関係"},
	memberHeads:   []string{"メンバー"},
	nameHeads:     []string{"名前", "パラメーター", "ヘッダー"},
	typeHeads:     []string{"型", "種類", "データ型"},
	valueHeads:    []string{"値"},
	docHeads:      []string{"説明"},
	requiredHeads: []string{"必須"},

	permissionTypeHeads: []string{"アクセス許可の種類"},
	permissionHeads:     []string{"アクセス許可"},
	least:               []string{"小さ"},
	most:                []string{"大き"},
	personal:            []string{"個人"},
	work:                []string{"委任"},
	application:         []string{"アプリ"},
	unsupported: []string{
		"サポートされていません", "サポート対象外", "なし", "該当なし", "利用できません", "使用できません",
	},

	primitives: map[string][]string{
		"String":  {"文字列"},
		"Boolean": {"ブール値", "ブール型"},
		"Int32":   {"整数", "整数型"},
		"Date":    {"日付"},
		"Binary":  {"バイナリ"},
	},
	collection:         []string{"コレクション"},
	collectionEnds:     []string{"のコレクション", "コレクション"},
	objects:            []string{"オブジェクト", "の"},
	titleNounStarts:    []string{"リソース", "列挙", "型"},
	possibleValueStems: []string{"値"},
	possibleValues:     []string{"可能な値", "使用可能な値"},

	statusJoins: []string{"、", "または"},
	returnVerbs: []string{"返します", "返されます"},
	noBody:      []string{"このメソッドには、要求本文を指定しません"},
	headerNames: map[string][]string{"Authorization": {"承認"}},

	requiredLeads: []string{"必須", "必要"},
	optionalWords: []string{"省略可能", "オプション"},
	no:            []string{"いいえ"},

	scopeLabels: []string{"適用対象", "適用先"},
}
