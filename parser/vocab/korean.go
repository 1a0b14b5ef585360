package vocab

var korean = language{
	headings: map[string][]string{
		"permissions":  {"사용-권한"},
		"http-request": {"http-요청"},
		"response":     {"응답"},
		"request":      {"요청"},
		"example":      {"예제"},
		"properties":   {"속성"},
		"methods":      {"메서드"},
	},

	requiredLeads: []string{"필수"},
	optionalWords: []string{"선택 사항", "선택적"},
	no:            []string{"아니요"},

	scopeLabels: []string{"적용 대상"},
}
