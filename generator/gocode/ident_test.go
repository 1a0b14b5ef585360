package gocode_test

import (
	"go/token"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/generator/gocode"
)

func TestWords(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"", nil},
		{"---", nil},
		{"messageRule", []string{"message", "Rule"}},
		{"message-rule_2", []string{"message", "rule", "2"}},
		{"HTTPServer", []string{"HTTP", "Server"}},
		{"userIDs", []string{"user", "IDs"}},
		{"IDsOfUsers", []string{"IDs", "Of", "Users"}},
		{"ISession", []string{"I", "Session"}}, // "Is" is no plural where the word goes on
		{"oauth2Permission", []string{"oauth2", "Permission"}},
		{"us\u0435r", []string{"us", "r"}}, // a Cyrillic е parts words, it never becomes a letter
		{"a😀b", []string{"a", "b"}},
		{"\xffa\xfe", []string{"a"}},
		{"a\u0660b", []string{"a", "b"}}, // a digit, but not of ASCII
	}
	for _, tt := range tests {
		if d := cmp.Diff(tt.want, gocode.Words(tt.text)); d != "" {
			t.Errorf("Words(%q): %s", tt.text, d)
		}
	}
}

func TestExportedAndUnexported(t *testing.T) {
	tests := []struct{ text, exported, unexported string }{
		{"id", "ID", "id"},
		{"Id", "ID", "id"},
		{"user-id", "UserID", "userID"},
		{"userIds", "UserIDs", "userIDs"},
		{"userIDs", "UserIDs", "userIDs"},
		{"ids", "IDs", "ids"},
		{"httpUrl", "HTTPURL", "httpURL"},
		{"HTTPServer", "HTTPServer", "httpServer"},
		{"userPrincipalName", "UserPrincipalName", "userPrincipalName"},
		{"identity", "Identity", "identity"}, // begins with an initialism, is none
		{"idle", "Idle", "idle"},
		{"2fa", "X2fa", "x2fa"},
		{"365", "X365", "x365"},
		{"", "X", "x"},
		{"{}", "X", "x"},
		{"日本語", "X", "x"},
		{"😀", "X", "x"},
		{"p\u0430ge", "PGe", "pGe"}, // a Cyrillic а
		{"id | userPrincipalName", "IDUserPrincipalName", "idUserPrincipalName"},
		{"a`b\"c\nd", "ABCD", "aBCD"},
	}
	for _, tt := range tests {
		if got := gocode.Exported(tt.text); got != tt.exported {
			t.Errorf("Exported(%q) = %q, want %q", tt.text, got, tt.exported)
		}
		if got := gocode.Unexported(tt.text); got != tt.unexported {
			t.Errorf("Unexported(%q) = %q, want %q", tt.text, got, tt.unexported)
		}
	}
}

// hostileNames are names that page text could contain in an attack.
var hostileNames = []string{
	"", " ", "\x00", "\xff\xfe", "\ufeff", "😀", "日本語", "\u202egnp", "-", "_", "__", "../../x", "2", "2fa", "init", "main",
	"func", "type", "x_test", "x_windows", "a`b", `a"b`, "a\nb", "*/", "//go:generate x", "{a | b}",
	strings.Repeat("a", 300), strings.Repeat("Aa1", 300), strings.Repeat("ü", 300), strings.Repeat("1", 300),
}

func TestIdentifiersAreAlwaysValid(t *testing.T) {
	for _, text := range hostileNames {
		checkIdentifiers(t, text)
	}
}

func FuzzIdentifiers(f *testing.F) {
	for _, text := range hostileNames {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { checkIdentifiers(t, text) })
}

func checkIdentifiers(t *testing.T, text string) {
	t.Helper()
	exported, unexported := gocode.Exported(text), gocode.Unexported(text)
	if !token.IsIdentifier(exported) || !token.IsExported(exported) || gocode.Reserved(exported) || !ascii(exported) {
		t.Errorf("Exported(%q) = %q", text, exported)
	}
	if !token.IsIdentifier(unexported) && !token.IsKeyword(unexported) || token.IsExported(unexported) || !ascii(unexported) {
		t.Errorf("Unexported(%q) = %q", text, unexported)
	}
	if len(exported) > 120 || len(unexported) > 120 {
		t.Errorf("name of %d characters for %q", max(len(exported), len(unexported)), text)
	}
}

func ascii(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 })
}

func TestReserved(t *testing.T) {
	for _, name := range []string{"type", "func", "range", "string", "error", "any", "nil", "len", "init", "main", "_"} {
		if !gocode.Reserved(name) {
			t.Errorf("%q is not reserved", name)
		}
	}
	for _, name := range []string{"", "message", "Type", "Init", "x"} {
		if gocode.Reserved(name) {
			t.Errorf("%q is reserved", name)
		}
	}
}

func TestFileName(t *testing.T) {
	tests := []struct{ text, want string }{
		{"message", "message_gen.go"},
		{"Message", "message_gen.go"},
		{"x_test", "xtest_gen.go"}, // without its underscore it is neither a test …
		{"x_windows", "xwindows_gen.go"},
		{"x_arm64", "xarm64_gen.go"},   // … nor left out of builds
		{"_hidden", "hidden_gen.go"},   // a leading "_" or "." would hide it from go build
		{".git", "git_gen.go"},         //
		{"con", "con_gen.go"},          // Windows keeps "con.go", not "con_gen.go"
		{"../../etc", "etc_gen.go"},    //
		{`C:\nul`, "cnul_gen.go"},      //
		{"a\x00b", "ab_gen.go"},        //
		{"%2e%2e%2f", "2e2e2f_gen.go"}, //
		{"", "x_gen.go"},
		{"日本", "x_gen.go"},
		{strings.Repeat("a", 300), strings.Repeat("a", 120) + "_gen.go"},
	}
	for _, tt := range tests {
		if got := gocode.FileName(tt.text, "_gen.go"); got != tt.want {
			t.Errorf("FileName(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestPathNameAndWord(t *testing.T) {
	tests := []struct{ text, word, pathName string }{
		{"get_user", "get_user", "get_user"},
		{"Get User", "Get-User", "get-user"},
		{"..", "x", "x"},
		{"../a", "a", "a"},
		{`..\a`, "a", "a"},
		{"/etc/passwd", "etc-passwd", "etc-passwd"},
		{"C:\\a", "C--a", "c--a"},
		{"a\x00b", "a-b", "a-b"},
		{"-flag", "flag", "flag"},
		{".git", "git", "git"},
		{"", "x", "x"},
		{"{}", "x", "x"},
		{"CON", "CON", "x-con"}, // "con.request" is a device on Windows
		{"nul", "nul", "x-nul"},
		{"COM1", "COM1", "x-com1"},
		{"lpt9", "lpt9", "x-lpt9"},
		{"console", "console", "console"},
		{"com", "com", "com"},
		{strings.Repeat("É", 300), "x", "x"},
		{strings.Repeat("A", 300), strings.Repeat("A", 120), strings.Repeat("a", 120)},
	}
	for _, tt := range tests {
		if got := gocode.Word(tt.text); got != tt.word {
			t.Errorf("Word(%q) = %q, want %q", tt.text, got, tt.word)
		}
		if got := gocode.PathName(tt.text); got != tt.pathName {
			t.Errorf("PathName(%q) = %q, want %q", tt.text, got, tt.pathName)
		}
	}
}
