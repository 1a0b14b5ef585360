package permission

import (
	"io/fs"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/specs"
)

func TestTranslatedLabels(t *testing.T) {
	labels := map[ir.PermissionKind]string{
		ir.DelegatedWork: "委派（工作或学校帐户）/委托（工作或学校帐户）/Delegada (conta corporativa ou de estudante)/Delegiert (Schulkonto)/" +
			"Delegado (cuenta profesional)/委任 (職場または学校のアカウント)/Делегированные (рабочая учетная запись)",
		ir.DelegatedPersonal: "委派（个人 Microsoft 帐户）/个人 Microsoft 帐户/Delegado (conta pessoal da Microsoft)/Delegiert (persönliches Konto)/" +
			"Delegado (cuenta personal de Microsoft)/委任 (個人用アカウント)/Делегированные (личная учетная запись)",
		ir.Application: "应用程序/应用/Aplicativo/Anwendung/Aplicación/アプリケーション/Приложение/Для приложений",
		0:              "颜色/Cor/Farbe",
	}
	for want, list := range labels {
		for label := range strings.SplitSeq(list, "/") {
			if got := KindOf(label); got != want {
				t.Errorf("%q is of kind %v, not %v", label, got, want)
			}
		}
	}
}

func TestTranslatedUnsupported(t *testing.T) {
	for _, cell := range []string{
		"不支持。", "不支持", "无。", "Sem suporte.", "n/d", "Não são suportados.", "Indisponível.", "Nicht unterstützt.",
		"No admitida.", "Non prise en charge.", "Не поддерживается.", "サポートされていません。",
	} {
		if !isUnsupported(cell) {
			t.Errorf("%q is taken for permissions", cell)
		}
	}
}

func TestTranslatedScopes(t *testing.T) {
	tests := map[string]string{
		"Book.Read、Book.ReadWrite":                      "Book.Read Book.ReadWrite",
		"Book.Read 和Shelf.Read.All、 Book.ReadWrite.All": "Book.Read+Shelf.Read.All Book.ReadWrite.All",
		"Book.Read或Shelf.Read.All":                      "Book.Read Shelf.Read.All",
		"Book.Read.All、Shelf.Move。All":                  "Book.Read.All Shelf.Move.All",
		"Book.Read，Shelf.Read.All ，Room.Read.All":       "Book.Read Shelf.Read.All Room.Read.All",
		"Book. Read. All, Shelf. ReadWrite. All":        "Book.Read.All Shelf.ReadWrite.All",
		"Book.Read.All ou Shelf.Read.All":               "Book.Read.All Shelf.Read.All",
		"书.阅读，书.阅读.全部":                                  "书.阅读 书.阅读.全部",
	}
	for cell, want := range tests {
		c := readScopes(cell, false)
		var got []string
		for _, g := range c.only().groups {
			got = append(got, strings.Join(g, "+"))
		}
		if d := cmp.Diff(want, strings.Join(got, " ")); d != "" || c.left != "" {
			t.Errorf("%s: left %q\n%s", cell, c.left, d)
		}
	}
}

// TestFootnotes checks that what clings to a name is no part of it, on either
// side of a footnote mark.
func TestFootnotes(t *testing.T) {
	for cell, want := range map[string]string{"Book.Read.All*": "Book.Read.All", "`Book.Read`^1^": "Book.Read", "Book.Read_^2": "Book.Read", "0._^": "", "^": ""} {
		if got := scopeName(cell); got != want {
			t.Errorf("%q names %q", cell, got)
		}
	}
}

func FuzzPermissionCell(f *testing.F) {
	for _, s := range []string{"Book.Read, Book.ReadWrite.All", "Not supported.", "A.B and C.D plus either E.F or G.H", "For **x**: A.B", "状态.阅读、A. B"} {
		f.Add(s)
	}
	files, err := fs.Glob(specs.FS, "api-reference/*/api/*.md")
	if err != nil || len(files) < 25 {
		f.Fatalf("%d pages: %v", len(files), err)
	}
	for _, file := range files {
		src, err := fs.ReadFile(specs.FS, file)
		if err != nil {
			f.Fatal(err)
		}
		for line := range strings.Lines(string(src)) {
			if cells := strings.Split(line, "|"); len(cells) > 2 && KindOf(cells[1]) != 0 {
				f.Add(cells[2])
			}
		}
	}
	f.Fuzz(func(t *testing.T, cell string) {
		c := readScopes(cell, false)
		for _, list := range c.cases {
			for _, g := range list.groups {
				if len(g) == 0 {
					t.Fatal("an empty group")
				}
				for _, name := range g {
					if name == "" || scopeName(name) == "" {
						t.Fatalf("%q is not a name", name)
					}
				}
			}
		}
	})
}
