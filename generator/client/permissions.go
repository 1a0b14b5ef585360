package client

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/generator/plan"
)

// kind is a kind of caller that permissions are documented for.
type kind struct {
	field, word string // the name of its field, and its name in comments
	anyOf       [][]string
}

func kindsOf(c *plan.PermissionContext) []kind {
	return []kind{
		{"DelegatedWork", "work or school account", c.DelegatedWork},
		{"DelegatedPersonal", "personal account", c.DelegatedPersonal},
		{"Application", "application", c.Application},
	}
}

// isSimple reports whether all calls of a method need the same permissions.
func isSimple(m *plan.Method) bool {
	return len(m.Contexts) == 1 && len(m.Contexts[0].Routes) == len(m.Routes)
}

// permissions renders the documented permissions as the fields of the descriptor's
// Permissions. It returns nil if the page documents none.
func permissions(m *plan.Method) []jen.Code {
	switch {
	case len(m.Contexts) == 0:
		return nil
	case isSimple(m):
		return kindFields(&m.Contexts[0])
	}
	var contexts []jen.Code
	for i := range m.Contexts {
		c := &m.Contexts[i]
		var routes []jen.Code
		for _, r := range c.Routes {
			routes = append(routes, jen.Lit(r))
		}
		fields := []jen.Code{jen.Id("Name").Op(":").Add(gocode.Str(c.Name)).Op(",").Id("Routes").Op(":").Index().Int().Values(routes...)}
		contexts = append(contexts, jen.Values(lines(append(fields, kindFields(c)...))...))
	}
	return []jen.Code{jen.Id("Contexts").Op(":").Index().Id("PermissionContext").Values(contexts...)}
}

func kindFields(c *plan.PermissionContext) []jen.Code {
	fields := []jen.Code{}
	for _, k := range kindsOf(c) {
		if len(k.anyOf) == 0 {
			continue
		}
		var list []jen.Code
		for _, group := range k.anyOf {
			var names []jen.Code
			for _, name := range group {
				names = append(names, gocode.Str(name))
			}
			list = append(list, jen.Values(names...))
		}
		fields = append(fields, jen.Id(k.field).Op(":").Id("AnyOf").Values(list...))
	}
	return fields
}

// permissionDocs returns a paragraph for each context.
func permissionDocs(m *plan.Method) []string {
	if isSimple(m) {
		return []string{"Permissions, least privileged first: " + kindTexts(&m.Contexts[0]) + "." + unreadText(&m.Contexts[0])}
	}
	var docs []string
	for i := range m.Contexts {
		c := &m.Contexts[i]
		intro := "Permissions for " + routeText(m, c)
		if c.Name != "" {
			intro += fmt.Sprintf(" (%q)", c.Name)
		}
		docs = append(docs, intro+", least privileged first: "+kindTexts(c)+"."+unreadText(c))
	}
	return docs
}

func unreadText(c *plan.PermissionContext) string {
	if !c.Unread {
		return ""
	}
	return " The page has other permissions in words that are not understood; servers do not accept them."
}

// maxRoutes limits the routes that a comment lists.
const maxRoutes = 3

func routeText(m *plan.Method, c *plan.PermissionContext) string {
	if len(c.Routes) == len(m.Routes) {
		return "every route"
	}
	var names []string
	for _, r := range c.Routes {
		names = append(names, m.Routes[r].Method+" "+m.Routes[r].NamedPath())
	}
	if more := len(names) - maxRoutes; more > 1 {
		return strings.Join(names[:maxRoutes], ", ") + fmt.Sprintf(" and %d other routes", more)
	}
	return strings.Join(names, " and ")
}

func kindTexts(c *plan.PermissionContext) string {
	var parts []string
	for _, k := range kindsOf(c) {
		var names []string
		for _, group := range k.anyOf {
			names = append(names, strings.Join(group, " with "))
		}
		if len(names) == 0 {
			names = []string{"not supported"}
		}
		parts = append(parts, k.word+": "+strings.Join(names, ", "))
	}
	return strings.Join(parts, "; ")
}
