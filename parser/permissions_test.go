package parser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
)

// rows prints permissions in short form: kind, context, alternatives.
func rows(ps []ir.Permission) []string {
	var out []string
	for _, p := range ps {
		var alts []string
		for _, g := range p.AnyOf {
			alts = append(alts, strings.Join(g, "+"))
		}
		s := fmt.Sprintf("%d %s|%s", p.At.Start.Line, p.Kind, strings.Join(alts, " "))
		if p.Context != "" {
			s += "|" + p.Context
		}
		if p.Least > 0 {
			s += fmt.Sprintf("|least %d", p.Least)
		}
		if p.MostFirst {
			s += "|most first"
		}
		if p.Case != "" {
			s += "|" + p.Case
		}
		if p.Unread {
			s += "|unread " + strings.Join(p.Names, " ")
		}
		out = append(out, s)
	}
	return out
}

func TestPermissionTables(t *testing.T) {
	tests := []struct {
		name, page string
		want       []string
		findings   []string
	}{
		{"usual", `# Get book
## Permissions
|Permission type|Permissions (from least to most privileged)|
|:--|:--|
|Delegated (work or school account)|Book.Read, Book.ReadWrite.All|
|Delegated (personal Microsoft account)|Not supported.|
|Application|Book.Read.All|
`, []string{"5 delegatedWork|Book.Read Book.ReadWrite.All", "6 delegatedPersonal|", "7 application|Book.Read.All"}, nil},
		{"most privileged first", `# Get book
## Prerequisites
|Permission type|Permissions (from most to least privileged)|
|:--|:--|
|Delegated (work or school account)|Book.ReadWrite.All, Book.Read.All|
`, []string{"5 delegatedWork|Book.Read.All Book.ReadWrite.All|most first"}, nil},
		{"least and higher columns", `# Get book
## Permissions
|Permission type|Least privileged permissions|Higher privileged permissions|
|:--|:--|:--|
|Delegated (work or school account)|Book.Read|Book.Read.All, Book.ReadWrite.All|
|Delegated (personal Microsoft account)|Not supported.|Not supported.|
|Application|Book.Read.All|Not available.|
`, []string{
			"5 delegatedWork|Book.Read Book.Read.All Book.ReadWrite.All|least 1", "6 delegatedPersonal|",
			"7 application|Book.Read.All|least 1",
		}, nil},
		{"workflow rows", `# Update shelf
## Prerequisites
|Permission type|Permissions (from most to least privileged)|
|:--|:--|
|Delegated (work or school account)||
| &nbsp; &nbsp; **Lending** | Shelf.ReadWrite.All|
| &nbsp; &nbsp; **Reading room** | Room.ReadWrite.All, Room.Read.All|
|Delegated (personal Microsoft account)|Not supported.|
`, []string{
			"5 delegatedWork|", "6 delegatedWork|Shelf.ReadWrite.All|Lending|most first",
			"7 delegatedWork|Room.Read.All Room.ReadWrite.All|Reading room|most first", "8 delegatedPersonal||most first",
		}, nil},
		{"transposed", `# Get book
## Permissions
| Supported resource | Delegated (work or school account) | Delegated (personal Microsoft account) | Application |
|:--|:--|:--|:--|
| [novel](x.md) | Novel.Read | None. | n/a |
| atlas | Map.Read | Map.Read | Map.Read.All |
`, []string{
			"5 delegatedWork|Novel.Read|novel", "5 delegatedPersonal||novel", "5 application||novel",
			"6 delegatedWork|Map.Read|atlas", "6 delegatedPersonal|Map.Read|atlas", "6 application|Map.Read.All|atlas",
		}, nil},
		{"acting on self and on others", `# Get book
## Permissions
|Permission type|Permissions acting on self|Permissions acting on others|
|:--|:--|:--|
|Delegated (work or school account)|Book.Read|Book.Read.All|
`, []string{
			"5 delegatedWork|Book.Read|Permissions acting on self", "5 delegatedWork|Book.Read.All|Permissions acting on others",
		}, nil},
		{"several tables", `# Get book
## Permissions
### For readers
|Permission type|Permissions|
|:--|:--|
|Application|Book.Read.All|
### For writers
|Permission type|Permissions|
|:--|:--|
|Application|Book.Write.All|
`, []string{"6 application|Book.Read.All|For readers", "10 application|Book.Write.All|For writers"}, nil},
		{"groups and footnotes", `# Get book
## Permissions
|Permission type|Permissions|
|:--|:--|
|Delegated (work or school account)|Book.Read and Shelf.Read, Book.Read.All or Shelf.Read.All.|
|Application|Book.Read.Group*, Book.Read.All<sup>1</sup>, |
`, []string{"5 delegatedWork|Book.Read+Shelf.Read Book.Read.All Shelf.Read.All", "6 application|Book.Read.Group Book.Read.All"}, nil},
		{"one of the first and one of the second", `# Get book
## Permissions
|Permission type|Permissions|
|:--|:--|
|Application|One from A.Read, B.Read plus either C.Read or D.Read|
`, []string{"5 application|A.Read+C.Read A.Read+D.Read B.Read+C.Read B.Read+D.Read"}, nil},
		{"no pipe at the end, links, bracket missing", `# Get book
## Permissions
|Permission type|Permissions
|:--|:--
|[Delegated](/x) (work account)| Book.Read
|Delegated (personal Microsoft account|[Book.Read](y.md)
`, []string{"5 delegatedWork|Book.Read", "6 delegatedPersonal|Book.Read"}, nil},
		{"Chinese", `# <a name="list-books"></a>列出书籍
命名空间：microsoft.graph
## <a name="permissions"></a>权限
|权限类型|权限（从最高特权到最低特权）|
|:--|:--|
|委派（工作或学校帐户）|Book.ReadWrite.All、Book.Read.All|
|委派（个人 Microsoft 帐户）|不支持。|
|应用程序|Book.Read.All|
`, []string{"6 delegatedWork|Book.Read.All Book.ReadWrite.All|most first", "7 delegatedPersonal||most first", "8 application|Book.Read.All|most first"}, nil},
		{"Portuguese", `# Listar livros
## <a name="permissions"></a>Permissões
|Tipo de permissão|Permissões (da com menos para a com mais privilégios)|
|:--|:--|
|Delegado (conta corporativa ou de estudante)|Book. Read. All, Book.ReadWrite.All|
|Delegado (conta pessoal da Microsoft)|Sem suporte.|
|Aplicativo|Não suportado|
`, []string{"5 delegatedWork|Book.Read.All Book.ReadWrite.All", "6 delegatedPersonal|", "7 application|"}, nil},
		{
			"placeholders and other words", `# Get book
## Permissions
|Permission type|Permissions|
|:--|:--|
|Delegated (work or school account)|**TODO: Provide applicable permissions.**|
|Delegated (personal Microsoft account)|ask the librarian|
|Application||
`,
			[]string{"5 delegatedWork|", "6 delegatedPersonal||unread ", "7 application|"},
			[]string{"placeholder-todo 5:37", "permission-malformed 6:41", "permission-malformed 7:14"},
		},
		{
			"a name lost", `# Get book
## Permissions
|Permission type|Permissions|
|:--|:--|
|Delegated (work or school account)|Book.Read|
|Delegated (personal Microsoft account)|Not supported.|
|shelf|Book.Read.All|
`,
			[]string{"5 delegatedWork|Book.Read", "6 delegatedPersonal|", "7 application|Book.Read.All"},
			[]string{"permission-malformed 7:2"},
		},
		{
			"period for a comma, space for a dot", `# Get book
## Permissions
|Permission type|Permissions|
|:--|:--|
|Delegated (work or school account)|Book.Read.All. Book.ReadWrite.All|
|Delegated (personal Microsoft account)|Book.Read, Shelf ReadWrite.All|
|Application|Book. Read.All|
`,
			[]string{"5 delegatedWork|Book.Read.All Book.ReadWrite.All", "6 delegatedPersonal|Book.Read Shelf.ReadWrite.All", "7 application|Book.Read.All"},
			[]string{"permission-malformed 6:41"},
		},
		{"a cell too many below the header, a label over two lines", `# Get book
## Permissions
### For readers
|Permission type|Permissions|
|:--|:--|:--|
|Application|Book.Read.All|
### For librarians
|Permission type|Permissions|
|:--|:--|
|Delegated (work or school account)||
|&nbsp;&nbsp;**Lending and**<br>&nbsp;&nbsp;**reading&nbsp;room**|Shelf.Read.All|
`, []string{"6 application|Book.Read.All|For readers", "10 delegatedWork||For librarians", "11 delegatedWork|Shelf.Read.All|Lending and reading room"}, []string{"table-column-count 5:1"}},
		{"Portuguese, in two columns", `# Listar livros
## <a name="permissions"></a>Permissões
|Tipo de permissão|Permissões com menos privilégios|Permissões com privilégios mais elevados|
|:--|:--|:--|
|Delegada (conta corporativa ou de estudante)|Book.Read|Book.Read.All|
|Delegada (conta pessoal da Microsoft)|Nenhum.|Não disponível.|
`, []string{"5 delegatedWork|Book.Read Book.Read.All|least 1", "6 delegatedPersonal|"}, nil},
		{"Chinese, in two columns", `# 列出书籍
## <a name="permissions"></a>权限
|权限类型|最低特权权限|更高特权权限|
|:--|:--|:--|
|应用|Book.Read.All|书籍.阅读、Book.ReadWrite.All|
`, []string{"5 application|Book.Read.All 书籍.阅读 Book.ReadWrite.All|least 1"}, nil},
		{
			"prose that says whose they are", `# Get book
## Permissions
One of the following is required, see [permissions](/x).

* Delegated (work or school account): Book.Read, Book.ReadWrite.All
* Delegated (personal Microsoft account): Not supported.
* Application permissions - Book.Read.All

Reading your own books: Book.Read

Application permissions:

> Application: Not.This

## HTTP request
`,
			[]string{"5 delegatedWork|Book.Read Book.ReadWrite.All", "6 delegatedPersonal|", "7 application|Book.Read.All"},
			[]string{"permission-malformed 9:1"},
		},
		{"below no heading, translated", `# Listar livros

|Tipo de permissão|Permissões|
|:--|:--|
|Aplicativo|Book.Read.All|
## HTTP request
`, []string{"5 application|Book.Read.All"}, nil},
		{"a table of something else", `# Update permission
## Permissions
|Permission type|Permissions|
|:--|:--|
|Application|Book.Read.All|
## Request body
|Permission Type|Property|Type|
|:--|:--|:--|
|Sharing link|scope|String|
`, []string{"5 application|Book.Read.All"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			op, res := operation(t, tt.page)
			if d := cmp.Diff(tt.want, rows(op.Permissions)); d != "" {
				t.Errorf("permissions (-want +got):\n%s", d)
			}
			checkFindings(t, res, tt.findings...)
		})
	}
}

