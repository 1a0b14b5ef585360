package ir

import (
	"slices"
	"testing"
)

// TestMatchPlain compares matchPlain with the matcher wherever matchPlain is
// sure.
func TestMatchPlain(t *testing.T) {
	paths := []string{
		"/books", "/Books/7", "/books/7/", "/books/{id}", "/books/$count", "/books/a%2Fb", "/books('7')", "/books/7/pages/8",
		"/books//x", "/", "", "/me/x", "/users/7/x", "/a/.../b", "/a/x/b", "/top:/a/b:/list", "/books/a=b@c,d", "/f(n=1)", "/books/recent()",
	}
	sureOnes := 0
	for _, template := range append(paths, "/books/{id}/pages/{id}", "/{a}/{b}", "/books/<id>", "/{x}-y", "/top:/{path}:/list") {
		p, _ := ParsePath(template)
		for _, path := range paths {
			args, ok, sure := matchPlain(p.Segments, path)
			if !sure {
				continue
			}
			sureOnes++
			m := newMatcher(p, &URLPath{path, splitSegments(path)})
			if want := m.run(); ok != want || ok && !slices.Equal(args, m.arguments()) {
				t.Errorf("%q of %q: %v %q; the matcher says %v %q", path, template, ok, args, want, m.arguments())
			}
		}
	}
	if sureOnes < 100 {
		t.Errorf("only %d pairs were sure", sureOnes)
	}
}
