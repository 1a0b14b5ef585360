package plan

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parallel"
)

// Options select operations and reserve names.
type Options struct {
	Name       string // of the client package
	ImportPath string
	Version    string
	// Selected reports whether to generate an operation; nil selects all.
	Selected func(*ir.Operation) bool
	// Reserved are the names that the support code declares in the client
	// package, methods of Client as "Client.Name".
	Reserved []string
	// ReservedInImporters are the names that the support code declares in the
	// packages that import the client.
	ReservedInImporters []string
	// UserNames are chosen by the user: for the name of an operation, such as
	// "message-move", a service and method ("Message.Transfer"); for a type, such
	// as "microsoft.graph.message", a Go name. See CheckName.
	UserNames map[string]string
	// Prefix is the start of file names that names leave out: "contoso_".
	Prefix string
	// Namespace is the root of type names, which Go names leave out. "" means the
	// first two words of each namespace.
	Namespace string
	// Given are the names of an earlier run, see [Name].
	Given []Name
}

// New plans the packages of one version of a spec.
func New(spec *ir.Spec, opts Options) Outcome {
	p := &planner{opts: opts, scope: newPackageScope(opts.Reserved), keys: map[string]bool{}, files: map[string]bool{}, services: map[string]*Service{}, bodies: map[*Method][]exampleBody{}}
	p.given, p.declared = newGivenNames(opts.Given), map[*Method]*preparedMethod{}
	p.types = newTypes(spec, &p.opts, p.scope, &p.diags)
	p.types.applyUserNames(opts.UserNames)
	p.types.applyGivenNames(p.given.types)
	p.types.applyGivenBodies(p.given.bodies)
	var ops []namedOperation
	var known *routeIndex
	parallel.Do(
		func() { ops = p.nameOperations(selected(spec, opts, &p.skipped, &p.diags)) },
		func() { known = newRouteIndex(spec, opts.Version) },
	)
	namedFirst(ops)
	prepared := make([][]preparedMethod, len(ops))
	parallel.ForEach(len(ops), func(i int) { prepared[i] = p.prepare(ops[i], known) })
	for _, m := range inNamingOrder(prepared) {
		p.addMethod(m)
	}
	pkg := &Package{Name: opts.Name, alias: alias(opts), ImportPath: opts.ImportPath, Version: opts.Version, BaseURL: baseURL(spec, opts.Version)}
	pkg.Types = p.types.finish()
	for _, s := range p.services {
		slices.SortFunc(s.Methods, func(a, b *Method) int { return cmp.Compare(a.Name, b.Name) })
		pkg.Services = append(pkg.Services, s)
	}
	slices.SortFunc(pkg.Services, func(a, b *Service) int { return cmp.Compare(a.Name, b.Name) })
	pkg.Places = declarePlaces(pkg.Services, p.scope, p.given.places)
	p.types.fitFields(pkg, p.bodies)
	openBodies(pkg, p.bodies)
	p.findOwners(pkg)
	findOverlaps(pkg)
	return Outcome{Package: pkg, Names: p.names(pkg), Operations: len(ops), Diagnostics: p.diags, Skipped: p.skipped}
}

type planner struct {
	opts     Options
	scope    *scope
	keys     map[string]bool // of methods; the client package does not declare them
	files    map[string]bool // of services
	types    *types
	services map[string]*Service
	given    givenNames
	declared map[*Method]*preparedMethod
	bodies   map[*Method][]exampleBody
	diags    []diag.Diagnostic
	skipped  []string
}

// selected returns the operations to plan. It reports operations without a usable
// route and leaves them out.
func selected(spec *ir.Spec, opts Options, skipped *[]string, diags *[]diag.Diagnostic) []*ir.Operation {
	var ops []*ir.Operation
	for i := range spec.Operations {
		op := &spec.Operations[i]
		if op.Version != opts.Version || opts.Selected != nil && !opts.Selected(op) {
			continue
		}
		at, why := op.At, "the page has no usable HTTP request line"
		if i := slices.IndexFunc(op.Routes, isRuntime); i >= 0 {
			at, why = op.Routes[i].At, "its URL is known only at run time"
		}
		if op = usable(op); len(op.Routes) == 0 {
			*skipped = append(*skipped, op.File)
			d := diag.Diagnostic{
				Code: diag.OperationNotGenerated, Severity: diag.Error, At: at,
				Message: fmt.Sprintf("no code is generated for %q: %s", op.Title, why),
			}
			d.SetPage(op.File)
			*diags = append(*diags, d)
			continue
		}
		*diags = append(*diags, assumedPaths(op)...)
		ops = append(ops, op)
	}
	return ops
}

// usable returns an operation without the routes that cannot be called: those that
// are abbreviated, and those whose URL is known only at run time.
func usable(op *ir.Operation) *ir.Operation {
	unusable := func(r ir.Route) bool { return isAbbreviated(r) || isRuntime(r) }
	if !slices.ContainsFunc(op.Routes, unusable) {
		return op
	}
	own := *op
	own.Routes = slices.DeleteFunc(slices.Clone(op.Routes), unusable)
	return &own
}

func isRuntime(r ir.Route) bool { return r.IsRuntime() }

// isAbbreviated reports whether a route omits segments, such as
// "/childFolders/{id}/.../messages". It cannot be called.
func isAbbreviated(r ir.Route) bool {
	return slices.ContainsFunc(r.Path.Segments, func(s ir.Segment) bool { return s.Kind() == ir.EllipsisSegment })
}