// TestOtherTablesOfPermissions checks that tables which do not say what kind of token
// a permission is for grant nothing, and that this is reported.
func TestOtherTablesOfPermissions(t *testing.T) {
	for _, table := range []string{
		"|Action|Scope|\n|:--|:--|\n|Read books|Book.Read|\n|Lend books|Book.Lend|\n", "|Method|Scope|\n|:--|:--|\n|GET|Book.Read|\n|DELETE|Book.Write|\n",
		"|Permission name|Description|Supported actions|\n|:--|:--|:--|\n|Book.Read|Reads.|GET|\n", "|Permission|\n|:--|\n|Book.Read|\n",
		"[!INCLUDE [permissions-table](../includes/permissions/gone.md)]\n",
	} {
		op, res := operation(t, "# List books\n## Permissions\n"+table+"\n## HTTP request\n```http\nGET /books\n```\n")
		reported := slices.ContainsFunc(res.Diagnostics, func(d diag.Diagnostic) bool { return d.Code == diag.PermissionsTableMissing })
		unread := 0
		for _, p := range op.Permissions {
			if p.Unread && len(p.AnyOf) == 0 {
				unread++
			}
		}
		if unread != 3 || len(op.Permissions) != 3 || !reported {
			t.Errorf("%sgrants %q, reported %t", table, rows(op.Permissions), reported)
		}
	}
}

