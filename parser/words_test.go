package parser

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mdwire/mdwire/parser/vocab"
)

func TestTranslatedHeaders(t *testing.T) {
	op, _ := operation(t, "# x\n## HTTP request\n## <a name=\"request-headers\"></a>标头\n|名称|说明|\n|:--|:--|\n|授权|Bearer {token}。必需。|\n|接受|application/json|\n|Prefer|非必需。|\n")
	want := []string{"Authorization true", "Accept false", "Prefer false"}
	var got []string
	for _, p := range op.Params {
		s := p.Name + " false"
		if p.Required {
			s = p.Name + " true"
		}
		got = append(got, s)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestTranslatedResponses(t *testing.T) {
	tests := map[string]string{
		"返回 `200 OK` 和 [book](../resources/book.md) 对象。":                              "book",
		"返回 `200 OK` 和 [book](../resources/book.md) 对象的集合。":                           "book[]",
		"返回 `200 OK` 和 [book](../resources/book.md)集合。":                               "book[]",
		"返回一个列表。`200 OK` 和 [book](../resources/book.md) 对象。":                          "book",
		"返回 `200 OK` 和 [book 对象。](../resources/book.md)":                              "book",
		"返回 `200 OK` 和 **book** 对象。":                                                  "book",
		"Retorna `200 OK` e uma coleção de objetos [book](../resources/book.md).":     "book[]",
		"Retorna `200 OK` e um objeto da coleção [book](../resources/book.md).":       "book[]",
		"Retorna `200 OK` e um [objeto lentBook.](../resources/lib-core-lentbook.md)": "lentBook",
	}
	for text, want := range tests {
		op, _ := operation(t, "# x\nNamespace: lib\n## HTTP request\n## <a name=\"response\"></a>y\n"+text+"\n")
		got := ""
		if len(op.Responses) == 1 {
			got = vocab.LastPart(op.Responses[0].Type.Name)
			if op.Responses[0].Type.Collection {
				got += "[]"
			}
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestTranslatedBodies(t *testing.T) {
	for text, want := range map[string]bool{
		"请勿提供此方法的请求正文。": false, "请勿为此方法提供请求正文。": false, "无。": false, "Não forneça um corpo de solicitação para esse método.": false,
		"在请求正文中，提供 [book](../resources/book.md) 的 JSON 表示形式。":                       true,
		"No corpo, forneça uma representação JSON de [book](../resources/book.md).": true,
	} {
		op, _ := operation(t, "# x\n## HTTP request\n## <a name=\"request-body\"></a>y\n"+text+"\n")
		if got := op.Body != nil && op.Body.Type.Name != ""; got != want {
			t.Errorf("%s: body %v", text, op.Body)
		}
	}
}

func TestTranslatedTypes(t *testing.T) {
	const page = "# <a name=\"lentbook-resource-type\"></a>tipo de recurso livro\nNamespace: lib\n\nUma coisa. Herda do [item](item.md).\n" +
		"## <a name=\"properties\"></a>Propriedades\n|Propriedade|Tipo|Descrição|\n|:--|:--|:--|\n" +
		"|nomes|Coleção de cadeias de caracteres|Nomes. Obrigatório.|\n|donos|Coleção [person](person.md)|Donos.|\n" +
		"|outros|[coleção person](person.md)|Outros.|\n|demais|Coleção[person](person.md)|Demais.|\n|estado|bookState|Os valores permitidos são: `lent`, `here`. Veja `x`.|\n|dados|Fluxo|Dados.|\n" +
		"## <a name=\"relationships\"></a>Relações\n|Relação|Tipo|Descrição|\n|:--|:--|:--|\n|prateleira|[shelf](shelf.md)|Onde.|\n"
	res, _ := resource(t, page)
	if res.Name != "lib.lentbook" || res.BaseType != "lib.item" {
		t.Errorf("name %q, base %q", res.Name, res.BaseType)
	}
	want := []string{
		"8 nomes Edm.String[] required", "9 donos lib.person[]", "10 outros lib.person[]", "11 demais lib.person[]",
		"12 estado lib.bookState lent/here", "13 dados Edm.Stream", "17 prateleira lib.shelf",
	}
	if d := cmp.Diff(want, props(append(res.Properties, res.Relationships...))); d != "" {
		t.Error(d)
	}
}

func TestTranslatedBase(t *testing.T) {
	for text, want := range map[string]string{
		"派生自 [item](item.md)。": "lib.item", "一本书。 继承自[物品](item.md)。": "lib.item", "继承方式不同，请参阅 [item](item.md)。": "",
		"É derivado de [item](item.md).": "lib.item", "Herda da [item](item.md).": "lib.item",
	} {
		res, _ := resource(t, "# book resource type\nNamespace: lib\n\n"+text+"\n## Properties\n|Property|Type|\n|:--|:--|\n|id|String|\n")
		if res.BaseType != want {
			t.Errorf("%s: base %q, want %q", text, res.BaseType, want)
		}
	}
}

func TestTranslatedEnums(t *testing.T) {
	res, _ := resource(t, "# <a name=\"enum-values\"></a>Valores\nNamespace: lib\n"+
		"### <a name=\"booktype-values\"></a>valores bookType\n|Membro|\n|:--|\n|novel|\n"+
		"### <a name=\"weekindex-values\"></a>weekIndex 值\n|成员|值|\n|:--|:--|\n|first|0|\n"+
		"### <a name=\"tone-values\"></a>valores de tom\n|Member|\n|:--|\n|low|\n")
	var got []string
	for _, e := range res.Enums {
		got = append(got, e.Name+" "+e.Members[0].Name)
	}
	if d := cmp.Diff([]string{"lib.bookType novel", "lib.weekIndex first", "lib.tone low"}, got); d != "" {
		t.Error(d)
	}
}

func TestTranslatedTypeCells(t *testing.T) {
	for cell, want := range map[string]string{
		"字符串集合": "Edm.String[]", "String 集合": "Edm.String[]", "布尔值": "Edm.Boolean", "String コレクション": "Edm.String[]",
		"Coleção String": "Edm.String[]", "Conjunto bookState": "bookState[]", "Booliano": "Edm.Boolean", "Sequência de caracteres": "Edm.String",
		"Zeichenfolgenauflistung": "Edm.String[]", "Boolescher Wert": "Edm.Boolean", "Colección de cadenas": "Edm.String[]", "Chaîne": "Edm.String",
	} {
		typ, ok := readType(cell, nil)
		got := typ.Name
		if typ.Collection {
			got += "[]"
		}
		if got != want || !ok {
			t.Errorf("%s: %q, want %q", cell, got, want)
		}
	}
}
