package parser

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// primitives are the primitive types by the spellings that pages use, in
// lower case.
var primitives = map[string]string{
	"string": "Edm.String", "strings": "Edm.String", "text": "Edm.String", "url": "Edm.String", "uri": "Edm.String",
	"str": "Edm.String", "enum": "Edm.String", "字符串": "Edm.String", "cadeia de caracteres": "Edm.String",
	"cadeias de caracteres": "Edm.String", "sequência de caracteres": "Edm.String", "cadeia": "Edm.String",
	"boolean": "Edm.Boolean", "bool": "Edm.Boolean", "booleano": "Edm.Boolean", "布尔值": "Edm.Boolean", "布尔": "Edm.Boolean",
	"booliano": "Edm.Boolean",
	"int32":    "Edm.Int32", "int": "Edm.Int32", "integer": "Edm.Int32", "number": "Edm.Int32", "long": "Edm.Int64",
	"int64": "Edm.Int64", "int16": "Edm.Int16", "byte": "Edm.Byte", "sbyte": "Edm.SByte",
	"double": "Edm.Double", "float": "Edm.Single", "single": "Edm.Single", "decimal": "Edm.Decimal", "numeric": "Edm.Decimal",
	"datetimeoffset": "Edm.DateTimeOffset", "datetime": "Edm.DateTimeOffset", "timestamp": "Edm.DateTimeOffset",
	"date": "Edm.Date", "timeofday": "Edm.TimeOfDay", "time": "Edm.TimeOfDay", "duration": "Edm.Duration",
	"整数": "Edm.Int32", "inteiro": "Edm.Int32", "双精度": "Edm.Double", "布尔型": "Edm.Boolean", "布尔类型": "Edm.Boolean",
	"二进制": "Edm.Binary", "binário": "Edm.Binary", "日期": "Edm.Date", "duplo": "Edm.Double",
	"持续时间": "Edm.Duration", "duração": "Edm.Duration", "流": "Edm.Stream", "fluxo": "Edm.Stream",
	"双": "Edm.Double", "双精度型": "Edm.Double", "长整型": "Edm.Int64", "数字": "Edm.Int32", "número": "Edm.Int32", "número inteiro": "Edm.Int32",
	"文本": "Edm.String", "texto": "Edm.String", "cadeias": "Edm.String", "cadena": "Edm.String", "cadenas": "Edm.String",
	"文字列": "Edm.String", "chaîne": "Edm.String", "chaînes": "Edm.String", "zeichenfolge": "Edm.String", "zeichenfolgen": "Edm.String", "строка": "Edm.String",
	"boleano": "Edm.Boolean", "booléen": "Edm.Boolean", "boolesch": "Edm.Boolean", "boolescher wert": "Edm.Boolean", "ブール値": "Edm.Boolean", "ブール型": "Edm.Boolean", "логический": "Edm.Boolean",
	"entero": "Edm.Int32", "entier": "Edm.Int32", "ganze zahl": "Edm.Int32", "整数型": "Edm.Int32",
	"data": "Edm.Date", "fecha": "Edm.Date", "datum": "Edm.Date", "日付": "Edm.Date", "дата": "Edm.Date", "doble": "Edm.Double",
	"binario": "Edm.Binary", "binaire": "Edm.Binary", "binär": "Edm.Binary", "バイナリ": "Edm.Binary",
	"guid": "Edm.Guid", "binary": "Edm.Binary", "stream": "Edm.Stream", "bytes": "Edm.Binary",
	"json": "Edm.Untyped", "untyped": "Edm.Untyped", "object": "Edm.Untyped", "any": "Edm.Untyped", "untyped json object": "Edm.Untyped",
}

// primitive returns the Edm name of a primitive type, "" for other names.
func primitive(name string) string {
	switch name {
	case "String":
		return "Edm.String"
	case "Boolean":
		return "Edm.Boolean"
	case "Int32":
		return "Edm.Int32"
	}
	l := strings.ToLower(name)
	return primitives[strings.TrimPrefix(l, "edm.")]
}

// typeCell reads the type of a property: "String", "[user](user.md)
// collection", "Collection([x][])", "String (enum)". The name that it returns
// is as the page writes it; [linker] makes it whole.
func (r *reader) typeCell(c *page.Cell) (ir.TypeRef, bool) {
	text := oneLine(strings.ReplaceAll(c.Text, "\u00a0", " "))
	if p := primitive(text); p != "" {
		return ir.TypeRef{Name: p}, true
	}
	var links []page.Link
	if c.Links.End > c.Links.Start {
		links = r.page.Links[c.Links.Start:c.Links.End]
	}
	return readType(text, links)
}

