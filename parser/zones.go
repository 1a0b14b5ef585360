package parser

import (
	"slices"
	"strings"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser/page"
)

// zoneVersion is an API version of a page with zones.
type zoneVersion struct{ version, pivot string }

// maxVersions limits the versions on a page, which is read once for each. Real pages
// have 2.
const maxVersions = 32

// zoneVersions returns the versions that the zones of the page are about. There are
// none if the version of the page is known, or if its zones are about something else.
func (r *reader) zoneVersions() []zoneVersion {
	if r.version != "" || len(r.page.Zones) == 0 {
		return nil
	}
	var list []zoneVersion
	for _, z := range r.page.Zones {
		for _, pivot := range z.Pivots {
			if slices.ContainsFunc(list, func(v zoneVersion) bool { return v.pivot == pivot }) {
				continue
			}
			version := r.versionOfZones(pivot)
			if version == "" || slices.ContainsFunc(list, func(v zoneVersion) bool { return v.version == version }) {
				return nil
			}
			if list = append(list, zoneVersion{version, pivot}); len(list) > maxVersions {
				return nil
			}
		}
	}
	if len(list) < 2 {
		return nil
	}
	slices.SortFunc(list, func(a, b zoneVersion) int { return -strings.Compare(a.version, b.version) })
	return list
}

// versionOfZones returns the API version of a pivot: the one in the URLs of its
// zones, or the one that its name ends with.
func (r *reader) versionOfZones(pivot string) string {
	for i := range r.page.Blocks {
		b := &r.page.Blocks[i]
		if b.Fence == nil || !slices.ContainsFunc(r.page.Zones, func(z page.Zone) bool { return z.In(b.Span.Start) && slices.Contains(z.Pivots, pivot) }) {
			continue
		}
		if n := methodLen(b.Fence.Content); n > 0 {
			line := page.FirstLine(b.Fence.Content)
			if _, version, _, _ := ir.SplitURL(cutHTTPVersion(strings.TrimSpace(line[n:]))); version != "" {
				return version
			}
		}
	}
	switch last := strings.ToLower(pivot[strings.LastIndexAny(pivot, "-_ ")+1:]); {
	case last == "preview":
		return "beta"
	case last == "prod", last == "ga", last == "v1":
		return "v1.0"
	case ir.IsVersion(last):
		return last
	case ir.IsVersion("v" + last):
		return "v" + last
	}
	return ""
}

// zonePart returns the page as readers of one version see it.
func (r *reader) zonePart(v zoneVersion) *page.Page {
	shown := func(offset int) bool {
		return !slices.ContainsFunc(r.page.Zones, func(z page.Zone) bool { return z.In(offset) && !slices.Contains(z.Pivots, v.pivot) })
	}
	var list []page.PartSection
	for i := range r.page.Sections {
		if s := &r.page.Sections[i]; i == 0 || shown(s.Span.Start) {
			list = append(list, page.PartSection{Section: i, Level: s.Level})
		}
	}
	return r.page.Part(list, func(b *page.Block) bool { return shown(b.Span.Start) })
}
