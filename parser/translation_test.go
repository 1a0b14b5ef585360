package parser

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// language has the words that this test uses to write translated pages.
type language struct {
	words              map[string]string // cells of tables
	collection, before string            // "collection" after or before a type
	comma              string
}

var chinese = language{
	words: map[string]string{
		"Permission type": "权限类型", "Permissions (from least to most privileged)": "权限（从最低特权到最高特权）",
		"Permissions (from most to least privileged)": "权限（从最高特权到最低特权）", "Property": "属性", "Type": "类型",
		"Description": "说明", "Name": "名称", "Parameter": "参数", "Value": "值", "Member": "成员", "Header": "标头", "Relationship": "关系",
		"Delegated (work or school account)":     "委派（工作或学校帐户）",
		"Delegated (personal Microsoft account)": "委派（个人 Microsoft 帐户）", "Application": "应用程序", "Not supported.": "不支持。",
	},
	collection: " 集合", comma: "、",
}

var portuguese = language{
	words: map[string]string{
		"Permission type": "Tipo de permissão", "Permissions (from least to most privileged)": "Permissões (da com menos para a com mais privilégios)",
		"Permissions (from most to least privileged)": "Permissões (da com mais para a com menos privilégios)", "Property": "Propriedade", "Type": "Tipo",
		"Description": "Descrição", "Name": "Nome", "Parameter": "Parâmetro", "Value": "Valor", "Member": "Membro", "Header": "Cabeçalho", "Relationship": "Relação",
		"Delegated (work or school account)":     "Delegado (conta corporativa ou de estudante)",
		"Delegated (personal Microsoft account)": "Delegado (conta pessoal da Microsoft)", "Application": "Aplicativo", "Not supported.": "Sem suporte.",
	},
	before: "Coleção de ", comma: ", ",
}

var notInSlug = regexp.MustCompile(`[^a-z0-9 _-]`)

// sideBySide writes headings, cells and lines of text as pages translated
// before 2021 have them: a translation followed by its original.
func sideBySide(_ fstest.MapFS, _ string, src []sourceLine) []sourceLine {
	out := slices.Clone(src)
	for i := range out {
		text := out[i].text
		switch {
		case out[i].in == inHeading && !isTab(text):
			marks, text, _ := strings.Cut(text, " ")
			out[i].text = fmt.Sprintf("%s <a name=%q></a>%s", marks, headingSlug(text), besideOriginal(text))
		case out[i].in == inTable && !strings.Contains(text, `\|`) && strings.Trim(text, "|:- ") != "":
			cells := strings.Split(text, "|")
			for k, c := range cells {
				if c = strings.TrimSpace(c); c != "" {
					cells[k] = besideOriginal(c)
				}
			}
			out[i].text = strings.Join(cells, "|")
		case out[i].in == inText && text != "---" && !strings.ContainsAny(text[:1], "[>-*0123456789 "):
			out[i].text = besideOriginal(text)
		}
	}
	return out
}

func besideOriginal(text string) string {
	return `<span data-ttu-id="a-1">译文 [译](x.md).</span><span class="sxs-lookup"><span data-stu-id="a-1">` + text + `</span></span>`
}

func headingSlug(text string) string {
	return strings.ReplaceAll(notInSlug.ReplaceAllString(strings.ToLower(text), ""), " ", "-")
}

// translated writes headings in the form of translated pages, with the English
// slug as an anchor, and tables in the words of the language.
func translated(l language) func(fstest.MapFS, string, []sourceLine) []sourceLine {
	return func(_ fstest.MapFS, _ string, src []sourceLine) []sourceLine {
		out := slices.Clone(src)
		for i := range out {
			switch {
			case out[i].in == inHeading && !isTab(out[i].text):
				marks, text, _ := strings.Cut(out[i].text, " ")
				slug := headingSlug(text)
				if !strings.Contains(text, " resource type") && !strings.HasSuffix(text, " enum type") && !strings.HasSuffix(text, " values") {
					text = "译文 ç"
				}
				out[i].text = fmt.Sprintf("%s <a name=%q></a>%s", marks, slug, text)
			case out[i].in == inTable:
				out[i].text = l.row(out[i].text)
			}
		}
		return out
	}
}

