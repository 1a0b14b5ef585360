package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

func props(ps []ir.Property) []string {
	var out []string
	for _, p := range ps {
		s := fmt.Sprintf("%d %s %s", p.At.Start.Line, p.Name, p.Type.Name)
		if p.Type.Collection {
			s += "[]"
		}
		if p.Required {
			s += " required"
		}
		if len(p.Values) > 0 {
			s += " " + strings.Join(p.Values, "/")
		}
		out = append(out, s)
	}
	return out
}

func TestResource(t *testing.T) {
	src := "# book resource type\nNamespace: lib.core\n\nA thing to read, see [shelf](shelf.md).\n\nInherits from [item](item.md).\n" +
		"## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n|id|String|The key.|\n" +
		"|authors|[person](person.md) collection|Who wrote it.|\n|state|bookState|Possible values are: `lent`, `here`, and `lost`. See `x`.|\n" +
		"## Relationships\n|Relationship|Type|Description|\n|:--|:--|:--|\n|shelf|[shelf](shelf.md)|Where it stands.|\n" +
		"## JSON representation\n<!-- {\n  \"blockType\": \"resource\",\n  \"keyProperty\": \"id\",\n  \"@odata.type\": \"lib.core.book\",\n  \"openType\": true\n} -->\n``` json\n{\n  \"id\": \"String\"\n}\n```\n"
	res, all := resource(t, src)
	if res.Name != "lib.core.book" || res.BaseType != "lib.core.item" || res.KeyProperty != "id" || !res.OpenType {
		t.Errorf("name %q, base %q, key %q, open %v", res.Name, res.BaseType, res.KeyProperty, res.OpenType)
	}
	if want := "A thing to read, see shelf.\n\nInherits from item."; res.Doc != want {
		t.Errorf("doc %q", res.Doc)
	}
	want := []string{"10 id Edm.String", "11 authors lib.core.person[]", "12 state lib.core.bookState lent/here/lost"}
	if d := cmp.Diff(want, props(res.Properties)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"16 shelf lib.core.shelf"}, props(res.Relationships)); d != "" {
		t.Error(d)
	}
	if res.JSON == nil || res.JSON.Kind != ir.JSON || res.JSON.BodyAt.Start.Line != 25 {
		t.Errorf("JSON %+v", res.JSON)
	}
	checkFindings(t, all)
}

// TestPropertyPlaces checks the places of names and types in rows, and of the key
// property in the annotation.
func TestPropertyPlaces(t *testing.T) {
	src := "# book resource type\nNamespace: lib\n## Properties\n|Property|Type|Description|\n|:--|:--|:--|\n" +
		"|id|String|id|\n| **ключ** |[Person](person.md) collection|person|\n|a\\_b|lib.bookstate|bookState|\n|c (deprecated)|String (url)|c|\n" +
		"### More\n|Property|Type|Description|\n|:--|:--|:--|\n|d|`person`|d|\n" +
		"## JSON representation\n<!-- {\r\n  \"blockType\": \"resource\",\r\n  \"keyProperty\": \"id\", 'x': 1,\n  \"@odata.type\": \"lib.book\"\n} -->\n``` json\n{\n  \"id\": \"String\"\n}\n```\n"
	res, _ := resource(t, src)
	place := func(at diag.Range, ok bool) string {
		if !ok {
			return "?"
		}
		return fmt.Sprintf("%d:%d %s", at.Start.Line, at.Start.Column, src[at.Start.Offset:at.End.Offset])
	}
	var got []string
	for _, p := range res.Properties {
		last := p.Type.Name[strings.LastIndexByte(p.Type.Name, '.')+1:]
		got = append(got, fmt.Sprintf("%s, %s, %s", place(p.NameAt.In(p.At, p.Name)), place(p.TypeAt.In(p.At, last)), p.TypeLink))
	}
	want := []string{"6:2 id, ?, ", "7:5 ключ, 7:14 Person, person.md", "?, 8:11 bookstate, ", "9:2 c, ?, ", "13:2 d, 13:5 person, "}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if ps := res.Properties; len(ps) == 5 && (ps[0].Table != ps[3].Table || ps[3].Table == ps[4].Table) {
		t.Errorf("the tables are %d, %d and %d", ps[0].Table, ps[3].Table, ps[4].Table)
	}
	if got, want := place(res.KeyAt, true), "17:18 \"id\""; got != want {
		t.Errorf("the key is at %s, want %s", got, want)
	}
}

