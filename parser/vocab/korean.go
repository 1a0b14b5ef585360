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
}
