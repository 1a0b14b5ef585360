package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mdwire/mdwire/parser/page"
)

// headingWords are the headings of pages in other languages, as slugs. A
// translated page mostly keeps the English slug as an anchor in the heading;
// these are for those that were made from the published ones, which have none.
var headingWords = map[string][]string{
	"permissions": {
		"权限", "許可權", "權限", "アクセス許可", "permissões", "permisos", "autorisations", "berechtigungen", "разрешения", "autorizzazioni", "사용-권한",
	},
	"prerequisites": {
		"先决条件", "必要條件", "前提条件", "pré-requisitos", "requisitos-previos", "conditions-préalables", "conditions-requises", "voraussetzungen",
		"необходимые-условия", "предварительные-требования", "prerequisiti",
	},
	"http-request": {
		"http-请求", "http请求", "http-要求", "solicitação-http", "pedido-http", "solicitud-http", "requête-http", "http-anforderung", "http-запрос", "richiesta-http", "http-요청",
	},
	"function-parameters": {
		"函数参数", "函式參數", "関数パラメーター", "関数のパラメーター", "parâmetros-de-função", "parâmetros-da-função", "parámetros-de-función", "parámetros-de-la-función",
		"paramètres-de-fonction", "paramètres-de-la-fonction", "funktionsparameter", "параметры-функции", "parametri-della-funzione",
	},
	"optional-query-parameters": {
		"可选的查询参数", "可选查询参数", "選擇性查詢參數", "オプションのクエリ-パラメーター", "省略可能なクエリ-パラメーター", "parâmetros-de-consulta-opcionais",
		"parámetros-de-consulta-opcionales", "parámetros-opcionales-de-consulta", "paramètres-de-requête-facultatifs", "paramètres-facultatifs-de-la-requête",
		"optionale-abfrageparameter", "необязательные-параметры-запросов", "необязательные-параметры-запроса", "parametri-facoltativi-di-query",
	},
	"query-parameters": {
		"查询参数", "查詢參數", "クエリ-パラメーター", "parâmetros-de-consulta", "parámetros-de-consulta", "paramètres-de-requête", "abfrageparameter", "параметры-запроса",
	},
	"path-parameters": {
		"路径参数", "路徑參數", "パス-パラメーター", "parâmetros-de-caminho", "parámetros-de-ruta", "paramètres-de-chemin", "pfadparameter", "параметры-пути",
	},
	"request-headers": {
		"请求标头", "请求头", "要求標頭", "要求ヘッダー", "cabeçalhos-de-solicitação", "cabeçalhos-da-solicitação", "cabeçalhos-do-pedido", "encabezados-de-solicitud",
		"encabezados-de-la-solicitud", "en-têtes-de-demande", "en-têtes-de-requête", "en-têtes-de-la-demande", "en-tête-de-demande", "anforderungsheader", "anforderungskopfzeilen",
		"заголовки-запроса", "заголовки-запросов", "intestazioni-della-richiesta", "intestazioni-richiesta",
	},
	"request-body": {
		"请求正文", "请求主体", "請求本文", "要求本文", "corpo-da-solicitação", "corpo-de-solicitação", "corpo-do-pedido", "cuerpo-de-la-solicitud", "cuerpo-de-solicitud",
		"corps-de-la-demande", "corps-de-la-requête", "corps-de-demande", "anforderungstext", "тело-запроса", "текст-запроса", "corpo-della-richiesta",
	},
	"response": {"响应", "回應", "応答", "resposta", "respuesta", "réponse", "antwort", "отклик", "ответ", "risposta", "응답"},
	"request":  {"请求", "要求", "solicitação", "pedido", "solicitud", "demande", "requête", "anforderung", "запрос", "richiesta", "요청"},
	"example":  {"示例", "範例", "例", "exemplo", "exemplos", "ejemplo", "ejemplos", "exemple", "exemples", "beispiel", "beispiele", "пример", "примеры", "esempio", "esempi", "예제"},
	"properties": {
		"属性", "屬性", "プロパティ", "propriedades", "propiedades", "propriétés", "eigenschaften", "свойства", "proprietà", "속성",
	},
	"relationships": {
		"关系", "關聯性", "リレーションシップ", "関係", "relações", "relacionamentos", "relaciones", "relations", "beziehungen", "связи", "отношения", "relazioni",
	},
	"methods":             {"方法", "メソッド", "métodos", "méthodes", "methoden", "методы", "metodi", "메서드"},
	"members":             {"成员", "成員", "メンバー", "membros", "miembros", "membres", "mitglieder", "elemente", "члены", "элементы", "membri"},
	"json-representation": {"json-表示形式", "json-表示", "json-標記法", "json-表記", "json-表現", "representação-json", "representação-de-json", "representación-json", "représentation-json", "json-darstellung", "представление-json", "rappresentazione-json"},
}

// headingOf gives the English slug of a translated one.
var headingOf = func() map[string]string {
	m := map[string]string{}
	for slug, words := range headingWords {
		for _, w := range words {
			m[w] = slug
		}
	}
	return m
}()

// translateHeadings puts the English slug in place of a translated one: of the
// whole heading, or of the word that an example's begins with.
func translateHeadings(p *page.Page) {
	for i := range p.Sections {
		s := &p.Sections[i]
		if slug, ok := headingOf[s.Slug]; ok {
			s.Slug = slug
			continue
		}
		if strings.HasPrefix(s.Slug, "示例") || strings.HasPrefix(s.Slug, "範例") { // what follows need not be parted
			s.Slug = "example-" + s.Slug[len("示例"):]
			continue
		}
		word := firstWord(s.Slug)
		if slug := headingOf[word]; slug == "example" || slug == "request" && isCount(s.Slug[len(word):]) || slug == "response" && isCount(s.Slug[len(word):]) {
			s.Slug = slug + s.Slug[len(word):]
		}
	}
}

// firstWord returns the letters that a slug begins with.
func firstWord(slug string) string {
	for i := 0; i < len(slug); {
		c, n := utf8.DecodeRuneInString(slug[i:])
		if !unicode.IsLetter(c) {
			return slug[:i]
		}
		i += n
	}
	return slug
}

// isCount reports whether only a number follows: "request 2".
func isCount(rest string) bool { return strings.Trim(rest, "-0123456789") == "" }