var scopeList = regexp.MustCompile(`^[A-Z]\w+\.[\w.]+(, [A-Z]\w+\.[\w.]+)+$`)

func (l language) row(row string) string {
	cells := strings.Split(row, "|")
	for i, c := range cells {
		text := strings.TrimSpace(c)
		to := text
		if t := l.words[text]; t != "" {
			to = t
		} else if typ, ok := strings.CutSuffix(text, " collection"); ok && !strings.Contains(typ, ". ") {
			to = l.before + typ + l.collection
		} else if scopeList.MatchString(text) {
			to = strings.ReplaceAll(text, ", ", l.comma)
		}
		if to != text {
			cells[i] = strings.Replace(c, text, to, 1)
		}
	}
	return strings.Join(cells, "|")
}

// TestTranslatedHeadings reads pages whose headings have no English anchor.
func TestTranslatedHeadings(t *testing.T) {
	for name, headings := range map[string]string{
		"zh": "权限|HTTP 请求|请求标头|请求正文|响应|示例|示例 1：全部|请求|响应|属性|关系",
		"pt": "Permissões|Solicitação HTTP|Cabeçalhos de solicitação|Corpo da solicitação|Resposta|Exemplos|Exemplo 1: todos|Solicitação|Resposta|Propriedades|Relações",
		"es": "Permisos|Solicitud HTTP|Encabezados de solicitud|Cuerpo de la solicitud|Respuesta|Ejemplos|Ejemplo 1: todos|Solicitud|Respuesta|Propiedades|Relaciones",
		"de": "Berechtigungen|HTTP-Anforderung|Anforderungsheader|Anforderungstext|Antwort|Beispiele|Beispiel 1: alle|Anforderung 1|Antwort 1|Eigenschaften|Beziehungen",
		"fr": "Autorisations|Requête HTTP|En-têtes de demande|Corps de la demande|Réponse|Exemples|Exemple 1 : tous|Demande|Réponse|Propriétés|Relations",
		"ru": "Разрешения|HTTP-запрос|Заголовки запроса|Тело запроса|Отклик|Примеры|Пример 1. Все|Запрос|Отклик|Свойства|Связи",
		"ja": "アクセス許可|HTTP 要求|要求ヘッダー|要求本文|応答|例|例 1: すべて|要求|応答|プロパティ|リレーションシップ",
	} {
		t.Run(name, func(t *testing.T) {
			h := strings.Split(headings, "|")
			op, _ := operation(t, "---\ntitle: List books - The library\n---\n## List books\nNamespace: lib\n\nText.\n## "+h[0]+"\n|Permission type|Permissions|\n|:--|:--|\n|Application|Book.Read.All|\n## "+h[1]+"\n```http\nPOST /books\n```\n"+
				"## "+h[2]+"\n|Name|Description|\n|:--|:--|\n|If-Match|x|\n## "+h[3]+"\n|Property|Type|\n|:--|:--|\n|title|String|\n## "+h[4]+"\n`200 OK`\n"+
				"## "+h[5]+"\n### "+h[6]+"\n#### "+h[7]+"\n```http\nPOST https://h/v1.0/books\n```\n#### "+h[8]+"\n```http\nHTTP/1.1 200 OK\n```\n")
			if op.Title != "List books" || op.Doc != "Text." || len(op.Routes) != 1 || len(op.Permissions) != 1 || len(op.Params) != 1 || op.Body == nil || len(op.Responses) != 1 {
				t.Errorf("%q, doc %q, %d routes, %d permissions, %d params, body %v, %d responses",
					op.Title, op.Doc, len(op.Routes), len(op.Permissions), len(op.Params), op.Body != nil, len(op.Responses))
			}
			if len(op.Examples) != 1 || op.Examples[0].Response == nil || op.Examples[0].Title != h[6] {
				t.Errorf("examples %+v", op.Examples)
			}
			res, _ := resource(t, "# book resource type\n## "+h[9]+"\n|Property|Type|\n|:--|:--|\n|id|String|\n## "+h[10]+"\n|Property|Type|\n|:--|:--|\n|shelf|shelf|\n")
			if len(res.Properties) != 1 || len(res.Relationships) != 1 {
				t.Errorf("%d properties, %d relationships", len(res.Properties), len(res.Relationships))
			}
		})
	}
}