func TestPropertyTables(t *testing.T) {
	tests := []struct {
		name, table string
		want        []string
		findings    []string
	}{
		{
			"types", "|Property|Type|Description|\n|:--|:--|:--|\n|a|Collection(String)|.|\n|b|`int`|.|\n|c|[x][] collection|.|\n|d|string, maximum size 20|.|\n|e|Edm.Int64|.|\n|f|Collection([book](book.md))|.|\n|g|String (timestamp)|.|\n|h|datetime|.|\n|i|String collection|.|\n|j|**shelf**|.|\n",
			[]string{"4 a Edm.String[]", "5 b Edm.Int32", "6 c lib.x[]", "7 d Edm.String", "8 e Edm.Int64", "9 f lib.Book[]", "10 g Edm.String", "11 h Edm.DateTimeOffset", "12 i Edm.String[]", "13 j lib.shelf"},
			[]string{"property-type-malformed 10:4"},
		},
		{
			"bold, deprecated and annotation names", "|Property name|Type|Description|\n|:--|:--|:--|\n|**a**|String|.|\n|b (deprecated)|String|.|\n|@odata.type|String|.|\n",
			[]string{"4 a Edm.String", "5 b Edm.String", "6 @odata.type Edm.String"},
			nil,
		},
		{
			"groups and rows broken in two", "|Property|Type|Description|\n|:--|:--|:--|\n|**Lending**|\n|a|String|First line\nand the second.|\n",
			[]string{"5 a Edm.String"},
			[]string{"table-column-count 4:1", "table-column-count 6:1"},
		},
		{
			"no type, no name, words for a type", "|Property|Type|Description|\n|:--|:--|:--|\n|a||Text.|\n||String|Text.|\n|b|one or the other|.|\n",
			[]string{"4 a ", "6 b "},
			[]string{"property-row-defect 4:4", "property-row-defect 5:1", "property-type-malformed 6:4"},
		},
		{
			"a list torn off, no word", "|Property|Type|Description|\n|:--|:--|:--|\n|a|String|One of (x,\ny,z).|\n|b|||\n",
			[]string{"4 a Edm.String", "6 b "},
			[]string{"table-column-count 5:1", "property-row-defect 6:4"},
		},
		{
			"words after and before types", "|Property|Type|Description|\n|:--|:--|:--|\n|a|[book](book.md) collection. All that are here.|.|\n|b|When it came.  DateTimeOffset|.|\n|c|** Unknown Type `x` ** collection|.|\n|d|[book](book.md), one|.|\n|e|a number or String|.|\n",
			[]string{"4 a lib.Book[]", "5 b Edm.DateTimeOffset", "6 c []", "7 d lib.Book", "8 e "},
			[]string{"property-type-malformed 5:4", "property-type-malformed 6:4", "property-type-malformed 8:4"},
		},
		{
			"a short line below the header", "|Property|Type|Description|\n|:--|:--|\n|a|String|.|\n",
			[]string{"4 a Edm.String"},
			[]string{"table-column-count 3:1"},
		},
		{"no description column", "|Property|Type|\n|:--|:--|\n|a|String|\n", []string{"4 a Edm.String"}, nil},
		{"Chinese", "|属性|类型|说明|\n|:--|:--|:--|\n|a|String 集合|文字|\n|b|布尔值|文字|\n|c|[book](book.md) 集合|文字|\n|d|集合（字符串）|文字|\n|e|[book](book.md) 对象的集合|可能的值为：`x`、`y`。|\n", []string{"4 a Edm.String[]", "5 b Edm.Boolean", "6 c lib.Book[]", "7 d Edm.String[]", "8 e lib.Book[] x/y"}, nil},
		{"Portuguese", "|Propriedade|Tipo|Descrição|\n|:--|:--|:--|\n|a|Coleção de cadeias de caracteres|x|\n|b|Booliano|x|\n|c|Coleção de [book](book.md)|Obrigatório. Valores possíveis: `x`, `y`.|\n|d|Coleção da cadeia|x|\n", []string{"4 a Edm.String[]", "5 b Edm.Boolean", "6 c lib.Book[] required x/y", "7 d Edm.String[]"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := map[string]string{
				"beta/resources/book.md":  "# Book resource type\nNamespace: lib\n## Properties\nNone.\n",
				"beta/resources/thing.md": "## <a name=\"properties\"></a>P\n" + tt.table,
			}
			all := load(t, m, Options{})
			res := all.Spec.Resources[1]
			if d := cmp.Diff(tt.want, props(res.Properties)); d != "" {
				t.Errorf("properties (-want +got):\n%s", d)
			}
			checkFindings(t, all, tt.findings...)
		})
	}
}

