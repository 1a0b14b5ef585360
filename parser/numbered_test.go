package parser

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNumberedHeadings(t *testing.T) {
	const src = "# Cargo exports\n## 1. Export crates\n### 1.1 Permissions\n|Permission type|Permissions|\n|--|--|\n|Application|Crate.Read|\n" +
		"### 1.2 URL\n```http\nGET /crates\n```\n## 1.3 Example\n### 1.3.1 Request example\n```http\nGET /crates\n```\n" +
		"## 2. Export crates (as files)\n### 2.1 URL\n```http\nGET /crates/files\n```\n"
	res := load(t, map[string]string{"api/crate-export.md": src}, Options{})
	var got []string
	for i := range res.Spec.Operations {
		got = append(got, summaryOf(&res.Spec.Operations[i]))
	}
	want := []string{
		"crate-export#export-crates; Export crates; GET /crates; Crate.Read; example /crates",
		"crate-export#export-crates-as-files; Export crates (as files); GET /crates/files",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestHeadingNumber(t *testing.T) {
	for text, want := range map[string]int{
		"1. Exports": 1, "1 Export": 1, "1.2 Permissions": 2, "2.10.3. Request": 3, "1.": 0, "Exports": 0, "2024 exports": 0, "v1.0 exports": 0, "1..2 x": 0, "1.2": 0,
	} {
		if got, _ := headingNumber(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}
