package page

import (
	"bytes"
	"strings"
)

// Zone is a part of a page that is about one of several versions:
// ":::zone pivot="a"" to ":::zone-end".
type Zone struct {
	Pivots []string
	Span   Span
}

// In reports whether a place is in the zone.
func (z *Zone) In(offset int) bool { return z.Span.Start <= offset && offset < z.Span.End }

// maxZones limits the zones of a page. Real pages have 20.
const maxZones = 256

// directive reads a line such as ":::zone pivot="a,b"" at an offset. A zone without an
// end extends to the next one or to the end of the page.
func (b *builder) directive(line []byte, at int) {
	text := string(bytes.TrimSpace(bytes.TrimLeft(line, ":")))
	zones := b.page.Zones
	if n := len(zones); n > 0 && zones[n-1].Span.End == len(b.page.Src) && strings.HasPrefix(text, "zone") {
		zones[n-1].Span.End = at
	}
	pivots, ok := strings.CutPrefix(text, "zone pivot=")
	if !ok || len(zones) == maxZones {
		return
	}
	z := Zone{Span: Span{at, len(b.page.Src)}}
	for p := range strings.SplitSeq(strings.Trim(pivots, `"' `), ",") {
		z.Pivots = append(z.Pivots, strings.TrimSpace(p))
	}
	b.page.Zones = append(zones, z)
}
