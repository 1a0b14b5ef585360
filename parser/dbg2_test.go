package parser

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/mdwire/mdwire/parser/message"
	"github.com/mdwire/mdwire/parser/page"
)

func TestWhere(t *testing.T) {
	var mu sync.Mutex
	Load(os.DirFS(corpusDir(t)), Options{Visit: func(v Visit) {
		if v.Operation == nil {
			return
		}
		mu.Lock()
		defer mu.Unlock()
		r := &reader{page: v.Page, worker: &worker{notes: map[*page.Note]*annotation{}, heads: map[string]string{}}}
		r.roles = sectionRoles(v.Page, nil)
		for i := range v.Page.Blocks {
			b := &v.Page.Blocks[i]
			if b.Kind != page.FenceBlock {
				continue
			}
			role := r.roles[b.Section]
			a := r.annotation(b.Fence.Note)
			kind := message.KindOf(b.Fence.Content)
			blk := "-"
			if a != nil {
				blk = a.block
			}
			sec := v.Page.Sections[b.Section].Slug
			first, _, _ := strings.Cut(strings.TrimSpace(b.Fence.Content), "\n")
			if len(first) > 90 {
				first = first[:90]
			}
			n := 0
			if b.Fence.Note != nil {
				n = b.Fence.Gap
			}
			ro := map[section]string{secRequest: "REQ", secExample: "EX", secExampleRequest: "EXQ", secExampleResponse: "EXR", secResponse: "RESP", secBody: "BODY", secPermissions: "PERM", secTitle: "TITLE", secOther: "OTHER", secQueryParams: "QUERY"}[role]
			fmt.Printf("F %s kind=%d block=%s gap=%d info=%q sec=%s %s %d | %s\n", ro, kind, blk, n, b.Fence.Info, sec, v.Page.Path, b.Fence.SourceOffset(0), first)
		}
	}})
}
