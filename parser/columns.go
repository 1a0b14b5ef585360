package parser

import (
	"strings"

	"github.com/mdwire/mdwire/parser/page"
)

// columns tells what the columns of a table of properties, parameters,
// headers or members hold; -1 stands for a column that is not there.
type columns struct {
	name, typ, value, doc, required int
	of                              tableKind
}

type tableKind int

const (
	otherTable tableKind = iota
	propertyTable
	relationTable
	memberTable
	namedTable // headed Name or the like: what it holds, its section tells
)

// headWords tell columns by their heads, in lower case, in the languages that
// pages come in.
var (
	propertyHeads = tagWords("property", "property name", "properties", "property/parameter", "property or parameter",
		"field", "field name", "attribute", "attribute name", "属性", "属性名称", "属性名", "propriedade", "nome da propriedade", "propriedades",
		"navigation property", "property or relationship", "性质", "导航属性", "属性/参数", "propriedade/parâmetro",
		"プロパティ", "プロパティ名", "свойство", "eigenschaft", "propiedad", "propriété")
	relationHeads = tagWords("relationship", "relationships", "relationship name", "relation", "navigation", "关系", "relação",
		"relacionamento", "relacionamentos", "relações", "关系名称", "nome da relação", "relationship type",
		"リレーションシップ", "関係", "отношение", "связь", "beziehung", "relación")
	memberHeads = tagWords("member", "member name", "members", "enum member", "enumeration member", "成员", "成员名称", "成员名",
		"membro", "membros", "メンバー", "член", "элемент", "mitglied", "miembro", "membre", "枚举成员", "枚举值", "可能的值", "nome do membro", "enumeration value", "enum value", "possible value", "possible values", "valid values")
	nameHeads = tagWords("name", "parameter", "parameter name", "header", "header name", "headers", "parameters", "query parameter",
		"query option", "option", "request header", "key", "argument", "名称", "参数", "参数名称", "参数名", "标头", "头", "请求头", "标题", "页眉", "标头名称", "请求标头", "nome do cabeçalho", "parâmetro de consulta", "查询参数",
		"nome", "parâmetro", "parâmetros", "nome do parâmetro", "cabeçalho", "cabeçalhos", "header or parameter",
		"名前", "パラメーター", "ヘッダー", "имя", "параметр", "заголовок", "kopfzeile", "nombre", "parámetro", "encabezado", "nom", "paramètre", "en-tête")
	typeHeads = tagWords("type", "data type", "property type", "parameter type", "datatype", "object type", "return type",
		"类型", "数据类型", "属性类型", "tipo", "tipo da propriedade", "tipo de dados", "value type", "tipos",
		"型", "種類", "データ型", "тип", "typ")
	valueHeads = tagWords("value", "values", "值", "valor", "valores", "numeric value", "número", "int value", "値", "значение", "wert", "valeur")
	docHeads   = tagWords("description", "descriptions", "description/comments", "说明", "描述", "descrição", "details", "comments", "notes", "meaning",
		"definition", "remarks", "summary", "説明", "описание", "beschreibung", "descripción")
	requiredHeads = []string{"required", "obrigatório", "必需", "是否必需", "必填", "必须", "exigid", "mandatory", "necessário", "obligatori", "erforderlich", "obligatoire", "必須", "обязательн"}
)

// readColumns looks at a table's head.
func (w *worker) readColumns(t *page.Table) columns {
	c := columns{name: -1, typ: -1, value: -1, doc: -1, required: -1}
	for i := range t.Header {
		h := w.head(t.Header[i].Text)
		switch {
		case typeHeads[h] && c.typ < 0:
			c.typ = i
		case valueHeads[h] && c.value < 0:
			c.value = i
		case docHeads[h] && c.doc < 0:
			c.doc = i
		case hasAnyPrefix(h, requiredHeads) && c.required < 0:
			c.required = i
		default:
			c.head(i, h)
		}
	}
	c.complete(len(t.Header))
	return c
}

// head returns the text of a table's head in lower case. There are a few
// hundred of them in a hundred thousand cells, so they are remembered.
func (w *worker) head(text string) string {
	if h, ok := w.heads[text]; ok {
		return h
	}
	h := strings.Trim(headText(text), "*:. ")
	if len(text) < 64 && len(w.heads) < 1<<12 {
		w.heads[strings.Clone(text)] = h
	}
	return h
}

func (c *columns) head(i int, h string) {
	kind := otherTable
	switch {
	case propertyHeads[h]:
		kind = propertyTable
	case relationHeads[h]:
		kind = relationTable
	case memberHeads[h]:
		kind = memberTable
	case nameHeads[h]:
		kind = namedTable
	}
	if kind != otherTable && c.name < 0 {
		c.name, c.of = i, kind
	}
}

// complete fills what the heads left open: a table of values alone lists
// members, and what has no known head stands where it usually does.
func (c *columns) complete(n int) {
	if c.name < 0 && c.value == 0 && c.typ < 0 {
		c.name, c.value, c.of = 0, -1, memberTable
	}
	if c.name < 0 && c.typ == 1 {
		c.name, c.of = 0, namedTable
	}
	if c.name != 0 {
		return
	}
	if c.doc < 0 && n > 1 {
		if last := n - 1; last != c.typ && last != c.value && last != c.required && last != c.name {
			c.doc = last
		}
	}
}

// cellAt returns the cell of a column, an empty one when there is none.
func cellAt(row *page.Row, i int) *page.Cell {
	if i < 0 || i >= len(row.Cells) {
		return &page.Cell{Span: page.Span{Start: row.Span.End, End: row.Span.End}}
	}
	return &row.Cells[i]
}
