package parser

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// The words of permission tables, in the languages that pages come in. Each
// is compared in lower case with blanks made single.
var (
	// kindWords tell who calls. A label is of a kind when it holds one of
	// its words; "personal" decides between the delegated ones.
	personalWords = []string{"personal", "个人", "個人", "pessoal", "personnel", "persönlich"}
	workWords     = []string{
		"delegated", "work or school", "委派", "委托", "委任", "delegad", "délégué", "delegiert",
	}
	appWords = []string{"application", "应用", "アプリケーション", "aplicativo", "aplicação", "anwendung", "aplicación"}

	// permissionTypeHeads head the column of kinds, permissionHeads are words
	// in the head of the column of names.
	permissionTypeHeads = tagWords("permission type", "permissions type", "权限类型", "tipo de permissão")
	permissionHeads     = []string{"permission", "权限", "permiss"}

	// unsupportedWords say that a call is not to be had.
	unsupportedWords = tagWords(
		"not supported", "not support", "unsupported", "none", "not applicable", "n/a", "na", "not available",
		"no permissions required", "not required",
		"不支持", "不受支持", "无", "不适用", "不可用", "未支持",
		"sem suporte", "não suportado", "não suportada", "não suportados", "não há suporte", "não tem suporte", "não é suportado", "não é compatível", "nenhum", "nenhuma",
		"não aplicável", "não se aplica", "não disponível", "indisponível", "não compatível", "sem compatibilidade",
		"non pris en charge", "no admitido", "nicht unterstützt", "サポートされていません",
	)

	// mostWords and leastWords tell in which order a column lists: "from most
	// to least privileged".
	mostWords  = []string{"most", "高", "最多", "最大", "mais", "maior", "máxim"}
	leastWords = []string{"least", "低", "最少", "最小", "menos", "menor", "mínim"}

	// listSeparators part permission names in a cell.
	listSeparators = ",，、;；\n"
	// andWords join permissions that are needed together, orWords those of
	// which one does.
	andWords = map[string]bool{"and": true, "plus": true, "&": true, "+": true, "和": true, "与": true, "e": true}
	orWords  = map[string]bool{"or": true, "或": true, "ou": true, "either": true}
)

func tagWords(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}

// plainScopes are permission names without a dot.
var plainScopes = tagWords("openid", "profile", "email", "offline_access")

// permissionKind tells whose permissions a label or column head names, 0 for
// neither.
func permissionKind(label string) ir.PermissionKind {
	switch label {
	case "Delegated (work or school account)":
		return ir.DelegatedWork
	case "Delegated (personal Microsoft account)":
		return ir.DelegatedPersonal
	case "Application":
		return ir.Application
	}
	l := strings.ToLower(label)
	switch {
	case containsAny(l, personalWords) && (containsAny(l, workWords) || strings.Contains(l, "account")):
		return ir.DelegatedPersonal
	case containsAny(l, workWords):
		return ir.DelegatedWork
	case hasAnyPrefix(l, appWords):
		return ir.Application
	}
	return 0
}

// mostFirst reports whether a column's head promises the most privileged
// permission first.
func mostFirst(head string) bool {
	m, l := firstOf(head, mostWords), firstOf(head, leastWords)
	return m >= 0 && l > m
}

func firstOf(s string, words []string) int {
	at := -1
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 && (at < 0 || i < at) {
			at = i
		}
	}
	return at
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func hasAnyPrefix(s string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}

// isUnsupported reports whether a cell says that there is no permission.
func isUnsupported(cell string) bool {
	switch cell {
	case "Not supported.", "Not supported":
		return true
	}
	l := strings.ToLower(strings.Join(strings.Fields(cell), " "))
	l = strings.TrimRight(l, " .。*")
	return unsupportedWords[l]
}

// isTodo reports whether text is a placeholder that a writer left.
func isTodo(s string) bool {
	for _, w := range []string{"TODO", "TBD"} {
		for rest := s; ; {
			i := strings.Index(rest, w)
			if i < 0 {
				break
			}
			if wordEdge(rest, i-1) && wordEdge(rest, i+len(w)) {
				return true
			}
			rest = rest[i+len(w):]
		}
	}
	return false
}

func wordEdge(s string, i int) bool { return i < 0 || i >= len(s) || !isNameByte(s[i]) }
