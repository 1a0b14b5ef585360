package generator

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// CheckName reports what is wrong with one of [Options.Names]: it must be a name
// that Go exports, or two with a dot between them.
func CheckName(name string) error { return plan.CheckName(name) }

// checkNames returns what is wrong with the first of the names, by key.
func checkNames(names map[string]string) error {
	for _, key := range slices.Sorted(maps.Keys(names)) {
		if err := CheckName(names[key]); err != nil {
			return err
		}
	}
	return nil
}

// unusedNames reports the names that the user chose for pages or types that
// are not there, or no longer.
func unusedNames(spec *ir.Spec, names map[string]string) []diag.Diagnostic {
	if len(names) == 0 {
		return nil
	}
	known := map[string]bool{} // and whether it is a page
	for i := range spec.Operations {
		known[spec.Operations[i].Name] = true
	}
	for i := range spec.Resources {
		r := &spec.Resources[i]
		known[r.Name] = false
		for _, e := range r.Enums {
			known[e.Name] = false
		}
	}
	var diags []diag.Diagnostic
	for _, key := range slices.Sorted(maps.Keys(names)) {
		page, ok := known[key]
		isOperation := strings.Contains(names[key], ".")
		switch {
		case !ok:
			diags = append(diags, nameFinding("%q is to be named %s, but there is no such page or type%s", key, names[key], diag.DidYouMean(key, slices.Sorted(maps.Keys(known)))))
		case page && !isOperation:
			diags = append(diags, nameFinding("the operation of %q is to be named %s: a service and a method are needed, as in Message.Transfer", key, names[key]))
		case !page && isOperation:
			diags = append(diags, nameFinding("the type %q is to be named %s: a type's name has no dot", key, names[key]))
		}
	}
	return diags
}

func nameFinding(format string, args ...any) diag.Diagnostic {
	return diag.Diagnostic{Code: diag.NameUnused, Severity: diag.Warning, Message: fmt.Sprintf(format, args...)}
}
