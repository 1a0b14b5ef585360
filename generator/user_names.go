package generator

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
	"github.com/mdwire/mdwire/ir"
)

// PackageName returns a package name for the name of an output folder, "api" if
// the folder's name does not contain one.
func PackageName(folder string) string {
	name := gocode.FileName(folder, "")
	if name == "x" || name[0] >= '0' && name[0] <= '9' || gocode.Reserved(name) {
		return "api"
	}
	return name
}

// CheckName returns an error if name cannot be a value of [Options.Names]: it must
// be an exported Go identifier, or two of them separated by a dot.
func CheckName(name string) error { return plan.CheckName(name) }

// checkNames returns the error of the first invalid name, in the order of the keys.
func checkNames(names map[string]string) error {
	for _, key := range slices.Sorted(maps.Keys(names)) {
		if err := CheckName(names[key]); err != nil {
			return err
		}
	}
	return nil
}

// Shared returns what all pages share and Go names should leave out: values for
// [Options.Prefix] and [Options.Namespace], "" for none. They depend on the set of
// pages, so they belong into the configuration.
func Shared(spec *ir.Spec) (prefix, namespace string) {
	return plan.SharedPrefix(spec), plan.SharedNamespace(spec)
}

// unusedNames reports the user names for pages and types that do not exist.
func unusedNames(spec *ir.Spec, names map[string]string) []diag.Diagnostic {
	if len(names) == 0 {
		return nil
	}
	known := map[string]bool{} // true for a page, false for a type
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
			diags = append(diags, nameDiagnostic("the configuration names %q, but there is no such page or type%s", key, diag.DidYouMean(key, slices.Sorted(maps.Keys(known)))))
		case page && !isOperation:
			diags = append(diags, nameDiagnostic("%q is a page, and its name %s in the configuration needs a service and a method, as in Message.Transfer", key, names[key]))
		case !page && isOperation:
			diags = append(diags, nameDiagnostic("%q is a type, and its name %s in the configuration must not contain a dot", key, names[key]))
		}
	}
	return diags
}

func nameDiagnostic(format string, args ...any) diag.Diagnostic {
	return diag.Diagnostic{Code: diag.NameUnused, Severity: diag.Warning, Message: fmt.Sprintf(format, args...)}
}