func TestScopesInPageOrder(t *testing.T) {
	op, _ := operation(t, "# Get book\n## Permissions\n|Permission type|Permissions (from most to least privileged)|\n|:--|:--|\n"+
		"|Delegated (work or school account)|One from Book.Read, Book.ReadWrite plus either Shelf.Read or Shelf.ReadWrite|\n|Application|Book.ReadWrite.All, Book.Read.All|\n")
	want := [][]string{{"Book.Read", "Book.ReadWrite", "Shelf.Read", "Shelf.ReadWrite"}, {"Book.ReadWrite.All", "Book.Read.All"}}
	for i, p := range op.Permissions {
		if d := cmp.Diff(want[i], p.Scopes()); d != "" {
			t.Error(d)
		}
	}
}

func TestPermissionInclude(t *testing.T) {
	table := "|Permission type|Least privileged permissions|Higher privileged permissions|\n|:--|:--|:--|\n|Application|Book.Read.All|%s|\n"
	page := "# Get book\n## Permissions\n<!-- { \"blockType\": \"permissions\", \"name\": \"x\" } -->\n" +
		"[!INCLUDE [permissions-table](../includes/permissions/book-get.md)]\n## HTTP request\n```http\nGET /books\n```\n"
	res := load(t, map[string]string{
		"v1.0/api/book-get.md":                  page,
		"v1.0/api/book-list.md":                 page,
		"v1.0/includes/permissions/book-get.md": fmt.Sprintf(table, "some others"),
	}, Options{})
	if len(res.Spec.Operations) != 2 || len(res.Spec.Others) != 1 {
		t.Fatal(len(res.Spec.Operations), len(res.Spec.Others))
	}
	p := res.Spec.Operations[1].Permissions
	if d := cmp.Diff([]string{"3 application|Book.Read.All|least 1|unread "}, rows(p)); d != "" {
		t.Error(d)
	}
	if p[0].At.Path != "v1.0/includes/permissions/book-get.md" {
		t.Errorf("the row is at %v", p[0].At)
	}
	checkFindings(t, res, "permission-malformed 3:28")
	for _, d := range res.Diagnostics {
		if d.Code == diag.PermissionMalformed && (d.At.Path != "v1.0/includes/permissions/book-get.md" || d.Page != "v1.0/api/book-get.md") {
			t.Errorf("%v, for page %q", d.At, d.Page)
		}
	}
}

