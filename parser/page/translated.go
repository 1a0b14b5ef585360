package page

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
)

// Pages translated before 2021 have each text twice:
//
//	<span data-ttu-id="1">traduzido</span><span class="sxs-lookup"><span data-stu-id="1">original</span></span>
//
// The original is read, because the tool translated names too.
var (
	translatedMark = []byte("data-ttu-id")
	originalMark   = []byte("sxs-lookup")
)

// afterTag returns the node after a tag. For a tag that opens a translated
// text, it is the original of that text.
func afterTag(src []byte, tag *ast.RawHTML) ast.Node {
	if opensSpan(src, tag, translatedMark) {
		for n := tag.NextSibling(); n != nil; n = n.NextSibling() {
			next, ok := n.(*ast.RawHTML)
			if ok && opensSpan(src, next, originalMark) {
				return next
			}
			if ok && opensSpan(src, next, translatedMark) {
				break
			}
		}
	}
	return tag.NextSibling()
}

func opensSpan(src []byte, tag *ast.RawHTML, mark []byte) bool {
	if tag.Segments.Len() == 0 {
		return false
	}
	at := tag.Segments.At(0)
	raw := src[at.Start:at.Stop]
	return bytes.HasPrefix(raw, []byte("<span ")) && bytes.Contains(raw, mark)
}