// readType reads a type with the links that its text holds.
func readType(text string, links []page.Link) (ir.TypeRef, bool) {
	text = strings.Trim(text, "`*\"' .,")
	text = strings.TrimPrefix(text, "Nullable ")
	if strings.Contains(text, "（") {
		text = strings.NewReplacer("（", "(", "）", ")").Replace(text)
	}
	text, list := cutCollection(text)
	if strings.HasPrefix(text, "[") { // [x][] whose definition is missing
		if i := strings.IndexByte(text, ']'); i > 0 {
			text = text[1:i]
		}
	}
	if text == "" {
		return ir.TypeRef{}, false
	}
	if p := primitive(text); p != "" {
		return ir.TypeRef{Name: p, Collection: list}, true
	}
	if len(links) > 0 {
		l := links[0]
		list = list || collectionFollows(text, l.Text) || strings.HasPrefix(strings.ToLower(text), "coleção")
		name := strings.Trim(oneLine(l.Text), "`*[] ")
		if inner, ok := cutCollection(name); ok {
			name, list = inner, true
		}
		if p := primitive(name); p != "" {
			return ir.TypeRef{Name: p, Collection: list}, true
		}
		if isDotted(name) {
			return ir.TypeRef{Name: linked(name, l.Dest), Collection: list}, true
		}
		if name := nameAmong(name, l.Dest); name != "" {
			return ir.TypeRef{Name: linked(name, l.Dest), Collection: list}, true
		}
	}
	if isDotted(text) {
		return ir.TypeRef{Name: strings.TrimPrefix(text, "#"), Collection: list}, true
	}
	return looseType(text, list)
}

// looseType reads a type that words cling to: "string, maximum size 20",
// "String (timestamp)", "workbookChart resource".
func looseType(text string, list bool) (ir.TypeRef, bool) {
	head := text
	if i := strings.IndexAny(text, " (,;<["); i > 0 {
		head = text[:i]
	}
	rest := strings.ToLower(text[len(head):])
	within := list || strings.Contains(rest, "collection") || strings.Contains(rest, "集合") || strings.Contains(rest, "coleção")
	if p := primitive(head); p != "" {
		return ir.TypeRef{Name: p, Collection: within}, true
	}
	tail := strings.Trim(rest, " .()[]")
	switch tail {
	case "resource", "object", "enum", "type", "resource type", "complex type", "enumeration", "collection", "resource collection", "object collection":
		if isDotted(head) {
			return ir.TypeRef{Name: head, Collection: within}, true
		}
	}
	return ir.TypeRef{Name: lastPrimitive(text), Collection: list}, false
}

// lastPrimitive reads words that end in a primitive type, spelled as such: part
// of a description went astray, "(Optional) String". "" when a choice is named.
func lastPrimitive(text string) string {
	w := text[strings.LastIndexByte(text, ' ')+1:]
	if p := primitive(w); p == "Edm."+w && !strings.Contains(text, " or ") {
		return p
	}
	return ""
}

// collectionFollows reports whether "collection" stands right behind a link,
// with more words after it: "[x](x.md) collection. Holds grades".
func collectionFollows(text, link string) bool {
	_, rest, ok := strings.Cut(text, link)
	rest = strings.ToLower(strings.TrimLeft(rest, " `*"))
	return ok && link != "" && hasAnyPrefix(rest, []string{"collection", "集合", "coleção", "コレクション"})
}

// cutCollection takes off "Collection(…)", "… collection" and their forms.
func cutCollection(s string) (string, bool) {
	l := strings.ToLower(s)
	for _, p := range []string{"collection(", "collection (", "coleção(", "coleção (", "集合(", "集合 ("} {
		if strings.HasPrefix(l, p) {
			in := strings.TrimSpace(s[len(p):])
			if i := strings.LastIndexByte(in, ')'); i >= 0 {
				in = in[:i]
			}
			return strings.TrimSpace(in), true
		}
	}
	for _, w := range []string{" collection", "的集合", "集合", " coleção", " list", " array", "のコレクション", "コレクション", "数组", "-sammlung", "-auflistung", "auflistung"} {
		if strings.HasSuffix(l, w) {
			return strings.TrimRight(strings.TrimSpace(s[:len(s)-len(w)]), "`* -"), true
		}
	}
	for _, p := range []string{
		"collection of ", "collection de ", "coleção de ", "coleção da ", "coleção do ", "coleção dos ", "coleção ", "conjunto de ", "conjunto ", "matriz de ", "lista de ",
		"colección de ", "colección ", "collection d'", "sammlung von ", "коллекция ",
	} {
		if strings.HasPrefix(l, p) {
			return strings.TrimSpace(s[len(p):]), true
		}
	}
	if strings.HasSuffix(s, "[]") && !strings.HasPrefix(s, "[") {
		return s[:len(s)-2], true
	}
	return s, false
}

// linkMark parts a type's name from the link that it was read from, until the
// link stage has used both.
const linkMark = "\x00"

func linked(name, dest string) string { return name + linkMark + dest }

// nameAmong returns the word of a link's text that the link's file is named
// for: "objeto workShift" of resources/intune-x-workshift.md; the file's name
// when none is.
func nameAmong(text, dest string) string {
	file := destName(dest)
	for w := range strings.FieldsFuncSeq(text, func(c rune) bool { return c == ' ' || c >= firstIdeograph }) {
		w = strings.Trim(w, ".,`*")
		if !isDotted(w) {
			continue
		}
		if head := len(file) - len(lastPart(w)); head >= 0 && strings.EqualFold(file[head:], lastPart(w)) && (head == 0 || file[head-1] == '-' && strings.Contains(dest, "resources/")) {
			return w
		}
	}
	return file
}

// destName returns the type that a link's file is named for.
func destName(dest string) string {
	dest, _, _ = strings.Cut(dest, "#")
	if name := siteType(dest); name != "" {
		return name
	}
	name, ok := strings.CutSuffix(dest[strings.LastIndexByte(dest, '/')+1:], ".md")
	if !ok || !isDotted(name) {
		return ""
	}
	return name
}
