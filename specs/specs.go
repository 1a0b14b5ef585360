// Package specs embeds the bundled reference pages: our own, in the dialect
// that mdwire reads, laid out as documentation repositories lay theirs out.
// They are what mdwire generates from when it is given no path, and what its
// tests run on.
package specs

import "embed"

// FS is a docs tree with api-reference/ at its root.
//
//go:embed api-reference
var FS embed.FS
