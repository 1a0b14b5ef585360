package vocab

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestTranslatedOrder(t *testing.T) {
	for head, want := range map[string]bool{
		"权限（从最低特权到最高特权）": false, "权限（从最高特权到最低特权）": true,
		"Permissões (da com menos para a com mais privilégios)": false, "Permissões (da com mais para a com menos privilégios)": true,
		"Berechtigungen (von den wenigsten zu den meisten)": false, "Berechtigungen (von den meisten zu den wenigsten)": true,
		"Permisos (de menos a más privilegiados)": false, "Permisos (de más a menos privilegiados)": true,
		"アクセス許可 (小さいものから大きいものへ)": false, "アクセス許可 (大きいものから小さいものへ)": true,
		"Разрешения (в порядке повышения)": false, "Разрешения (в порядке убывания)": true,
	} {
		if got := MostFirst(FoldBlanks(head)); got != want {
			t.Errorf("%s: most privileged first %v", head, got)
		}
	}
}

// TestLongerFirst checks that no form is hidden by a shorter one before it.
func TestLongerFirst(t *testing.T) {
	for _, words := range []List{collectionCalls, collectionStarts} {
		for i, w := range words {
			if words[:i].Begins(w) {
				t.Errorf("%q is never found: a shorter form comes first", w)
			}
		}
	}
	for i, w := range collectionEnds {
		if collectionEnds[:i].Ends(w) {
			t.Errorf("%q is never found: a shorter form comes first", w)
		}
	}
}

// TestAllListed checks that every file with a table is in languages.
func TestAllListed(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	tables := 0
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		tables += bytes.Count(src, []byte(" = language{\n"))
	}
	if tables != len(languages) {
		t.Errorf("there are %d tables and %d languages; add the new one to languages", tables, len(languages))
	}
}
