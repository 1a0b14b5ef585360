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
	personalWords = []string{
		"personal", "个人", "個人", "pessoal", "personnel", "persönlich", "личн",
	}
	workWords = []string{
		"delegated", "work or school", "委派", "委托", "委任", "delegad", "délégué", "delegiert", "делегирован",
		"工作或学校", "conta corporativa",
	}
	accountWords = []string{"account", "帐户", "账户", "conta"}
	appWords     = []string{
		"application", "应用", "申请", "アプリ", "aplicativo", "aplicação", "anwendung", "aplicación", "приложени", "для приложени",
	}

	// permissionTypeHeads head the column of kinds, permissionHeads are words
	// in the head of the column of names.
	permissionTypeHeads = tagWords(
		"permission type", "permissions type", "权限类型", "tipo de permissão", "tipo de permissões",
		"tipo de permiso", "berechtigungstyp", "type d’autorisation", "type d'autorisation", "тип разрешения", "アクセス許可の種類",
	)
	permissionHeads = []string{"permission", "权限", "permiss", "permiso", "berechtigung", "autorisation", "разрешени", "アクセス許可"}

	// unsupportedWords say that a call is not to be had.
	unsupportedWords = tagWords(
		"not supported", "not support", "unsupported", "none", "not applicable", "n/a", "na", "not available",
		"no permissions required", "not required",
		"不支持", "不受支持", "暂不支持", "未支持", "无", "没有", "不适用", "不可用", "未提供",
		"sem suporte", "não suportado", "não suportada", "não suportados", "não são suportados", "não são suportadas", "não há suporte", "não tem suporte", "não é suportado", "não é compatível", "nenhum", "nenhuma",
		"não aplicável", "não se aplica", "não disponível", "indisponível", "não compatível", "sem compatibilidade", "não suporte", "n/d",
		"no admitido", "no admitida", "no compatible", "no se admite", "no es compatible", "ninguno", "ninguna", "no disponible", "no aplicable",
		"nicht unterstützt", "wird nicht unterstützt", "keine", "nicht verfügbar", "nicht zutreffend", "nicht anwendbar",
		"non pris en charge", "non prise en charge", "non prises en charge", "aucun", "aucune", "non disponible", "non applicable",
		"не поддерживается", "не поддерживаются", "нет", "недоступно", "неприменимо", "н/д",
		"サポートされていません", "サポート対象外", "なし", "該当なし", "利用できません", "使用できません",
	)

	// mostWords and leastWords tell in which order a column lists: "from most
	// to least privileged".
	mostWords    = []string{"most", "高", "最多", "最大", "mais", "maior", "máxim", "más", "mayor", "meisten", "höchsten", "plus", "大き"}
	fallingWords = []string{"убыван"} // says both in one word
	leastWords   = []string{"least", "低", "最少", "最小", "menos", "menor", "mínim", "wenigsten", "geringsten", "moins", "小さ"}

	// listSeparators part permission names in a cell.
	listSeparators = ",，、;；\n"
	// andWords join permissions that are needed together, orWords those of
	// which one does.
	andWords = tagWords("and", "plus", "&", "+", "和", "与", "及", "e", "y", "und", "et", "и")
	orWords  = tagWords("or", "或", "ou", "either", "o", "oder", "или")

	// headerNames are headers by the words that translators made of them.
	headerNames = map[string]string{
		"授权": "Authorization", "autorização": "Authorization", "autorización": "Authorization",
		"autorisierung": "Authorization", "autorisation": "Authorization", "авторизация": "Authorization", "承認": "Authorization",
		"接受": "Accept", "aceitar": "Accept", "aceptar": "Accept", "accepter": "Accept", "akzeptieren": "Accept", "annehmen": "Accept",
		"内容类型": "Content-Type", "tipo de conteúdo": "Content-Type", "tipo de contenido": "Content-Type",
	}
)

// firstIdeograph is where the letters of languages begin that write no blanks
// between words.
const firstIdeograph = 0x2e80

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
	case containsAny(l, personalWords) && (containsAny(l, workWords) || containsAny(l, accountWords)):
		return ir.DelegatedPersonal
	case containsAny(l, workWords):
		return ir.DelegatedWork
	case hasAnyPrefix(l, appWords):
		return ir.Application
	}
	return 0
}

// HeaderName returns the name of the header that a cell holds, which a
// translator may have translated.
func HeaderName(cell string) string {
	if name := headerNames[strings.ToLower(cell)]; name != "" {
		return name
	}
	return cell
}

// mostFirst reports whether a column's head promises the most privileged
// permission first.
func mostFirst(head string) bool {
	m, l := firstOf(head, mostWords), firstOf(head, leastWords)
	return m >= 0 && l > m || containsAny(head, fallingWords)
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
