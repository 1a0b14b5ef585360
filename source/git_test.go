package source

import "testing"

func TestSparse(t *testing.T) {
	for within, want := range map[string]string{
		"":                                "*.md",
		"docs":                            "*.md",
		"api-reference":                   "/api-reference/**/*.md",
		"api-reference/v1.0/api":          "/api-reference/**/*.md",
		"docs [old]/api-reference/beta/x": `/docs \[old]/api-reference/**/*.md`,
	} {
		if got := sparse(within); got != want {
			t.Errorf("%q: %q, want %q", within, got, want)
		}
	}
}

func TestRefs(t *testing.T) {
	for _, ref := range []string{"live", "main", "v1.0", "feature/x-1", "refs/heads/live", "0123456789012345678901234567890123456789"} {
		if wrong := checkRef(ref); wrong != "" {
			t.Errorf("%q %s", ref, wrong)
		}
	}
	for _, ref := range []string{"-x", "--upload-pack=x", "a:b", "+a", "a b", "a..b", "a*", "a^", "a~1", "@{u}", "a\nb", `a\b`, "a?", "a["} {
		if checkRef(ref) == "" {
			t.Errorf("%q is accepted", ref)
		}
	}
}

func TestPaths(t *testing.T) {
	for _, p := range []string{"a", "a/b", "api-reference/v1.0"} {
		if wrong := checkPath(p); wrong != "" {
			t.Errorf("%q %s", p, wrong)
		}
	}
	for _, p := range []string{"..", "../a", "a/../../b", "/a", `a\b`, "C:/a"} {
		if checkPath(p) == "" {
			t.Errorf("%q is accepted", p)
		}
	}
}

// TestEnvironmentOfHooks: git sets variables for its hooks that name the user's
// repository. Docs are fetched into another repository.
func TestEnvironmentOfHooks(t *testing.T) {
	t.Setenv("GIT_DIR", t.TempDir())
	t.Setenv("GIT_INDEX_FILE", "nowhere/index")
	dir := t.TempDir()
	if _, err := isolatedGit(dir, "init", "--quiet", "--template="); err != nil {
		t.Fatal(err)
	}
	if !isFolder(dir + "/.git") {
		t.Error("the repository was created elsewhere")
	}
}