func TestEnums(t *testing.T) {
	res, _ := resource(t, "---\ndoc_type: enumPageType\n---\n# bookState enum type\nNamespace: lib\n## Members\n|Member|Value|Description|\n|:--|:--|:--|\n|lent|0|Away.|\n|here|1|On its shelf.|\n")
	if !res.IsEnum() || res.Name != "lib.bookState" {
		t.Errorf("%q is an enum: %v", res.Name, res.IsEnum())
	}
	var got []string
	for _, m := range res.Members {
		got = append(got, fmt.Sprintf("%d %s=%s %s", m.At.Start.Line, m.Name, m.Value, m.Doc))
	}
	if d := cmp.Diff([]string{"9 lent=0 Away.", "10 here=1 On its shelf."}, got); d != "" {
		t.Error(d)
	}
	res, _ = resource(t, "# Enum values\nNamespace: lib\n### bookState values\n|Member|\n|:--|\n|lent|\n### shelfKind values\n|Value|Description|\n|:--|:--|\n|wall|At a wall.|\n")
	if len(res.Enums) != 2 || res.Enums[0].Name != "lib.bookState" || res.Enums[1].Members[0].Name != "wall" || res.Name != "" {
		t.Errorf("%q %+v", res.Name, res.Enums)
	}
}

// TestEnumsBeside checks which enums a page lists in addition to its own type.
// They are in the namespace of the type, and their headings name them.
func TestEnumsBeside(t *testing.T) {
	const table = "|Member|\n|:--|\n|one|\n"
	res, all := resource(t, "# shelf resource type\n## Properties\n"+table+"### shelfKind values\n"+table+"### response values\n"+table+
		"## JSON representation\n<!-- {\"blockType\":\"resource\",\"@odata.type\":\"lib.core.shelf\"} -->\n```json\n{}\n```\n")
	if len(res.Enums) != 2 || res.Enums[0].Name != "lib.core.shelfKind" || res.Enums[1].Name != "lib.core.response" {
		t.Errorf("%+v", res.Enums)
	}
	checkFindings(t, all, "property-row-defect 5:1")
	res, all = resource(t, "# shelfKind enum type\nNamespace: lib\n\n"+table)
	if len(res.Members) != 1 || len(res.Enums) != 0 {
		t.Errorf("members %v, enums %v", res.Members, res.Enums)
	}
	checkFindings(t, all)
	res, _ = resource(t, "---\ntitle: Enums\n---\nNamespace: lib\n### shelfKind values\n"+table)
	if len(res.Members) != 0 || len(res.Enums) != 1 || res.Enums[0].Name != "lib.shelfKind" {
		t.Errorf("members %v, enums %v", res.Members, res.Enums)
	}
	res, all = resource(t, "# shelf resource type\nNamespace: lib\n\n"+table+"## Properties\n|Property|Type|\n|:--|:--|\n|a|String|\n")
	if len(res.Members) != 0 || len(res.Enums) != 0 {
		t.Errorf("members %v, enums %v", res.Members, res.Enums)
	}
	checkFindings(t, all, "property-row-defect 6:1")
}

// TestSections checks sections whose headings contain the word of another
// section, and which tables belong to the type of the page.
func TestSections(t *testing.T) {
	const table = "\n|Member|\n|:--|\n|one|\n"
	res, _ := resource(t, "# Enum values\nNamespace: lib\n### taskState values"+table+"### methodKind values"+table+"### membersStatus values"+table)
	if len(res.Enums) != 3 || res.Enums[0].Name != "lib.taskState" || len(res.Members) != 0 {
		t.Errorf("%+v, members %v", res.Enums, res.Members)
	}
	res, _ = resource(t, "# shelf resource type\nNamespace: lib\n\n|Name |Type |Description |\n|:--|:--|:--|\n| a | String | . |\n## JSON representation\n```json\n{}\n```\n")
	if d := cmp.Diff([]string{"6 a Edm.String"}, props(res.Properties)); d != "" {
		t.Error(d)
	}
	res, _ = resource(t, "# shelf resource type\nNamespace: lib\n\n|Name|Type|\n|:--|:--|\n|a|String|\n## Properties\n|Property|Type|\n|:--|:--|\n|b|String|\n")
	if d := cmp.Diff([]string{"10 b Edm.String"}, props(res.Properties)); d != "" {
		t.Error(d)
	}
}

// TestHeadingForms checks that the form of a heading makes no difference.
func TestHeadingForms(t *testing.T) {
	for _, h := range []string{"HTTP request", "HTTP  Request", "HTTP requests", "**HTTP request**", "HTTP\u00a0request:", "`HTTP request` (v2)"} {
		if op, _ := operation(t, "# Get\n## "+h+"\n```\nGET /books\n```\n"); len(op.Routes) != 1 {
			t.Errorf("%q: %d routes", h, len(op.Routes))
		}
	}
}

