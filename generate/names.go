package generate

import (
	"fmt"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator"
	"github.com/mdwire/mdwire/output"
	"github.com/mdwire/mdwire/parser"
)

// readNames sets the names of the previous run, which are in the lock file.
func (g *Generation) readNames(to *generator.Options) error {
	lock, err := g.folder.Lock()
	for _, n := range lock.Names {
		to.Given = append(to.Given, generator.Name(n))
	}
	return err
}

// keepNames adds the generated names to the next lock file.
func (g *Generation) keepNames() {
	for _, n := range g.generated.Names {
		g.origin.Names = append(g.origin.Names, output.Name(n))
	}
}

// unusedIncludes reports the globs of include that select no page.
func (g *Generation) unusedIncludes(loaded *parser.Result) []diag.Diagnostic {
	if len(g.opts.Include) == 0 {
		return nil
	}
	var found []diag.Diagnostic
	for _, i := range loaded.Unmatched() {
		place := "--include"
		if i < len(g.opts.IncludeLines) {
			place = fmt.Sprintf("include in line %d of the configuration", g.opts.IncludeLines[i])
		}
		found = append(found, diag.Diagnostic{
			Code: diag.IncludeUnused, Severity: diag.Warning,
			Message: fmt.Sprintf("the glob %q of %s selects no page", g.opts.Include[i], place),
		})
	}
	return found
}