// TestIncludeFindings checks that a Markdown fault in an included file is
// reported once, in that file, with the name of a page that includes it,
// whether or not the files of the folder are read whole.
func TestIncludeFindings(t *testing.T) {
	page := "# Get\n## Permissions\n[!INCLUDE [x](../includes/p.md)]\n## HTTP request\n```http\nGET /books\n```\n"
	m := map[string]string{
		"api/a.md": page, "api/b.md": page,
		"includes/p.md": "|Permission type|Permissions|\n|:--|:--|\n|Application|A.Read|B.Read|\n",
	}
	for _, visit := range []func(Visit){nil, func(Visit) {}} {
		var got []string
		for _, d := range load(t, m, Options{Visit: visit}).Diagnostics {
			if d.At.Path == "includes/p.md" {
				got = append(got, d.At.String()+" "+string(d.Code)+" "+d.Page)
			}
		}
		if d := cmp.Diff([]string{"includes/p.md:3:21 table-column-count api/a.md"}, got); d != "" {
			t.Error(d)
		}
	}
}

func TestPermissionIncludeHostile(t *testing.T) {
	page := func(inc string) string {
		return "# Get book\n## Permissions\n[!INCLUDE [x](" + inc + ")]\n## HTTP request\n```http\nGET /books\n```\n"
	}
	res := load(t, map[string]string{
		"api/a.md":           page("../../etc/passwd.md"),
		"api/b.md":           page("../includes/loop.md"),
		"api/c.md":           page("https://example.com/x.md"),
		"api/d.md":           page("missing.md"),
		"includes/loop.md":   "[!INCLUDE [x](second.md)]\n",
		"includes/second.md": "[!INCLUDE [x](loop.md)]\n",
	}, Options{})
	got := map[string]int{}
	for _, d := range res.Diagnostics {
		if d.Code == diag.LinkDead {
			got[d.At.Path]++
		}
	}
	for _, p := range []string{"api/a.md", "api/c.md", "api/d.md"} {
		if got[p] != 1 {
			t.Errorf("%s: %d findings of dead links", p, got[p])
		}
	}
	if got["includes/loop.md"]+got["includes/second.md"] != 1 {
		t.Errorf("the include cycle is not reported once: %v", got)
	}
}