// TestStrayTable checks that a table of names and types is read or reported.
func TestStrayTable(t *testing.T) {
	_, res := operation(t, "# Get\n## HTTP request\n## Special words\n|Name|Type|Description|\n|:--|:--|:--|\n|a|String|.|\n\n|Word|Meaning|\n|:--|:--|\n|a|b|\n")
	checkFindings(t, res, "property-row-defect 4:1")
	_, res = resource(t, "# book resource type\n## Properties\n<table>\n<tr><td>a</td><td>String</td></tr>\n</table>\n\nText.\n")
	checkFindings(t, res, "property-row-defect 3:1")
	_, res = resource(t, "# book resource type\n## Properties\n|Property|Type|\n|:--|:--|\n|a|String|\n\n|b|String|\n|c|String|\n")
	checkFindings(t, res, "property-row-defect 7:1")
	_, res = resource(t, "# Some kinds of thing\n## What all things have in common: much\n### Properties\n|Property|Type|\n|:--|:--|\n|a|String|\n")
	if ds := res.Diagnostics; len(ds) != 1 || ds[0].Code != diag.ResourceBlockMissing || ds[0].At.Start.Line != 1 {
		t.Error(messages(ds))
	}
}

// TestGluedHeadings checks that headings without a space after their marks, as
// old pages have them, are read as headings, with a finding for each.
func TestGluedHeadings(t *testing.T) {
	op, res := operation(t, "# Get book\n\nReads it.\n\n##Permissions\n|Permission type|Permissions|\n|:--|:--|\n|Application|Book.Read.All|\n"+
		"##HTTP request\n```http\nGET /books/{id}\n##No heading\n```\n##Example\n####Response 5\n```http\nHTTP/1.1 200 OK\n```\n#1 is no heading\n")
	if len(op.Routes) != 1 || len(op.Permissions) != 1 || len(op.Examples) != 1 || op.Doc != "Reads it." {
		t.Errorf("%+v", op)
	}
	var lines []int
	for _, d := range res.Diagnostics {
		if d.Code == diag.SectionMissing {
			lines = append(lines, d.At.Start.Line)
		}
	}
	if d := cmp.Diff([]int{5, 9, 14, 15}, lines); d != "" {
		t.Errorf("%s%s", d, messages(res.Diagnostics))
	}
}

func TestTypeNames(t *testing.T) {
	tests := []struct{ page, name, base string }{
		{"# book resource type\n## Properties\n<!-- {\"blockType\":\"resource\",\"@odata.type\":\"lib.printedBook\",\"baseType\":\"lib.item\"} -->\n```json\n{}\n```\n", "lib.printedBook", "lib.item"},
		{"# book resource type\n<!-- {\"blockType\":\"resource\",\"@type\":\"lib.book\",\"baseType\":null} -->\n```json\n{}\n```\n", "lib.book", ""},
		{"# <a name=\"book-resource-type\"></a>book 资源类型\n命名空间：microsoft.graph\n\n继承自 [item](item.md)。\n## <a name=\"properties\"></a>属性\n|属性|类型|\n|:--|:--|\n|a|String|\n", "microsoft.graph.book", "microsoft.graph.item"},
		{"# <a name=\"book-resource-type\"></a>书籍资源类型\nNamespace: lib\n## <a name=\"properties\"></a>属性\n|属性|类型|\n|:--|:--|\n|a|String|\n", "lib.book", ""},
		{"# borrowerEnumerationPolicyType enum type\nNamespace: lib\n## Members\n|Member|\n|:--|\n|a|\n", "lib.borrowerEnumerationPolicyType", ""},
		{"# <a name=\"book-resource-type\"></a>book资源类型\n命名空间：microsoft.graph\n## <a name=\"properties\"></a>属性\n|属性|类型|\n|:--|:--|\n|a|String|\n", "microsoft.graph.book", ""},
		{"# book resource type\nNamespace: lib\n\nSee [print](print.md) and [printer](printer.md). Inherited from [printedItem](item.md) entity.\n## Properties\n", "lib.book", "lib.printedItem"},
		{"# book resource type\nNamespace: lib\n\nWhat is lent, derived from [thing](thing.md)\n\nInherits from [item](item.md).\n## Properties\n", "lib.book", "lib.item"},
		{"# book resource type\nNamespace: lib\n\nWill be a subtype of this type, either [novel](novel.md) or [poem](poem.md).\n## Properties\n", "lib.book", ""},
		{"# book resource type\nNamespace: lib\n## Methods\nThe list derives from [list](list.md).\n## Properties\nThe following ones are inherited from **[item][]**.\n\n[item]: item.md\n", "lib.book", "lib.item"},
		{"---\ntitle: book resource type\n---\n## book resource type\n\nNamespace: lib\n\nDerived from [item](item.md).\n## Properties\n", "lib.book", "lib.item"},
		{"# tipo de recurso book\nNamespace: lib\n## Properties\n|Property|Type|\n|:--|:--|\n|a|String|\n", "lib.book", ""},
	}
	for _, tt := range tests {
		res, _ := resource(t, tt.page)
		if res.Name != tt.name || res.BaseType != tt.base {
			t.Errorf("%q: name %q, base %q", tt.page, res.Name, res.BaseType)
		}
	}
}
