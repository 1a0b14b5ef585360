package lint

import (
	"fmt"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/validate"
)

// TreePass applies one rule to all pages together.
type TreePass struct {
	Spec *ir.Spec

	*facts
	rule  *Rule
	found []diag.Diagnostic
}

// facts are shared by the rules of a run. Those that take time to compute are
// computed when a rule first asks.
type facts struct {
	Files    *Files
	Whole    bool // all pages of the tree were read
	Settings *Settings

	documented        *validate.Types
	mismatches        []mismatch
	validated         bool
	unmatchedRequests []unmatchedRequest
	compared          bool
	routeMatches      map[*ir.Request]RouteMatch
}

// Report adds a finding of the rule and returns it, so that the caller can add
// related places and fixes.
func (p *TreePass) Report(at diag.Range, format string, args ...any) *diag.Diagnostic {
	p.found = append(p.found, diag.Diagnostic{
		Code: p.rule.Code, Severity: p.rule.Severity, At: at, Message: fmt.Sprintf(format, args...),
	})
	return &p.found[len(p.found)-1]
}

// Types returns the documented types.
func (p *TreePass) Types() *validate.Types {
	if p.documented == nil {
		p.documented = validate.New(ir.NewIndex(p.Spec))
	}
	return p.documented
}
