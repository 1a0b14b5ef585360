package plan

import (
	"strings"
	"testing"
	"time"

	"github.com/mdwire/mdwire/ir"
)

// TestLongFileName checks that a file name of 100,000 letters is split in
// linear time. Quadratic time is about ten seconds.
func TestLongFileName(t *testing.T) {
	name := "user-get" + strings.Repeat("a b", 30_000)
	op := &ir.Operation{Name: name, Page: ir.Page{Title: "Get " + name}}
	start := time.Now()
	got := Options{}.nameOperation(op)
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("took %v", took)
	}
	if got.service != "user" {
		t.Errorf("service %q, want user", got.service)
	}
}

// TestSplitJoiningWords checks that joining words are found on a page without
// words.
func TestSplitJoiningWords(t *testing.T) {
	if got := (casing{}).spell("withinby"); got != "with-in-by" {
		t.Errorf("got %q, want with-in-by", got)
	}
}
