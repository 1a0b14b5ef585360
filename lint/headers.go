package lint

import (
	"strings"

	"github.com/mdwire/mdwire/parser/page"
	"github.com/mdwire/mdwire/parser/vocab"
)

// IsAuthorization reports whether a table row describes the Authorization header.
func IsAuthorization(cells []page.Cell) bool {
	return len(cells) > 0 && strings.HasPrefix(strings.ToLower(vocab.HeaderName(strings.Trim(cells[0].Text, "*_` "))), "authorization")
}
