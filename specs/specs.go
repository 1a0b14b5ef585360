// Package specs embeds the bundled reference pages. They were written for mdwire
// and have the layout of a documentation repository. mdwire generates from them if
// no path is given, and its tests use them.
package specs

import "embed"

// FS is a docs tree with the folder api-reference at its root.
//
//go:embed api-reference
var FS embed.FS
